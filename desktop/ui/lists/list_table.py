"""The rows of a list of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.ui import list_words
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.read_by_rows import read_by_rows

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.services.domain.day_lists import DayList, ListRow

COLUMNS = 8
GUEST, WHEN, NOTES = 2, 4, 7


class ListTable(QTableWidget):
    """`current` is the row of the keyboard; `struck` is Space on it."""

    struck = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, COLUMNS, parent)
        self._rows: tuple[ListRow, ...] = ()
        self.setAccessibleName(self.tr("List of the day"))
        read_by_rows(self)
        MarkedInSight(self)
        self.verticalHeader().setDefaultSectionSize(scaled(30))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (GUEST, WHEN, NOTES):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    @property
    def current(self) -> ListRow | None:
        """The row on which the keyboard is."""
        row = self.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def show_list(self, found: DayList) -> None:
        """Show a list; the keyboard stays on its guest, else on its row."""
        before, place = self.current, self.currentRow()
        tongue = list_words.screen_tongue()
        self._rows = found.rows
        self.setHorizontalHeaderLabels(list(list_words.heads(found.query.kind, tongue)))
        self.setRowCount(len(found.rows))
        for number, row in enumerate(found.rows):
            for column, text in enumerate(list_words.cells(row, found, tongue)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(number, column, item)
        if found.rows:
            self.setCurrentCell(self._place_of(before, place), 0)

    def _place_of(self, before: ListRow | None, place: int) -> int:
        for number, row in enumerate(self._rows):
            if before and (row.booking_id, row.numbers) == (before.booking_id, before.numbers):
                return number
        return min(max(place, 0), len(self._rows) - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters, Enter and the sideways arrows to the page: they are its keys."""
        key = event.key()
        if key == Qt.Key.Key_Space:
            event.accept()
            if not event.isAutoRepeat():
                self.struck.emit()
            return
        of_page = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Left, Qt.Key.Key_Right)
        if key in of_page or (event.text().isprintable() and event.text().strip()):
            event.ignore()
            return
        super().keyPressEvent(event)
