"""A held booking with other levies: each statement only where it is held as it was read."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import update

from db.database import Session
from db.ids import BookingId
from db.schema import booking, booking_line
from db.states import BookingState, BuyerKind


@dataclass(frozen=True, slots=True)
class NewLevies:
    """What of a line changes: see the table for each column."""

    number: int
    base_paise: int
    tax_paise: int
    total_paise: int
    tax_rate_bp: int
    taxable_paise: int
    cgst_paise: int
    sgst_paise: int
    igst_paise: int
    place_state: str


def freeze_lines(session: Session, booking_id: BookingId, lines: Sequence[NewLevies]) -> bool:
    """Let lines that live bear these levies; False where any of them has ended."""
    for line in lines:
        is_it = (booking_line.c.booking_id == booking_id) & (booking_line.c.number == line.number)
        statement = update(booking_line).where(is_it, booking_line.c.cancelled_at.is_(None))
        changes = {
            "base_paise": line.base_paise,
            "tax_paise": line.tax_paise,
            "total_paise": line.total_paise,
            "tax_rate_bp": line.tax_rate_bp,
            "taxable_paise": line.taxable_paise,
            "cgst_paise": line.cgst_paise,
            "sgst_paise": line.sgst_paise,
            "igst_paise": line.igst_paise,
            "place_state": line.place_state,
        }
        if session.execute(statement.values(changes)).rowcount != 1:
            return False
    return True


def freeze(
    session: Session,
    booking_id: BookingId,
    *,
    old_total_paise: int,
    base_paise: int,
    tax_paise: int,
    total_paise: int,
    buyer_gstin: str,
    buyer_kind: BuyerKind | None,
) -> bool:
    """Let a booking that is held at the old total cost the new one; False where it is not."""
    statement = update(booking).where(
        booking.c.id == booking_id,
        booking.c.state == BookingState.HELD,
        booking.c.expires_at > session.now,
        booking.c.total_paise == old_total_paise,
    )
    changes = {
        "base_paise": base_paise,
        "tax_paise": tax_paise,
        "total_paise": total_paise,
        "buyer_gstin": buyer_gstin,
        "buyer_kind": buyer_kind,
    }
    return session.execute(statement.values(changes)).rowcount == 1
