"""ReleaseHold: the clerk gives the units back because the customer went away."""

from db import bookings, claims, journal, lines, payments, promos
from db.actor import Actor
from db.database import Database
from db.ids import BookingId
from db.lines import LineEnd
from db.states import BookingState, RefundRule
from desktop.services.errors import NotFound, PaymentUnderWay, WrongState
from desktop.services.events import BookingChanged, Publish, StockChanged
from desktop.services.records.booking_record import shown_state
from desktop.services.steps.give_up_unseen import give_up_unseen


class ReleaseHold:
    """Held -> cancelled, for a hold for which nothing has been paid."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, booking_id: BookingId, *, actor: Actor) -> None:
        """Free the units at once. Raises NotFound, WrongState, PaymentUnderWay.

        With money taken it is a cancellation, which shows its refund plan first: WrongState.
        """
        with self._database.write(actor) as session:
            booking = bookings.lock(session, booking_id)
            if booking is None:
                raise NotFound("booking", booking_id)
            if give_up_unseen(session, booking):
                raise PaymentUnderWay(reference=booking.reference)
            if payments.captured_paise(session, booking.id):
                raise WrongState(booking.reference, "part_paid")
            if shown_state(booking, session) is not BookingState.HELD:
                raise WrongState(booking.reference, shown_state(booking, session))
            if not bookings.cancel(session, booking.id, state=BookingState.HELD, reason="released"):
                raise WrongState(booking.reference, booking.state)
            ends = [
                LineEnd(row.number, RefundRule.HOLD, 0, 0) for row in lines.of_booking(session, booking.id)
            ]
            lines.end(session, booking.id, ends, reason="released", voucher_id=None)
            released = claims.release(session, booking.id)
            promos.free(session, booking.id)
            content = {
                "reference": booking.reference,
                "old_status": BookingState.HELD,
                "new_status": BookingState.CANCELLED,
                "refund_paise": 0,
                "refund_mode": "none",
                "claims_released": released,
            }
            journal.record(session, "BOOKING_CANCELLED", content, booking_id=booking.id)
        self._publish(StockChanged())
        self._publish(BookingChanged(booking_id))
