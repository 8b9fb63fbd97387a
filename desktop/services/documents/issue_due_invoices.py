"""IssueDueInvoices: what was paid before it was supplied has its invoice when it is over."""

from collections.abc import Iterator
from functools import partial

from db import arrivals, bookings, due_papers
from db.actor import Actor
from db.bookings import NamedRow
from db.database import Database
from db.halt import Purpose
from desktop.services.domain.booking import Booking, BookingLine
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.events import BookingChanged, Publish
from desktop.services.records.booking_record import read_booking
from desktop.services.steps.issue_paper import Earlier, PaperRoll
from desktop.services.steps.make_sale_papers import issue_due
from desktop.services.steps.one_by_one import one_by_one
from desktop.services.steps.paper_cover import covers
from desktop.services.steps.papers_before import papers_before

BATCH = 200


class IssueDueInvoices:
    """Make the invoices of what is over and has vouchers alone: each sets its vouchers off by number.

    Two desks at once make no second one: each booking is locked and its papers are read again.
    """

    def __init__(self, database: Database, desk: DeskSettings, publish: Publish) -> None:
        self._database = database
        self._desk = desk
        self._publish = publish

    def __call__(self, *, actor: Actor) -> int:
        """Return of how many bookings invoices were made; none while the clock is in question."""
        return sum(one_by_one(self._waiting(), partial(self._issue, actor=actor)))

    def _waiting(self) -> Iterator[NamedRow]:
        after = None
        while True:
            with self._database.read() as session:
                batch = due_papers.waiting(session, after, BATCH)
            if not batch:
                return
            yield from batch
            after = batch[-1].id

    def _issue(self, named: NamedRow, *, actor: Actor) -> bool:
        with self._database.read() as session:
            if not _due(read_booking(session, named.id), papers_before(session, named.id)):
                return False
        with self._database.write(actor, Purpose.FINAL) as session:
            bookings.lock(session, named.id)
            roll = PaperRoll(session, self._desk, named.id)
            booking = read_booking(session, named.id, roll.facts)
            before = papers_before(session, named.id)
            lines = _due(booking, before)
            if not lines:
                return False
            issue_due(booking, lines, before, roll, arrivals.no_shows(session, named.id))
            roll.tell(booking.id)
        self._publish(BookingChanged(named.id))
        return True


def _due(booking: Booking, before: list[Earlier]) -> list[BookingLine]:
    """Return the lines of each registration and place of which the last slot is over.

    A departure that the house cancelled was not supplied, and waits for its money.
    """
    stand = covers(before)
    waiting = [
        line
        for line in booking.live_lines
        if line.number in stand and stand[line.number].is_ahead and not line.departure_cancelled
    ]
    going = {(line.registration, line.place_state) for line in waiting if not line.is_over}
    return [line for line in waiting if (line.registration, line.place_state) not in going]
