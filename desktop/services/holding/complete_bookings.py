"""CompleteBookings: what has been used up is no longer to be cancelled."""

from db import bookings, journal
from db.database import Database
from desktop.services.events import BookingChanged, Publish

BOOKINGS_PER_RUN_MAX = 500


class CompleteBookings:
    """Confirmed -> completed, once the last night, journey or tour of a booking is over."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self) -> int:
        """Return how many bookings were completed."""
        with self._database.read() as session:
            waiting = bookings.used_up(session, BOOKINGS_PER_RUN_MAX)
        done = [row.id for row in waiting if self._complete(row.id, row.reference)]
        for booking_id in done:
            self._publish(BookingChanged(booking_id))
        return len(done)

    def _complete(self, booking_id: str, reference: str) -> bool:
        with self._database.write() as session:
            if not bookings.complete(session, booking_id):
                return False
            content = {"reference": reference, "old_status": "confirmed", "new_status": "completed"}
            journal.record(session, "BOOKING_COMPLETED", content, booking_id=booking_id)
        return True
