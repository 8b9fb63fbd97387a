"""Holds that another desk has ended, until the desk that had placed them has read of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, update

from db.database import Session
from db.ids import BookingId, BookingReference, DeskId
from db.record import Shape
from db.schema import booking, broken_hold, desk


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A hold that was ended: who did it at which desk, when and why."""

    booking_id: BookingId
    reference: BookingReference
    title: str
    broken_at: datetime
    clerk: str
    desk_code: str
    reason: str


BROKEN = Shape(
    BrokenRow, broken_hold, reference=booking.c.reference, title=booking.c.title, desk_code=desk.c.code
)


def add(session: Session, booking_id: BookingId, *, desk_id: DeskId, reason: str) -> None:
    """Write down that the actor has ended a hold that `desk_id` had placed."""
    values = {
        "booking_id": booking_id,
        "desk_id": desk_id,
        "broken_at": session.now,
        "broken_desk_id": session.actor.desk_id,
        "clerk": session.actor.person,
        "reason": reason,
        "home": session.home,
    }
    session.execute(insert(broken_hold), values)


def unread(session: Session, desk_id: DeskId) -> list[BrokenRow]:
    """Return what a desk has not read yet, the oldest first."""
    statement = (
        BROKEN.select()
        .join(booking, booking.c.id == broken_hold.c.booking_id)
        .join(desk, desk.c.id == broken_hold.c.broken_desk_id)
        .where(broken_hold.c.desk_id == desk_id, broken_hold.c.read_at.is_(None))
        .order_by(broken_hold.c.broken_at, broken_hold.c.booking_id)
    )
    return BROKEN.list(session.execute(statement))


def read(session: Session, booking_id: BookingId) -> bool:
    """Note that the actor's desk has read of it; False when it had, or was not the one that is told."""
    statement = update(broken_hold).where(
        broken_hold.c.booking_id == booking_id,
        broken_hold.c.desk_id == session.actor.desk_id,
        broken_hold.c.read_at.is_(None),
    )
    return session.execute(statement.values(read_at=session.now)).rowcount == 1
