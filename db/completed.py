"""Bookings that were used up, and the way back for those that only a wrong clock saw so."""

from datetime import datetime

from sqlalchemy import Exists, bindparam, or_, select, type_coerce, update

from db.bookings import NAMED, NamedRow
from db.database import Session
from db.deposits import OPEN_BALANCE
from db.ids import BookingId
from db.schema import booking, booking_line, slot
from db.schema.columns import Whole, to_microseconds
from db.states import BookingState

MINUTE_MICROSECONDS = 60_000_000
THE_BOOKING = booking.c.id == bindparam("booking")
COMPLETE = (
    update(booking)
    .where(THE_BOOKING, booking.c.state == BookingState.CONFIRMED, ~OPEN_BALANCE)
    .values(state=BookingState.COMPLETED, completed_at=bindparam("now", type_=booking.c.completed_at.type))
)
REOPEN = (
    update(booking)
    .where(THE_BOOKING, booking.c.state == BookingState.COMPLETED)
    .values(state=BookingState.CONFIRMED, completed_at=None)
)


def complete(session: Session, booking_id: BookingId) -> bool:
    """Confirmed -> completed; False when it was in another state."""
    return session.execute(COMPLETE, {"booking": booking_id, "now": session.now}).rowcount == 1


def reopen(session: Session, booking_id: BookingId) -> bool:
    """Completed -> confirmed, for one that a wrong clock completed; False when it was in another state."""
    return session.execute(REOPEN, {"booking": booking_id}).rowcount == 1


def made_after(session: Session, moment: datetime) -> list[NamedRow]:
    """Return the bookings that were placed after a moment, in that order."""
    return NAMED.list(
        session.execute(
            NAMED.select().where(booking.c.reserved_at > moment).order_by(booking.c.reserved_at, booking.c.id)
        )
    )


def completed_after(session: Session, moment: datetime) -> list[NamedRow]:
    """Return the bookings that were completed after a moment, in that order."""
    ended = (booking.c.state == BookingState.COMPLETED) & (booking.c.completed_at > moment)
    return NAMED.list(
        session.execute(NAMED.select().where(ended).order_by(booking.c.completed_at, booking.c.id))
    )


def is_used_up(session: Session, booking_id: BookingId) -> bool:
    """Whether all of a booking's live lines have ended by now, as they were sold."""
    statement = select(booking.c.id).where(booking.c.id == booking_id, ~_open_line(session))
    return session.execute(statement).first() is not None


def used_up(session: Session, limit: int) -> list[NamedRow]:
    """Return id and reference of confirmed bookings whose live lines have all ended, as they were sold.

    A cancelled slot keeps its booking open: nobody was served, and the customer may still come for the money.
    So does one that the house moved to an earlier time, until the start at the chosen stop as it was sold.
    And so does one whose balance is open: it waits for a decision.
    """
    confirmed = (booking.c.state == BookingState.CONFIRMED) & ~OPEN_BALANCE
    statement = NAMED.select().where(confirmed, ~_open_line(session))
    return NAMED.list(session.execute(statement.order_by(booking.c.reserved_at).limit(limit)))


def _open_line(session: Session) -> Exists:
    after_start = booking_line.c.boarding_minutes * MINUTE_MICROSECONDS
    boards_at = type_coerce(booking_line.c.starts_at, Whole) + after_start
    unserved = or_(
        slot.c.ends_at > session.now, boards_at > to_microseconds(session.now), slot.c.cancelled == 1
    )
    return (
        select(booking_line.c.slot_id)
        .join(slot, slot.c.id == booking_line.c.slot_id)
        .where(booking_line.c.booking_id == booking.c.id, booking_line.c.cancelled_at.is_(None), unserved)
        .correlate(booking)
        .exists()
    )
