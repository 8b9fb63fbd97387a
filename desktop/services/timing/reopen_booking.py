"""ReopenBooking: a booking that a wrong clock completed is confirmed again, by hand."""

from datetime import timedelta

from db import bookings, completed
from db.actor import Actor
from db.bookings import NamedRow
from db.database import Database
from db.ids import BookingId
from db.states import BookingState
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import NotFound, WrongState
from desktop.services.events import BookingChanged, Publish
from desktop.services.halted import NotReopened
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.checked_reason import checked_reason
from desktop.services.steps.reopen_completed import reopen_completed

# As far back as the list of counter-acts goes.
BACK = timedelta(days=31)


class ReopenBooking:
    """The counter-act of CompleteBookings; what was really used up stays completed."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, booking_id: BookingId, reason: str, *, actor: Actor) -> None:
        """Confirm it again.

        Raises NotFound, WrongState unless it is completed, NotPermitted, BadRequest without a reason, and
        NotReopened: its lines have ended by the clock of now, or it was completed more than 31 days ago.
        """
        why = checked_reason(reason)
        with self._database.write(actor) as session:
            row = bookings.lock(session, booking_id)
            if row is None:
                raise NotFound("booking", booking_id)
            if row.state is not BookingState.COMPLETED:
                raise WrongState(row.reference, row.state)
            act = ManagerAct.REOPEN_COMPLETED
            check_permission(session, act, booking_id, amount_paise=row.total_paise)
            if completed.is_used_up(session, booking_id):
                raise NotReopened(row.reference, "used_up")
            if row.completed_at is not None and row.completed_at < session.now - BACK:
                raise NotReopened(row.reference, "too_late")
            reopen_completed(session, NamedRow(row.id, row.reference), why)
        self._publish(BookingChanged(booking_id))
