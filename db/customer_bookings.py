"""The bookings of one customer, and those in which somebody of the same name travels with another buyer."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, case, cast, func, or_, select

from db.database import Session
from db.deposits import BALANCE
from db.ids import BookingId, BookingReference, CustomerId
from db.record import Shape
from db.schema import booking, booking_line, customer
from db.schema.columns import Whole
from db.states import BookingState


@dataclass(frozen=True, slots=True)
class CustomerBookingRow:
    """A booking: when its first line begins, who bought it, and of how many found it is one."""

    id: BookingId
    reference: BookingReference
    title: str
    state: BookingState
    total_paise: int
    expires_at: datetime
    confirmed_at: datetime | None
    customer_id: CustomerId
    buyer: str
    begins_at: datetime
    balance_paise: int
    found: int


MOMENT = booking.c.expires_at.type
OF_BOOKING = booking_line.c.booking_id == booking.c.id
BEGINS = select(func.min(booking_line.c.starts_at, type_=MOMENT)).where(OF_BOOKING).scalar_subquery()
ENDS = (
    select(func.max(booking_line.c.ends_at, type_=MOMENT))
    .where(OF_BOOKING, booking_line.c.cancelled_at.is_(None))
    .scalar_subquery()
)
ROW = Shape(
    CustomerBookingRow,
    booking,
    buyer=customer.c.name,
    begins_at=BEGINS,
    balance_paise=BALANCE,
    found=cast(func.count().over(), Whole),
)
WHO = bindparam("who", type_=booking.c.customer_id.type)
NOW = bindparam("now", type_=MOMENT)
HIS_KEY = select(customer.c.search_key).where(customer.c.id == WHO).scalar_subquery()
TRAVELS = (
    select(booking_line.c.booking_id)
    .where(
        booking_line.c.search_key == HIS_KEY,
        booking_line.c.search_key != "",
        booking_line.c.cancelled_at.is_(None),
    )
    .scalar_subquery()
)
LIVES = (booking.c.state == BookingState.CONFIRMED) | (
    (booking.c.state == BookingState.HELD) & (booking.c.expires_at > NOW)
)
IS_TO_COME = LIVES & (ENDS > NOW)
STATEMENT = (
    ROW.select()
    .join(customer, customer.c.id == booking.c.customer_id)
    .where(or_(booking.c.customer_id == WHO, booking.c.id.in_(TRAVELS)))
    .order_by(
        case((IS_TO_COME, 0), else_=1),
        case((IS_TO_COME, BEGINS)),
        BEGINS.desc(),
        booking.c.reference,
    )
    .limit(bindparam("most"))
)


def soonest(session: Session, customer_id: CustomerId, most: int) -> list[CustomerBookingRow]:
    """Return what is to come, the soonest first, then what is over, the latest first; at most so many."""
    params = {"who": customer_id, "now": session.now, "most": most}
    return ROW.list(session.execute(STATEMENT, params))
