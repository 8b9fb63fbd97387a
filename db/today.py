"""What a desk sees at a glance: the live holds, and what was sold and cancelled since a moment."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import cast, func, select

from db.database import Session
from db.ids import BookingId, BookingReference, DeskId
from db.record import Shape
from db.schema import booking, booking_line, customer, desk, payment
from db.schema.columns import Whole
from db.states import BookingState, Kind, PaymentState


@dataclass(frozen=True, slots=True)
class HoldRow:
    """A live hold: whether it waits for money through the gateway, and what was taken for it."""

    id: BookingId
    reference: BookingReference
    title: str
    kind: Kind
    mobile: str
    total_paise: int
    expires_at: datetime
    desk_code: str
    paying: bool
    paid_paise: int


@dataclass(frozen=True, slots=True)
class SoldRow:
    """How many bookings, and their total."""

    bookings: int
    paise: int


HOLD = Shape(
    HoldRow,
    booking,
    customer,
    desk_code=desk.c.code,
    kind=select(booking_line.c.kind)
    .where(booking_line.c.booking_id == booking.c.id, booking_line.c.number == 1)
    .scalar_subquery(),
    paying=select(payment.c.id)
    .where(payment.c.booking_id == booking.c.id, payment.c.settled_at.is_(None))
    .correlate(booking)
    .exists(),
    paid_paise=cast(
        select(func.coalesce(func.sum(payment.c.amount_paise), 0))
        .where(payment.c.booking_id == booking.c.id, payment.c.state == PaymentState.CAPTURED)
        .scalar_subquery(),
        Whole,
    ),
)
SOLD = Shape(
    SoldRow,
    bookings=func.count(),
    paise=cast(func.coalesce(func.sum(booking.c.total_paise), 0), Whole),
)


def live_holds(session: Session) -> list[HoldRow]:
    """Return the holds whose time is not over, the next to end first."""
    statement = (
        HOLD.select()
        .join(desk, desk.c.id == booking.c.desk_id)
        .join(customer, customer.c.id == booking.c.customer_id)
        .where(booking.c.state == BookingState.HELD, booking.c.expires_at > session.now)
        .order_by(booking.c.expires_at)
    )
    return HOLD.list(session.execute(statement))


def sold_since(session: Session, desk_id: DeskId, moment: datetime) -> SoldRow:
    """Return count and paise of what a desk has confirmed since `moment`."""
    statement = SOLD.select().where(
        booking.c.state.in_((BookingState.CONFIRMED, BookingState.COMPLETED)),
        booking.c.reserved_at >= moment,
        booking.c.desk_id == desk_id,
    )
    return SOLD.one(session.execute(statement))


def cancelled_since(session: Session, desk_id: DeskId, moment: datetime) -> int:
    """Return how many bookings made since `moment` at a desk were cancelled."""
    statement = select(func.count()).where(
        booking.c.state == BookingState.CANCELLED,
        booking.c.reserved_at >= moment,
        booking.c.desk_id == desk_id,
    )
    return int(session.execute(statement).scalar_one())
