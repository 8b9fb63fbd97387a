"""How long nobody has touched this desk: keys and the mouse, not what comes from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop.ui.steady_clock import steady_seconds

if TYPE_CHECKING:
    from collections.abc import Callable

LOOK_MS = 5_000
TOUCHES = frozenset(
    (
        *(QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove),
        *(QEvent.Type.Wheel, QEvent.Type.TouchBegin),
    )
)


class IdleMonitor(QObject):
    """`idle` comes again and again while nobody has touched anything for so many minutes; 0: never."""

    idle = Signal()

    def __init__(
        self, minutes: int, parent: QObject, *, steady: Callable[[], float] = steady_seconds
    ) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._steady = steady
        self._touched = steady()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        application = QApplication.instance()
        if minutes and application is not None:
            application.installEventFilter(self)
            self._timer.start()

    def look(self) -> None:
        """Tell whether it has been so long by now."""
        if self._minutes and self._steady() - self._touched >= self._minutes * 60:
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self._touched = self._steady()
        return super().eventFilter(watched, event)
