"""The tenders for what is left after the wallet. It is on the screen only while something is left."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
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

from db.states import InstrumentKind, Tender
from desktop.services.domain.tenders import BY_HAND, REFERENCE_MAX
from desktop.ui.formats import amount
from desktop.ui.payment.cash_block import CashBlock
from desktop.ui.payment.money_panel import AMOUNT_WIDTH
from desktop.ui.payment.payer_block import PayerBlock
from desktop.ui.payment.payment_form import GATEWAY_METHODS, METHODS, Method
from desktop.ui.payment.payment_view import PaymentView
from desktop.ui.payment.payment_words import method_word
from desktop.ui.payment.read_payment import Beside
from desktop.ui.payment.take_now import gives_change
from desktop.ui.tender_words import ReferenceWords, tender_words
from desktop.ui.theme import scaled
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.money_edit import MoneyEdit

GATEWAY_KEYS = {InstrumentKind.QR: "U", InstrumentKind.LINK: "L", InstrumentKind.CARD_LINK: "N"}
METHOD_KEYS = {
    method: tender_words(method).key if isinstance(method, Tender) else GATEWAY_KEYS[method]
    for method in METHODS
}


class TenderBlock(QFrame):
    """`changed` after another method was chosen or something was typed.

    While `upi_disturbed`, it says so to who chooses UPI, and takes UPI all the same. Until the clerk chooses,
    UPI stands chosen, or cash once the gateway is known to be away.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[Method, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._method: Method = InstrumentKind.QR
        self._is_chosen = False
        # What the question about much cash is about, which is asked once.
        self.asked_about: object = None
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
        self.buttons[InstrumentKind.QR].setChecked(True)
        self.upi_disturbed = False
        self.has_gateway = True
        self.warning = QLabel(self.tr("▲ Many UPI payments fail at the moment: another tender is safer."))
        self.warning.setProperty("role", "warning")
        self.warning.setWordWrap(True)
        self.received = MoneyEdit(letters_are_keys=True)
        self.received.setAccessibleName(self.tr("Cash received"))
        self.cash_note = QLabel()
        self.cash_note.setProperty("role", "total")
        self.received.setProperty("role", "total")
        self._cash = _row(self.tr("Received"), self.received, self.cash_note)
        self.references: dict[Tender, QLineEdit] = {}
        self._rows: dict[Tender, QWidget] = {}
        for tender in BY_HAND:
            words = tender_words(tender).reference
            if words is not None:
                self._add_reference(tender, words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        self.payer, self.cash = PayerBlock(), CashBlock()
        for widget in (holder, self.warning, self._cash, self.cash, *self._rows.values(), self.payer):
            column.addWidget(widget)
        self.payer.changed.connect(self.changed)
        self.cash.changed.connect(self.changed)
        self.cash.chosen.connect(self._receive)
        self.received.textEdited.connect(self.changed)

    def _add_reference(self, tender: Tender, words: ReferenceWords) -> None:
        field, hint = QLineEdit(), QLabel(words.hint)
        field.setMaxLength(REFERENCE_MAX)
        field.setAccessibleName(words.spoken)
        field.textEdited.connect(self.changed)
        hint.setProperty("role", "caption")
        self.references[tender] = field
        self._rows[tender] = _row(words.label, field, hint)

    @property
    def method(self) -> Method:
        """The method that was chosen."""
        return self._method

    @property
    def received_paise(self) -> int | None:
        """What was typed as received, None for exactly what is left."""
        return self.received.paise()

    @property
    def reference(self) -> str:
        """What was typed as the chosen tender's reference."""
        field = self._reference_field
        return field.text() if field is not None else ""

    @property
    def _reference_field(self) -> QLineEdit | None:
        return self.references.get(self._method) if isinstance(self._method, Tender) else None

    @property
    def unreadable(self) -> bool:
        """Whether the cash that was typed is no amount."""
        return (
            gives_change(self._method)
            and bool(self.received.text().strip())
            and self.received.paise() is None
        ) or (not gives_change(self._method) and self.payer.unreadable)

    def _receive(self, paise: int) -> None:
        self.received.set_paise(paise)
        self.changed.emit()

    def know(self, beside: Beside, paid_paise: int) -> None:
        """Keep what was read beside the booking: accounts of the house, and what the law lets in."""
        self.payer.know(beside.accounts, paid_paise)
        self.cash.know(beside.room)

    def reset(self) -> None:
        """Empty the fields and choose UPI again, until it is said that the gateway is away."""
        self.received.clear()
        self.payer.reset()
        self.cash.reset()
        for field in self.references.values():
            field.clear()
        self._method = InstrumentKind.QR
        self._is_chosen = False
        self.asked_about = None

    def forget_choice(self) -> None:
        """What was chosen came to nothing: another may be proposed in its place."""
        self._is_chosen = False

    def set_gateway_away(self, away: bool, *, is_there: bool = True) -> None:
        """Say whether the gateway is known to be away: cash stands chosen then, unless the clerk chose.

        When it comes back, what stands there stays: the customer may be counting cash. Where none `is_there`,
        what is asked of one is not offered.
        """
        self.has_gateway = is_there
        if away and not self._is_chosen and self._method in GATEWAY_METHODS:
            self._method = Tender.CASH

    def choose(self, method: Method) -> None:
        """Choose a method and put the focus where its entry is typed."""
        if self.isHidden() or self.buttons[method].isHidden():
            return
        self._method, self._is_chosen = method, True
        self.changed.emit()
        self.focus_entry()

    def focus_entry(self) -> None:
        """Put the focus where the chosen method's entry is typed, if it has one."""
        field = self.received if gives_change(self._method) else self._reference_field
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def entries(self) -> dict[QLineEdit, str]:
        """Return what stands in every field, for `restore`."""
        return {field: field.text() for field in (self.received, *self.references.values())}

    def restore(self, method: Method, entries: Mapping[QLineEdit, str]) -> None:
        """Make everything as it was before; the focus stays where it is."""
        for field, text in entries.items():
            field.setText(text)
        self._method = method
        self.changed.emit()

    def render_view(self, view: PaymentView) -> None:
        """Show the methods that can take the rest, and the fields of the chosen one."""
        self._method = view.method
        for method, button in self.buttons.items():
            button.setVisible(method in view.methods)
        self.buttons[view.method].setChecked(True)
        self.warning.setVisible(self.upi_disturbed and view.method is InstrumentKind.QR)
        self._cash.setVisible(gives_change(view.method))
        self.payer.render_view(view)
        self.cash.render_view(view)
        for tender, row in self._rows.items():
            row.setVisible(view.method is tender)
        self.received.setPlaceholderText(amount(view.gateway_payable_paise + view.rounding_paise))
        self.cash_note.setText("\n".join(filter(None, (_rounded_words(view), self._cash_words(view)))))

    def _cash_words(self, view: PaymentView) -> str:
        if view.stays_due_paise:
            rest = self.tr("{rest} stays to be paid").format(rest=amount(view.stays_due_paise))
            if not view.change_paise:
                return rest
            return self.tr("Change {change}, {rest}").format(change=amount(view.change_paise), rest=rest)
        if self.received_paise is None:
            return self.tr("exact amount, no change")
        return self.tr("Change {change}").format(change=amount(view.change_paise))


def _rounded_words(view: PaymentView) -> str:
    """Return what is taken for what is left, where cash is rounded to the rupee."""
    if not view.rounding_paise:
        return ""
    return QCoreApplication.translate("TenderBlock", "{left} → cash {cash}, rounded").format(
        left=amount(view.now_paise), cash=amount(view.taken_paise)
    )


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
