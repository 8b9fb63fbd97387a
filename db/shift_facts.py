"""What was booked in a shift, one row for each act: read to explain why its drawer differs."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select

from db.database import Session
from db.ids import BookingId, BookingReference, DeskId, ShiftId
from db.record import Shape
from db.schema import booking, drawer_move, entry, payment, refund, top_up
from db.states import BookingState, DrawerMoveKind, PaymentState, RefundState, Tender


@dataclass(frozen=True, slots=True)
class BookedRow:
    """A payment or refund of a shift. `clerk`: of its own entry, '' where it has none."""

    id: str
    tender: Tender
    amount_paise: int
    rounding_paise: int
    at: datetime
    clerk: str
    booking_id: BookingId | None
    reference: BookingReference | None


@dataclass(frozen=True, slots=True)
class PaidRow(BookedRow):
    """A payment, with what was handed over and what it was entered as first."""

    received_paise: int | None
    corrected_from: Tender | None


@dataclass(frozen=True, slots=True)
class DrawerRow:
    """Cash without a sale: a top-up, its taking back, or a move."""

    id: str
    amount_paise: int
    at: datetime
    clerk: str


@dataclass(frozen=True, slots=True)
class MovedRow(DrawerRow):
    """A move of the drawer."""

    kind: DrawerMoveKind


@dataclass(frozen=True, slots=True)
class LapsedRow:
    """A hold that ended without money."""

    booking_id: BookingId
    reference: BookingReference
    amount_paise: int
    at: datetime
    clerk: str


# Who posted it: an act and its entry are of the same moment.
PAID_BY = (
    select(func.min(entry.c.clerk))
    .where(entry.c.booking_id == payment.c.booking_id, entry.c.at == payment.c.created_at)
    .scalar_subquery()
)
GIVEN_BY = (
    select(func.min(entry.c.clerk))
    .where(entry.c.booking_id == refund.c.booking_id, entry.c.at == refund.c.settled_at)
    .scalar_subquery()
)
PAID = Shape(
    PaidRow,
    payment,
    at=payment.c.created_at,
    clerk=func.coalesce(PAID_BY, ""),
    reference=booking.c.reference,
)
GIVEN = Shape(
    BookedRow,
    refund,
    at=refund.c.settled_at,
    clerk=func.coalesce(GIVEN_BY, ""),
    reference=booking.c.reference,
)
TOPPED_UP = Shape(DrawerRow, top_up, at=entry.c.at)
TAKEN_BACK = Shape(DrawerRow, top_up, at=top_up.c.reversed_at, clerk=func.coalesce(top_up.c.reversed_by, ""))
MOVED = Shape(MovedRow, drawer_move, at=drawer_move.c.made_at)
LAPSED = Shape(
    LapsedRow, booking, booking_id=booking.c.id, amount_paise=booking.c.total_paise, at=booking.c.reserved_at
)


def payments(session: Session, shift_id: ShiftId) -> list[PaidRow]:
    """Return what was taken for bookings, the oldest first."""
    statement = (
        PAID.select()
        .join(booking, booking.c.id == payment.c.booking_id)
        .where(payment.c.shift_id == shift_id, payment.c.state == PaymentState.CAPTURED)
    )
    return PAID.list(session.execute(statement.order_by(payment.c.created_at, payment.c.id)))


def refunds(session: Session, shift_id: ShiftId) -> list[BookedRow]:
    """Return what was given back for good, the oldest first."""
    statement = (
        GIVEN.select()
        .outerjoin(booking, booking.c.id == refund.c.booking_id)
        .where(refund.c.shift_id == shift_id, refund.c.state == RefundState.DONE)
    )
    return GIVEN.list(session.execute(statement.order_by(refund.c.settled_at, refund.c.id)))


def top_ups(session: Session, shift_id: ShiftId) -> list[DrawerRow]:
    """Return the top-ups whose cash went into the drawer, the oldest first."""
    statement = TOPPED_UP.select().join(entry, entry.c.id == top_up.c.entry_id)
    found = statement.where(top_up.c.shift_id == shift_id)
    return TOPPED_UP.list(session.execute(found.order_by(entry.c.at, top_up.c.id)))


def reversed_top_ups(session: Session, shift_id: ShiftId) -> list[DrawerRow]:
    """Return the top-ups whose cash was given back out of the drawer, the oldest first."""
    statement = TAKEN_BACK.select().where(top_up.c.reversed_shift_id == shift_id)
    return TAKEN_BACK.list(session.execute(statement.order_by(top_up.c.reversed_at, top_up.c.id)))


def moves(session: Session, shift_id: ShiftId) -> list[MovedRow]:
    """Return what was moved without a sale, the oldest first; an opened drawer moves nothing."""
    statement = MOVED.select().where(
        drawer_move.c.shift_id == shift_id, drawer_move.c.kind != DrawerMoveKind.OPENED
    )
    return MOVED.list(session.execute(statement.order_by(drawer_move.c.made_at, drawer_move.c.id)))


def lapsed_holds(session: Session, desk_id: DeskId, since: datetime, until: datetime) -> list[LapsedRow]:
    """Return the holds of a desk that ended then without a payment, the oldest first."""
    paid = select(payment.c.booking_id).where(payment.c.state == PaymentState.CAPTURED)
    # Nobody may have written yet that it expired.
    is_over = or_(
        booking.c.state == BookingState.EXPIRED,
        booking.c.state == BookingState.CANCELLED,
        (booking.c.state == BookingState.HELD) & (booking.c.expires_at <= until),
    )
    statement = LAPSED.select().where(
        booking.c.desk_id == desk_id,
        booking.c.reserved_at >= since,
        booking.c.reserved_at <= until,
        booking.c.total_paise > 0,
        is_over,
        booking.c.id.not_in(paid),
    )
    return LAPSED.list(session.execute(statement.order_by(booking.c.reserved_at, booking.c.id)))
