"""Looks at the stock off the GUI thread; an answer that a newer question overtook is dropped."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Signal

from desktop.services.application import Services
from desktop.services.domain.business_date import first_day_proposed
from desktop.services.domain.catalogue import Availability, CellState
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.suggestion import suggest
from desktop.ui.on_sale.day_view import DayMark, day_views, has_left
from desktop.ui.quote.sale.choice import BasketEntry, Choice
from desktop.ui.quote.sale.sale import Sale, Stock
from desktop.ui.runner import Runner

CALENDAR_DAYS = 90
NOT_YET = timedelta(days=1)


class StockQuery(QObject):
    """`found` carries a Stock, `failed` the exception; each only for the newest question."""

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._turn = 0

    def look(self, sale: Sale, entries: tuple[BasketEntry, ...], now: datetime) -> None:
        """Ask again for the choice and for these lines of the basket."""
        self._turn += 1
        turn, services = self._turn, self._services
        choice, is_past = sale.choice, sale.past_last_sale
        self._runner.run(
            lambda: find_stock(services, choice, entries, now, past_last_sale=is_past),
            owner=self,
            done=lambda stock: self._done(turn, stock),
            failed=lambda error: self._failed(turn, error),
        )

    def forget(self) -> None:
        """Drop whatever is still to come."""
        self._turn += 1

    def _done(self, turn: int, stock: Stock) -> None:
        if turn == self._turn:
            self.found.emit(stock)

    def _failed(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self.failed.emit(error)


def find_stock(
    services: Services,
    choice: Choice,
    entries: tuple[BasketEntry, ...],
    now: datetime,
    *,
    past_last_sale: bool = False,
) -> Stock:
    """Look at the calendar, at the choice's days and at those of the basket.

    Without a day, a room is for tonight (the night that has begun, until the site's hour); a bus or a tour
    for the next departure, whatever is left of it: another day is the clerk's to choose.
    """
    if choice.offering is None:
        return Stock(choice, None, _all(services, entries), None)
    today = first_day_proposed(choice.offering, now, boarding_minutes=choice.offering.last_boarding_minutes)
    calendar = services.find_availability(
        choice.offering.id, today, today + timedelta(days=CALENDAR_DAYS), choice.party.units
    )
    if choice.first_day is None:
        choice = replace(choice, first_day=_first_day(calendar, choice, today))
    found, of_basket = _availability(services, choice), _all(services, entries)
    if past_last_sale:
        found, of_basket = _opened(found), tuple(_opened(one) for one in of_basket)
    return Stock(choice, found, of_basket, calendar)


def _opened(found: Availability) -> Availability:
    """Return it as if nothing had left: what had no other obstacle can be chosen; the hold decides."""
    if not any(has_left(day, found) for day in found.days):
        return found
    days = tuple(
        replace(day, sold_until=found.as_of + NOT_YET) if has_left(day, found) else day for day in found.days
    )
    cells = tuple(
        replace(cell, state=CellState.FREE) if cell.state is CellState.BLOCKED and not cell.holder else cell
        for cell in found.cells
    )
    wanted = min((day.free_count for day in days), default=None)
    unit_ids, reason = suggest(found.offering.kind, cells, 1, wanted)
    return replace(
        found, days=days, cells=cells, suggested_unit_ids=unit_ids, suggestion=reason, room_change=()
    )


def _first_day(calendar: Availability, choice: Choice, today: date) -> date:
    if TRAITS[calendar.offering.kind].has_nights:
        return today
    days = day_views(calendar, choice.party.units)
    coming = [view for view in days if view.mark is not DayMark.GONE]
    return coming[0].day if coming else today


def _all(services: Services, entries: tuple[BasketEntry, ...]) -> tuple[Availability, ...]:
    return tuple(_availability(services, entry.choice) for entry in entries)


def _availability(services: Services, choice: Choice) -> Availability:
    if choice.offering is None or choice.first_day is None:
        raise ValueError("a choice without an offering or a day has no stock")
    last_day = choice.last_day or choice.first_day
    return services.find_availability(choice.offering.id, choice.first_day, last_day, choice.party.units)
