"""BreakHold: a manager ends a hold that another desk has placed, and that desk is told."""

from db import bookings, broken_holds, journal
from db.actor import Actor
from db.database import Database
from db.ids import BookingId
from desktop.services.errors import NotFound
from desktop.services.events import BookingChanged, Publish, StockChanged
from desktop.services.hold_errors import OwnHold
from desktop.services.steps.checked_reason import checked_reason
from desktop.services.steps.end_hold import end_hold
from desktop.services.steps.tell_holder import is_of_another_desk, tell_holder


class BreakHold:
    """Held -> cancelled over the head of the desk that holds it."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, booking_id: BookingId, reason: str, *, actor: Actor) -> None:
        """Free the units at once.

        Money that is under way is never cut off (PaymentUnderWay); with money taken it is a cancellation,
        which shows its refund plan first (WrongState). Raises NotFound, OwnHold, NotPermitted, BadRequest
        without a reason.
        """
        why = checked_reason(reason)
        with self._database.write(actor) as session:
            booking = bookings.lock(session, booking_id)
            if booking is None:
                raise NotFound("booking", booking_id)
            if booking.desk_id == actor.desk_id:
                raise OwnHold(booking.reference)
            is_of_another_desk(session, booking)
            end_hold(session, booking, why)
            tell_holder(session, booking, why)
        self._publish(StockChanged())
        self._publish(BookingChanged(booking_id))


class ReadBrokenHold:
    """The desk that had placed a hold has read who ended it, and why."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, booking_id: BookingId, *, actor: Actor) -> None:
        """Show the notice no more at this desk; nothing happens where it had been read."""
        with self._database.write(actor) as session:
            if broken_holds.read(session, booking_id):
                journal.record(session, "BROKEN_HOLD_READ", {}, booking_id=booking_id)
