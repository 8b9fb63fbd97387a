"""Total, the wallet's share and what is left: three rows with their amounts in one column."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QWidget

from desktop.ui.formats import amount
from desktop.ui.payment.payment_view import (
    PaymentView,
    Stage,
)
from desktop.ui.payment.payment_words import parts_text
from desktop.ui.theme import scaled
from desktop.ui.widgets.money_edit import MoneyEdit

AMOUNT_WIDTH = 168
FIELD_EDGE = 9


class MoneyPanel(QFrame):
    """`wallet_changed` after the clerk switched the wallet on or off or typed another share."""

    wallet_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total = _amount_label(self.tr("Total"), "total")
        self._paid_word = QLabel(self.tr("Paid so far"))
        self._paid = _amount_label(self.tr("Paid so far"), "amount")
        self._parts = QLabel()
        self._parts.setProperty("role", "caption")
        self._parts.setWordWrap(True)
        self.use_wallet = QCheckBox(self.tr("Wallet   W"))
        self.use_wallet.setAccessibleName(self.tr("Use the wallet"))
        self.use_wallet.setChecked(True)
        self.share = MoneyEdit(letters_are_keys=True)
        self.share.setAccessibleName(self.tr("Share from the wallet"))
        self._fixed_share = _amount_label(self.tr("Share from the wallet"), "amount")
        self._wallet_word = QLabel(self.tr("From the wallet"))
        self._wallet_note = QLabel()
        self._wallet_note.setProperty("role", "caption")
        self._left_word = QLabel(self.tr("Left to pay"))
        self._left_word.setProperty("role", "heading")
        self._left = _amount_label(self.tr("Left to pay"), "total")
        self._wish_typed = False
        self._lay_out()
        self.use_wallet.toggled.connect(self.wallet_changed)
        self.share.textEdited.connect(self._on_typed)
        self.share.editingFinished.connect(self.wallet_changed)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(16))
        grid.setVerticalSpacing(scaled(8))
        grid.setColumnMinimumWidth(0, scaled(132))
        grid.setColumnMinimumWidth(1, scaled(AMOUNT_WIDTH))
        grid.setColumnStretch(2, 1)
        total_word = QLabel(self.tr("Total"))
        total_word.setProperty("role", "heading")
        grid.addWidget(total_word, 0, 0)
        grid.addWidget(self._total, 0, 1)
        grid.addWidget(self._paid_word, 1, 0)
        grid.addWidget(self._paid, 1, 1)
        grid.addWidget(self._parts, 1, 2)
        grid.addWidget(self.use_wallet, 2, 0)
        grid.addWidget(self._wallet_word, 2, 0)
        grid.addWidget(self.share, 2, 1)
        grid.addWidget(self._fixed_share, 2, 1)
        grid.addWidget(self._wallet_note, 2, 2)
        grid.addWidget(self._left_word, 3, 0)
        grid.addWidget(self._left, 3, 1)

    def reset(self) -> None:
        """Forget what was typed: the wallet is used, with as much as there is."""
        self._wish_typed = False
        self.share.clearFocus()
        blocked = self.use_wallet.blockSignals(True)
        self.use_wallet.setChecked(True)
        self.use_wallet.blockSignals(blocked)

    @property
    def wish_paise(self) -> int | None:
        """The share that was typed, None for as much as there is."""
        return self.share.paise() if self._wish_typed else None

    @property
    def unreadable(self) -> bool:
        """Whether the typed share is no amount."""
        typed = self._wish_typed and self.use_wallet.isChecked()
        return typed and bool(self.share.text().strip()) and self.share.paise() is None

    def render_view(self, view: PaymentView) -> None:
        """Show a picture; a share that is being typed stays as it is."""
        choosing = view.stage is Stage.CHOOSING
        self._total.setText(amount(view.total_paise))
        for widget in (self._paid_word, self._paid):
            widget.setVisible(view.paid_paise > 0)
        self._paid.setText(amount(view.paid_paise))
        self._parts.setVisible(view.paid_paise > 0)
        self._parts.setText(parts_text(view.parts))
        self.use_wallet.setVisible(view.wallet_shown)
        self.share.setVisible(view.wallet_shown)
        self.share.setEnabled(self.use_wallet.isChecked())
        reserved = view.stage is Stage.ASKING and view.wallet_applied_paise > 0
        self._wallet_word.setVisible(reserved)
        self._fixed_share.setVisible(reserved)
        self._fixed_share.setText(amount(view.wallet_applied_paise))
        if not self.share.hasFocus():
            self.share.set_paise(view.wallet_applied_paise)
        self._wallet_note.setVisible(view.wallet_shown or reserved)
        self._wallet_note.setText(
            self.tr("of {balance}, afterwards {after}").format(
                balance=amount(view.wallet_balance_paise), after=amount(view.wallet_after_paise)
            )
        )
        left_shown = (choosing and view.due_paise > 0) or view.stage is Stage.ASKING
        self._left_word.setVisible(left_shown)
        self._left.setVisible(left_shown)
        self._left_word.setText(self.tr("To pay now") if view.balance_paise else self.tr("Left to pay"))
        self._left.setText(amount(view.gateway_payable_paise))

    def _on_typed(self, text: str) -> None:
        self._wish_typed = bool(text.strip())
        self.wallet_changed.emit()


def _amount_label(name: str, role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setAccessibleName(name)
    # Fields have an edge and a padding: their figures and those of labels end in one line.
    label.setContentsMargins(0, 0, scaled(FIELD_EDGE), 0)
    return label
