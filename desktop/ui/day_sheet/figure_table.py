"""A table of figures: the sheet itself, or the parts of one figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.read_by_rows import read_by_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.services.domain.day_sheet import Choice
    from desktop.ui.day_sheet.sheet_view import FigureRow

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ROW_HEIGHT = 26


class FigureTable(QTableWidget):
    """Three columns: the word, the amount, and of how many bookings."""

    def __init__(self, name: str, heads: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(0, len(heads), parent)
        self._rows: tuple[FigureRow, ...] = ()
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(heads))
        read_by_rows(self)
        MarkedInSight(self)
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    @property
    def choice(self) -> Choice | None:
        """The figure of the marked row; None on a heading."""
        row = self.currentRow()
        return self._rows[row].choice if 0 <= row < len(self._rows) else None

    def show_rows(self, rows: tuple[FigureRow, ...]) -> None:
        """Show the rows; the mark stays on its figure."""
        before = self.choice
        self._rows = rows
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, text in enumerate((row.text, row.amount, row.count)):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(RIGHT)
                if row.choice is None:
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                if row.choice is None or row.is_sum:
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
                self.setItem(place, column, item)
        places = [place for place, row in enumerate(rows) if row.choice is not None]
        same = [place for place in places if rows[place].choice == before]
        if places:
            self.setCurrentCell((same or places)[0], 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters, figures and Enter to the page; a heading is no row to stand on."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if is_enter or sideways or (event.text().isprintable() and event.text().strip()):
            event.ignore()
            return
        before = self.currentRow()
        super().keyPressEvent(event)
        row = self.currentRow()
        if self.choice is None and row != before:
            step = 1 if row > before or row == 0 else -1
            while 0 <= row < len(self._rows) and self._rows[row].choice is None:
                row += step
            self.setCurrentCell(row if 0 <= row < len(self._rows) else before, 0)
