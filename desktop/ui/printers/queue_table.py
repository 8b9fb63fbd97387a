"""What waits for a printer, what is stuck, and what came out of late; a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from db.print_words import PrintState
from desktop.ui import formats
from desktop.ui.printer_words import fault_text, mark_word, state_word, title_word
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.read_by_rows import read_by_rows

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.services.domain.printing import PrintJob

WHERE, WHY = 4, 5


class QueueTable(QTableWidget):
    """`current` is the paper of the keyboard's row."""

    def __init__(self, time_zone: str, parent: QWidget | None = None) -> None:
        super().__init__(0, 6, parent)
        self._time_zone = time_zone
        self._jobs: tuple[PrintJob, ...] = ()
        self.setAccessibleName(self.tr("Papers on their way"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("When"),
                self.tr("State"),
                self.tr("What"),
                self.tr("As"),
                self.tr("Where"),
                self.tr("Why"),
            ]
        )
        read_by_rows(self)
        MarkedInSight(self)
        self.verticalHeader().setDefaultSectionSize(scaled(32))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (WHERE, WHY):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    @property
    def current(self) -> PrintJob | None:
        """The paper on which the keyboard is."""
        row = self.currentRow()
        return self._jobs[row] if 0 <= row < len(self._jobs) else None

    def mark_stuck(self) -> bool:
        """Put the keyboard on the first paper that is asked about; tell whether there is one."""
        for state in (PrintState.UNSURE, PrintState.FAILED):
            for row, job in enumerate(self._jobs):
                if job.state is state:
                    self.setCurrentCell(row, 0)
                    return True
        return False

    def show_jobs(self, jobs: tuple[PrintJob, ...]) -> None:
        """Show them; the keyboard stays on its paper."""
        marked = self.current
        row = max(self.currentRow(), 0)
        self._jobs = jobs
        self.setRowCount(len(jobs))
        for place, job in enumerate(jobs):
            if marked is not None and job.id == marked.id:
                row = place
            texts = (
                formats.moment_text(job.queued_at, self._time_zone),
                state_word(job.state),
                title_word(job),
                mark_word(job),
                job.recipient or job.went_to or job.printer,
                fault_text(job.fault, job.said) if not job.is_out else "",
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(place, column, item)
        if jobs:
            self.setCurrentCell(min(row, len(jobs) - 1), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters and Enter to the page."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter or (event.text().isprintable() and event.text().strip()):
            event.ignore()
            return
        super().keyPressEvent(event)
