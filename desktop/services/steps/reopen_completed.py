"""A booking that a wrong clock completed is confirmed again."""

from db import completed, journal
from db.bookings import NamedRow
from db.database import Session
from db.states import BookingState


def reopen_completed(session: Session, booking: NamedRow, reason: str) -> bool:
    """Completed -> confirmed, journalled; False when it was in another state."""
    if not completed.reopen(session, booking.id):
        return False
    content = {
        "reference": booking.reference,
        "old_status": BookingState.COMPLETED,
        "new_status": BookingState.CONFIRMED,
        "reason": reason,
    }
    journal.record(session, "BOOKING_REOPENED", content, booking_id=booking.id)
    return True
