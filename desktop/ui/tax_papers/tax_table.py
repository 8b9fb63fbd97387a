"""The table of the page: one list at a time, the keyboard on one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.ui.tax_papers.tax_lists import Columns

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TaxTable(QTableWidget):
    """Letters, figures and Enter are the page's keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)

    def show_columns(self, columns: Columns, name: str) -> None:
        """Show a list; the keyboard stays on its row."""
        before = self.currentRow()
        self.setAccessibleName(name)
        self.setColumnCount(len(columns.heads))
        self.setHorizontalHeaderLabels(columns.heads)
        self.setRowCount(len(columns.rows))
        for place, row in enumerate(columns.rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == columns.amount:
                    item.setTextAlignment(RIGHT)
                self.setItem(place, column, item)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(columns.wide, QHeaderView.ResizeMode.Stretch)
        if columns.rows:
            self.setCurrentCell(min(max(before, 0), len(columns.rows) - 1), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters, figures and Enter to the page."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter or (event.text().isprintable() and event.text().strip()):
            event.ignore()
            return
        super().keyPressEvent(event)
