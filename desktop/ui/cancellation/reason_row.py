"""Why a booking is cancelled: a usual reason by one key, or words of one's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.cancellation.cancellation_words import usual_reasons
from desktop.ui.keys.key_places import latin_sign, typed_text
from desktop.ui.theme import scaled
from desktop.ui.widgets.flow_layout import FlowLayout

REASON_LENGTH_MAX = 300


class ReasonRow(QFrame):
    """`changed` whenever another reason stands in the field. A figure in the empty field is its key."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setMaxLength(REASON_LENGTH_MAX)
        self.field.setPlaceholderText(self.tr("or in your own words"))
        self.field.setAccessibleName(self.tr("Reason of the cancellation"))
        word = QLabel(self.tr("Reason"))
        word.setBuddy(self.field)
        self.buttons: list[QPushButton] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        holder = QWidget()
        flow = FlowLayout(holder, spacing=8, line_spacing=8)
        for number, reason in enumerate(usual_reasons(), 1):
            button = QPushButton(f"{number}   {reason}")
            button.setCheckable(True)
            button.setAccessibleName(reason)
            button.clicked.connect(lambda _checked=False, reason=reason: self.choose(reason))
            self._group.addButton(button)
            self.buttons.append(button)
            flow.addWidget(button)
        line = QHBoxLayout()
        line.setSpacing(scaled(16))
        line.addWidget(word)
        line.addWidget(self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(holder)
        column.addLayout(line)
        self.field.textChanged.connect(self._mark)
        self.field.installEventFilter(self)

    @property
    def reason(self) -> str:
        """What stands in the field."""
        return self.field.text().strip()

    def choose(self, reason: str) -> None:
        """Put a usual reason into the field."""
        self.field.setText(reason)
        self._mark()

    def choose_number(self, number: int) -> None:
        """Put the usual reason with this key into the field."""
        self.choose(usual_reasons()[number - 1])

    def clear(self) -> None:
        """Start with no reason."""
        self.field.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a figure typed into the empty field for the key that it is on the rest of the page."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not self.field.text():
            figure = latin_sign(event) if typed_text(event) else ""
            if figure.isdecimal() and 1 <= int(figure) <= len(self.buttons):
                self.choose_number(int(figure))
                self.field.selectAll()
                return True
        return super().eventFilter(watched, event)

    def _mark(self) -> None:
        for button, reason in zip(self.buttons, usual_reasons(), strict=True):
            button.setChecked(reason == self.reason)
        self.changed.emit()
