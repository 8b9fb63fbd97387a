"""ConsolidateSmallSales: the sales of a day that had no invoice of their own have one together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from db import bookings, small_sales
from db.actor import Actor
from db.database import Database, Session
from db.documents import DocumentRow
from db.halt import Purpose
from db.states import DocumentKind
from desktop.services.domain.booking import BookingLine
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.financial_year import issued_on
from desktop.services.domain.paper import (
    LineAmounts,
    Named,
    PaperBuyer,
    PaperContent,
    PaperWord,
    Seller,
    amounts_of,
)
from desktop.services.records.booking_record import read_booking
from desktop.services.steps.ended_amounts import kept_of
from desktop.services.steps.issue_paper import PaperRoll, earlier_papers


@dataclass(frozen=True, slots=True)
class _Sold:
    """A line of a small sale as it is now, what of it is left, and its ticket."""

    line: BookingLine
    amounts: LineAmounts
    ticket: Named


class ConsolidateSmallSales:
    """Make one invoice for each registration, place and rate of each day that is over.

    It bears the day of its sales. What was cancelled before counts with what was kept of it. Two desks at
    once make no second one: the bookings are locked and the tickets are read again.
    """

    def __init__(self, database: Database, desk: DeskSettings) -> None:
        self._database = database
        self._desk = desk

    def __call__(self, *, actor: Actor) -> int:
        """Return how many invoices were made; none while the clock is in question."""
        with self._database.read() as session:
            waiting = _open(session)
        return sum(self._consolidate(day, actor=actor) for day in sorted({_day(row) for row in waiting}))

    def _consolidate(self, day: date, *, actor: Actor) -> int:
        with self._database.write(actor, Purpose.FINAL) as session:
            for booking_id in sorted({row.booking_id for row in _open(session) if row.booking_id}):
                bookings.lock(session, booking_id)
            rows = [row for row in _open(session) if _day(row) == day]
            groups: dict[tuple[str, str, int], list[_Sold]] = {}
            for one in _sold(session, rows):
                key = (one.line.registration, one.line.place_state, one.line.tax_rate_bp)
                groups.setdefault(key, []).append(one)
            roll = PaperRoll(session, self._desk, day=day)
            for (registration, place, _rate), sold in groups.items():
                roll.issue(
                    DocumentKind.CONSOLIDATED_INVOICE,
                    replace(
                        _content(sold),
                        seller=roll.seller(registration),
                        desk_code=roll.desk_code,
                        place_state=place,
                        words=roll.irn_words(
                            DocumentKind.CONSOLIDATED_INVOICE, registration, is_registered=False
                        ),
                    ),
                )
            roll.tell(None)
        return len(groups)


def _open(session: Session) -> list[DocumentRow]:
    return small_sales.open_tickets(session, issued_on(session.now), PaperWord.SMALL_SALE)


def _day(row: DocumentRow) -> date:
    return row.issued_on or issued_on(row.made_at)


def _sold(session: Session, rows: Sequence[DocumentRow]) -> list[_Sold]:
    found = []
    for ticket in earlier_papers(rows):
        of_ticket = {line.number for line in ticket.content.lines}
        if ticket.content.booking is None or PaperWord.SMALL_SALE not in ticket.content.words:
            continue
        for line in read_booking(session, ticket.content.booking.id).lines:
            amounts = amounts_of(line) if line.is_live else kept_of(line)
            if line.number in of_ticket and amounts.total_paise:
                found.append(_Sold(line, amounts, ticket.named))
    return found


def _content(sold: Sequence[_Sold]) -> PaperContent:
    """Return what the invoice of these sales counts; its lines are numbered anew."""
    totals: dict[Named, int] = {}
    for one in sold:
        totals[one.ticket] = totals.get(one.ticket, 0) + one.amounts.total_paise
    tickets = tuple(replace(ticket, total_paise=total) for ticket, total in totals.items())
    return PaperContent(
        seller=Seller(),
        buyer=PaperBuyer(),
        desk_code="",
        clerk="",
        lines=tuple(replace(one.line, number=place) for place, one in enumerate(sold, start=1)),
        amounts=tuple(replace(one.amounts, number=place) for place, one in enumerate(sold, start=1)),
        answers=tickets,
        listed=tickets,
    )
