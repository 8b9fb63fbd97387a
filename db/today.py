"""What a desk sees at a glance: the live holds, and its figures since a moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, bindparam, cast, func, or_, select

from db.bookings import WAS_HELD_AGAIN
from db.database import Session
from db.ids import BookingId, BookingReference, CustomerId, DeskId
from db.record import Shape
from db.refunds import OF_SALE
from db.schema import booking, booking_line, customer, desk, payment, refund
from db.schema.columns import Whole
from db.states import BookingState, Kind, PaymentState


@dataclass(frozen=True, slots=True)
class HoldRow:
    """A live hold: whether it waits for money through the gateway, and what was taken for it."""

    id: BookingId
    reference: BookingReference
    title: str
    kind: Kind
    customer_id: CustomerId
    name: str
    mobile: str
    total_paise: int
    expires_at: datetime
    desk_id: DeskId
    desk_code: str
    # Who holds it.
    clerk: str
    extensions: int
    paying: bool
    paid_paise: int
    # Its time is over; it can be taken again.
    is_over: bool


@dataclass(frozen=True, slots=True)
class DayRow:
    """What a desk did since a moment, each figure by its own moment and by the desk that did it."""

    sold: int
    sold_paise: int
    cancelled: int
    refunded_paise: int


NOW = bindparam("now", type_=booking.c.expires_at.type)
OVER = bindparam("over_since", type_=booking.c.expires_at.type)
RECENT = bindparam("reserved_since", type_=booking.c.reserved_at.type)
# However long a hold can be; only so that few rows are looked at.
LONGEST_HOLD = timedelta(hours=2)
IS_LIVE = and_(booking.c.state == BookingState.HELD, booking.c.expires_at > NOW)
IS_OVER = and_(
    booking.c.state.in_((BookingState.HELD, BookingState.EXPIRED)),
    booking.c.expires_at <= NOW,
    booking.c.expires_at > OVER,
    booking.c.reserved_at > RECENT,
    ~WAS_HELD_AGAIN,
)
HOLD = Shape(
    HoldRow,
    booking,
    customer,
    desk_code=desk.c.code,
    mobile=func.coalesce(customer.c.mobile, customer.c.landline, ""),
    kind=select(booking_line.c.kind)
    .where(booking_line.c.booking_id == booking.c.id)
    # The first that is there: a cancelled departure may have been taken out of the hold.
    .order_by(booking_line.c.number)
    .limit(1)
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
    is_over=booking.c.expires_at <= NOW,
)
SINCE = bindparam("since", type_=booking.c.confirmed_at.type)
DESK = bindparam("desk", type_=booking.c.sold_desk_id.type)
# A booking that was only held was never sold: releasing it cancels nothing.
ENDED = (
    select(func.count(booking_line.c.booking_id.distinct()))
    .join(booking, booking.c.id == booking_line.c.booking_id)
    .where(
        booking_line.c.cancelled_at >= SINCE,
        booking_line.c.cancelled_desk_id == DESK,
        booking.c.confirmed_at.is_not(None),
    )
    .scalar_subquery()
)
BACK = (
    select(func.coalesce(func.sum(refund.c.amount_paise), 0))
    .join(booking, booking.c.id == refund.c.booking_id)
    .where(
        refund.c.created_at >= SINCE,
        refund.c.desk_id == DESK,
        OF_SALE,
        refund.c.document_id.is_not(None),
        booking.c.confirmed_at.is_not(None),
    )
    .scalar_subquery()
)
DAY = Shape(
    DayRow,
    sold=func.count(),
    sold_paise=cast(func.coalesce(func.sum(booking.c.total_paise), 0), Whole),
    cancelled=ENDED,
    refunded_paise=cast(BACK, Whole),
)
OF_DESK = DAY.select().where(booking.c.confirmed_at >= SINCE, booking.c.sold_desk_id == DESK)


def holds(session: Session, *, over_since: datetime) -> list[HoldRow]:
    """Return the live holds, the next to end first, and those over since then that can be taken again."""
    statement = (
        HOLD.select()
        .join(desk, desk.c.id == booking.c.desk_id)
        .join(customer, customer.c.id == booking.c.customer_id)
        .where(or_(IS_LIVE, IS_OVER))
        .order_by(booking.c.expires_at, booking.c.reference)
    )
    params = {"now": session.now, "over_since": over_since, "reserved_since": over_since - LONGEST_HOLD}
    return HOLD.list(session.execute(statement, params))


def since(session: Session, desk_id: DeskId, moment: datetime) -> DayRow:
    """Return what a desk sold, cancelled and gave back since `moment`.

    Sold counts when and where the money came, whatever became of it later; cancelled are bookings of which
    lines ended; given back is what their vouchers name.
    """
    return DAY.one(session.execute(OF_DESK, {"since": moment, "desk": desk_id}))
