"""Whether the machine has a default printer, asked beside the window.

Qt's own question waits for the print server with Python's lock held: a silent server on the network would
stop every window, in whatever thread it is asked. So where there is CUPS, its own program is asked.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QStandardPaths, QTimer
from PySide6.QtGui import QGuiApplication

ANSWER = "system default destination:"
TIMEOUT_MS = 5000


class DefaultPrinter(QObject):
    """What was learned last; nothing is there until an answer says so."""

    def __init__(self, parent: QObject, program: str | None = None) -> None:
        super().__init__(parent)
        self._program = _asked_program() if program is None else program
        self._asking: QProcess | None = None
        self._is_there = False

    def is_there(self) -> bool:
        """Return whether there is one, without waiting for anybody."""
        return self._is_there

    def ask(self) -> None:
        """Ask again; the answer comes in a later turn of the loop, or never."""
        if self._asking is not None:
            return
        if sys.platform == "win32" and _has_screen():
            from desktop.ui.papers.print_document import PaperProcess

            asking = PaperProcess(None, self)
            asking.answered.connect(self._named)
            asking.start()
        elif self._program:
            self._start()

    def _named(self, printer: str) -> None:
        self._is_there = bool(printer)

    def _start(self) -> None:
        self._asking = process = QProcess(self)
        plain = QProcessEnvironment.systemEnvironment()
        plain.insert("LC_ALL", "C")
        process.setProcessEnvironment(plain)
        process.finished.connect(self._answered)
        process.errorOccurred.connect(self._answered)
        QTimer.singleShot(TIMEOUT_MS, process, process.kill)
        process.start(self._program, ["-d"])

    def _answered(self) -> None:
        process, self._asking = self._asking, None
        if process is not None:
            said = bytes(process.readAllStandardOutput().data()).decode(errors="replace")
            self._is_there = said.startswith(ANSWER)
            process.deleteLater()


def _asked_program() -> str:
    return QStandardPaths.findExecutable("lpstat") if _has_screen() else ""


def _has_screen() -> bool:
    """Whether somebody may stand in front of it who waits for paper."""
    return QGuiApplication.platformName() not in ("offscreen", "minimal")
