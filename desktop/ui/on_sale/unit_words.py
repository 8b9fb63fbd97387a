"""What is said of one unit: below the map, in the tip and to a screen reader."""

from PySide6.QtCore import QCoreApplication

from db.states import Kind
from desktop.services.domain.catalogue import Unit
from desktop.ui import formats
from desktop.ui.on_sale.stock_view import Look, UnitView

translate = QCoreApplication.translate


def look_word(look: Look) -> str:
    """Return the word that stands beside a look's shape."""
    words = {
        Look.FREE: translate("QuoteWindow", "free"),
        Look.CHOSEN: translate("QuoteWindow", "chosen"),
        Look.BASKET: translate("QuoteWindow", "in the basket"),
        Look.HELD: translate("QuoteWindow", "held"),
        Look.SOLD: translate("QuoteWindow", "sold"),
        Look.BLOCKED: translate("QuoteWindow", "blocked"),
    }
    return words[look]


def describe(view: UnitView, kind: Kind) -> str:
    """Return one sentence: which unit, what it is, how it stands, who has it and until when."""
    parts = [unit_name(view.unit, kind), *_traits(view.unit), look_word(view.look)]
    if view.look is Look.HELD:
        left = formats.remaining(view.seconds_left)
        parts[-1] = translate("QuoteWindow", "held for {left} more").format(left=left)
    if view.holder and view.look in (Look.HELD, Look.SOLD, Look.BLOCKED):
        parts.append(view.holder)
    if view.unit.supplement_paise and view.can_be_chosen:
        parts.append(f"+{formats.rupees(view.unit.supplement_paise)}")
    return ", ".join(parts)


def unit_name(unit: Unit, kind: Kind) -> str:
    """Return "Room 203", "Seat 4A", "Berth L3" or "Place 17"."""
    if kind is Kind.ROOM:
        return translate("QuoteWindow", "Room {name}").format(name=unit.name)
    if kind is Kind.TOUR:
        return translate("QuoteWindow", "Place {name}").format(name=unit.name)
    if unit.berth == "sleeper":
        return translate("QuoteWindow", "Berth {name}").format(name=unit.name)
    return translate("QuoteWindow", "Seat {name}").format(name=unit.name)


def deck_word(number: int) -> str:
    """Return what a deck is called."""
    if number == 1:
        return translate("QuoteWindow", "Lower deck")
    return translate("QuoteWindow", "Upper deck")


def _traits(unit: Unit) -> list[str]:
    traits = []
    if unit.deck is not None and unit.berth == "sleeper":
        traits.append(deck_word(unit.deck).lower())
    if unit.by_window:
        traits.append(translate("QuoteWindow", "window"))
    if unit.ladies_only:
        traits.append(translate("QuoteWindow", "ladies only"))
    return traits
