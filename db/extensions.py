"""Holds that live longer: the one way in which the end of a hold is moved on purpose."""

from datetime import datetime

from sqlalchemy import bindparam, update

from db.database import Session
from db.ids import BookingId
from db.schema import booking
from db.states import BookingState

MOMENT = booking.c.expires_at.type
EXTEND = (
    update(booking)
    .where(
        booking.c.id == bindparam("booking"),
        booking.c.state == BookingState.HELD,
        booking.c.expires_at == bindparam("old_end", type_=MOMENT),
        booking.c.expires_at > bindparam("now", type_=MOMENT),
        booking.c.extensions == bindparam("count"),
    )
    .values(extensions=booking.c.extensions + 1, expires_at=bindparam("new_end", type_=MOMENT))
)


def extend(
    session: Session, booking_id: BookingId, *, count: int, old_end: datetime, new_end: datetime
) -> bool:
    """Move the end of a live hold that was extended `count` times; False when it is not as it was seen."""
    seen = {"booking": booking_id, "now": session.now, "count": count}
    return session.execute(EXTEND, seen | {"old_end": old_end, "new_end": new_end}).rowcount == 1
