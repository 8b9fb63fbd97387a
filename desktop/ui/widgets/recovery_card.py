"""A recovery code: shown once, large enough to be copied by hand, and printed by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.ui.theme import scaled, set_role
from desktop.ui.widgets.error_bar import ErrorBar

if TYPE_CHECKING:
    from desktop.services.domain.printing import Printer


class RecoveryCard(QFrame):
    """Hidden until there is a code to show; `put_away` forgets it for good."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._name = ""
        self._is_printing = False
        # The desk's usual one, where a secret may go to it; None: the system's own.
        self.printer: Printer | None = None
        self.head = QLabel()
        set_role(self.head, "strong")
        self.code = QLabel()
        self.code.setProperty("role", "display")
        self.code.setAccessibleName(self.tr("Recovery code"))
        self.advice = QLabel(
            self.tr(
                "With it a forgotten PIN is set anew, once. It is shown only now: print it with Ctrl+P or"
                " write it down, and lock it away."
            )
        )
        self.error_bar = ErrorBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12))
        column.setSpacing(scaled(8))
        for part in (self.head, self.code, self.advice, self.error_bar):
            column.addWidget(part)
        for label in (self.head, self.code, self.advice):
            label.setWordWrap(True)
            label.setMinimumWidth(1)
        self.hide()

    def show_code(self, name: str, code: str) -> None:
        """Show the code of a manager."""
        self._name = name
        self.head.setText(self.tr("Recovery code of {name}").format(name=name))
        self.code.setText(code)
        self.error_bar.clear()
        self.show()

    def put_away(self) -> None:
        """Forget the code."""
        self.code.clear()
        self.error_bar.clear()
        self.hide()

    def print_code(self) -> None:
        """Print it, with whose it is; one printing at a time."""
        if self.isHidden() or self._is_printing:
            return
        from desktop.ui.papers.print_document import print_document

        self._is_printing = True
        from desktop.ui.papers.recovery_paper import TITLE, RecoveryPaper

        paper = RecoveryPaper(TITLE, self._name, self.code.text())
        print_document(paper, self, self._printed, self._say_silent, self.printer)

    def _printed(self, printer: str) -> None:
        self._is_printing = False
        if printer:
            self.error_bar.show_done(self.tr("The code went to {printer}.").format(printer=printer))
        else:
            self.error_bar.show_error(self.tr("No printer is set up on this machine: write the code down."))

    def _say_silent(self) -> None:
        self._is_printing = False
        self.error_bar.show_error(
            self.tr("The printer does not answer. Look whether it printed, or write the code down.")
        )
