"""Why a hold of another desk is ended: asked below the list, before the key that does it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.failures import explain
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.services.application import Services
    from desktop.services.domain.today import LiveHold
    from desktop.ui.runner import Runner


class BreakPanel(QWidget):
    """`done` and `refused` carry a sentence; `left` comes when the clerk goes back to the list."""

    done = Signal(str)
    refused = Signal(str)
    left = Signal()

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._hold: LiveHold | None = None
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why it is ended"))
        self.reason.setAccessibleName(self.tr("Why the hold of another desk is ended"))
        self.button = BusyButton(role="danger")
        self.button.set_label(self.tr("End the hold   Enter"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        for part in (self.said, self.reason, self.button):
            column.addWidget(part)
        self.reason.textChanged.connect(lambda _text: self._render())
        self.reason.returnPressed.connect(self.press)
        self.button.clicked.connect(self.press)
        self.hide()

    def ask(self, hold: LiveHold) -> None:
        """Ask about a hold of another desk."""
        self._hold = hold
        self.reason.clear()
        said = self.tr("{reference} is held by {who} at desk {desk}. They are told who ended it, and why.")
        self.said.setText(said.format(reference=hold.reference, who=hold.clerk, desk=hold.desk_code))
        self._render()
        self.show()
        self.reason.setFocus()

    def look(self, holds: tuple[LiveHold, ...]) -> None:
        """Put the question away when its hold is there no more."""
        gone = self._hold is not None and all(one.booking_id != self._hold.booking_id for one in holds)
        if gone and not self.button.busy:
            self._close()

    def press(self) -> None:
        """End the hold, where a reason was typed and the key counts."""
        hold, reason = self._hold, self.reason.text().strip()
        if hold is None or self.isHidden() or self.button.busy:
            return
        if not reason:
            self.refused.emit(self.tr("Say why it is ended: the other desk reads it."))
            return
        if not self.button.offer.counts():
            return
        self.button.set_busy(True)
        end = partial(self._services.break_hold, hold.booking_id, reason, actor=self._services.actor())
        self._runner.run(end, owner=self, done=lambda _nothing: self._done(hold), failed=self._failed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _done(self, hold: LiveHold) -> None:
        self.button.set_busy(False)
        self._close()
        self.done.emit(self.tr("{reference} was ended: its units are free.").format(reference=hold.reference))

    def _failed(self, error: Exception) -> None:
        self.button.set_busy(False)
        self.refused.emit(explain(error))

    def _close(self) -> None:
        was_shown = not self.isHidden()
        self._hold = None
        self.hide()
        if was_shown:
            self.left.emit()

    def _render(self) -> None:
        hold, reason = self._hold, self.reason.text().strip()
        if hold is None:
            return
        self.button.set_ready(bool(reason))
        label = self.tr("End the hold of desk {desk}   Enter").format(desk=hold.desk_code)
        self.button.set_label(label, (hold.booking_id, reason))
