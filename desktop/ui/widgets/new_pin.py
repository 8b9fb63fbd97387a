"""Where a person chooses a PIN: six figures, and the same once more. Neither is ever shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.services.domain.staff import PIN_LENGTH
from desktop.ui.theme import scaled, set_role
from desktop.ui.widgets.pin_entry import FigureField


class NewPin(QWidget):
    """`chosen` carries a PIN that was typed twice alike; `differed` says that it was not.

    Both fields are emptied as soon as the PIN has been handed over.
    """

    chosen = Signal(str)
    differed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = FigureField(self.tr("New PIN, six figures"), PIN_LENGTH, hidden=True)
        self.again = FigureField(self.tr("New PIN once more"), PIN_LENGTH, hidden=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(12))
        for text, field in ((self.tr("New PIN"), self.first), (self.tr("Once more"), self.again)):
            label = QLabel(text)
            set_role(label, "caption")
            label.setBuddy(field)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(label)
            column.addWidget(field)
            row.addLayout(column)
        row.addStretch(1)
        self.setFocusProxy(self.first)
        self.first.filled.connect(self.again.setFocus)
        self.first.entered.connect(self.take_focus)
        self.again.left.connect(self.first.setFocus)
        self.again.entered.connect(self.enter)

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.again.clear()

    def take_focus(self) -> None:
        """Put the cursor where the next figure belongs."""
        (self.again if self.first.is_filled else self.first).setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Hand over the PIN, if both are alike."""
        if not self.first.is_filled:
            self.first.setFocus()
            return
        pin, again = self.first.text(), self.again.text()
        self.clear()
        self.first.setFocus()
        if pin == again:
            self.chosen.emit(pin)
        else:
            self.differed.emit()
