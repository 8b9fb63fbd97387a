"""The line below the command field while the desk is halted or the books are being checked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.halt_words import adopted_sentence, halt_sentence
from desktop.ui.theme import scaled, set_role, theme

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.condition import Condition
    from desktop.ui.runner import Runner


class HaltLine(QWidget):
    """Shows the most serious halt. `opened`: the clerk wants to see the page of the books."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setMinimumWidth(1)
        self.button = QPushButton(self.tr("Books"))
        self.button.clicked.connect(self.opened)
        self._frame = QFrame()
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(10, 4, 6, 4)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._frame)
        theme.changed.connect(self._fit)
        self._fit()
        self.hide()

    def attach(self, services: Services, runner: Runner) -> None:
        """Read the condition, now and at each `refresh`."""
        self._read = partial(runner.run, services.read_condition, owner=self, done=self.show_condition)
        self.refresh()

    def refresh(self) -> None:
        """Read the condition again; what is known of it is read from memory and does not fail."""
        self._read(failed=_raise)

    @property
    def text(self) -> str:
        """What it says, empty when hidden."""
        return self._text.text() if not self.isHidden() else ""

    def show_condition(self, condition: Condition) -> None:
        """Say why nothing can be written now, or that the books are being checked; hide otherwise."""
        if condition.halts:
            set_role(self._frame, "failure")
            self._text.setText(f"▲ {halt_sentence(condition.halts[0])}")
        elif condition.is_checking:
            set_role(self._frame, "success")
            self._text.setText(self.tr("◌ The books are being checked; the first sale waits for it."))
        elif adopted := condition.mark.adopted:
            set_role(self._frame, "success")
            self._text.setText(f"◌ {adopted_sentence(adopted.paper)}")
        has_page = bool(condition.halts) or not condition.is_checking
        self.button.setVisible(has_page)
        self.setVisible(bool(condition.halts or condition.is_checking or condition.mark.adopted))

    def _fit(self) -> None:
        self._column.setContentsMargins(scaled(14), 0, scaled(14), scaled(8))


def _raise(error: Exception) -> None:
    raise error
