"""What a customer has booked and holds, the soonest first: Enter goes on with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.states import BookingState
from desktop.ui import formats
from desktop.ui.lifecycle_words import balance_word, booking_word
from desktop.ui.theme import scaled, theme
from desktop.ui.widgets.read_by_rows import read_by_rows

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.services.application import Services
    from desktop.services.domain.customer_bookings import CustomerBooking, CustomerBookings
    from desktop.services.domain.people import Customer
    from desktop.ui.runner import Runner

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
WHAT, AMOUNT = 0, 3
ROW = 28


class BookingList(QWidget):
    """`chosen` carries a reference, `failed` why nothing could be read."""

    chosen = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._asked = 0
        self._customer: Customer | None = None
        self._rows: tuple[CustomerBooking, ...] = ()
        self.word = QLabel(self.tr("&Bookings and holds   Alt+B, Enter opens"))
        self.word.setProperty("role", "caption")
        self.table = _Table()
        self.word.setBuddy(self.table)
        self.more = QLabel()
        self.more.setProperty("role", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.word, self.table, self.more):
            column.addWidget(part)
        self.table.entered_row.connect(lambda row: self.chosen.emit(self._rows[row].reference))
        theme.changed.connect(self._fit)
        self.hide()

    def show_of(self, customer: Customer | None) -> None:
        """Read and show what a customer has; nothing is there to see without any."""
        if customer is None or self._customer is None or customer.id != self._customer.id:
            self.hide()
        self._customer = customer
        self._asked += 1
        if customer is None:
            return
        read = partial(self._services.list_customer_bookings, customer.id)
        done = partial(self._fill, self._asked)
        self._runner.run(read, owner=self, done=done, failed=self.failed.emit)

    def refresh(self) -> None:
        """Read them again."""
        self.show_of(self._customer)

    def take_focus(self) -> None:
        """Put the keyboard on the first row, if there is one."""
        if not self.isHidden():
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self, asked: int, found: CustomerBookings) -> None:
        if asked != self._asked:
            return
        before = self.table.currentRow()
        self._rows = found.rows
        self.table.setRowCount(len(found.rows))
        for place, row in enumerate(found.rows):
            for column, text in enumerate(self._texts(row)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == AMOUNT:
                    item.setTextAlignment(RIGHT)
                self.table.setItem(place, column, item)
        self.table.setCurrentCell(min(max(before, 0), len(found.rows) - 1), 0)
        self.more.setVisible(found.more_count > 0)
        self.more.setText(self.tr("{count} more in the review, F12").format(count=found.more_count))
        self.setVisible(bool(found.rows))
        self._fit()

    def _texts(self, row: CustomerBooking) -> tuple[str, ...]:
        what = row.title
        if row.travels_with:
            what = self.tr("{title} · travels with {buyer}").format(title=what, buyer=row.travels_with)
        state = booking_word(row.state, was_released=_was_released(row))
        if row.state is BookingState.HELD:
            until = formats.clock(row.expires_at, self._services.time_zone)
            state = self.tr("held until {time}").format(time=until)
        if row.balance_paise:
            state = f"{state}, {balance_word(row.balance_paise)}"
        return what, state, row.reference, formats.amount(row.total_paise)

    def _fit(self) -> None:
        height = scaled(ROW)
        self.table.verticalHeader().setDefaultSectionSize(height)
        self.table.setFixedHeight(height * max(len(self._rows), 1) + 2 * self.table.frameWidth() + 2)
        self.table.resizeColumnsToContents()


def _was_released(row: CustomerBooking) -> bool:
    return row.state is BookingState.CANCELLED and not row.was_sold


class _Table(QTableWidget):
    entered_row = Signal(int)

    def __init__(self) -> None:
        super().__init__(0, 4)
        self.setAccessibleName(self.tr("Bookings and holds of this customer"))
        self.setHorizontalHeaderLabels(
            [self.tr("What"), self.tr("State"), self.tr("Reference"), self.tr("Amount")]
        )
        self.horizontalHeader().hide()
        read_by_rows(self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        self.cellDoubleClicked.connect(lambda row, _column: self.entered_row.emit(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            if not event.isAutoRepeat():
                self.entered_row.emit(self.currentRow())
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()
