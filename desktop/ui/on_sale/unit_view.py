"""How each unit stands now: its look, and what is said of it below the map, in tips and to the ear."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from db.ids import UnitId
from db.states import Berth, Kind
from desktop.services.domain.catalogue import Availability, CellState, Unit, UnitCell
from desktop.ui import formats

translate = QCoreApplication.translate


class Look(StrEnum):
    """How a unit is drawn; every look has its own shape."""

    FREE = "free"
    CHOSEN = "chosen"
    BASKET = "basket"
    HELD = "held"
    SOLD = "sold"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class UnitView:
    """One unit as it is drawn and read out. `seconds_left` counts for held units only."""

    unit: Unit
    look: Look
    holder: str = ""
    free_at: datetime | None = None
    seconds_left: int = 0

    @property
    def can_be_chosen(self) -> bool:
        """Whether a click or Space does something."""
        return self.look in (Look.FREE, Look.CHOSEN)


@dataclass(frozen=True, slots=True)
class StockCount:
    """How many units have each look, for the legend."""

    free: int
    held: int
    sold: int
    blocked: int


def unit_views(
    stock: Availability,
    chosen: Iterable[UnitId],
    in_basket: Iterable[UnitId],
    seconds_until: Callable[[datetime], int],
) -> tuple[UnitView, ...]:
    """Return every unit with its look now. A hold whose time has passed leaves its unit free at once."""
    picked, packed = frozenset(chosen), frozenset(in_basket)
    return tuple(_unit_view(cell, picked, packed, seconds_until) for cell in stock.cells)


def _unit_view(
    cell: UnitCell,
    chosen: frozenset[UnitId],
    packed: frozenset[UnitId],
    seconds_until: Callable[[datetime], int],
) -> UnitView:
    look, left = Look(cell.state.value), 0
    if cell.state is CellState.HELD and cell.free_at is not None:
        left = max(seconds_until(cell.free_at), 0)
        look = Look.HELD if left else Look.FREE
    if look is Look.FREE and cell.unit.id in packed:
        look = Look.BASKET
    elif look is Look.FREE and cell.unit.id in chosen:
        look = Look.CHOSEN
    return UnitView(cell.unit, look, cell.holder, cell.free_at, left)


def count_looks(views: Iterable[UnitView]) -> StockCount:
    """Count what the legend says; chosen units are free ones still."""
    looks = [view.look for view in views]
    free = sum(look in (Look.FREE, Look.CHOSEN, Look.BASKET) for look in looks)
    return StockCount(free, *(looks.count(look) for look in (Look.HELD, Look.SOLD, Look.BLOCKED)))


def find_by_typed(views: Mapping[UnitId, UnitView], typed: str) -> UnitId | None:
    """Return the unit whose name was typed: the whole name, then a beginning, then its number alone."""
    text = typed.casefold()
    names = {unit_id: view.unit.name.casefold() for unit_id, view in views.items()}
    for fits in (str.__eq__, str.startswith, str.endswith):
        for unit_id, name in names.items():
            if text and fits(name, text):
                return unit_id
    return None


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
    if unit.berth is Berth.SLEEPER:
        return translate("QuoteWindow", "Berth {name}").format(name=unit.name)
    words = {
        Kind.ROOM: translate("QuoteWindow", "Room {name}"),
        Kind.BUS: translate("QuoteWindow", "Seat {name}"),
        Kind.TOUR: translate("QuoteWindow", "Place {name}"),
    }
    return words[kind].format(name=unit.name)


def deck_word(number: int) -> str:
    """Return what a deck is called."""
    if number == 1:
        return translate("QuoteWindow", "Lower deck")
    return translate("QuoteWindow", "Upper deck")


def _traits(unit: Unit) -> list[str]:
    traits = []
    if unit.deck is not None and unit.berth is Berth.SLEEPER:
        traits.append(deck_word(unit.deck).lower())
    if unit.by_window:
        traits.append(translate("QuoteWindow", "window"))
    if unit.ladies_only:
        traits.append(translate("QuoteWindow", "ladies only"))
    return traits
