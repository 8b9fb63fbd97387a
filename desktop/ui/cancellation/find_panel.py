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
from desktop.services.errors import DeskError, NotFound, NotVoidable, WrongLines
from desktop.ui.cancellation.cancellation_view import CancelStage, cancel_stage
from desktop.ui.cancellation.line_rows import Choice, usual_choice
from desktop.ui.formats import amount
from desktop.ui.lifecycle_words import booking_word
from desktop.ui.theme import scaled
from desktop.ui.widgets.bring_into_view import MarkedInSight

if TYPE_CHECKING:
    from db.ids import BookingId
    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking

ROWS_MAX = 8
CANCELLABLE = frozenset({BookingState.HELD, BookingState.CONFIRMED})
NOTHING = Choice(frozenset())


@dataclass(frozen=True, slots=True)
class Found:
    """One booking with its plans, or the rows among which the clerk chooses.

    `whole` tells of every line that can end; `plan` is of the choice, None where that was refused.
    """

    booking: Booking | None
    whole: RefundPlan | None
    plan: RefundPlan | None
    choice: Choice
    refusal: DeskError | None = None
    rows: tuple[ReviewRow, ...] = ()


def find_to_cancel(services: Services, text: str, choice: Choice | None = None) -> Found:
    """Return the booking of a reference or id; else live bookings of the customer or number.

    `choice` is kept where it still can be. Raises NotFound when there is neither.
    """
    try:
        return read_plan(services, services.find_booking(text), choice)
    except NotFound:
        rows = services.list_bookings(ReviewFilter(text=text, states=CANCELLABLE), None, ROWS_MAX).rows
        if not rows:
            raise
    if len(rows) == 1:
        return read_plan(services, services.find_booking(rows[0].reference))
    return Found(None, None, None, NOTHING, rows=rows)


def read_plan(services: Services, booking: Booking, choice: Choice | None = None) -> Found:
    """Return the booking with what would come back now, of what is chosen or is usual."""
    if cancel_stage(booking) not in (CancelStage.READY, CancelStage.PAYING):
        captured = (p.amount_paise for p in booking.payments if p.state is PaymentState.CAPTURED)
        nothing = RefundPlan((), sum(captured), 0, 0, 0)
        if choice is None or choice.back_paise is None or cancel_stage(booking) is not CancelStage.TOO_LATE:
            return Found(booking, nothing, nothing, NOTHING)
        return Found(booking, nothing, read_choice(services, booking.id, choice), choice)
    whole = services.preview_cancellation(booking.id)
    taken = _kept(choice, whole) or usual_choice(booking, whole)
    if taken == Choice(whole.numbers):
        return Found(booking, whole, whole, taken)
    if not taken.numbers:
        return Found(booking, whole, None, taken)
    try:
        return Found(booking, whole, read_choice(services, booking.id, taken), taken)
    except (WrongLines, NotVoidable) as refusal:
        return Found(booking, whole, None, taken, refusal)


def _kept(choice: Choice | None, whole: RefundPlan) -> Choice | None:
    """Return what of a choice is still there; None when nothing of it is."""
    if choice is None or choice.is_void or choice.back_paise is not None or not choice.numbers:
        return choice
    numbers = choice.numbers & whole.numbers
    return Choice(numbers) if numbers else None


def read_choice(services: Services, booking_id: BookingId, choice: Choice) -> RefundPlan:
    """Return what would come back of a choice. Raises WrongLines, NotVoidable and what has changed since."""
    if choice.is_void:
        return services.preview_cancellation(booking_id, void=True, outside=choice.outside)
    if choice.back_paise is None:
        return services.preview_cancellation(booking_id, sorted(choice.numbers))
    return services.preview_cancellation(booking_id, sorted(choice.numbers), back_paise=choice.back_paise)


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
        MarkedInSight(self.list)
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

    def go(self) -> bool:
        """Ask for the chosen row, or for what was typed; False when there is neither."""
        item = self.list.currentItem()
        if not self.list.isHidden() and item is not None and not self.field.hasFocus():
            self.wanted.emit(item.data(Qt.ItemDataRole.UserRole))
        elif self.field.text().strip():
            self.wanted.emit(self.field.text().strip())
        else:
            return False
        return True
