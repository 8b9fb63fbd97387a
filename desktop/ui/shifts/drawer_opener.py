"""Opens the drawer without a sale: asks why, and the reason stands in the list of decisions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.ui.attempt import Attempt
from desktop.ui.failures import explain
from desktop.ui.widgets.busy_button import BusyButton

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.ui.runner import Runner
    from desktop.ui.widgets.error_bar import ErrorBar

REASON_MAX = 300


class DrawerOpener(QWidget):
    """Hidden until it is asked for; `opened` when it was written down."""

    opened = Signal()

    def __init__(
        self, services: Services, runner: Runner, error_bar: ErrorBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._error_bar = error_bar
        self._attempt = Attempt()
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_MAX)
        self.reason.setAccessibleName(self.tr("Why the drawer is opened"))
        self.reason.setPlaceholderText(self.tr("Why: change for a customer, a torn note ..."))
        self.button = BusyButton(self.tr("Open the drawer   Enter"))
        self.button.clicked.connect(self.decide)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.reason, 1)
        row.addWidget(self.button)
        self.hide()

    def ask(self) -> None:
        """Ask why."""
        self.show()
        self.reason.setFocus()

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is in it."""
        return self.reason.hasFocus() or self.button.hasFocus()

    def decide(self) -> None:
        """Open it for the reason that stands there."""
        if self.button.busy or not self.button.offer.counts():
            return
        why = self.reason.text()
        self._error_bar.clear()
        self.button.set_busy(True)
        act = partial(
            self._services.open_drawer, why, self._attempt.key_for(why), actor=self._services.actor()
        )
        self._runner.run(act, owner=self, done=lambda _nothing: self._done(), failed=self._failed)

    def give_up(self) -> None:
        """Put it away."""
        self.reason.clear()
        self.hide()

    def _done(self) -> None:
        self._attempt.close()
        self.button.set_busy(False)
        self.give_up()
        self._error_bar.show_done(self.tr("The opening of the drawer is written down."))
        self.opened.emit()

    def _failed(self, error: Exception) -> None:
        self.button.set_busy(False)
        self._attempt.failed(error)
        self._error_bar.show_error(explain(self._attempt.still(error)))
        self.reason.setFocus()
