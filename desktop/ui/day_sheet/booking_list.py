"""The bookings whose sum a figure is; Enter on a row opens its booking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.ui import formats
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight
from desktop.ui.widgets.read_by_rows import read_by_rows

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from db.ids import BookingId
    from desktop.services.domain.day_sheet import ChosenBooking

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
AMOUNT, PERSON = 2, 3


class BookingList(QTableWidget):
    """What is about no booking has a row too, so that the rows are the sum."""

    def __init__(self, time_zone: str, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._time_zone = time_zone
        self._bookings: tuple[ChosenBooking, ...] = ()
        self.setAccessibleName(self.tr("Bookings of the figure"))
        self.setHorizontalHeaderLabels(
            [self.tr("Booking"), self.tr("When"), self.tr("Amount"), self.tr("Desk, person")]
        )
        read_by_rows(self)
        MarkedInSight(self)
        self.verticalHeader().setDefaultSectionSize(scaled(26))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(PERSON, QHeaderView.ResizeMode.Stretch)

    @property
    def booking_id(self) -> BookingId | None:
        """The booking of the marked row."""
        row = self.currentRow()
        return self._bookings[row].booking_id if 0 <= row < len(self._bookings) else None

    def show_bookings(self, bookings: tuple[ChosenBooking, ...]) -> None:
        """Show them; the first row is marked."""
        self._bookings = bookings
        self.setRowCount(len(bookings))
        for place, one in enumerate(bookings):
            texts = (
                one.reference or self.tr("no booking"),
                formats.moment_text(one.at, self._time_zone),
                formats.amount(one.paise),
                "  ".join(part for part in (one.desk, one.person) if part),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column == AMOUNT:
                    item.setTextAlignment(RIGHT)
                self.setItem(place, column, item)
        if bookings:
            self.setCurrentCell(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters and Enter to the page."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter or (event.text().isprintable() and event.text().strip()):
            event.ignore()
            return
        super().keyPressEvent(event)
