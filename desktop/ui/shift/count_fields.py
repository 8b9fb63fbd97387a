"""How many notes and coins of each worth there are, and what they come to: large, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.services.domain.shift import WORTHS, counted_paise
from desktop.ui import formats
from desktop.ui.keys.key_places import LETTERS_ARE_KEYS
from desktop.ui.theme import scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

IN_A_ROW = 3


class PiecesEdit(QLineEdit):
    """Takes a number of pieces; letters are keys of the page."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty(LETTERS_ARE_KEYS, True)
        self.setPlaceholderText("0")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setValidator(QRegularExpressionValidator("[0-9]{0,4}", self))
        self.setMaximumWidth(scaled(90))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isalpha() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class CountFields(QWidget):
    """`changed` says that another sum is counted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[int, PiecesEdit] = {}
        self._sums: dict[int, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(12))
        grid.setVerticalSpacing(scaled(6))
        for place, worth in enumerate(WORTHS):
            rupees = f"₹{worth // 100}"
            field = PiecesEdit(self.tr("Pieces of {worth}").format(worth=rupees))
            label = QLabel(f"{rupees} ×")
            label.setBuddy(field)
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            total = QLabel("0.00")
            total.setProperty("role", "amount")
            total.setAccessibleName(self.tr("Sum of {worth}").format(worth=rupees))
            row, column = place % IN_A_ROW, place // IN_A_ROW * 3
            label.setContentsMargins(scaled(16) if column else 0, 0, 0, 0)
            for part, at in ((label, column), (field, column + 1), (total, column + 2)):
                grid.addWidget(part, row, at)
            field.textChanged.connect(self._count)
            self.fields[worth], self._sums[worth] = field, total
        for column in (2, 5, 8):
            grid.setColumnStretch(column, 1)
        self.total = QLabel()
        self.total.setProperty("role", "display")
        self.total.setAccessibleName(self.tr("Counted"))
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(0, 0, 0, 0)
        column_of.addLayout(grid)
        column_of.addWidget(self.total)
        self._count()

    @property
    def counts(self) -> dict[int, int]:
        """The pieces by their worth, without those that are not there."""
        typed = {worth: int(field.text() or 0) for worth, field in self.fields.items()}
        return {worth: pieces for worth, pieces in typed.items() if pieces}

    @property
    def paise(self) -> int:
        """What they come to."""
        return counted_paise(self.counts)

    def begin(self) -> None:
        """Count anew, from the largest note on."""
        for field in self.fields.values():
            field.clear()
        self.fields[WORTHS[0]].setFocus()

    def _count(self) -> None:
        for worth, label in self._sums.items():
            label.setText(formats.amount(worth * int(self.fields[worth].text() or 0)))
        self.total.setText(self.tr("Counted  {amount}").format(amount=formats.rupees(self.paise)))
        self.changed.emit()
