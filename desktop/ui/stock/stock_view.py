"""What the stock page shows and offers, worked out without widgets."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from db.catalogue_words import ClosureKind
from db.ids import UnitId
from desktop.services.domain.blocks import Block
from desktop.services.domain.catalogue import Availability, CellState, DaySale, Offering, UnitCell
from desktop.services.domain.kinds import TRAITS
from desktop.ui import formats
from desktop.ui.on_sale.unit_view import UnitView, unit_views
from desktop.ui.typed.day_text import MONTHS

SHOWN_DAYS = 35
DAYS_MAX = 366


class Act(StrEnum):
    """What can be done to days and units. CANCEL can't be undone; REFUND leads on to whom it hit."""

    STOP = "stop"
    OPEN = "open"
    BLOCK = "block"
    CANCEL = "cancel"
    REFUND = "refund"


class SaleMark(StrEnum):
    """How a day stands; each has its own shape and word."""

    OPEN = "open"
    FULL = "full"
    STOPPED = "stopped"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class StockRead:
    """One look at an offering: `strip` is the days on the screen, `chosen` the units over the chosen days."""

    strip: Availability
    chosen: Availability
    first: date
    last: date
    shown_first: date
    shown_last: date
    # What stands: blocks, and stops of whole days.
    blocks: tuple[Block, ...]

    @property
    def offering(self) -> Offering:
        """What is looked at."""
        return self.strip.offering

    @property
    def chosen_days(self) -> tuple[DaySale, ...]:
        """The chosen days that have a sale."""
        return tuple(sale for sale in self.strip.days if self.first <= sale.day <= self.last)

    @property
    def days_without_sale(self) -> tuple[date, ...]:
        """The chosen days from today on that are not on the calendar yet; they can be closed all the same."""
        today = formats.local_day(self.strip.as_of, self.offering.time_zone)
        there = {sale.day for sale in self.chosen_days}
        days = (self.first + timedelta(days=ahead) for ahead in range((self.last - self.first).days + 1))
        return tuple(day for day in days if day >= today and day not in there)

    def is_stopped(self, day: date) -> bool:
        """Whether a stop stands over that day."""
        return any(
            one.kind is ClosureKind.STOP and one.first_day <= day <= one.last_day for one in self.blocks
        )


@dataclass(frozen=True, slots=True)
class ActsView:
    """The act of the main button, and the others that make sense now, each with its own key."""

    primary: Act | None
    others: tuple[Act, ...]


def acts_view(stock: StockRead, unit_count: int, armed: bool) -> ActsView:
    """Return what is offered for the chosen days and `unit_count` chosen units.

    `armed`: cancelling was asked for and waits for its confirmation; nothing else is offered then.
    """
    if armed:
        return ActsView(Act.CANCEL, ())
    days = [sale for sale in stock.chosen_days if not sale.cancelled]
    stopped = [sale.stopped for sale in days]
    stopped += [stock.is_stopped(day) for day in stock.days_without_sale]
    offered = []
    if unit_count and stopped:
        offered.append(Act.BLOCK)
    if not all(stopped):
        offered.append(Act.STOP)
    if any(stopped):
        offered.append(Act.OPEN)
    if not TRAITS[stock.offering.kind].has_nights and len(stock.chosen_days) == len(days) == 1:
        offered.append(Act.CANCEL)
    if len(stock.chosen_days) == 1 and not days:
        offered.append(Act.REFUND)
    # Cancelling is never what Enter or F9 does without having been asked for.
    primary = offered[0] if offered and offered[0] is not Act.CANCEL else None
    return ActsView(primary, tuple(act for act in offered if act is not primary))


def mark_of(sale: DaySale) -> SaleMark:
    """Return how a day stands; what is stopped says so even when it is full."""
    if sale.cancelled:
        return SaleMark.CANCELLED
    if sale.stopped:
        return SaleMark.STOPPED
    return SaleMark.OPEN if sale.free_count else SaleMark.FULL


def shown_days(first: date, last: date, today: date, before: tuple[date, date] | None) -> tuple[date, date]:
    """Return the first and last day of the strip; it stays as it was while the chosen days are in it."""
    if before is not None and before[0] <= first and last <= before[1]:
        return before
    start = today if today <= first < today + timedelta(days=SHOWN_DAYS) else first
    return start, max(start + timedelta(days=SHOWN_DAYS - 1), last)


def units_as_drawn(
    stock: StockRead, chosen: Iterable[UnitId], seconds_until: Callable[[datetime], int]
) -> tuple[UnitView, ...]:
    """Return the units over the chosen days. A stopped day does not keep a unit from being blocked."""
    seen = replace(stock.chosen, cells=tuple(_plain(cell, stock) for cell in stock.chosen.cells))
    return unit_views(seen, chosen, (), seconds_until)


def _plain(cell: UnitCell, stock: StockRead) -> UnitCell:
    gone = any(sale.cancelled for sale in stock.chosen_days)
    if cell.state is not CellState.BLOCKED or gone:
        return cell
    standing = any(
        cell.unit.name in block.unit_names and block.first_day <= stock.last and stock.first <= block.last_day
        for block in stock.blocks
    )
    return cell if standing else replace(cell, state=CellState.FREE, holder="")


def write_days(first: date, last: date, today: date) -> str:
    """Return a text that the field "days" reads as these days."""
    texts = [_write_day(first, today)] + ([_write_day(last, today)] if last != first else [])
    return " - ".join(texts)


def _write_day(day: date, today: date) -> str:
    year = "" if today <= day < today + timedelta(days=360) else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1][0][:3]}{year}"
