"""The recovery code, shown once and printed: with it the only manager gets a new PIN."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.keys.offer import Offer
from desktop.ui.papers.print_document import print_document
from desktop.ui.papers.recovery_paper import RecoveryPaper
from desktop.ui.theme import scaled


class RecoverySheet(QDialog):
    """It is printed by itself as soon as it is shown; Ctrl+P prints it again, Enter or F9 goes on."""

    def __init__(self, paper: RecoveryPaper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = paper
        self.setWindowTitle(self.tr("Recovery code"))
        self.setAccessibleName(self.windowTitle())
        self.setWindowModality(Qt.WindowModality.WindowModal)
        heading = QLabel(self.tr("Recovery code of {name}").format(name=paper.manager))
        heading.setProperty("role", "heading")
        self.code = QLabel(paper.code)
        self.code.setProperty("role", "heading")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setAccessibleName(self.tr("Recovery code"))
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        advice = QLabel(
            self.tr(
                "With it the manager gets a new PIN, should the PIN be forgotten. It is shown only now. Keep"
                " the paper where no clerk finds it, or write the code down."
            )
        )
        advice.setWordWrap(True)
        self.printed = QLabel(self.tr("Asking the printer …"))
        self.printed.setWordWrap(True)
        again = QPushButton(self.tr("Print again   Ctrl+P"))
        again.setAutoDefault(False)
        again.clicked.connect(self.print)
        self.go_on = QPushButton(self.tr("It is kept: go on   F9"))
        self.go_on.setProperty("role", "primary")
        self._offer = Offer(self.go_on)
        self.go_on.clicked.connect(self._go_on)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(again)
        buttons.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(20), scaled(20), scaled(20))
        column.setSpacing(scaled(12))
        for part in (heading, self.code, advice, self.printed):
            column.addWidget(part)
        column.addLayout(buttons)
        self.go_on.setFocus()
        QTimer.singleShot(0, self, self.print)

    def print(self) -> None:
        """Print it on the default printer, and say what came of it."""
        print_document(self._paper, self, self._said, lambda: self._said(""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc does not lose the code."""
        if event.matches(QKeySequence.StandardKey.Print):
            self.print()
        elif event.key() == Qt.Key.Key_F9 and not event.isAutoRepeat():
            self._go_on()
        elif event.key() == Qt.Key.Key_Escape:
            event.accept()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        if self._offer.counts():
            self.accept()

    def _said(self, printer: str) -> None:
        self.printed.setText(
            self.tr("Sent to the printer {name}.").format(name=printer)
            if printer
            else self.tr("▲ No printer answers: write the code down now.")
        )
