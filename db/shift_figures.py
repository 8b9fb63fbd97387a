"""What a shift has taken and given, and what its desk has not finished."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Table, and_, func, null, or_, select, type_coerce, union_all

from db.database import Session
from db.ids import BookingId, BookingReference, DeskId, ShiftId
from db.record import Shape
from db.schema import booking, company_receipt, entry, payment, refund, shift, top_up
from db.states import OPEN_PAYMENT, BookingState, PaymentState, RefundState, Tender


@dataclass(frozen=True, slots=True)
class MovedRow:
    """Money of one tender, in paise: above zero it came, below it went back."""

    at: datetime
    tender: Tender
    booking_id: BookingId | None
    paise: int


@dataclass(frozen=True, slots=True)
class OpenRow:
    """Something of a booking that is not finished."""

    reference: BookingReference
    tender: Tender
    paise: int


# A refund that failed waits for a person as well.
UNFINISHED = (RefundState.PLANNED, RefundState.SENT, RefundState.PENDING, RefundState.FAILED)
GIVEN = Shape(
    MovedRow, refund, at=refund.c.settled_at, paise=-(refund.c.amount_paise + refund.c.rounding_paise)
)
ASKED = Shape(OpenRow, payment, reference=booking.c.reference, paise=payment.c.amount_paise)
OWED = Shape(OpenRow, refund, reference=booking.c.reference, paise=refund.c.amount_paise)


def paid(session: Session, shift_id: ShiftId) -> list[MovedRow]:
    """Return what was taken for sales and from companies, the oldest first.

    The gateway's counts at the desk while the shift was open. A tender put right after its shift stays with
    that one as it was, and moves in the later one; it is no sale of that.
    """
    mine = or_(payment.c.shift_id == shift_id, _by_gateway_meanwhile(payment))
    is_moved = payment.c.moved_shift_id.is_not(None)
    as_was = payment.c.amount_paise + func.coalesce(payment.c.moved_rounding_paise, payment.c.rounding_paise)
    as_is = payment.c.amount_paise + payment.c.rounding_paise
    first_tender = type_coerce(func.coalesce(payment.c.moved_from, payment.c.tender), payment.c.tender.type)
    moved_at = (
        select(func.max(entry.c.at))
        .where(entry.c.booking_id == payment.c.booking_id, entry.c.kind == "tender_corrected")
        .scalar_subquery()
    )
    nobody = type_coerce(null(), payment.c.booking_id.type)
    sold = (
        select(
            payment.c.settled_at.label("at"),
            first_tender.label("tender"),
            payment.c.booking_id,
            as_was.label("paise"),
        )
        .join(shift, shift.c.id == shift_id)
        .where(payment.c.state == PaymentState.CAPTURED, mine)
    )
    here = is_moved & (payment.c.moved_shift_id == shift_id)
    moved_in = select(moved_at, payment.c.tender, nobody, as_is).where(here)
    moved_out = select(moved_at, first_tender, nobody, -as_was).where(here)
    bills = (
        select(entry.c.at, company_receipt.c.tender, nobody, company_receipt.c.amount_paise)
        .join(entry, entry.c.id == company_receipt.c.entry_id)
        .where(company_receipt.c.shift_id == shift_id)
    )
    every = union_all(sold, moved_in, moved_out, bills).order_by("at")
    rows = session.execute(every)
    return [MovedRow(row.at, row.tender, row.booking_id, int(row.paise)) for row in rows]


def given_back(session: Session, shift_id: ShiftId) -> list[MovedRow]:
    """Return what was given back, the oldest first; the gateway's at the desk while it was open."""
    statement = (
        GIVEN.select()
        .join(shift, shift.c.id == shift_id)
        .where(
            refund.c.state == RefundState.DONE,
            or_(refund.c.shift_id == shift_id, _by_gateway_meanwhile(refund)),
        )
    )
    return GIVEN.list(session.execute(statement.order_by(refund.c.settled_at, refund.c.id)))


def _by_gateway_meanwhile(rows: Table) -> ColumnElement[bool]:
    """What moved through the gateway is in nobody's drawer: it counts where and when it was settled."""
    return and_(
        rows.c.tender == Tender.RAZORPAY,
        rows.c.desk_id == shift.c.desk_id,
        rows.c.settled_at >= shift.c.opened_at,
        or_(shift.c.closed_at.is_(None), rows.c.settled_at < shift.c.closed_at),
    )


def top_ups(session: Session, shift_id: ShiftId) -> list[tuple[datetime, int]]:
    """Return moment and paise of what went into wallets, and below zero of what was taken back."""
    in_it = select(entry.c.at, top_up.c.amount_paise).join(entry, entry.c.id == top_up.c.entry_id)
    back = select(entry.c.at, (-top_up.c.amount_paise).label("amount_paise")).join(
        entry, entry.c.id == top_up.c.reversed_entry_id
    )
    both = union_all(
        in_it.where(top_up.c.shift_id == shift_id), back.where(top_up.c.reversed_shift_id == shift_id)
    )
    return [(row.at, row.amount_paise) for row in session.execute(both)]


def by_card_paise(session: Session, shift_id: ShiftId) -> int:
    """Return what the card machine should have taken in a shift, less what it has given back."""
    rows = (*paid(session, shift_id), *given_back(session, shift_id))
    return sum(row.paise for row in rows if row.tender is Tender.CARD)


def held(session: Session, desk_id: DeskId) -> list[tuple[BookingReference, int]]:
    """Return reference and total of a desk's live holds, the first to end first."""
    statement = select(booking.c.reference, booking.c.total_paise).where(
        booking.c.desk_id == desk_id,
        booking.c.state == BookingState.HELD,
        booking.c.expires_at > session.now,
    )
    rows = session.execute(statement.order_by(booking.c.expires_at, booking.c.reference))
    return [(row.reference, row.total_paise) for row in rows]


def asked_for(session: Session, desk_id: DeskId) -> list[OpenRow]:
    """Return the payments of a desk that are still open, the oldest first."""
    statement = ASKED.select().join(booking, booking.c.id == payment.c.booking_id)
    found = statement.where(payment.c.desk_id == desk_id, payment.c.state.in_(OPEN_PAYMENT))
    return ASKED.list(session.execute(found.order_by(payment.c.created_at, payment.c.id)))


def owed(session: Session, desk_id: DeskId) -> list[OpenRow]:
    """Return the refunds of a desk that are not done, the oldest first."""
    statement = OWED.select().join(booking, booking.c.id == refund.c.booking_id)
    found = statement.where(refund.c.desk_id == desk_id, refund.c.state.in_(UNFINISHED))
    return OWED.list(session.execute(found.order_by(refund.c.created_at, refund.c.id)))
