"""The sums of a return's tables, a row each, and the list of registrations; letters are the page's keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.ui import formats
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.read_by_rows import read_by_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.ui.returns.return_view import TableRow


COLUMNS = 6


def is_letter(event: QKeyEvent) -> bool:
    """Whether a key would search in a list, or is Enter: those are left to the page."""
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter or (event.text().isprintable() and bool(event.text().strip()))


class Registrations(QComboBox):
    """The registrations that file a return."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters and Enter to the page."""
        if is_letter(event):
            event.ignore()
            return
        super().keyPressEvent(event)


class ReturnTable(QTableWidget):
    """A row for each table of the return."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, COLUMNS, parent)
        heads = (
            *(self.tr("Table"), self.tr("Rows"), self.tr("Value")),
            *("CGST", self.tr("SGST or UTGST"), "IGST"),
        )
        self.setAccessibleName(self.tr("Tables of the return"))
        self.setHorizontalHeaderLabels(list(heads))
        read_by_rows(self)
        MarkedInSight(self)
        self.setMinimumHeight(scaled(160))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show the sums of each table."""
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            sums = row.sums
            paise = (sums.value_paise, sums.cgst_paise, sums.sgst_paise, sums.igst_paise)
            for column, text in enumerate((row.title, str(row.count), *map(formats.amount, paise))):
                item = QTableWidgetItem(text)
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(number, column, item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters and Enter to the page."""
        if is_letter(event):
            event.ignore()
            return
        super().keyPressEvent(event)
