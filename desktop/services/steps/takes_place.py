"""Whether everything that a hold is for still takes place: asked before any money is taken for it."""

from db import lines, rules
from db.bookings import BookingRow
from db.database import Session
from desktop.services.errors import DepartureCancelled


def check_takes_place(session: Session, booking: BookingRow) -> None:
    """Raise DepartureCancelled for the first departure of a booking that the house has cancelled.

    A sale that was only stopped, or a coach that has left meanwhile, is no reason: the hold was in time.
    """
    starts = {line.slot_id: line.starts_now_at for line in lines.of_booking(session, booking.id)}
    for slot in rules.doubtful_slots(session, starts):
        if slot.cancelled:
            raise DepartureCancelled(name=slot.name, day=slot.day)
