"""Where a booking that a wrong clock completed is opened again: what that does, and why it is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from db.states import BookingState
from desktop.services.errors import BadRequest
from desktop.ui.failures import explain
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking
    from desktop.ui.runner import Runner


class Reopening(QWidget):
    """`reopened` carries the booking afterwards, `changed` that it was shown or hidden.

    What was typed stays until the booking is open again or another one is shown.
    """

    reopened = Signal(object)
    changed = Signal()

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._booking: Booking | None = None
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setMinimumWidth(1)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why"))
        self.reason.setAccessibleName(self.tr("Why it is opened again"))
        self.reason.setMinimumWidth(scaled(280))
        self.button = BusyButton()
        self.button.set_label(self.tr("Open it again   F9"))
        # Beside the field: a refusal stands where the reason was typed.
        self.errors = ErrorBar()
        holder = QWidget()
        row = FlowLayout(holder, spacing=8, line_spacing=8)
        row.addWidget(self.reason)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        for part in (self.said, holder, self.errors):
            column.addWidget(part)
        self.reason.textChanged.connect(lambda _text: self._render())
        self.reason.returnPressed.connect(self.decide)
        self.button.clicked.connect(self.decide)
        self.hide()

    def show_of(self, booking: Booking) -> None:
        """Another booking, or one that is not completed any more, puts away what was asked."""
        before, self._booking = self._booking, booking
        if booking.state is not BookingState.COMPLETED or (before is not None and before.id != booking.id):
            self.reason.clear()
            self.errors.clear()
            self.hide()
            self.changed.emit()

    def ask(self) -> None:
        """Say what it does and ask for the reason."""
        if self._booking is None:
            return
        said = self.tr(
            "{reference} becomes confirmed again, with its lines and its money as they are: it can be moved"
            " and cancelled. Only for a booking that a wrong clock completed."
        )
        self.said.setText(said.format(reference=self._booking.reference))
        self._render()
        self.show()
        self.changed.emit()
        self.reason.setFocus()

    def decide(self) -> None:
        """Open it again, where a reason was typed and the key counts."""
        booking, reason = self._booking, self.reason.text().strip()
        if booking is None or self.isHidden() or self.button.busy:
            return
        if not reason:
            self._refuse(BadRequest("reason", "blank"))
            return
        if not self.button.offer.counts():
            return
        reopen = partial(self._services.reopen_booking, booking.id, reason, actor=self._services.actor())

        def reopen_and_read() -> Booking:
            reopen()
            return self._services.find_booking(booking.id)

        self.button.set_busy(True)
        self._runner.run(reopen_and_read, owner=self, done=self._done, failed=self._failed)

    def _done(self, after: Booking) -> None:
        self.button.set_busy(False)
        self.reopened.emit(after)

    def _failed(self, error: Exception) -> None:
        self.button.set_busy(False)
        self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        self.errors.show_error(explain(error))
        self.reason.setFocus()

    def _render(self) -> None:
        self.errors.clear()
        reason = self.reason.text().strip()
        self.button.set_ready(bool(reason))
        self.button.offer.says((self._booking and self._booking.id, reason))
