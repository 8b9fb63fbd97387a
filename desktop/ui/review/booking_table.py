"""The table of bookings: whole rows, fitting columns, no sideways scrolling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui.review.bookings_model import COLUMNS, BookingsModel
from desktop.ui.review.review_view import LEAST_NEEDED, Column
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.read_by_rows import read_by_rows

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

# Widest texts that a column has room for; titles and customers share what is left.
SAMPLES = {
    Column.MADE: "22 Nov 00:00",
    Column.REFERENCE: "BK-WWWWWW",
    Column.STATE: "✓ confirmed",
    Column.TENDERS: "wallet, gateway",
    Column.DESK: "D100",
    Column.TOTAL: "9,99,999.00",
    Column.PAID: "9,99,999.00",
    Column.REFUNDED: "9,99,999.00",
}
TITLE_LETTERS, CUSTOMER_LETTERS = 28, 20


class BookingTable(QTableView):
    """`row_shown` carries the current row's number; `typed` what was typed here, meant for the search."""

    row_shown = Signal(int)
    typed = Signal(str)

    def __init__(self, model: BookingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(self.tr("Bookings"))
        MarkedInSight(self)
        read_by_rows(self)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(scaled(32))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(1)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]  # stubs say QModelIndex | QPersistentModelIndex
        """Tell which row is current now."""
        super().currentChanged(current, previous)
        self.row_shown.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand typing on to the search instead of jumping about in the list."""
        text = event.text()
        plain = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.NoModifier
        if plain and text.isprintable() and text.strip():
            self.typed.emit(text)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the width."""
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Leave out the least needed columns until the rest fits, and give what is over to the title."""
        metrics, room = self.fontMetrics(), scaled(26)
        letter = metrics.averageCharWidth()
        widths = {column: metrics.horizontalAdvance(text) + room for column, text in SAMPLES.items()}
        widths[Column.TITLE] = TITLE_LETTERS * letter + room
        widths[Column.CUSTOMER] = CUSTOMER_LETTERS * letter + room
        shown = list(COLUMNS)
        available = self.viewport().width()
        for column in LEAST_NEEDED:
            if sum(widths[each] for each in shown) <= available:
                break
            shown.remove(column)
        over = available - sum(widths[each] for each in shown)
        if Column.CUSTOMER in shown and over > 0:
            widths[Column.CUSTOMER] += over // 3
            over -= over // 3
        widths[Column.TITLE] = max(widths[Column.TITLE] + over, scaled(40))
        for at, column in enumerate(COLUMNS):
            self.setColumnHidden(at, column not in shown)
            self.setColumnWidth(at, widths[column])
