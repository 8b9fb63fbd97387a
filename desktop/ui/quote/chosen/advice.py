"""Why these units are proposed, or why none are: the line beside the offering's name."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from db.states import Kind
from desktop.services.domain.catalogue import Availability
from desktop.services.domain.suggestion import Suggestion
from desktop.ui.quote.sale.choice import Choice

translate = QCoreApplication.translate


def advice(stock: Availability, choice: Choice, unit_names: Mapping[str, str]) -> str:
    """Return the sentence for what is chosen now."""
    names = ", ".join(unit_names.get(unit, "") for unit in choice.unit_ids)
    if not names:
        return _nothing_chosen(stock, choice)
    if len(choice.unit_ids) < choice.party.units:
        return translate("QuoteWindow", "▲ Chosen: {names} · {count} of {wanted}").format(
            names=names, count=len(choice.unit_ids), wanted=choice.party.units
        )
    if choice.offering is not None and choice.offering.kind is Kind.TOUR:
        return ""
    if choice.by_hand:
        return translate("QuoteWindow", "Chosen: {names}").format(names=names)
    proposed = translate("QuoteWindow", "★ Proposed: {names}").format(names=names)
    reason = _reason(stock.suggestion)
    return f"{proposed} · {reason}" if reason else proposed


def _nothing_chosen(stock: Availability, choice: Choice) -> str:
    if stock.free_count == 0:
        return translate("QuoteWindow", "▲ Nothing is free. Other days: Down in “When”.")
    if stock.free_count < choice.party.units:
        return translate("QuoteWindow", "▲ Only {count} free, {wanted} wanted.").format(
            count=stock.free_count, wanted=choice.party.units
        )
    return translate("QuoteWindow", "Nothing is chosen.")


def _reason(suggestion: str) -> str:
    reasons = {
        Suggestion.FIRST_ROOM: translate("QuoteWindow", "the first that is free on every night"),
        Suggestion.ADJACENT_SEATS: translate("QuoteWindow", "side by side, nearest to the front"),
        Suggestion.FRONT_SEAT: translate("QuoteWindow", "nearest to the front"),
        Suggestion.SEATS_APART: translate("QuoteWindow", "as close together as is left"),
        Suggestion.LADIES_SEATS: translate("QuoteWindow", "only ladies' seats are left"),
        Suggestion.NEXT_PLACES: translate("QuoteWindow", "the next places"),
    }
    return next((words for known, words in reasons.items() if known == suggestion), "")
