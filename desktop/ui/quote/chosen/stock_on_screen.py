"""From the sale to the stock in the middle: its units, why these are proposed, or why nothing can be sold."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from db.ids import UnitId
from desktop.services.domain.catalogue import Availability, Suggestion
from desktop.services.domain.kinds import TRAITS
from desktop.services.errors import BadRequest, DepartureCancelled, DeskError, NotOnSale, SlotStopped
from desktop.ui import formats
from desktop.ui.on_sale.day_view import has_left
from desktop.ui.on_sale.unit_view import UnitState, UnitView, in_turn, unit_views
from desktop.ui.quote.sale.basket import units_of
from desktop.ui.quote.sale.choice import Choice
from desktop.ui.quote.sale.sale import Sale

translate = QCoreApplication.translate


def units_on_screen(sale: Sale) -> tuple[UnitView, ...]:
    """Return every unit of the stock with its look now."""
    if sale.stock is None or sale.node_time is None:
        return ()
    packed = units_of(sale.basket.items, sale.choice)
    views = unit_views(sale.stock, sale.choice.unit_ids, packed, sale.node_time.seconds_until)
    if not sale.choice.change:
        return views
    # Each is free for some of the nights only, and chosen for these.
    rooms = sale.choice.rooms
    return tuple(replace(view, state=UnitState.CHOSEN) if view.unit.id in rooms else view for view in views)


def stock_refusal(stock: Availability, choice: Choice) -> DeskError | None:
    """Return why the days asked for can't be sold at all, whatever is free."""
    name, known = stock.offering.name, {sale.day: sale for sale in stock.days}
    for day in _days_of(choice):
        sale = known.get(day)
        if sale is None:
            return NotOnSale(name=name, day=day)
        if sale.cancelled:
            return DepartureCancelled(name=name, day=day)
        if sale.stopped:
            return SlotStopped(name=name, day=day, reason=sale.stop_reason)
        if has_left(sale, stock):
            return BadRequest("first_day", "departed")
    return None


def _days_of(choice: Choice) -> tuple[date, ...]:
    if choice.first_day is None:
        return ()
    count = 1 if choice.last_day is None else (choice.last_day - choice.first_day).days
    return tuple(choice.first_day + timedelta(days=ahead) for ahead in range(count))


def advice(stock: Availability, choice: Choice, unit_names: Mapping[UnitId, str]) -> str:
    """Return the sentence for what is chosen now."""
    names = ", ".join(unit_names.get(unit, "") for unit in choice.unit_ids)
    if not names:
        return _nothing_chosen(stock, choice)
    if choice.change:
        return _change_proposed(choice, unit_names)
    if len(choice.unit_ids) < choice.party.units:
        return translate("QuoteWindow", "▲ Chosen: {names} · {count} of {wanted}").format(
            names=names, count=len(choice.unit_ids), wanted=choice.party.units
        )
    if choice.offering is not None and not TRAITS[choice.offering.kind].has_named_units:
        return ""
    if choice.by_hand:
        return translate("QuoteWindow", "Chosen: {names}").format(names=names)
    proposed = translate("QuoteWindow", "★ Proposed: {names}").format(names=names)
    as_suggested = set(choice.unit_ids) == set(stock.suggested_unit_ids)
    reason = _reason(stock.suggestion) if as_suggested else ""
    return f"{proposed} · {reason}" if reason else proposed


def _change_proposed(choice: Choice, unit_names: Mapping[UnitId, str]) -> str:
    """Return "★ Proposed: 102 for 1–3 Dec, then 101 for 3–8 Dec: a change of room"."""
    part = translate("QuoteWindow", "{room} for {days}")
    parts = [
        part.format(room=unit_names.get(one.unit_id, ""), days=formats.days(one.first_day, one.last_day))
        for one in choice.change
    ]
    return translate("QuoteWindow", "★ Proposed: {rooms}: a change of room").format(rooms=in_turn(parts))


def _nothing_chosen(stock: Availability, choice: Choice) -> str:
    if stock.free_count == 0:
        return translate("QuoteWindow", "▲ Nothing is free. Other days: Down in “When”.")
    if stock.free_count < choice.party.units:
        return translate("QuoteWindow", "▲ Only {count} free, {wanted} wanted.").format(
            count=stock.free_count, wanted=choice.party.units
        )
    return translate("QuoteWindow", "Nothing is chosen.")


def _reason(suggestion: Suggestion) -> str:
    reasons = {
        Suggestion.FIRST_ROOM: translate("QuoteWindow", "the first that is free on every night"),
        Suggestion.TIGHTEST_ROOM: translate("QuoteWindow", "it leaves the fewest nights between stays"),
        Suggestion.ADJACENT_SEATS: translate("QuoteWindow", "side by side, nearest to the front"),
        Suggestion.FRONT_SEAT: translate("QuoteWindow", "nearest to the front"),
        Suggestion.SEATS_APART: translate("QuoteWindow", "as close together as is left"),
        Suggestion.LADIES_SEATS: translate("QuoteWindow", "only ladies' seats are left"),
        Suggestion.NEXT_PLACES: translate("QuoteWindow", "the next places"),
    }
    return reasons.get(suggestion, "")
