"""What is still to be done when the window has been closed: told in a small window, and never for ever."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

log = logging.getLogger("counterfoil.ui")
# Nobody waits longer at a door; what is left is done after the next start.
SECONDS_MAX = 60
SHOWN_AFTER_MS = 300
translate = QCoreApplication.translate


class _Told(QObject):
    step = Signal(str)
    ended = Signal()


class ClosingWindow(QWidget):
    """Says what is being done; closing it goes without."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Counterfoil")
        self.said = QLabel()
        self.said.setMinimumWidth(360)
        self.said.setWordWrap(True)
        QVBoxLayout(self).addWidget(self.said)

    def tell(self, step: str) -> None:
        """Show a step of a backup."""
        steps = {
            "copy": translate("Closing", "Backing up the books: copying…"),
            "check": translate("Closing", "Backing up the books: checking the copy…"),
            "carry": translate("Closing", "Backing up the books: copying to the second place…"),
        }
        leave = translate("Closing", "Close this window to leave at once; nothing is lost.")
        self.said.setText(f"{steps.get(step, '')}\n{leave}")

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()


def work_after_closing(
    work: Callable[[Callable[[str], None]], object], *, seconds_max: float = SECONDS_MAX
) -> bool:
    """Do the work in a thread; return whether it ended in time and well. A fault of it is logged.

    It is given what to tell its steps to. What has not ended then goes on as long as the program does.
    """
    told, window, loop = _Told(), ClosingWindow(), QEventLoop()
    outcome: list[bool] = []

    def run() -> None:
        try:
            work(told.step.emit)
            outcome.append(True)
        except Exception:
            log.exception("CLOSING_WORK_FAILED")
        told.ended.emit()

    told.step.connect(window.tell)
    told.ended.connect(loop.quit)
    window.left.connect(loop.quit)
    QTimer.singleShot(int(seconds_max * 1000), loop.quit)
    shown = QTimer(window, singleShot=True, interval=SHOWN_AFTER_MS)
    shown.timeout.connect(window.show)
    shown.start()
    threading.Thread(target=run, name="closing-work", daemon=True).start()
    loop.exec()
    shown.stop()
    window.hide()
    return bool(outcome)
