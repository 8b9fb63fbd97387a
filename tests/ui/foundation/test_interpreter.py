"""The pair of Python and Qt does not lose references: some versions abort after thousands of timers."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TIMERS = 500


def test_timers_do_not_use_up_none(qtbot: QtBot) -> None:
    fired: list[int] = []
    before = sys.getrefcount(None)
    for number in range(TIMERS):
        QTimer.singleShot(0, lambda number=number: fired.append(number))
    qtbot.waitUntil(lambda: len(fired) == TIMERS)
    # Immortal objects (Python 3.12) keep one count; elsewhere it may grow, but not shrink by every timer.
    assert sys.getrefcount(None) > before - TIMERS // 2
