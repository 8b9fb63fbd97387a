"""A table of texts with amounts on the right, read by rows."""

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

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowsTable(QTableWidget):
    """`words`: so many columns from the left are words; `wide` is the one that takes what is left."""

    def __init__(
        self, name: str, heads: Sequence[str], *, words: int, wide: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(0, len(heads), parent)
        self._words = words
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(heads))
        read_by_rows(self)
        MarkedInSight(self)
        self.verticalHeader().setDefaultSectionSize(scaled(28))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)

    def show_texts(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show the rows; the mark stays in its place as far as there are rows."""
        before = max(self.currentRow(), 0)
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                if column >= self._words:
                    item.setTextAlignment(RIGHT)
                self.setItem(place, column, item)
        if rows:
            self.setCurrentCell(min(before, len(rows) - 1), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters and Enter to the page."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter or (event.text().isprintable() and event.text().strip()):
            event.ignore()
            return
        super().keyPressEvent(event)
