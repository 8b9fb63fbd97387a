"""CompleteBookings: what has been used up is no longer to be cancelled."""

from functools import partial

from db import completed, journal
from db.actor import Actor
from db.bookings import NamedRow
from db.database import Database
from db.halt import Purpose
from db.states import BookingState
from desktop.services.events import BookingChanged, Publish
from desktop.services.steps.one_by_one import one_by_one

BOOKINGS_PER_RUN_MAX = 500


class CompleteBookings:
    """Confirmed -> completed, once the last night, journey or tour of a booking is over."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, *, actor: Actor) -> int:
        """Return how many bookings were completed; none while the clock is in question (WritesHalted)."""
        with self._database.read() as session:
            waiting = completed.used_up(session, BOOKINGS_PER_RUN_MAX)
        return sum(one_by_one(waiting, partial(self._complete, actor=actor)))

    def _complete(self, booking: NamedRow, *, actor: Actor) -> bool:
        with self._database.write(actor, Purpose.FINAL) as session:
            if not completed.complete(session, booking.id):
                return False
            content = {
                "reference": booking.reference,
                "old_status": BookingState.CONFIRMED,
                "new_status": BookingState.COMPLETED,
            }
            journal.record(session, "BOOKING_COMPLETED", content, booking_id=booking.id)
        self._publish(BookingChanged(booking.id))
        return True
