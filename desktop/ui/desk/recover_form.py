"""Where a manager who has forgotten the PIN types the recovery code and a new PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.services.domain.staff import CODE_LENGTH
from desktop.ui.theme import scaled, set_role
from desktop.ui.widgets.new_pin import NewPin
from desktop.ui.widgets.pin_entry import ENTER, FigureField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class _CodeField(QLineEdit):
    """Keeps its Enter: it leads to the next field."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            event.accept()
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class RecoverForm(QWidget):
    """`entered` carries code, recovery code and new PIN; `differed` says that the PINs were not alike."""

    entered = Signal(str, str, str)
    differed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = FigureField(self.tr("Code of a manager, two figures"), CODE_LENGTH, hidden=False)
        self.recovery_code = _CodeField()
        self.recovery_code.setAccessibleName(self.tr("Recovery code"))
        self.recovery_code.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX")
        self.recovery_code.setMaxLength(40)
        self.new_pin = NewPin()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        for text, field in (
            (self.tr("Code of a manager"), self.code),
            (self.tr("Recovery code"), self.recovery_code),
        ):
            label = QLabel(text)
            set_role(label, "caption")
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
        column.addSpacing(scaled(4))
        column.addWidget(self.new_pin)
        self.code.filled.connect(self.recovery_code.setFocus)
        self.code.entered.connect(self.recovery_code.setFocus)
        self.recovery_code.entered.connect(self.new_pin.take_focus)
        self.new_pin.chosen.connect(self._enter)
        self.new_pin.differed.connect(self.differed)

    def clear(self) -> None:
        """Forget what was typed."""
        self.code.clear()
        self.recovery_code.clear()
        self.new_pin.clear()

    def take_focus(self) -> None:
        """Put the cursor at the beginning."""
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self.code.selectAll()

    def _enter(self, pin: str) -> None:
        self.entered.emit(self.code.text(), self.recovery_code.text(), pin)
