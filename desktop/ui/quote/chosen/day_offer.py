"""What is said where a day has less than is wanted, and the ways on; nothing is chosen here."""

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.business_date import business_date
from desktop.services.domain.catalogue import Availability, CellState
from desktop.services.domain.kinds import TRAITS
from desktop.ui import formats
from desktop.ui.failures import explain
from desktop.ui.on_sale.day_view import DayMark, day_views
from desktop.ui.on_sale.unit_view import state_word, unit_name
from desktop.ui.quote.chosen.stock_on_screen import stock_refusal, units_on_screen
from desktop.ui.quote.sale.basket import units_of
from desktop.ui.quote.sale.choice import Choice
from desktop.ui.quote.sale.sale import Sale

translate = QCoreApplication.translate
EVENING_HOUR = 18


@dataclass(frozen=True, slots=True)
class DayOffer:
    """`left` can be sold of the day itself; `next_day` is the next with all that is wanted, if there is one.

    `words` are for the eye, `spoken` also has what already stands elsewhere on the page.
    """

    words: str
    spoken: str
    day_word: str = ""
    left: int = 0
    wanted: int = 0
    next_day: date | None = None


def day_offer(sale: Sale) -> DayOffer | None:
    """Return what to say of the day that is looked at; None where it has what is wanted."""
    choice, stock, calendar = sale.choice, sale.stock, sale.calendar
    if sale.browsing or sale.looking or stock is None or calendar is None or choice.first_day is None:
        return None
    if choice.offering is None or choice.change:
        return None
    refusal = stock_refusal(stock, choice)
    left = 0 if refusal else _left(sale, stock)
    wanted = choice.party.units
    if refusal is None and (seats := _told_of_seats(sale, stock)):
        return DayOffer(seats, seats)
    if refusal is None and left >= wanted:
        return None if sale.day_by_hand else _told_of_the_one_that_left(choice, calendar)
    today = business_date(stock.offering, stock.as_of)
    word = _day_word(stock, choice, today)
    next_day = _next_day(calendar, choice)
    found = formats.dated(next_day, today) if next_day is not None else ""
    if next_day is not None:
        follows = translate("DayOffer", "next with {count}: {day}").format(count=wanted, day=found)
    else:
        follows = translate("DayOffer", "no later day of this calendar has {count}").format(count=wanted)
    if refusal is not None:
        words = follows[:1].upper() + follows[1:]
        return DayOffer(words, f"{explain(refusal)} {words}", word, 0, wanted, next_day)
    if left:
        told = translate("DayOffer", "{day} only {count} left").format(day=word, count=left)
    else:
        told = translate("DayOffer", "{day} nothing is left").format(day=word)
    words = f"{told}; {follows}"
    return DayOffer(words, words, word, left, wanted, next_day)


def _left(sale: Sale, stock: Availability) -> int:
    """Return what can still be chosen: free, and in no line of the basket."""
    packed = units_of(sale.basket.items, sale.choice)
    free = [cell.unit.id for cell in stock.cells if cell.state is CellState.FREE]
    return min(len(free), stock.free_count) - len(packed.intersection(free))


def _next_day(calendar: Availability, choice: Choice) -> date | None:
    """Return the first day after the one looked at from which every day of the stay has enough."""
    if choice.first_day is None:
        return None
    views = {view.day: view.mark for view in day_views(calendar, choice.party.units)}
    nights = 1 if choice.last_day is None else (choice.last_day - choice.first_day).days
    for day in sorted(views):
        stay = (day + timedelta(days=ahead) for ahead in range(nights))
        if day > choice.first_day and all(views.get(one) is DayMark.OPEN for one in stay):
            return day
    return None


def _told_of_seats(sale: Sale, stock: Availability) -> str:
    """Return why seats that were asked for by name are not chosen, or what they ask for; else nothing."""
    choice = sale.choice
    if not choice.party.seats:
        return ""
    views = {view.unit.name.upper(): view for view in units_on_screen(sale)}
    told = []
    for name in choice.party.seats if len(choice.unit_ids) < choice.party.units else ():
        view = views.get(name)
        if view is None:
            told.append(translate("DayOffer", "no seat here is called {name}").format(name=name))
        elif view.unit.id not in choice.unit_ids:
            told.append(
                translate("DayOffer", "{seat} is {state}").format(
                    seat=unit_name(view.unit, stock.offering.kind), state=state_word(view.state)
                )
            )
    if told:
        nothing = translate("DayOffer", "no other seat is chosen instead")
        text = "; ".join((*told, nothing))
        return text[:1].upper() + text[1:]
    if (index := sale.seat_without_woman()) is not None:
        name = sale.unit_names.get(choice.unit_ids[index], "")
        ladies = translate("DayOffer", "Seat {name} is for ladies: choose F, or another seat.")
        return ladies.format(name=name)
    return ""


def _told_of_the_one_that_left(choice: Choice, calendar: Availability) -> DayOffer | None:
    """Say that nobody asked for this day: an earlier departure can't be sold any more."""
    gone = [view.day for view in day_views(calendar, 1) if view.mark is DayMark.GONE]
    if choice.first_day is None or not gone or choice.first_day <= gone[-1]:
        return None
    today = business_date(calendar.offering, calendar.as_of)
    words = translate("DayOffer", "{gone} has left; this is {day}").format(
        gone=formats.dated(gone[-1], today), day=formats.dated(choice.first_day, today)
    )
    return DayOffer(words, words)


def _day_word(stock: Availability, choice: Choice, today: date) -> str:
    """Return "Tonight", "Today", "Mon 30 Nov", or "24–26 Nov" for a stay of several nights."""
    first, last = choice.first_day, choice.last_day
    if first is None:
        return ""
    if last is not None and (last - first).days > 1:
        return formats.days(first, last, today)
    if first != today:
        return formats.dated(first, today)
    starts = next((sale.starts_at for sale in stock.days if sale.day == first), None)
    local = starts.astimezone(ZoneInfo(stock.offering.time_zone)) if starts is not None else None
    is_evening = local is not None and local.hour >= EVENING_HOUR
    if TRAITS[stock.offering.kind].has_nights or is_evening:
        return translate("DayOffer", "Tonight")
    return translate("DayOffer", "Today")
