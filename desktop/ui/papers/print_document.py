"""Puts a document on paper in a process of its own, and ends it when the printer does not answer.

Qt waits for a print server with Python's lock held: a silent one would stop every window, in whatever thread
it is asked. A process can be ended from outside, whatever it waits for.
"""

from __future__ import annotations

import logging
import os
import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTemporaryDir, QTimer, Signal

import desktop
from desktop.secrets_away import DATABASE_VARIABLE, SECRET_VARIABLE
from desktop.ui.papers.paper_size import Edition
from desktop.ui.papers.print_worker import ANSWER, DOCUMENT, PRINT_COMMAND

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.domain.z_slip import Paper
    from desktop.ui.papers.recovery_paper import RecoveryPaper

log = logging.getLogger("counterfoil.ui")
PRINT_SECONDS = 20.0
"""For the process to start, and for the print server to take one page."""


def print_document(
    document: Paper | RecoveryPaper,
    owner: QObject,
    done: Callable[[str], None],
    silent: Callable[[], None],
    edition: Edition | None = None,
) -> None:
    """Print a paper on the system's default printer without waiting for it.

    `done` gets the printer's name, nothing when there is none; `silent` is called when nothing was heard
    within PRINT_SECONDS. Neither is called once `owner` is gone.
    """
    process = PaperProcess(document, owner, edition)
    process.answered.connect(done)
    process.silent.connect(silent)
    process.start()


class PaperProcess(QObject):
    """Asks for the default printer and sends the document there, if there is one to send.

    `answered` carries the printer's name, '' without one; `silent` comes when it does not answer.
    """

    answered = Signal(str)
    silent = Signal()

    def __init__(
        self, document: Paper | RecoveryPaper | None, parent: QObject, edition: Edition | None = None
    ) -> None:
        super().__init__(parent)
        # Only this user may look into it, and it is gone with its process.
        self._folder = QTemporaryDir()
        self._document = document
        self._edition = edition or Edition()
        self._process = QProcess(self)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._end)
        self._has_ended = False

    def start(self) -> None:
        """Begin; one of the signals comes in a later turn of the loop."""
        if self._document is not None:
            (Path(self._folder.path()) / DOCUMENT).write_bytes(pickle.dumps((self._document, self._edition)))
        program, *arguments = command()
        surroundings = QProcessEnvironment.systemEnvironment()
        for secret in (DATABASE_VARIABLE, SECRET_VARIABLE):
            surroundings.remove(secret)
        if not is_bundled():
            found = (str(Path(desktop.__file__).parents[1]), surroundings.value("PYTHONPATH"))
            surroundings.insert("PYTHONPATH", os.pathsep.join(filter(None, found)))
        self._process.setProcessEnvironment(surroundings)
        QTimer.singleShot(int(PRINT_SECONDS * 1000), self._process, self._process.kill)
        self._process.start(program, [*arguments, PRINT_COMMAND, self._folder.path()])

    def _end(self) -> None:
        if self._has_ended:
            return
        self._has_ended = True
        answer = Path(self._folder.path()) / ANSWER
        name = answer.read_text(encoding="utf-8") if answer.exists() else None
        self._folder.remove()
        if name is None:
            said = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
            log.warning("PRINTER_SILENT %s", said[-500:] or self._process.errorString())
            self.silent.emit()
        else:
            self.answered.emit(name)
        self.deleteLater()


def command() -> tuple[str, ...]:
    """Return how this program starts itself."""
    return (sys.executable,) if is_bundled() else (sys.executable, "-m", "desktop")


def is_bundled() -> bool:
    """Whether the program is one file with its Python inside."""
    return bool(getattr(sys, "frozen", False))
