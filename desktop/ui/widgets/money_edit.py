"""A field for an amount in rupees."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.services.domain.money import format_rupees, parse_rupees
from desktop.ui.keys.key_places import LETTERS_ARE_KEYS, is_letter


class MoneyEdit(QLineEdit):
    """Takes what a person types as rupees and gives paise; `paise_changed` carries paise or None.

    Where the page around it has letters as keys, it leaves letters to the page: no amount has one.
    """

    paise_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, letters_are_keys: bool = False) -> None:
        super().__init__(parent)
        self.setProperty(LETTERS_ARE_KEYS, letters_are_keys)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setPlaceholderText("0.00")
        self.setMaxLength(18)
        self.textChanged.connect(self._judge)
        self.editingFinished.connect(self._tidy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.property(LETTERS_ARE_KEYS) and is_letter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paise(self) -> int | None:
        """Return the amount in paise, or None when what stands here is no amount (or nothing)."""
        return parse_rupees(self.text())

    def set_paise(self, paise: int | None) -> None:
        """Show an amount, or nothing."""
        self.setText("" if paise is None else format_rupees(paise))

    def _judge(self) -> None:
        paise = self.paise()
        wrong = paise is None and bool(self.text().strip())
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)
        self.setToolTip(self.tr("This is not an amount in rupees") if wrong else "")
        self.paise_changed.emit(paise)

    def _tidy(self) -> None:
        paise = self.paise()
        if paise is not None and self.text() != format_rupees(paise):
            self.set_paise(paise)
