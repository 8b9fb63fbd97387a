"""What a sealed close has come to: the difference large, the figures below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.shift import shift_words as words
from desktop.ui.theme import scaled, set_role

if TYPE_CHECKING:
    from desktop.services.domain.shift import ClosedShift

ROWS = 7


class SealedPanel(QWidget):
    """Empty until something is sealed: nothing of it is known before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.difference = QLabel()
        self.difference.setProperty("role", "display")
        self.difference.setAccessibleName(self.tr("Difference"))
        self.card = QLabel()
        self.card.setWordWrap(True)
        self.still_open = QLabel()
        self.still_open.setWordWrap(True)
        self._rows = [(QLabel(), QLabel()) for _ in range(ROWS)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(24))
        for number, (word, value) in enumerate(self._rows):
            word.setProperty("role", "caption")
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(word, number, 0)
            grid.addWidget(value, number, 1)
        grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(self.difference)
        column.addWidget(self.card)
        column.addLayout(grid)
        column.addWidget(self.still_open)

    def show_closed(self, closed: ClosedShift) -> None:
        """Show a close."""
        self.difference.setText(words.difference_text(closed.difference_paise))
        set_role(self.difference, "display")
        is_right = not closed.card_difference_paise
        self.card.setHidden(is_right)
        self.card.setText(words.card_text(closed.card_difference_paise))
        lines = words.sealed_lines(closed)
        for number, (word, value) in enumerate(self._rows):
            said, amount = lines[number] if number < len(lines) else ("", "")
            word.setText(said)
            value.setText(amount)
            value.setAccessibleName(said)
        self.still_open.setText(words.open_work_text(closed.still_open))
