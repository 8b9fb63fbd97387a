"""The mark of practice: nobody may take it for real money."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget


class PracticeBand(QFrame):
    """An orange band with the word PRACTICE; hidden when the desk sells for real."""

    def __init__(self, practice: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "band")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 1, 8, 1)
        row.addWidget(QLabel(self.tr("PRACTICE")))
        self.setToolTip(self.tr("Sample data and a practice gateway: no real money moves."))
        # Never shown from here: without a parent yet it would open as a window of its own.
        if not practice:
            self.hide()
