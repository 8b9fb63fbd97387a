"""What is said when a booking is paid and confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.formats import amount
from desktop.ui.payment.money_panel import AMOUNT_WIDTH
from desktop.ui.payment.payment_words import paid_text
from desktop.ui.printer_words import outcome_text
from desktop.ui.theme import scaled, set_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.services.domain.payment_request import PaymentResult
    from desktop.services.domain.printing import PrintJob


class ReceiptPanel(QFrame):
    """Change first, because the customer waits for it; then the wallet, then what to do next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = QLabel()
        self._head.setProperty("role", "title")
        self.paid = QLabel()
        self.paid.setWordWrap(True)
        self._change_word, self._change = self._line(self.tr("Change to give"), "total")
        self._used_word, self._used = self._line(self.tr("From the wallet"), "amount")
        self._left_word, self._left = self._line(self.tr("Wallet now"), "amount")
        self._note = QLabel()
        self._note.setProperty("role", "caption")
        self._note.setWordWrap(True)
        self._note.setMinimumWidth(1)
        self.papers = QLabel()
        self.papers.setProperty("role", "caption")
        self.papers.setAccessibleName(self.tr("Papers that were made"))
        self.papers.hide()
        self.print_button = QPushButton()
        self.print_button.setAccessibleName(self.tr("Print"))
        self.next_button = QPushButton()
        self.next_button.setAccessibleName(self.tr("Next"))
        self.prints_first = False
        self._buttons = QHBoxLayout()
        self._lay_out()
        self.offer_print_first(False)

    @property
    def first_button(self) -> QPushButton:
        """What Enter presses."""
        return self.print_button if self.prints_first else self.next_button

    def offer_print_first(self, prints_first: bool) -> None:
        """Let Enter print and Esc go on, or Enter go on and Ctrl+P print."""
        self.prints_first = prints_first
        enter_prints, esc_goes_on = self.tr("Print   Enter"), self.tr("Next   Esc")
        self.print_button.setText(enter_prints if prints_first else self.tr("Print   Ctrl+P"))
        self.next_button.setText(esc_goes_on if prints_first else self.tr("Next   Enter"))
        set_role(self.print_button, "primary" if prints_first else "plain")
        set_role(self.next_button, "plain" if prints_first else "primary")
        self._buttons.removeWidget(self.first_button)
        self._buttons.insertWidget(0, self.first_button)

    def tell_printed(self, job: PrintJob) -> None:
        """Say how far the paper has come."""
        self._note.setText(outcome_text(job))

    def tell_papers(self, names: Sequence[str]) -> None:
        """Say which papers were made."""
        self.papers.setText("\n".join(names))
        self.papers.setVisible(bool(names))

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
        for button in (self.next_button, self.print_button):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(16))
        column.addWidget(self._head)
        column.addWidget(self.paid)
        column.addLayout(grid)
        column.addWidget(self.papers)
        column.addWidget(self._note)
        column.addLayout(self._buttons)

    def show_result(self, result: PaymentResult) -> None:
        """Show what was taken. Printing is possible once there is a document."""
        self.tell_papers(())
        self._head.setText(self.tr("✓  {reference} is confirmed").format(reference=result.reference))
        balance = self.tr("Left to pay: {left}").format(left=amount(result.due_paise))
        paid = paid_text(result)
        self.paid.setText(f"{paid}\n{balance}" if result.due_paise else paid)
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
