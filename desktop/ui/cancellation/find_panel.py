"""Finding the booking that is to be cancelled, by reference or by the customer's number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.states import BookingState, PaymentState
from desktop.services.domain.cancellation import RefundPlan
from desktop.services.domain.review import ReviewFilter, ReviewRow
from desktop.services.errors import NotFound
from desktop.ui.cancellation.cancellation_view import CancelStage, cancel_stage
from desktop.ui.formats import amount
from desktop.ui.lifecycle_words import booking_word
from desktop.ui.theme import scaled

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking

ROWS_MAX = 8
CANCELLABLE = frozenset({BookingState.HELD, BookingState.CONFIRMED})


@dataclass(frozen=True, slots=True)
class Found:
    """One booking with its plan, or the rows among which the clerk chooses."""

    booking: Booking | None
    plan: RefundPlan | None
    rows: tuple[ReviewRow, ...] = ()


def find_to_cancel(services: Services, text: str) -> Found:
    """Return the booking of a reference or id; else live bookings of the customer or number.

    Raises NotFound when there is neither.
    """
    try:
        return read_plan(services, services.find_booking(text))
    except NotFound:
        rows = services.list_bookings(ReviewFilter(text=text, states=CANCELLABLE), None, ROWS_MAX).rows
        if not rows:
            raise
    if len(rows) == 1:
        return read_plan(services, services.find_booking(rows[0].reference))
    return Found(None, None, rows)


def read_plan(services: Services, booking: Booking) -> Found:
    """Return the booking with what would come back now."""
    if cancel_stage(booking) in (CancelStage.READY, CancelStage.PAYING):
        return Found(booking, services.preview_cancellation(booking.id))
    captured = (p.amount_paise for p in booking.payments if p.state is PaymentState.CAPTURED)
    return Found(booking, RefundPlan((), sum(captured), 0, 0, 0))


class FindPanel(QFrame):
    """`wanted` carries what was typed, or the reference that was chosen."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = QLabel(self.tr("Which booking is to be cancelled?"))
        head.setProperty("role", "heading")
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("reference, mobile number or its last digits"))
        self.field.setAccessibleName(self.tr("Reference or mobile number"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Bookings found"))
        self.list.itemClicked.connect(lambda _item: self.go())
        hint = QLabel(self.tr("Enter finds it"))
        hint.setProperty("role", "caption")
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addWidget(head)
        column.addLayout(line)
        column.addWidget(self.list)
        self.list.hide()

    def start(self) -> None:
        """Be ready for typing."""
        self.list.hide()
        self.field.setFocus()
        self.field.selectAll()

    def show_rows(self, rows: tuple[ReviewRow, ...]) -> None:
        """Offer bookings to choose from, the newest first."""
        self.list.clear()
        for row in rows:
            parts = (
                row.reference,
                booking_word(row.state, was_released=row.was_released),
                row.title,
                row.masked_mobile,
            )
            item = QListWidgetItem("   ".join((*parts, amount(row.total_paise))))
            item.setData(Qt.ItemDataRole.UserRole, row.reference)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.show()
        self.list.setFocus()

    def go(self) -> None:
        """Ask for the chosen row, or for what was typed."""
        item = self.list.currentItem()
        if not self.list.isHidden() and item is not None and not self.field.hasFocus():
            self.wanted.emit(item.data(Qt.ItemDataRole.UserRole))
        elif self.field.text().strip():
            self.wanted.emit(self.field.text().strip())
