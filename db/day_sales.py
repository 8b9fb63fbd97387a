"""Lines that were sold and lines that ended, each at its own moment: the sales of a day sheet. In paise."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, case, func, or_

from db.database import Session
from db.day_span import Span, person_of
from db.ids import BookingId, BookingReference
from db.record import Shape
from db.schema import booking, booking_line, desk
from db.states import Kind


@dataclass(frozen=True, slots=True)
class SaleRow:
    """A line at the moment at which it was sold, or at which it ended; what it costs stands in both."""

    at: datetime
    desk: str
    person: str
    booking_id: BookingId
    reference: BookingReference
    kind: Kind
    tax_class: str
    tax_rate_bp: int
    place_state: str
    base_paise: int
    discount_paise: int
    fee_paise: int
    taxable_paise: int
    cgst_paise: int
    sgst_paise: int
    igst_paise: int
    tax_paise: int
    total_paise: int


@dataclass(frozen=True, slots=True)
class EndedRow(SaleRow):
    """A line that ended. `was_sold`: before, so that what comes back was taken out of the sales.

    Of any other only a deposit was paid, and what was kept of it is sold by the end itself.
    """

    was_sold: bool
    refund_paise: int
    refund_tax_paise: int
    unpaid_paise: int
    unpaid_tax_paise: int


AT_ONCE = booking.c.deposit_paise.is_(None)
SOLD_AT = case((AT_ONCE, booking.c.confirmed_at), else_=booking.c.sold_at)
# What ended in the act that sold the rest was never sold itself.
WAS_SOLD = or_(AT_ONCE, func.coalesce(booking.c.sold_at < booking_line.c.cancelled_at, False))
SOLD = Shape(
    SaleRow,
    booking_line,
    at=SOLD_AT,
    desk=desk.c.code,
    person=person_of(booking.c.id, SOLD_AT, "sale"),
    reference=booking.c.reference,
)
ENDED = Shape(
    EndedRow,
    booking_line,
    at=booking_line.c.cancelled_at,
    desk=func.coalesce(desk.c.code, ""),
    person=person_of(booking.c.id, booking_line.c.cancelled_at, "cancellation"),
    reference=booking.c.reference,
    was_sold=WAS_SOLD,
)


def sold(session: Session, span: Span) -> list[SaleRow]:
    """Return the lines that were sold, whatever became of them; with a deposit: when all was paid."""
    place = func.coalesce(booking.c.sold_desk_id, booking.c.desk_id)
    at_once = and_(AT_ONCE, span.has_at(booking.c.confirmed_at, place))
    later = span.has_at(booking.c.sold_at, place)
    ended_before = and_(
        booking.c.sold_at.is_not(None),
        booking_line.c.cancelled_at.is_not(None),
        booking_line.c.cancelled_at <= booking.c.sold_at,
    )
    statement = (
        SOLD.select()
        .join(booking, booking.c.id == booking_line.c.booking_id)
        .join(desk, desk.c.id == place)
        .where(or_(at_once, later), ~ended_before)
    )
    return SOLD.list(session.execute(statement))


def ended(session: Session, span: Span) -> list[EndedRow]:
    """Return the lines that ended, of bookings that were sold or confirmed by a deposit."""
    at = booking_line.c.cancelled_at
    statement = (
        ENDED.select()
        .join(booking, booking.c.id == booking_line.c.booking_id)
        .outerjoin(desk, desk.c.id == booking_line.c.cancelled_desk_id)
        .where(span.has_at(at, booking_line.c.cancelled_desk_id), booking.c.confirmed_at.is_not(None))
    )
    return ENDED.list(session.execute(statement))
