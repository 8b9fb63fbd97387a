"""ReleaseHold: the clerk gives the units back because the customer went away."""

from db import bookings
from db.actor import Actor
from db.database import Database
from db.ids import BookingId
from desktop.services.errors import NotFound
from desktop.services.events import BookingChanged, Publish, StockChanged
from desktop.services.steps.end_hold import end_hold
from desktop.services.steps.tell_holder import is_of_another_desk, tell_holder

RELEASED = "released"


class ReleaseHold:
    """Held -> cancelled, for a hold for which nothing has been paid."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, booking_id: BookingId, *, actor: Actor) -> None:
        """Free the units at once. Raises NotFound, WrongState, PaymentUnderWay.

        With money taken it is a cancellation, which shows its refund plan first: WrongState. What another
        desk has placed is not given back without the permission that BreakHold asks for: NotPermitted.
        """
        with self._database.write(actor) as session:
            booking = bookings.lock(session, booking_id)
            if booking is None:
                raise NotFound("booking", booking_id)
            is_anothers = is_of_another_desk(session, booking)
            end_hold(session, booking, RELEASED)
            if is_anothers:
                tell_holder(session, booking, RELEASED)
        self._publish(StockChanged())
        self._publish(BookingChanged(booking_id))
