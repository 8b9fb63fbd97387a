"""Where something is done to a booking for a reason that is typed: what it does, why, and the key for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

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


class ReasonCard(QWidget):
    """`done` carries the booking afterwards, `changed` that the card was shown or hidden.

    What was typed stays until it is done or another booking is shown.
    """

    done = Signal(object)
    changed = Signal()

    def __init__(self, services: Services, runner: Runner, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._booking: Booking | None = None
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setMinimumWidth(1)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why"))
        self.reason.setMinimumWidth(scaled(280))
        self.button = BusyButton()
        self.button.set_label(label)
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

    def text_of(self, booking: Booking) -> str:
        """Return what it does to a booking."""
        raise NotImplementedError  # each card has its own

    def is_for(self, booking: Booking) -> bool:
        """Whether it can be done to a booking as it is now."""
        raise NotImplementedError  # each card has its own

    def act(self, booking: Booking, reason: str) -> None:
        """Do it; called in a thread. Raises what the use case raises."""
        raise NotImplementedError  # each card has its own

    def show_of(self, booking: Booking) -> None:
        """Another booking, or one to which it can't be done any more, puts away what was asked."""
        before, self._booking = self._booking, booking
        if not self.is_for(booking) or (before is not None and before.id != booking.id):
            self.put_away()

    def put_away(self) -> None:
        """Forget what was typed."""
        self.reason.clear()
        self.errors.clear()
        self.hide()
        self.changed.emit()

    def ask(self) -> None:
        """Say what it does and ask for the reason."""
        if self._booking is None:
            return
        self.said.setText(self.text_of(self._booking))
        self._render()
        self.show()
        self.changed.emit()
        self.reason.setFocus()

    def decide(self) -> None:
        """Do it, where a reason was typed and the key counts."""
        booking, reason = self._booking, self.reason.text().strip()
        if booking is None or self.isHidden() or self.button.busy:
            return
        if not reason:
            self._refuse(BadRequest("reason", "blank"))
            return
        if not self.button.offer.counts():
            return

        def act_and_read() -> Booking:
            self.act(booking, reason)
            return self._services.find_booking(booking.id)

        self.button.set_busy(True)
        self._runner.run(act_and_read, owner=self, done=self._done, failed=self._failed)

    def _done(self, after: Booking) -> None:
        self.button.set_busy(False)
        self.put_away()
        self.done.emit(after)

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
