"""NameOccasion, ReadCashRoom: the occasion of a booking, and how much cash the law still lets in for it."""

from dataclasses import replace

from db import bookings, cash, journal
from db.actor import Actor
from db.database import Database
from db.ids import BookingId
from desktop.services.domain.cash_law import OCCASION_MAX, CashRoom
from desktop.services.domain.seen_text import seen_text
from desktop.services.errors import BadRequest, NotFound
from desktop.services.events import BookingChanged, Publish
from desktop.services.steps.check_cash import cash_room


class NameOccasion:
    """Put a booking to a wedding or a conference: cash for all bookings of one occasion is added up."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, booking_id: BookingId, occasion: str, *, actor: Actor) -> None:
        """Capitals and gaps don't count; '' takes it out of its occasion. The same again changes nothing.

        Raises NotFound, BadRequest for too long a name.
        """
        name = " ".join(seen_text(occasion).lower().split())
        if len(name) > OCCASION_MAX:
            raise BadRequest("occasion", "too_long")
        with self._database.write(actor) as session:
            booking = bookings.lock(session, booking_id)
            if booking is None:
                raise NotFound("booking", booking_id)
            if not cash.name_occasion(session, booking_id, name):
                return
            content = {"reference": booking.reference, "occasion": name}
            journal.record(session, "OCCASION_NAMED", content, booking_id=booking_id)
        self._publish(BookingChanged(booking_id))


class ReadCashRoom:
    """Read what is used up of the law's limits, so that it is known before cash is counted."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, booking_id: BookingId) -> CashRoom:
        """Return it for a booking, on the day of now. Raises NotFound."""
        with self._database.read() as session:
            booking = bookings.find(session, booking_id)
            if booking is None:
                raise NotFound("booking", booking_id)
            room = cash_room(session, booking.customer_id, booking.id)
            return replace(room, occasion=cash.occasion_of(session, booking.id))
