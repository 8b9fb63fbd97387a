"""The clock of a hold: the same numbers in every window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui import formats
from desktop.ui.steady_clock import NodeTime, steady_seconds
from desktop.ui.theme import set_role

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

URGENT_SECONDS = 120


@dataclass(frozen=True)
class CountdownView:
    """What a clock shows: digits, a shape and a word that stand for the colour, and the style's role."""

    digits: str
    shape: str
    word: str
    role: str

    @property
    def text(self) -> str:
        """Everything in one line."""
        return " ".join(part for part in (self.shape, self.digits, self.word) if part)


def countdown_view(seconds: int) -> CountdownView:
    """Return what to show for the seconds left: calm, urgent from 2:00, ended at 0."""
    if seconds <= 0:
        return CountdownView("00:00", "■", QCoreApplication.translate("HoldCountdown", "ended"), "ended")
    if seconds < URGENT_SECONDS:
        word = QCoreApplication.translate("HoldCountdown", "ends soon")
        return CountdownView(formats.remaining(seconds), "▲", word, "urgent")
    return CountdownView(formats.remaining(seconds), "", "", "clock")


class HoldCountdown(QLabel):
    """Counts down to a stored deadline from the database's own time; `ended` comes once, at 0."""

    ended = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, steady: Callable[[], float] = steady_seconds
    ) -> None:
        super().__init__(parent)
        self._steady = steady
        self._deadline: datetime | None = None
        self._now: NodeTime | None = None
        self._timer = QTimer(self, interval=250)
        self._timer.timeout.connect(self.tick)
        self.setAccessibleName(self.tr("Time left of the hold"))
        set_role(self, "clock")

    def start(self, expires_at: datetime, as_of: datetime) -> None:
        """Count down to `expires_at`; `as_of` is what the database's clock showed in the same answer."""
        self._deadline = expires_at
        self._now = NodeTime(as_of, self._steady)
        self._timer.start()
        self.tick()

    def stop(self) -> None:
        """Show nothing more and never say that it ended."""
        self._deadline = None
        self._timer.stop()
        self.clear()

    @property
    def seconds_left(self) -> int:
        """Whole seconds left, 0 when it has ended or nothing is counted."""
        if self._deadline is None or self._now is None:
            return 0
        return max(self._now.seconds_until(self._deadline), 0)

    def tick(self) -> None:
        """Show the time left as it is now."""
        if self._deadline is None:
            return
        seconds = self.seconds_left
        view = countdown_view(seconds)
        self.setText(view.text)
        self.setAccessibleDescription(view.text)
        set_role(self, view.role)
        if seconds == 0:
            self._timer.stop()
            self._deadline = None
            self.ended.emit()
