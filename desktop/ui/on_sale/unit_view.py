"""How each unit stands now: its state, and what is said of it below the map, in tips and to the ear."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from db.catalogue_words import Berth
from db.ids import UnitId
from db.states import Kind
from desktop.services.domain.catalogue import Availability, CellState, DaySale, Unit, UnitCell
from desktop.ui import formats

translate = QCoreApplication.translate


class UnitState(StrEnum):
    """How a unit is drawn; every state has its own shape."""

    FREE = "free"
    CHOSEN = "chosen"
    BASKET = "basket"
    HELD = "held"
    SOLD = "sold"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class UnitView:
    """One unit as it is drawn and read out. `seconds_left` counts for held units only.

    `price_paise` is the unit's for all the days asked for, its supplement in it, before promo and tax.
    """

    unit: Unit
    state: UnitState
    holder: str = ""
    free_at: datetime | None = None
    seconds_left: int = 0
    price_paise: int = 0

    @property
    def can_be_chosen(self) -> bool:
        """Whether a click or Space does something."""
        return self.state in (UnitState.FREE, UnitState.CHOSEN)


@dataclass(frozen=True, slots=True)
class StockCount:
    """How many units have each state, for the legend."""

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
    """Return every unit with its state now. A hold whose time has passed leaves its unit free at once."""
    picked, packed = frozenset(chosen), frozenset(in_basket)
    return tuple(_unit_view(cell, picked, packed, seconds_until, stock.days) for cell in stock.cells)


def _unit_view(
    cell: UnitCell,
    chosen: frozenset[UnitId],
    packed: frozenset[UnitId],
    seconds_until: Callable[[datetime], int],
    days: Sequence[DaySale],
) -> UnitView:
    state, left = UnitState(cell.state.value), 0
    if cell.state is CellState.HELD and cell.free_at is not None:
        left = max(seconds_until(cell.free_at), 0)
        state = UnitState.HELD if left else UnitState.FREE
    if state is UnitState.FREE and cell.unit.id in packed:
        state = UnitState.BASKET
    elif state is UnitState.FREE and cell.unit.id in chosen:
        state = UnitState.CHOSEN
    price_paise = sum(day.price_paise + cell.unit.supplement_paise for day in days)
    return UnitView(cell.unit, state, cell.holder, cell.free_at, left, price_paise)


def count_states(views: Iterable[UnitView]) -> StockCount:
    """Count what the legend says; chosen units are free ones still."""
    states = [view.state for view in views]
    free = sum(state in (UnitState.FREE, UnitState.CHOSEN, UnitState.BASKET) for state in states)
    return StockCount(
        free, *(states.count(state) for state in (UnitState.HELD, UnitState.SOLD, UnitState.BLOCKED))
    )


def find_by_typed(views: Mapping[UnitId, UnitView], typed: str) -> UnitId | None:
    """Return the unit whose name was typed: the whole name, then a beginning, then its number alone."""
    text = typed.casefold()
    names = {unit_id: view.unit.name.casefold() for unit_id, view in views.items()}
    for fits in (str.__eq__, str.startswith, str.endswith):
        for unit_id, name in names.items():
            if text and fits(name, text):
                return unit_id
    return None


def state_word(state: UnitState) -> str:
    """Return the word that stands beside a state's shape."""
    words = {
        UnitState.FREE: translate("QuoteWindow", "free"),
        UnitState.CHOSEN: translate("QuoteWindow", "chosen"),
        UnitState.BASKET: translate("QuoteWindow", "in the basket"),
        UnitState.HELD: translate("QuoteWindow", "held"),
        UnitState.SOLD: translate("QuoteWindow", "sold"),
        UnitState.BLOCKED: translate("QuoteWindow", "blocked"),
    }
    return words[state]


def describe(view: UnitView, kind: Kind) -> str:
    """Return one sentence: which unit, what it is, how it stands, who has it and until when."""
    parts = [unit_name(view.unit, kind), *_traits(view.unit), state_word(view.state)]
    if view.state is UnitState.HELD:
        left = formats.remaining(view.seconds_left)
        parts[-1] = translate("QuoteWindow", "held for {left} more").format(left=left)
    if view.holder and view.state in (UnitState.HELD, UnitState.SOLD, UnitState.BLOCKED):
        parts.append(view.holder)
    if view.unit.supplement_paise and view.can_be_chosen:
        parts.append(f"+{formats.rupees(view.unit.supplement_paise)}")
    return ", ".join(parts)


def read_out(view: UnitView, kind: Kind) -> str:
    """Return e.g. "Seat 4A, window, free, 1,575.00": nothing in it changes with every second."""
    parts = [unit_name(view.unit, kind), *_traits(view.unit), state_word(view.state)]
    if view.holder and not view.can_be_chosen:
        parts.append(view.holder)
    if view.can_be_chosen and view.price_paise:
        parts.append(formats.amount(view.price_paise))
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


def in_turn(parts: Sequence[str]) -> str:
    """Return "102 …, then 101 …": units that follow each other."""
    text = parts[0]
    for part in parts[1:]:
        text = translate("QuoteWindow", "{before}, then {after}").format(before=text, after=part)
    return text


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
