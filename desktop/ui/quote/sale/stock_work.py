"""What is asked of the services off the GUI thread, in one piece each."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from db.states import Kind
from desktop.services.application import Services
from desktop.services.domain.catalogue import Availability, Offering
from desktop.services.domain.promo import PromoRefused
from desktop.services.domain.quote import BasketItem, Quote, QuoteRequest
from desktop.ui.on_sale.day_view import DayMark, day_views, first_open_day
from desktop.ui.quote.sale.choice import BasketEntry, Choice

CALENDAR_DAYS = 90


@dataclass(frozen=True, slots=True)
class Opening:
    """What the window starts with."""

    offerings: tuple[Offering, ...]
    as_of: datetime


@dataclass(frozen=True, slots=True)
class Stock:
    """What was found for the choice (with its day, where it had none), for the basket, and the calendar."""

    choice: Choice
    found: Availability | None
    entries: tuple[Availability, ...]
    calendar: Availability | None

    def unit_names(self) -> dict[str, str]:
        """Return the name of every unit that was looked at."""
        looks = (self.found, *self.entries)
        return {cell.unit.id: cell.unit.name for look in looks if look is not None for cell in look.cells}


@dataclass(frozen=True, slots=True)
class Priced:
    """A quote, and why the promo did not get into it."""

    request: QuoteRequest
    quote: Quote
    promo_refusal: PromoRefused | None


def open_catalogue(services: Services) -> Opening:
    """Return everything that is sold, and what the database's clock shows."""
    return Opening(services.list_offerings(), services.show_today().as_of)


def find_stock(services: Services, choice: Choice, entries: tuple[BasketEntry, ...], today: date) -> Stock:
    """Look at the calendar, at the choice's days and at those of the basket.

    Without a day, a room is for tonight; a bus or a tour for the first day on which enough is left.
    """
    if choice.offering is None:
        return Stock(choice, None, _all(services, entries), None)
    calendar = services.find_availability(
        choice.offering.id, today, today + timedelta(days=CALENDAR_DAYS), choice.party.units
    )
    if choice.first_day is None:
        choice = replace(choice, first_day=_first_day(calendar, choice, today))
    return Stock(choice, _availability(services, choice), _all(services, entries), calendar)


def _first_day(calendar: Availability, choice: Choice, today: date) -> date:
    if calendar.offering.kind is Kind.ROOM:
        return today
    days = day_views(calendar, choice.party.units)
    coming = [view for view in days if view.mark is not DayMark.GONE]
    return first_open_day(coming, today) or (coming[0].day if coming else today)


def _all(services: Services, entries: tuple[BasketEntry, ...]) -> tuple[Availability, ...]:
    return tuple(_availability(services, entry.choice) for entry in entries)


def _availability(services: Services, choice: Choice) -> Availability:
    if choice.offering is None or choice.first_day is None:
        raise ValueError("a choice without an offering or a day has no stock")
    last_day = choice.last_day or choice.first_day
    return services.find_availability(choice.offering.id, choice.first_day, last_day, choice.party.units)


def make_price(services: Services, request: QuoteRequest) -> Priced:
    """Price a basket; without the promo when that is refused. Raises what else make_quote raises."""
    try:
        return Priced(request, services.make_quote(request), None)
    except PromoRefused as refusal:
        return Priced(request, services.make_quote(replace(request, promo_code="")), refusal)


def units_of(items: tuple[BasketItem, ...], choice: Choice) -> frozenset[str]:
    """Return the units of the choice's offering that lines of the basket have on overlapping days."""
    if choice.offering is None or choice.first_day is None:
        return frozenset()
    until = choice.last_day or choice.first_day + timedelta(days=1)
    return frozenset(
        unit
        for item in items
        if item.offering_id == choice.offering.id
        and item.first_day < until
        and (item.last_day or item.first_day + timedelta(days=1)) > choice.first_day
        for unit in item.unit_ids
    )
