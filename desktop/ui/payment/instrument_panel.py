"""An open payment through the gateway: code, amount, time left, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.states import InstrumentKind, LinkSms
from desktop.ui.formats import amount, remaining
from desktop.ui.payment.payment_view import (
    Asking,
    PaymentView,
    is_unseen,
)
from desktop.ui.payment.payment_words import asking_text, link_sms_text, method_word
from desktop.ui.payment.qr_picture import QrPicture
from desktop.ui.theme import scaled, set_role
from desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from desktop.services.domain.booking import Booking, Payment
    from desktop.ui.steady_clock import NodeTime

ROLES = {
    Asking.PREPARING: "caption",
    Asking.WAITING: "strong",
    Asking.RECEIVED: "ok",
    Asking.DECLINED: "error",
    Asking.SILENT: "warning",
    Asking.CLOSING: "warning",
    Asking.UNKNOWN: "warning",
    Asking.UNSEEN: "warning",
}
SIGNS = {
    Asking.PREPARING: "○",
    Asking.WAITING: "◔",
    Asking.RECEIVED: "✓",
    Asking.DECLINED: "✕",
    Asking.SILENT: "▲",
    Asking.CLOSING: "▲",
    Asking.UNKNOWN: "▲",
    Asking.UNSEEN: "▲",
}


class InstrumentPanel(QFrame):
    """`stop_button` asks for another way; checking is the window's primary action."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._payment: Payment | None = None
        self._asking = Asking.PREPARING
        self._now: NodeTime | None = None
        self.qr = QrPicture()
        self._link = QLabel()
        self._link.setWordWrap(True)
        self._link.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._link.setAccessibleName(self.tr("Payment link"))
        self.sms = QLabel()
        self.sms.setWordWrap(True)
        self._method = QLabel()
        self._amount = QLabel()
        self._amount.setProperty("role", "title")
        self._amount.setAccessibleName(self.tr("Amount asked for"))
        self._time_left = QLabel()
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.stop_first = QLabel()
        self.stop_first.setWordWrap(True)
        self.stop_first.setProperty("role", "warning")
        self.stop_first.hide()
        self.stop_button = QPushButton(self.tr("Stop and take another way   S"))
        self.stop_button.setAccessibleName(self.tr("Stop and take another way"))
        self.display_button = QPushButton(self.tr("Customer's screen   F12"))
        self.display_button.setProperty("role", "quiet")
        self.display_button.setAccessibleName(self.tr("Customer's screen"))
        self.phone_button = QPushButton(self.tr("Pay as the customer   P"))
        self.phone_button.setProperty("role", "quiet")
        self.phone_button.setAccessibleName(self.tr("Pay as the customer, on the practice phone"))
        self.phone_button.clicked.connect(self.open_phone)
        self.phone_button.hide()
        self._phone = ""
        self._lay_out()
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.tick)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(scaled(8))
        for label in (self._method, self._amount, self._time_left, self._link, self.sms, self.state):
            words.addWidget(label)
        words.addWidget(self.stop_first)
        words.addStretch(1)
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=8, line_spacing=4)
        flow.addWidget(self.stop_button)
        flow.addWidget(self.display_button)
        flow.addWidget(self.phone_button)
        words.addWidget(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(24))
        row.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def offer_phone(self, address: str) -> None:
        """Offer the practice gateway's page on which a customer approves; '' when money is real."""
        self._phone = address
        self.phone_button.setVisible(bool(address))
        self.phone_button.setToolTip(address)

    def open_phone(self) -> bool:
        """Show the practice customer's phone in the browser; False while there is nothing to approve."""
        is_there = bool(self._phone) and not self.isHidden()
        if is_there:
            QDesktopServices.openUrl(QUrl(self._phone))
        return is_there

    @property
    def is_unseen(self) -> bool:
        """Whether nobody was shown anything, so that another tender may take its place at once."""
        return self._payment is not None and is_unseen(self._payment)

    def say_stop_first(self) -> None:
        """Another tender was wanted: say what has to be done before."""
        is_code = self._payment is not None and self._payment.instrument_kind is InstrumentKind.QR
        can_stop = self.tr("Stop the QR code first: S") if is_code else self.tr("Stop the link first: S")
        cannot = self.tr("This can't be stopped now: wait for its answer.")
        words = can_stop if self.stop_button.isEnabled() else cannot
        self.stop_first.setText(f"▲  {words}")
        self.stop_first.show()

    def render_view(self, booking: Booking, view: PaymentView, now: NodeTime | None) -> None:
        """Show the booking's open payment, or stop counting when there is none."""
        self._payment = booking.open_payment
        if self._payment is None or view.asking is None:
            self._timer.stop()
            self.stop_first.hide()
            return
        if view.asking is not self._asking:
            self.stop_first.hide()
        self._now = now
        self._asking = view.asking
        content = self._payment.instrument_content
        # Where the account gets a picture's address instead of the code's text, that address is shown.
        drawn = content.startswith("upi:")
        self.qr.setVisible(drawn)
        self.qr.show_content(content if drawn else "")
        self._link.setVisible(bool(content) and not drawn)
        self._link.setText(content)
        self.sms.setText(link_sms_text(self._payment.link_sms))
        self.sms.setVisible(bool(self._payment.link_sms))
        set_role(self.sms, "ok" if self._payment.link_sms is LinkSms.SENT else "warning")
        self._method.setText(method_word(view.method))
        self._amount.setText(amount(view.gateway_payable_paise))
        self.stop_button.setEnabled(view.asking not in (Asking.RECEIVED, Asking.CLOSING))
        set_role(self.state, ROLES[view.asking])
        self._timer.start()
        self.tick()

    def tick(self) -> None:
        """Show the time left and how long ago the gateway answered, as they are now."""
        payment, now = self._payment, self._now
        if payment is None or now is None:
            return
        words = asking_text(self._asking, payment.answered_at, now())
        self.state.setText(f"{SIGNS[self._asking]}  {words}")
        ends_at = payment.instrument_ends_at
        self._time_left.setVisible(ends_at is not None)
        if ends_at is not None:
            left = max(now.seconds_until(ends_at), 0)
            self._time_left.setText(
                self.tr("can be paid for {time}").format(time=remaining(left))
                if left
                else self.tr("can no longer be paid")
            )
