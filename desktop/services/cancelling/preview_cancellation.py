"""PreviewCancellation: the refund plan, tender by tender, before anything is done."""

from db import bookings
from db.database import Database
from db.ids import BookingId
from db.states import BookingState
from desktop.services.cancelling.read_refund_plan import read_refund_plan
from desktop.services.domain.cancellation import RefundPlan
from desktop.services.errors import NotFound, WrongState
from desktop.services.records.booking_record import shown_state


class PreviewCancellation:
    """Work out the plan from the policy that was frozen at the hold."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, booking_id: BookingId) -> RefundPlan:
        """Return the plan as of now. Raises NotFound, WrongState when there is nothing to cancel."""
        with self._database.read() as session:
            booking = bookings.find(session, booking_id)
            if booking is None:
                raise NotFound("booking", booking_id)
            state = shown_state(booking, session)
            if state not in (BookingState.HELD, BookingState.CONFIRMED):
                raise WrongState(booking.reference, state)
            return read_refund_plan(session, booking)
