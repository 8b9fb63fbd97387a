"""The line that asks about papers that may not have come out; it stays until somebody has answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from db.print_words import PrintState
from desktop.services import events
from desktop.ui.printer_words import title_word
from desktop.ui.theme import scaled, set_role, theme

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.printing import PrintJob
    from desktop.ui.event_relay import EventRelay
    from desktop.ui.runner import Runner

# Another window of this desk, or a job of the background, may have moved one.
READ_AGAIN_MS = 30_000
NAMED_MAX = 3


class PrintLine(QWidget):
    """Hidden as long as every paper is out, waits, or was given up; `text` is what it says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setMinimumWidth(1)
        frame = QFrame()
        set_role(frame, "notice")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(10, 4, 10, 4)
        inner.addWidget(self._label)
        self._column = QVBoxLayout(self)
        self._column.addWidget(frame)
        self._timer = QTimer(self, interval=READ_AGAIN_MS)
        self._timer.timeout.connect(self.refresh)
        theme.changed.connect(self._fit)
        self._fit()
        self.hide()

    def attach(self, services: Services, runner: Runner, relay: EventRelay) -> None:
        """Read what is stuck now, and whenever a paper moves."""
        self._services, self._runner = services, runner
        relay.happened.connect(self._happened)
        self._timer.start()
        self.refresh()

    def refresh(self) -> None:
        """Read what somebody has to look after; what can't be read is told elsewhere."""
        read = partial(self._services.list_stuck_papers, self._services.actor())
        self._runner.run(read, owner=self, done=self._show, failed=lambda _error: None)

    @property
    def text(self) -> str:
        """What it says, empty when hidden."""
        return self._label.text() if not self.isHidden() else ""

    def _happened(self, event: object) -> None:
        if isinstance(event, events.PrintQueueChanged):
            self.refresh()

    def _show(self, stuck: tuple[PrintJob, ...]) -> None:
        unsure = [job for job in stuck if job.state is PrintState.UNSURE]
        failed = [job for job in stuck if job.state is PrintState.FAILED]
        said = []
        if unsure:
            asked = self.tr("? Did it come out of the printer? {papers}. Ctrl+Shift+P answers.")
            said.append(asked.format(papers=_names(unsure)))
        if failed:
            told = self.tr("▲ Not printed: {papers}. Ctrl+Shift+P shows why.")
            said.append(told.format(papers=_names(failed)))
        self._label.setText("\n".join(said))
        self.setVisible(bool(said))

    def _fit(self) -> None:
        self._column.setContentsMargins(scaled(14), 0, scaled(14), scaled(8))


def _names(jobs: list[PrintJob]) -> str:
    names = ", ".join(title_word(job) for job in jobs[:NAMED_MAX])
    more = len(jobs) - NAMED_MAX
    return f"{names} +{more}" if more > 0 else names
