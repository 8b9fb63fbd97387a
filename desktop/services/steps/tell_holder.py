"""A hold that another desk ends: only with permission, and the desk that had placed it is told."""

from db import broken_holds, journal
from db.bookings import BookingRow
from db.database import Session
from db.states import BookingState
from desktop.services.domain.permission import ManagerAct
from desktop.services.steps.check_permission import check_permission


def is_of_another_desk(session: Session, booking: BookingRow) -> bool:
    """Whether it is a hold that another desk has placed; raises NotPermitted unless it may be ended here."""
    if booking.state is not BookingState.HELD or booking.desk_id == session.actor.desk_id:
        return False
    check_permission(session, ManagerAct.BREAK_HOLD, booking.reference)
    return True


def tell_holder(session: Session, booking: BookingRow, reason: str) -> None:
    """Leave the notice at the desk that had placed it, and tell the journal."""
    broken_holds.add(session, booking.id, desk_id=booking.desk_id, reason=reason)
    content = {
        "reference": booking.reference,
        "desk": booking.desk_id,
        "held_by": booking.clerk,
        "ends_at": booking.expires_at.isoformat(),
        "reason": reason,
    }
    journal.record(session, "HOLD_BROKEN", content, booking_id=booking.id)
