"""The window for the customer's side: amount, code and time left, and no personal data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui.formats import amount, remaining
from desktop.ui.payment.payment_view import (
    Asking,
    PaymentView,
    Stage,
)
from desktop.ui.payment.qr_picture import QrPicture
from desktop.ui.payment.take_now import gives_change
from desktop.ui.theme import scaled
from desktop.ui.widgets.practice_band import PracticeBand

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.services.domain.booking import Booking
    from desktop.ui.steady_clock import NodeTime

QR_SIDE = 320


class Facing(StrEnum):
    """What the customer is told."""

    AMOUNT = "amount"
    SCAN = "scan"
    RECEIVED = "received"
    PAID = "paid"
    DEPOSIT = "deposit"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class DisplayView:
    """What the customer sees. Nothing here says who the customer is or what was booked."""

    facing: Facing
    amount_paise: int
    content: str
    ends_at: datetime | None
    # After a deposit: what is left to pay.
    left_paise: int = 0


def display_view(booking: Booking, view: PaymentView) -> DisplayView:
    """Make the customer's picture from the clerk's."""
    if view.stage is Stage.DONE:
        rounding = sum(payment.rounding_paise for payment in booking.payments)
        if booking.owes_balance:
            paid = view.paid_paise + rounding
            return DisplayView(Facing.DEPOSIT, paid, "", None, left_paise=booking.due_paise)
        return DisplayView(Facing.PAID, view.total_paise + rounding, "", None)
    if view.stage is Stage.OVER:
        return DisplayView(Facing.NOTHING, 0, "", None)
    payment = booking.open_payment
    if view.asking is Asking.RECEIVED:
        return DisplayView(Facing.RECEIVED, view.gateway_payable_paise, "", None)
    can_pay = view.asking in (Asking.WAITING, Asking.DECLINED, Asking.SILENT)
    if payment is not None and can_pay and payment.instrument_content.startswith("upi:"):
        ends_at = payment.instrument_ends_at
        return DisplayView(Facing.SCAN, payment.amount_paise, payment.instrument_content, ends_at)
    if view.own_code:
        return DisplayView(Facing.SCAN, view.now_paise, view.own_code, None)
    if view.stays_due_paise and not gives_change(view.method):
        return DisplayView(Facing.AMOUNT, view.taken_paise, "", None)
    return DisplayView(Facing.AMOUNT, view.gateway_payable_paise + view.rounding_paise, "", None)


class CustomerDisplay(QWidget):
    """A window of its own; on the second screen it fills it."""

    def __init__(self, practice: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(self.tr("For the customer"))
        self._view: DisplayView | None = None
        self._now: NodeTime | None = None
        self.band = PracticeBand(practice)
        self.word = QLabel()
        self.word.setProperty("role", "heading")
        self.amount = QLabel()
        self.amount.setProperty("role", "display")
        self.amount.setAccessibleName(self.tr("To pay"))
        self.qr = QrPicture(side=QR_SIDE)
        self.time_left = QLabel()
        self.time_left.setProperty("role", "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, scaled(24))
        column.setSpacing(scaled(16))
        column.addWidget(self.band)
        column.addStretch(1)
        for widget in (self.word, self.amount, self.qr, self.time_left):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.resize(scaled(520), scaled(640))
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.tick)

    def show_view(self, view: DisplayView, now: NodeTime | None) -> None:
        """Show another picture; the time left is counted by `now`."""
        self._view, self._now = view, now
        words = {
            Facing.AMOUNT: self.tr("To pay"),
            Facing.SCAN: self.tr("Scan with any UPI app"),
            Facing.RECEIVED: self.tr("Payment received, one moment"),
            Facing.PAID: self.tr("✓  Paid. Thank you!"),
            Facing.DEPOSIT: self.tr("✓  Received. Left to pay: ₹{left}").format(left=amount(view.left_paise)),
            Facing.NOTHING: self.tr("Welcome"),
        }
        self.word.setText(words[view.facing])
        self.amount.setAccessibleName(words[view.facing])
        self.amount.setText(f"₹{amount(view.amount_paise)}")
        self.amount.setVisible(view.facing is not Facing.NOTHING)
        self.qr.setVisible(view.facing is Facing.SCAN)
        self.qr.show_content(view.content)
        self.tick()
        if view.ends_at is None:
            self._timer.stop()
        else:
            self._timer.start()

    def tick(self) -> None:
        """Show the time left as it is now."""
        view, now = self._view, self._now
        counted = view is not None and view.ends_at is not None and now is not None
        self.time_left.setVisible(counted)
        if view is not None and view.ends_at is not None and now is not None:
            self.time_left.setText(remaining(now.seconds_until(view.ends_at)))

    def toggle(self) -> None:
        """Open the window, filling the second screen when there is one, or close it."""
        if not self.isHidden():
            self.hide()
            return
        screens = QGuiApplication.screens()
        if len(screens) > 1:
            parent = self.parentWidget()
            own = screens[0] if parent is None else parent.screen()
            other = next(screen for screen in screens if screen is not own)
            self.setGeometry(other.geometry())
            self.showFullScreen()
        else:
            self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with the key that opened it, or with Esc."""
        if event.key() in (Qt.Key.Key_F12, Qt.Key.Key_Escape):
            self.hide()
        else:
            super().keyPressEvent(event)
