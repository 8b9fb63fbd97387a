"""The tenders for what is left after the wallet. It is on the screen only while something is left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.formats import amount
from desktop.ui.payment.money_panel import AMOUNT_WIDTH
from desktop.ui.payment.payment_form import Method
from desktop.ui.payment.payment_view import (
    PaymentView,
)
from desktop.ui.payment.payment_words import method_word
from desktop.ui.theme import scaled
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.money_edit import MoneyEdit

METHOD_KEYS = {
    Method.UPI: "U",
    Method.CASH: "C",
    Method.CARD: "K",
    Method.LINK: "L",
    Method.CARD_LINK: "N",
}
SLIP_LENGTH_MAX = 40


class TenderBlock(QFrame):
    """`changed` after another method was chosen or something was typed.

    While `upi_disturbed`, it says so to who chooses UPI, and takes UPI all the same.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[Method, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._method = Method.UPI
        holder = QWidget()
        flow = FlowLayout(holder, spacing=8, line_spacing=8)
        for method, key in METHOD_KEYS.items():
            button = QPushButton(f"{method_word(method)}   {key}")
            button.setCheckable(True)
            button.setAccessibleName(method_word(method))
            button.clicked.connect(lambda _checked=False, method=method: self.choose(method))
            self._group.addButton(button)
            self.buttons[method] = button
            flow.addWidget(button)
        self.buttons[Method.UPI].setChecked(True)
        self.upi_disturbed = False
        self.warning = QLabel(self.tr("▲ Many UPI payments fail at the moment: another tender is safer."))
        self.warning.setProperty("role", "warning")
        self.warning.setWordWrap(True)
        self.received = MoneyEdit()
        self.received.setAccessibleName(self.tr("Cash received"))
        self._cash_note = QLabel()
        self._cash_note.setProperty("role", "strong")
        self._cash = _row(self.tr("Received"), self.received, self._cash_note)
        self.slip = QLineEdit()
        self.slip.setMaxLength(SLIP_LENGTH_MAX)
        self.slip.setAccessibleName(self.tr("Reference of the card slip"))
        slip_note = QLabel(self.tr("approval code as printed, never the card's number"))
        slip_note.setProperty("role", "caption")
        self._card = _row(self.tr("Slip reference"), self.slip, slip_note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        for widget in (holder, self.warning, self._cash, self._card):
            column.addWidget(widget)
        self.received.textEdited.connect(self.changed)
        self.slip.textEdited.connect(self.changed)

    @property
    def method(self) -> Method:
        """The method that was chosen."""
        return self._method

    @property
    def received_paise(self) -> int | None:
        """What was typed as received, None for exactly what is left."""
        return self.received.paise()

    @property
    def unreadable(self) -> bool:
        """Whether the cash that was typed is no amount."""
        cash = self._method is Method.CASH
        return cash and bool(self.received.text().strip()) and self.received.paise() is None

    def reset(self) -> None:
        """Empty the fields and choose UPI again."""
        self.received.clear()
        self.slip.clear()
        self._method = Method.UPI

    def choose(self, method: Method) -> None:
        """Choose a method and put the focus where its entry is typed."""
        if self.isHidden() or self.buttons[method].isHidden():
            return
        self._method = method
        self.changed.emit()
        if method is Method.CASH:
            self.received.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.received.selectAll()
        elif method is Method.CARD:
            self.slip.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.slip.selectAll()

    def restore(self, method: Method, received: str, slip: str) -> None:
        """Make everything as it was before; the focus stays where it is."""
        self.received.setText(received)
        self.slip.setText(slip)
        self._method = method
        self.changed.emit()

    def render_view(self, view: PaymentView) -> None:
        """Show the methods that can take the rest, and the fields of the chosen one."""
        self._method = view.method
        for method, button in self.buttons.items():
            button.setVisible(method in view.methods)
        self.buttons[view.method].setChecked(True)
        self.warning.setVisible(self.upi_disturbed and view.method is Method.UPI)
        self._cash.setVisible(view.method is Method.CASH)
        self._card.setVisible(view.method is Method.CARD)
        self.received.setPlaceholderText(amount(view.gateway_payable_paise))
        self._cash_note.setText(self._cash_words(view))

    def _cash_words(self, view: PaymentView) -> str:
        if view.stays_due_paise:
            rest = self.tr("{rest} stays to be paid").format(rest=amount(view.stays_due_paise))
            if not view.change_paise:
                return rest
            return self.tr("Change {change}, {rest}").format(change=amount(view.change_paise), rest=rest)
        if self.received_paise is None:
            return self.tr("exact amount, no change")
        return self.tr("Change {change}").format(change=amount(view.change_paise))


def _row(word: str, field: QLineEdit, note: QLabel) -> QWidget:
    row = QWidget()
    grid = QGridLayout(row)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(scaled(16))
    grid.setColumnMinimumWidth(0, scaled(132))
    grid.setColumnMinimumWidth(1, scaled(AMOUNT_WIDTH))
    grid.setColumnStretch(2, 1)
    label = QLabel(word)
    label.setBuddy(field)
    field.setFixedWidth(scaled(AMOUNT_WIDTH))
    note.setWordWrap(True)
    grid.addWidget(label, 0, 0)
    grid.addWidget(field, 0, 1)
    grid.addWidget(note, 0, 2)
    return row
