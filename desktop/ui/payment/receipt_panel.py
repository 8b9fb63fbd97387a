"""What is said when a booking is paid and confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.formats import amount
from desktop.ui.payment.money_panel import AMOUNT_WIDTH
from desktop.ui.theme import scaled

if TYPE_CHECKING:
    from desktop.services.domain.booking import PaymentResult


class ReceiptPanel(QFrame):
    """Change first, because the customer waits for it; then the wallet, then what to do next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = QLabel()
        self._head.setProperty("role", "title")
        self._change_word, self._change = self._line(self.tr("Change to give"), "total")
        self._used_word, self._used = self._line(self.tr("From the wallet"), "amount")
        self._left_word, self._left = self._line(self.tr("Wallet now"), "amount")
        self._note = QLabel()
        self._note.setProperty("role", "caption")
        self.print_button = QPushButton(self.tr("Print   Ctrl+P"))
        self.print_button.setAccessibleName(self.tr("Print"))
        self.next_button = QPushButton(self.tr("Next   Enter"))
        self.next_button.setAccessibleName(self.tr("Next"))
        self.next_button.setProperty("role", "primary")
        self._lay_out()

    def _line(self, word: str, role: str) -> tuple[QLabel, QLabel]:
        value = QLabel()
        value.setProperty("role", role)
        value.setAccessibleName(word)
        return QLabel(word), value

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(16))
        grid.setVerticalSpacing(scaled(8))
        grid.setColumnMinimumWidth(0, scaled(132))
        grid.setColumnMinimumWidth(1, scaled(AMOUNT_WIDTH))
        grid.setColumnStretch(2, 1)
        rows = (
            (self._change_word, self._change),
            (self._used_word, self._used),
            (self._left_word, self._left),
        )
        for row, (word, value) in enumerate(rows):
            grid.addWidget(word, row, 0)
            grid.addWidget(value, row, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.next_button)
        buttons.addWidget(self.print_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(16))
        column.addWidget(self._head)
        column.addLayout(grid)
        column.addWidget(self._note)
        column.addLayout(buttons)

    def show_result(self, result: PaymentResult) -> None:
        """Show what was taken. Printing is possible once there is a document."""
        self._head.setText(self.tr("✓  {reference} is confirmed").format(reference=result.reference))
        self._change.setText(amount(result.change_paise))
        for widget in (self._change_word, self._change):
            widget.setVisible(result.change_paise > 0)
        for widget in (self._used_word, self._used):
            widget.setVisible(result.wallet_used_paise > 0)
        self._used.setText(amount(result.wallet_used_paise))
        self._left.setText(amount(result.wallet_balance_paise))
        self.print_button.setEnabled(result.document_id is not None)
        self._note.setText(
            self.tr("The receipt is ready to print.")
            if result.document_id
            else self.tr("The receipt is not ready yet; it can be printed later from the review.")
        )
