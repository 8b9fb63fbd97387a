"""The refund plan as a table: one row for each tender, and what is kept below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QWidget

from db.ids import PaymentId
from db.states import Tender
from desktop.ui.cancellation.cancellation_view import CancelView, LegView
from desktop.ui.cancellation.cancellation_words import kept_text, when_text, where_text
from desktop.ui.formats import amount
from desktop.ui.tender_words import tender_word
from desktop.ui.theme import scaled

AMOUNT_WIDTH = 92
TENDER, PAID, BACK, WHERE, WHEN = range(5)


class LegTable(QFrame):
    """`wallet_toggled` carries a payment's id and whether its money goes to the wallet instead."""

    wallet_toggled = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: dict[PaymentId, QCheckBox] = {}
        self._shown: CancelView | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scaled(20))
        self._grid.setVerticalSpacing(scaled(8))
        self._grid.setColumnMinimumWidth(TENDER, scaled(92))
        self._grid.setColumnStretch(WHERE, 3)
        self._grid.setColumnStretch(WHEN, 2)
        self._grid.setColumnMinimumWidth(WHEN, scaled(64))
        for column in (PAID, BACK):
            self._grid.setColumnMinimumWidth(column, scaled(AMOUNT_WIDTH))

    def render_view(self, view: CancelView) -> None:
        """Show the plan; a choice keeps the focus while it is being made."""
        if view == self._shown:
            return
        self._shown = view
        focused = next((key for key, box in self.choices.items() if box.hasFocus()), None)
        self._empty()
        heads = (
            self.tr("tender"),
            self.tr("paid"),
            self.tr("back"),
            self.tr("where to"),
            self.tr("when"),
        )
        for column, head in enumerate(heads):
            label = self._put(0, column, head, "caption")
            if column in (PAID, BACK):
                label.setAlignment(label.alignment() | label.alignment().AlignRight)
        # Every leg has two rows: its own, and one below for the choice.
        for at, leg in enumerate(view.legs):
            self._put_leg(2 * at + 1, leg)
        self._put_sums(2 * len(view.legs) + 1, view)
        if focused in self.choices:
            self.choices[focused].setFocus()

    def _put_leg(self, row: int, leg: LegView) -> None:
        tender = tender_word(leg.tender, leg.instrument_kind)
        self._put_amount(row, PAID, tender, leg.paid_paise)
        self._put_amount(row, BACK, tender, leg.back_paise)
        self._put(row, TENDER, tender)
        self._put(row, WHERE, where_text(leg)).setWordWrap(True)
        self._put(row, WHEN, when_text(leg.when))
        if not leg.wallet_possible:
            return
        box = QCheckBox(self.tr("wallet instead   W"))
        box.setAccessibleName(
            self.tr("{tender}: give it to the wallet instead").format(
                tender=tender_word(leg.tender, leg.instrument_kind)
            )
        )
        box.setChecked(leg.back_to is Tender.WALLET)
        box.toggled.connect(lambda on, key=leg.payment_id: self.wallet_toggled.emit(key, on))
        self.choices[leg.payment_id] = box
        self._grid.addWidget(box, row + 1, WHERE, 1, 2)

    def _put_sums(self, row: int, view: CancelView) -> None:
        rule = QFrame()
        rule.setProperty("role", "rule")
        self._grid.addWidget(rule, row, 0, 1, 5)
        self._put(row + 1, TENDER, self.tr("together"), "strong")
        self._put_amount(row + 1, PAID, self.tr("together"), view.paid_paise)
        self._put_amount(row + 1, BACK, self.tr("together"), view.refund_paise)
        self._grid.addWidget(self._rest(view), row + 1, WHERE, 1, 2)
        self._put(row + 2, TENDER, self.tr("kept"))
        self._put_amount(row + 2, BACK, self.tr("kept"), view.kept_paise)
        self._put(row + 2, WHERE, kept_text(view), "caption")

    def _put_amount(self, row: int, column: int, what: str, paise: int) -> None:
        """Put an amount that is read as "UPI, back"; what is kept has no other column."""
        head = {PAID: self.tr("paid"), BACK: self.tr("back")}[column]
        label = self._put(row, column, amount(paise), "amount")
        label.setAccessibleName(what if what == self.tr("kept") else f"{what}, {head}")

    def _rest(self, view: CancelView) -> QLabel:
        """Return what is handed over where cash is rounded, and what is neither given back nor kept."""
        is_rounded = view.given_paise != view.refund_paise
        parts = (
            (self.tr("rounded to {amount}"), view.given_paise if is_rounded else 0),
            (self.tr("{amount} went back before"), view.before_paise),
            (self.tr("{amount} was kept before"), view.kept_before_paise),
            (self.tr("{amount} for what goes on"), view.goes_on_paise),
        )
        rest = QLabel(", ".join(text.format(amount=amount(paise)) for text, paise in parts if paise))
        rest.setProperty("role", "caption")
        rest.setWordWrap(True)
        return rest

    def _put(self, row: int, column: int, text: str, role: str = "") -> QLabel:
        label = QLabel(text)
        if role:
            label.setProperty("role", role)
        self._grid.addWidget(label, row, column)
        return label

    def _empty(self) -> None:
        self.choices.clear()
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
