"""The drawer is counted: at the opening with its float, at the close, and when it is handed over."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from db.ids import ShiftId
from desktop.services.domain.shift import NO_COUNTS, Closing, Counts, Opening, ShiftSight
from desktop.ui.shift import shift_words as words
from desktop.ui.shift.count_fields import CountFields
from desktop.ui.theme import scaled
from desktop.ui.widgets.money_edit import MoneyEdit


class Counted(Enum):
    """What the drawer is counted for."""

    OPENING = auto()
    CLOSING = auto()
    HAND_OVER = auto()


class DrawerPanel(QWidget):
    """Shows what was counted and nothing of what the books have. `changed`: what Enter does is another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what = Counted.OPENING
        self._left_paise = self._float_paise = 0
        self._has_drawer = True
        self._first: Counts | None = None
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.count = CountFields()
        self.reason = QLineEdit()
        self.card = MoneyEdit(letters_are_keys=True)
        self.left = MoneyEdit(letters_are_keys=True)
        self.code = QLineEdit()
        self.code.setMaxLength(2)
        self.pin = QLineEdit()
        self.pin.setMaxLength(6)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.shared = QCheckBox(self.tr("Others sell into this drawer under their own name"))
        self.without = QCheckBox(self.tr("This desk has no cash drawer"))
        self.form = QFormLayout()
        for caption, field in (
            (self.tr("Why the float is another"), self.reason),
            (self.tr("Slip of the card machine"), self.card),
            (self.tr("Stays in the drawer"), self.left),
            (self.tr("Code of the next person"), self.code),
            (self.tr("PIN of the next person"), self.pin),
        ):
            field.setAccessibleName(caption)
            field.setMaximumWidth(scaled(260))
            self.form.addRow(caption, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        for part in (self.hint, self.count):
            column.addWidget(part)
        column.addLayout(self.form)
        for box in (self.shared, self.without):
            column.addWidget(box)
            box.toggled.connect(self._tell)
        self.count.changed.connect(self._tell)
        self.reason.textChanged.connect(self._tell)

    def open_with(self, left_paise: int) -> None:
        """Count the float of a new shift, of which the last close has left so much."""
        self._left_paise = left_paise
        self.shared.setChecked(True)
        self.without.setChecked(False)
        self.reason.clear()
        self._begin(Counted.OPENING)

    def count_out(self, shift: ShiftSight, *, hands_over: bool) -> None:
        """Count the drawer of an open shift; nobody hears what should be in it."""
        self._float_paise, self._first, self._has_drawer = shift.float_paise, None, shift.has_drawer
        for field in (self.card, self.left, self.code, self.pin):
            field.clear()
        self.shared.setChecked(True)
        self._begin(Counted.HAND_OVER if hands_over else Counted.CLOSING)

    def recount(self) -> bool:
        """Count once more before the seal; the first count is told with it. False: it was done before."""
        if self.what is Counted.OPENING or self._first is not None or not self.count.paise:
            return False
        self._first = self.count.counts
        self.count.begin()
        return True

    @property
    def opening(self) -> Opening:
        """How the shift is to be opened."""
        has_drawer = not self.without.isChecked()
        counts = self.count.counts if has_drawer else NO_COUNTS
        return Opening(counts, self.reason.text().strip(), self.shared.isChecked(), has_drawer)

    def closing(self, shift_id: ShiftId) -> Closing:
        """What was counted; what stays is the service's proposal, unless another amount was typed."""
        left = self.left.paise() if self.left.isModified() else None
        return Closing(shift_id, self.count.counts, self.card.paise() or 0, left, first_counts=self._first)

    def forget_pin(self) -> None:
        """Nobody reads a PIN that was used."""
        self.pin.clear()

    def _begin(self, what: Counted) -> None:
        self.what = what
        is_opening, hands_over = what is Counted.OPENING, what is Counted.HAND_OVER
        self.hint.setVisible(is_opening)
        for box in (self.shared, self.without):
            box.setVisible(is_opening or (hands_over and box is self.shared))
        shown = {
            self.reason: is_opening,
            self.card: not is_opening,
            self.left: what is Counted.CLOSING and self._has_drawer,
            self.code: hands_over,
            self.pin: hands_over,
        }
        for field, is_shown in shown.items():
            self.form.setRowVisible(field, is_shown)
        self.count.setVisible(is_opening or self._has_drawer)
        self.count.begin()
        if not self.count.isVisibleTo(self):
            self.card.setFocus()
        self._tell()

    def _tell(self) -> None:
        if self.what is Counted.OPENING:
            with_drawer = not self.without.isChecked()
            self.count.setVisible(with_drawer)
            self.hint.setVisible(with_drawer)
            self.hint.setText(words.opening_hint(self.count.paise, self._left_paise))
            self.form.setRowVisible(self.reason, with_drawer and self.count.paise != self._left_paise)
        elif not self.left.isModified():
            self.left.set_paise(min(self._float_paise, self.count.paise))
        self.changed.emit()
