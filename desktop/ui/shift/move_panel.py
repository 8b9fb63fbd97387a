"""Cash into the drawer, to the safe or to a payee: the amount first, then why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from db.states import DrawerMoveKind
from desktop.services.domain.cash_move import CashMove
from desktop.ui.shift import shift_words as words
from desktop.ui.theme import scaled, set_role
from desktop.ui.widgets.money_edit import MoneyEdit


class MovePanel(QWidget):
    """A drop has its reasons by digits; what is paid out has a payee and a reason in words."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = DrawerMoveKind.DROP
        self._chosen = ""
        # Digits choose the reason while the keyboard is here.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.amount = MoneyEdit(letters_are_keys=True)
        self.amount.setAccessibleName(self.tr("Amount"))
        self.amount.setMaximumWidth(scaled(220))
        self.payee = QLineEdit()
        self.payee.setAccessibleName(self.tr("Payee"))
        self.payee.setPlaceholderText(self.tr("who gets it"))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("why"))
        self.reasons = [QLabel() for _ in words.drop_reasons()]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        caption = QLabel(self.tr("Amount"))
        caption.setBuddy(self.amount)
        for part in (caption, self.amount, self.payee, self.reason, *self.reasons):
            column.addWidget(part)
        self.amount.paise_changed.connect(lambda _paise: self.changed.emit())
        for field in (self.payee, self.reason):
            field.textChanged.connect(lambda _text: self.changed.emit())

    def begin(self, kind: DrawerMoveKind) -> None:
        """Ask for another move."""
        self.kind, self._chosen = kind, ""
        for field in (self.amount, self.payee, self.reason):
            field.clear()
        is_drop = kind is DrawerMoveKind.DROP
        self.payee.setVisible(kind is DrawerMoveKind.PAY_OUT)
        self.reason.setVisible(not is_drop)
        for label in self.reasons:
            label.setVisible(is_drop)
        self._mark()
        self.amount.setFocus()
        self.changed.emit()

    def choose(self, number: int) -> None:
        """Choose the reason of a drop by its digit."""
        reasons = words.drop_reasons()
        if self.kind is DrawerMoveKind.DROP and 1 <= number <= len(reasons):
            self._chosen = reasons[number - 1]
            self._mark()
            self.changed.emit()

    @property
    def asked(self) -> CashMove | None:
        """What was asked for; None while something is missing."""
        paise = self.amount.paise()
        reason = self._chosen if self.kind is DrawerMoveKind.DROP else self.reason.text().strip()
        payee = self.payee.text().strip()
        if not paise or not reason or (self.kind is DrawerMoveKind.PAY_OUT and not payee):
            return None
        return CashMove(self.kind, paise, reason, payee)

    def next_field(self) -> QWidget | None:
        """Return where Enter leads: to what is missing, to the panel where digits choose; None to the act."""
        if not self.amount.paise():
            return self.amount
        if self.kind is DrawerMoveKind.DROP:
            return None if self._chosen else self
        if self.kind is DrawerMoveKind.PAY_OUT and not self.payee.text().strip():
            return self.payee
        return None if self.reason.text().strip() else self.reason

    def _mark(self) -> None:
        for number, (label, reason) in enumerate(zip(self.reasons, words.drop_reasons(), strict=True), 1):
            is_chosen = reason == self._chosen
            label.setText(f"{'●' if is_chosen else '○'} {number}  {reason}")
            set_role(label, "strong" if is_chosen else "")
