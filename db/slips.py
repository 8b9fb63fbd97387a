"""Where the reference of a slip, a transfer or a cheque was entered before, for money in or back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, ColumnElement, func, literal_column, select, true

from db.database import Session
from db.ids import BookingReference, DeskId
from db.schema import booking, payment, refund
from db.states import PaymentState, Tender


@dataclass(frozen=True, slots=True)
class Slip:
    """A reference that was entered before, for which booking and when."""

    reference: BookingReference
    at: datetime


# As in the index over settled payments, which is not used for a state that is a parameter.
CAPTURED = payment.c.state == literal_column(f"'{PaymentState.CAPTURED}'")


def find_slip(
    session: Session,
    tender: Tender,
    slip: str,
    *,
    since: datetime,
    desk_id: DeskId | None,
    but: str,
    any_case: bool,
) -> Slip | None:
    """Return the newest use of a slip since then; the payment or refund `but` is left out.

    `desk_id`: at this desk only. `any_case`: capitals or not; every settled one since then is read for it.
    """
    found = [
        one
        for table, may_have in ((payment, CAPTURED), (refund, refund.c.reference.is_not(None)))
        for one in session.execute(
            select(booking.c.reference, table.c.settled_at)
            .join(booking, booking.c.id == table.c.booking_id)
            .where(
                may_have,
                _is_same(table.c.reference, slip, any_case=any_case),
                table.c.tender == tender,
                table.c.settled_at >= since,
                table.c.id != but,
                true() if desk_id is None else table.c.desk_id == desk_id,
            )
            .order_by(table.c.settled_at.desc())
            .limit(1)
        )
    ]
    newest = max(found, key=lambda row: row.settled_at, default=None)
    return Slip(newest.reference, newest.settled_at) if newest is not None else None


def _is_same(column: Column[str], slip: str, *, any_case: bool) -> ColumnElement[bool]:
    return func.lower(column) == slip.lower() if any_case else column == slip
