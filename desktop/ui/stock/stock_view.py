"""What the stock page shows of days and units, worked out without widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.catalogue import CellState
from desktop.ui import formats

if TYPE_CHECKING:
    from desktop.services.domain.catalogue import Availability, DaySale, UnitCell

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit of the list; only a free one can be ticked."""

    unit_id: str
    text: str
    can_be_blocked: bool


def day_lines(found: Availability) -> tuple[str, ...]:
    """Return one line for each day with a sale."""
    return tuple(_day(sale) for sale in found.days)


def unit_lines(found: Availability) -> tuple[UnitLine, ...]:
    """Return one line for each unit over all the days."""
    return tuple(
        UnitLine(cell.unit.id, f"{cell.unit.name}   {_state(cell)}", cell.state is CellState.FREE)
        for cell in found.cells
    )


def _day(sale: DaySale) -> str:
    free = translate("Stock", "{free} of {all} free").format(free=sale.free_count, all=sale.unit_count)
    if sale.cancelled:
        state = translate("Stock", "× does not take place")
    elif sale.stopped:
        state = translate("Stock", "■ stopped: {reason}").format(reason=sale.stop_reason)
    else:
        state = translate("Stock", "✓ on sale at {amount}").format(amount=formats.amount(sale.price_paise))
    return f"{formats.day(sale.day)}   {free}   {state}"


def _state(cell: UnitCell) -> str:
    words = {
        CellState.FREE: translate("Stock", "free"),
        CellState.HELD: translate("Stock", "◷ held at {holder}"),
        CellState.SOLD: translate("Stock", "● sold, {holder}"),
        CellState.BLOCKED: translate("Stock", "× kept back: {holder}"),
    }
    return words[cell.state].format(holder=cell.holder)
