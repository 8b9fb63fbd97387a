"""What the stock shows: each unit's look, and the days with what is left of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from db.states import Kind
from desktop.services.domain.catalogue import Availability, CellState, DaySale, Unit, UnitCell


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


class DayMark(StrEnum):
    """Why a day can't be sold; OPEN when it can."""

    OPEN = "open"
    TOO_FEW = "too_few"
    FULL = "full"
    STOPPED = "stopped"
    CANCELLED = "cancelled"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class DayView:
    """One day of a list: price from, how much is left, and what stands in the way."""

    day: date
    starts_at: datetime
    price_paise: int
    free_count: int
    unit_count: int
    mark: DayMark
    reason: str


@dataclass(frozen=True, slots=True)
class StockCount:
    """How many units have each look, for the legend."""

    free: int
    held: int
    sold: int
    blocked: int


def unit_views(
    stock: Availability,
    chosen: Iterable[str],
    in_basket: Iterable[str],
    seconds_until: Callable[[datetime], int],
) -> tuple[UnitView, ...]:
    """Return every unit with its look now. A hold whose time has passed leaves its unit free at once."""
    picked, packed = frozenset(chosen), frozenset(in_basket)
    return tuple(_unit_view(cell, picked, packed, seconds_until) for cell in stock.cells)


def _unit_view(
    cell: UnitCell, chosen: frozenset[str], packed: frozenset[str], seconds_until: Callable[[datetime], int]
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


def day_views(stock: Availability, wanted: int) -> tuple[DayView, ...]:
    """Return the days of a calendar for `wanted` units."""
    return tuple(
        DayView(
            day=sale.day,
            starts_at=sale.starts_at,
            price_paise=sale.price_paise,
            free_count=sale.free_count,
            unit_count=sale.unit_count,
            mark=_mark(sale, stock, wanted),
            reason=sale.stop_reason,
        )
        for sale in stock.days
    )


def _mark(sale: DaySale, stock: Availability, wanted: int) -> DayMark:
    if sale.cancelled:
        return DayMark.CANCELLED
    if sale.stopped:
        return DayMark.STOPPED
    # A room may still be taken in the evening of its day; a bus that has left may not.
    if stock.offering.kind is not Kind.ROOM and sale.starts_at <= stock.as_of:
        return DayMark.GONE
    if sale.free_count == 0:
        return DayMark.FULL
    return DayMark.TOO_FEW if sale.free_count < wanted else DayMark.OPEN


def first_open_day(days: Iterable[DayView], not_before: date) -> date | None:
    """Return the first day that can be sold, from `not_before` on."""
    return next((view.day for view in days if view.mark is DayMark.OPEN and view.day >= not_before), None)


def find_by_typed(views: Mapping[str, UnitView], typed: str) -> str | None:
    """Return the unit whose name was typed: the whole name, then a beginning, then its number alone."""
    text = typed.casefold()
    names = {unit_id: view.unit.name.casefold() for unit_id, view in views.items()}
    for fits in (str.__eq__, str.startswith, str.endswith):
        for unit_id, name in names.items():
            if text and fits(name, text):
                return unit_id
    return None
