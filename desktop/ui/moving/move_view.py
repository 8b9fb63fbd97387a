"""What of a booking can move, worked out without widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.ui import formats

if TYPE_CHECKING:
    from desktop.services.domain.booking import Booking, BookingLine
    from desktop.services.domain.catalogue import FreeUnit

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Movable:
    """Lines of one unit that move together: a seat, or a room with the nights that are left of it."""

    numbers: tuple[int, ...]
    unit_name: str
    text: str


def movables(booking: Booking) -> tuple[Movable, ...]:
    """Return what can move, in the order of the lines."""
    groups: dict[tuple[str, int, str], list[BookingLine]] = {}
    for line in booking.movable_lines:
        groups.setdefault((line.unit_id, line.stay, line.thing), []).append(line)
    return tuple(
        Movable(tuple(line.number for line in group), group[0].unit_name, _text(group))
        for group in groups.values()
    )


def _text(group: list[BookingLine]) -> str:
    first, last = group[0], group[-1]
    parts = (f"{first.thing} {first.unit_name}", formats.days(first.day, last.day), first.guest_name)
    return "   ".join(part for part in parts if part)


def unit_text(unit: FreeUnit) -> str:
    """Return a free unit with what sets it apart."""
    parts = [unit.name]
    if unit.by_window:
        parts.append(translate("Moving", "window"))
    if unit.ladies_only:
        parts.append(translate("Moving", "for ladies"))
    return "   ".join(parts)
