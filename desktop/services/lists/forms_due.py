"""ListFormsDue, ListGuests: what the register waits for; MarkFormSent: a form was handed in."""

from datetime import datetime, timedelta

from db import guests, journal
from db.actor import Actor
from db.database import Database
from db.guests import GuestRow
from db.ids import BookingId, GuestEntryId
from desktop.services.domain.guest_register import FormDue, GuestEntry
from desktop.services.list_errors import GuestGone, NotToBeSent
from desktop.services.lists.guest_record import entry_of
from desktop.services.lists.list_rules import read_list_rules

MINUTE = timedelta(minutes=1)


class ListFormsDue:
    """Read which forms of foreigners have to be handed in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[FormDue, ...]:
        """Return them, the most urgent first; what is overdue stays until it is sent."""
        with self._database.read() as session:
            within = timedelta(hours=read_list_rules(session).form_hours)
            found = [
                _due(row, session.now, within, is_departure=is_departure)
                for row in guests.waiting(session)
                for is_departure in _open(row)
            ]
        return tuple(sorted(found, key=lambda one: (one.due_at, one.entry.id)))


class ListGuests:
    """Read the register's entries of a booking."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, booking_id: BookingId) -> tuple[GuestEntry, ...]:
        """Return them in the order in which they were made."""
        with self._database.read() as session:
            return tuple(entry_of(row) for row in guests.of_booking(session, booking_id))


class MarkFormSent:
    """Note that a form was handed in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, entry_id: GuestEntryId, *, is_departure: bool, actor: Actor) -> bool:
        """Return whether it was noted here; False where another desk was faster. Raises GuestGone, and
        NotToBeSent for a guest who is not from abroad or has not left.
        """
        with self._database.write(actor) as session:
            if guests.mark_sent(session, entry_id, departure=is_departure):
                content = {"entry": entry_id, "departure": is_departure}
                journal.record(session, "GUEST_FORM_SENT", content)
                return True
            row = guests.find(session, entry_id)
            if row is None:
                raise GuestGone
            if (row.departure_sent_at if is_departure else row.sent_at) is None:
                raise NotToBeSent
            return False


def _open(row: GuestRow) -> list[bool]:
    """Return of which of both a form is open: False the arrival's, True the departure's."""
    arrival = [False] if row.sent_at is None else []
    is_gone = row.departed_at is not None and row.departure_sent_at is None
    return [*arrival, *([True] if is_gone else [])]


def _due(row: GuestRow, now: datetime, within: timedelta, *, is_departure: bool) -> FormDue:
    since = row.departed_at if is_departure and row.departed_at is not None else row.arrived_at
    due_at = since + within
    return FormDue(entry_of(row), is_departure, due_at, (due_at - now) // MINUTE)
