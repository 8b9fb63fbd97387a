"""Hands and eyes of the tour: keys into the real windows, waiting for what they do, pictures of them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.keys.key_rule import QUIET_SECONDS, key_rule
from desktop.ui.theme import apply_theme, theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.ui.desk_window import DeskWindow
    from desktop.ui.theme import Scheme

PATIENCE_SECONDS = 30.0
LOOK_MS = 15
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


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


class Album:
    """Pictures of a window in both themes, numbered in the order in which they were taken."""

    def __init__(self, folder: Path, hands: Hands) -> None:
        self._folder = folder
        self._hands = hands
        self.files: list[Path] = []
        self._count = 0

    def take(self, window: QWidget, name: str) -> None:
        """Keep the window in light and in dark. Raises OSError when a file can't be written."""
        self._count += 1
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        # The theme on the screen first, then the other one, which stays: one change for each picture.
        for scheme in SCHEMES if theme.scheme == SCHEMES[0] else SCHEMES[::-1]:
            if theme.scheme != scheme:
                apply_theme(application, scheme, theme.zoom)
            self._hands.pause(LOOK_MS)
            QApplication.sendPostedEvents()
            path = self._folder / f"{self._count:02d}-{name}-{scheme}.png"
            if not window.grab().save(str(path)):
                raise OSError(f"the picture could not be written to {path}")
            self.files.append(path)
