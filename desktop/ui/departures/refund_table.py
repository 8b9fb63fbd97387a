"""The bookings of a cancelled departure, each with what goes back and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.ui import formats
from desktop.ui.departures.refund_words import state_text, what_text
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.read_by_rows import read_by_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.services.domain.departures import DepartureRefund

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
WHAT = 5


class RefundTable(QTableWidget):
    """One row a booking; the row of the keyboard is `current`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 6, parent)
        self._rows: tuple[DepartureRefund, ...] = ()
        self.setAccessibleName(self.tr("Bookings that are hit"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("Booking"),
                self.tr("Customer"),
                self.tr("State"),
                self.tr("Units"),
                self.tr("Back"),
                self.tr("How"),
            ]
        )
        read_by_rows(self)
        MarkedInSight(self)
        self.verticalHeader().setDefaultSectionSize(scaled(32))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)

    @property
    def current(self) -> DepartureRefund | None:
        """The booking on which the keyboard is."""
        row = self.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def show_rows(self, rows: Sequence[DepartureRefund]) -> None:
        """Show the list; the keyboard stays on its row."""
        before = self.currentRow()
        self._rows = tuple(rows)
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            texts = (
                row.reference,
                f"{row.customer_name}  {row.masked_mobile}",
                state_text(row),
                str(row.unit_count),
                # What waits for its payment is not in the sum above the list, nor in the key's amount.
                "" if row.is_paying else formats.amount(row.plan.given_paise),
                what_text(row),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column in (3, 4):
                    item.setTextAlignment(RIGHT)
                self.setItem(place, column, item)
        if rows:
            self.setCurrentCell(min(max(before, 0), len(rows) - 1), 0)
