"""Whose shift is open, in one line: beside the work, and on the shift's own page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.ui import formats

if TYPE_CHECKING:
    from desktop.services.domain.shift import ShiftNow, ShiftSight

translate = QCoreApplication.translate


def shift_line(now: ShiftNow, time_zone: str) -> str:
    """Return whose shift is open since when, and whether others sell into it, in one line."""
    if now.open is None:
        return translate("Shift", "▲ no shift is open   Ctrl+Shift+O")
    return whose(now.open, time_zone)


def whose(shift: ShiftSight, time_zone: str) -> str:
    """Return whose shift it is, since when, and who sells into it."""
    since = formats.moment_text(shift.opened_at, time_zone)
    if not shift.has_drawer:
        text = translate("Shift", "Shift of {clerk} since {since}, without cash")
    elif shift.is_shared:
        text = translate("Shift", "Shift of {clerk} since {since}, shared")
    else:
        text = translate("Shift", "Shift of {clerk} since {since}, alone")
    return text.format(clerk=shift.clerk, since=since)
