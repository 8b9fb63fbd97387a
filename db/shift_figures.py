"""What a shift has taken and given, and what its desk has not finished."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, union_all

from db.database import Session
from db.ids import BookingId, BookingReference, DeskId, ShiftId
from db.record import Shape
from db.schema import booking, entry, payment, refund, top_up
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
PAID = Shape(
    MovedRow, payment, at=payment.c.settled_at, paise=payment.c.amount_paise + payment.c.rounding_paise
)
GIVEN = Shape(
    MovedRow, refund, at=refund.c.settled_at, paise=-(refund.c.amount_paise + refund.c.rounding_paise)
)
ASKED = Shape(OpenRow, payment, reference=booking.c.reference, paise=payment.c.amount_paise)
OWED = Shape(OpenRow, refund, reference=booking.c.reference, paise=refund.c.amount_paise)


def paid(session: Session, shift_id: ShiftId) -> list[MovedRow]:
    """Return what was taken for sales, the oldest first."""
    statement = PAID.select().where(payment.c.shift_id == shift_id, payment.c.state == PaymentState.CAPTURED)
    return PAID.list(session.execute(statement.order_by(payment.c.settled_at, payment.c.id)))


def given_back(session: Session, shift_id: ShiftId) -> list[MovedRow]:
    """Return what was given back, the oldest first."""
    statement = GIVEN.select().where(refund.c.shift_id == shift_id, refund.c.state == RefundState.DONE)
    return GIVEN.list(session.execute(statement.order_by(refund.c.settled_at, refund.c.id)))


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
    total = func.coalesce(func.sum(payment.c.amount_paise), 0)
    came = select(total).where(
        payment.c.shift_id == shift_id,
        payment.c.tender == Tender.CARD,
        payment.c.state == PaymentState.CAPTURED,
    )
    went = select(func.coalesce(func.sum(refund.c.amount_paise), 0)).where(
        refund.c.shift_id == shift_id, refund.c.tender == Tender.CARD, refund.c.state == RefundState.DONE
    )
    return int(session.execute(came).scalar_one()) - int(session.execute(went).scalar_one())


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
