"""What came of a cancellation: the booking's state and the refunds' states, each for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.states import RefundState
from desktop.ui.formats import amount
from desktop.ui.lifecycle_words import refund_word
from desktop.ui.tender_words import tender_word
from desktop.ui.theme import scaled

if TYPE_CHECKING:
    from desktop.services.domain.booking import Booking, CancellationResult

ROLES = {RefundState.DONE: "ok", RefundState.FAILED: "error"}
SIGNS = {RefundState.DONE: "✓", RefundState.FAILED: "▲"}


class CancelledPanel(QFrame):
    """Shown after a cancellation, and for a booking that was cancelled before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = QLabel()
        self._head.setProperty("role", "title")
        self._released = QLabel()
        self._wallet = QLabel()
        self._holder = QFrame()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scaled(20))
        self._grid.setVerticalSpacing(scaled(8))
        self._grid.setColumnMinimumWidth(0, scaled(132))
        self._grid.setColumnMinimumWidth(1, scaled(104))
        self._grid.setColumnStretch(3, 1)
        self.next_button = QPushButton(self.tr("Next   Enter"))
        self.next_button.setAccessibleName(self.tr("Next"))
        self.next_button.setProperty("role", "primary")
        self.print_button = QPushButton(self.tr("Print voucher   Ctrl+P"))
        self.print_button.setAccessibleName(self.tr("Print voucher"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.next_button)
        buttons.addWidget(self.print_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        for widget in (self._head, self._released, self._holder, self._wallet):
            column.addWidget(widget)
        column.addLayout(buttons)

    def show_result(self, booking: Booking, result: CancellationResult | None) -> None:
        """Show the refunds as they stand; the counts only where this window has cancelled."""
        self._head.setText(self.tr("✓  {reference} is cancelled").format(reference=booking.reference))
        self._released.setVisible(result is not None)
        self._wallet.setVisible(result is not None)
        self.print_button.setVisible(result is not None and result.document_id is not None)
        if result is not None:
            self._released.setText(
                self.tr("Free for sale again: {count}").format(count=result.claims_released)
                if result.claims_released
                else self.tr("Its units were free already")
            )
            self._wallet.setText(
                self.tr("Wallet now {balance}").format(balance=amount(result.wallet_balance_paise))
            )
        self._show_refunds(booking)

    def _show_refunds(self, booking: Booking) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not booking.refunds:
            self._grid.addWidget(QLabel(self.tr("Nothing goes back.")), 0, 0, 1, 3)
        for row, refund in enumerate(booking.refunds):
            paise = QLabel(amount(refund.amount_paise))
            paise.setProperty("role", "amount")
            state = QLabel(f"{SIGNS.get(refund.state, '○')}  {refund_word(refund.state)}")
            state.setProperty("role", ROLES.get(refund.state, "warning"))
            to = self.tr("back to {tender}").format(tender=tender_word(refund.tender))
            for column, label in enumerate((QLabel(to), paise, state)):
                self._grid.addWidget(label, row, column)
