"""What was undone or put right, and what waits for its slip: read for whoever looks after the desk."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, or_, select, text, type_coerce

from db.database import Session
from db.ids import BookingId, BookingReference, RefundId
from db.record import Shape
from db.schema import booking, customer, journal, payment, refund, top_up
from db.states import RefundState, Tender

TAKEN_BACK = ("reversed_at", "reversed_by", "reverse_reason")


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A refund that is given back on a machine and has no slip yet."""

    id: RefundId
    booking_id: BookingId
    reference: BookingReference
    name: str
    amount_paise: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ReversedRow:
    """A top-up that was taken back."""

    name: str
    amount_paise: int
    reversed_at: datetime
    reversed_by: str
    reverse_reason: str


@dataclass(frozen=True, slots=True)
class CorrectedRow:
    """A record of a tender that was put right; `content` is JSON."""

    at: datetime
    clerk: str
    booking_id: BookingId
    name: str
    content: str


WAITING = Shape(
    WaitingRow, refund, booking_id=booking.c.id, reference=booking.c.reference, name=customer.c.name
)


@dataclass(frozen=True, slots=True)
class ToldRow:
    """A record of a discount, of a limit, or of a cancellation that gave back beyond the rules."""

    at: datetime
    clerk: str
    tag: str
    booking_id: BookingId | None
    reference: BookingReference | None
    name: str | None
    content: str


@dataclass(frozen=True, slots=True)
class ReopenedRow:
    """A record of a booking that is confirmed again after a wrong clock completed it; `content` is JSON."""

    at: datetime
    clerk: str
    booking_id: BookingId
    reference: BookingReference
    name: str
    amount_paise: int
    content: str


# Only top-ups that were taken back are read: nothing of that is empty there.
REVERSED = Shape(
    ReversedRow,
    top_up,
    name=customer.c.name,
    **{name: type_coerce(top_up.c[name], top_up.c[name].type) for name in TAKEN_BACK},
)
CORRECTED = Shape(CorrectedRow, journal, booking_id=booking.c.id, name=customer.c.name)


TOLD = Shape(ToldRow, journal, reference=booking.c.reference, name=customer.c.name)
REOPENED = Shape(
    ReopenedRow,
    journal,
    booking_id=booking.c.id,
    reference=booking.c.reference,
    name=customer.c.name,
    amount_paise=booking.c.total_paise,
)


def waiting_slips(session: Session) -> list[WaitingRow]:
    """Return the refunds that wait for a machine's slip, the oldest first."""
    statement = (
        WAITING.select()
        .join(booking, booking.c.id == refund.c.booking_id)
        .join(customer, customer.c.id == booking.c.customer_id)
        .where(refund.c.state == RefundState.PLANNED, refund.c.tender != Tender.RAZORPAY)
    )
    return WAITING.list(session.execute(statement.order_by(refund.c.created_at, refund.c.id)))


def reversed_top_ups(session: Session, since: datetime) -> list[ReversedRow]:
    """Return the top-ups that were taken back since then, the newest first."""
    statement = REVERSED.select().join(customer, customer.c.id == top_up.c.customer_id)
    found = statement.where(top_up.c.reversed_at >= since).order_by(top_up.c.reversed_at.desc())
    return REVERSED.list(session.execute(found))


def reopened_bookings(session: Session, since: datetime) -> list[ReopenedRow]:
    """Return the bookings that were reopened since then, the newest first."""
    statement = (
        REOPENED.select()
        .join(booking, booking.c.id == journal.c.booking_id)
        .join(customer, customer.c.id == booking.c.customer_id)
        # Written out, so that the index of these few records is used.
        .where(text("journal.tag = 'BOOKING_REOPENED'"), journal.c.at >= since)
    )
    return REOPENED.list(session.execute(statement.order_by(journal.c.at.desc(), journal.c.number.desc())))


def corrected_tenders(session: Session, since: datetime) -> list[CorrectedRow]:
    """Return the tenders that were put right since then, the newest first."""
    corrected = select(payment.c.booking_id).where(payment.c.corrected_from.is_not(None))
    statement = (
        CORRECTED.select()
        .join(booking, booking.c.id == journal.c.booking_id)
        .join(customer, customer.c.id == booking.c.customer_id)
        .where(journal.c.tag == "TENDER_CORRECTED", journal.c.at >= since)
        .where(journal.c.booking_id.in_(corrected))
    )
    return CORRECTED.list(session.execute(statement.order_by(journal.c.at.desc(), journal.c.number.desc())))


def told_acts(session: Session, since: datetime) -> list[ToldRow]:
    """Return what was given beyond the rules, voided, taken off or allowed since then, the newest first."""
    content = journal.c.content
    beyond = or_(content.like('%"beyond_paise"%'), content.like('%"rules":["void"]%'))
    statement = (
        TOLD.select()
        .outerjoin(booking, booking.c.id == journal.c.booking_id)
        .outerjoin(customer, customer.c.id == booking.c.customer_id)
        .where(
            journal.c.at >= since,
            or_(
                journal.c.tag.in_(("DISCOUNT_GIVEN", "LIMIT_CHANGED")),
                and_(journal.c.tag.in_(("BOOKING_CANCELLED", "BOOKING_LINES_CANCELLED")), beyond),
            ),
        )
        .order_by(journal.c.at.desc(), journal.c.number.desc())
    )
    return TOLD.list(session.execute(statement))
