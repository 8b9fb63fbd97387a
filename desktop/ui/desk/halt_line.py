"""The line below the command field while the desk is halted or the books are being checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.halt_words import checking_sentence, halt_sentence
from desktop.ui.server_words import server_sentence
from desktop.ui.theme import scaled, set_role, theme

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.condition import Condition


class HaltLine(QWidget):
    """Shows the most serious halt. `opened`: the clerk wants to see the page of the books.

    `known` carries each condition that was read.
    """

    opened = Signal()
    known = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = "UTC"
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

    def attach(self, services: Services) -> None:
        """Read the condition, now and at each `refresh`."""
        self._read, self._zone = services.read_condition, services.time_zone
        self.refresh()

    def refresh(self) -> None:
        """Read the condition again, on this thread: it asks nobody, and the pool may hang on a server."""
        self.show_condition(self._read())

    @property
    def text(self) -> str:
        """What it says, empty when hidden."""
        return self._text.text() if not self.isHidden() else ""

    def show_condition(self, condition: Condition) -> None:
        """Say why nothing can be written now, or that the books are being checked; hide otherwise."""
        silence = server_sentence(condition.server, self._zone)
        has_notice = False
        if condition.halts or silence:
            set_role(self._frame, "failure")
            # Who does not answer at all comes first: what else is known is of before.
            self._text.setText(f"▲ {silence or halt_sentence(condition.halts[0])}")
        elif condition.is_checking:
            set_role(self._frame, "success")
            self._text.setText(checking_sentence(condition.pages.per_cent))
        elif condition.backups is not None and condition.backups.is_old:
            set_role(self._frame, "success")
            self._text.setText(
                self.tr("▲ More than a day of sales stands in no backup: look at the page Books.")
            )
            has_notice = True
        self.button.setVisible(bool(condition.halts) or has_notice)
        self.setVisible(bool(condition.halts or silence) or condition.is_checking or has_notice)
        self.known.emit(condition)

    def _fit(self) -> None:
        self._column.setContentsMargins(scaled(14), 0, scaled(14), scaled(8))
