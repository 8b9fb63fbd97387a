"""Hands and eyes of the tour: keys into the real windows, waiting for what they do, pictures of them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.keys.key_rule import QUIET_SECONDS, key_rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.ui.desk_window import DeskWindow

PATIENCE_SECONDS = 30.0
LOOK_MS = 15


class TourFailed(Exception):
    """Something that the tour did had no effect in time; the text says what was waited for."""


class Hands:
    """Types into whatever has the keyboard, as a clerk does."""

    def __init__(self, window: DeskWindow) -> None:
        self._window = window
        self._ahead = 0.0

    def wake(self) -> None:
        """Give the window the keyboard. Raises TourFailed."""
        # Hands that type like a tool: no scanner, and calm between two keys without the waiting.
        rule = key_rule()
        rule.reads_scans = False
        # Time goes on from where the hands of an earlier tour have left it.
        self._ahead = max(rule.clock() - time.monotonic(), 0.0)
        rule.clock = lambda: time.monotonic() + self._ahead
        self._window.activateWindow()
        self._window.raise_()
        self.wait(self._window.isActiveWindow, "the window to get the keyboard")

    def line(self, text: str) -> None:
        """Enter a line into the command field."""
        self.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def type(self, text: str) -> None:
        """Type a text of any script."""
        for letter in text:
            target = self._target()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key."""
        target = self._target()
        self._ahead += 2 * QUIET_SECONDS
        QTest.keyClick(target, key, modifier)

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Let the windows work until the condition holds. Raises TourFailed."""
        ends = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            if time.monotonic() > ends:
                said = self._window.errors.text
                raise TourFailed(f"{what}; the desk says: {said}" if said else what)
            self.pause(LOOK_MS)

    def pause(self, milliseconds: int) -> None:
        """Let the windows work for a moment."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _target(self) -> QWidget:
        QApplication.processEvents()
        return QApplication.focusWidget() or self._window.focusWidget() or self._window
