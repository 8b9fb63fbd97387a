"""Where the clerk enters the slip of a refund that was given back on the card machine."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from db.states import RefundState
from desktop.services.domain.tenders import TENDERS
from desktop.services.errors import SlipSeen
from desktop.ui import formats
from desktop.ui.failures import explain
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking, Refund
    from desktop.ui.runner import Runner


# What the field asks for is read whole in it.
SLIP_WIDTH = 200


class SlipEntry(QWidget):
    """Shown while a refund of the booking waits for its slip; `entered` carries the booking afterwards."""

    entered = Signal(object)

    def __init__(
        self, services: Services, runner: Runner, errors: ErrorBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._errors = errors
        self._booking: Booking | None = None
        self._refund: Refund | None = None
        # A slip that was refused once because it was entered before.
        self._told = ""
        self._word = QLabel()
        self._word.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Slip of the card machine"))
        self.field.setAccessibleName(self.tr("Slip of the card machine"))
        self.field.setMinimumWidth(scaled(SLIP_WIDTH))
        self.button = BusyButton(self.tr("Given back on the machine"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._word, 1)
        for part in (self.field, self.button):
            row.addWidget(part)
        self.field.textChanged.connect(lambda _text: self._render())
        self.field.returnPressed.connect(self._enter)
        self.button.clicked.connect(self._enter)
        self.hide()

    def show_of(self, booking: Booking) -> None:
        """Ask for the first slip that is missing; ask nothing when none is."""
        missing = (one for one in booking.refunds if waits_for_slip(one))
        refund = next(missing, None)
        if refund is None or self._refund is None or refund.id != self._refund.id:
            self.field.clear()
        self._booking, self._refund = booking, refund
        if refund is not None:
            text = self.tr("Give {amount} back on the card machine, then enter its slip:")
            self._word.setText(text.format(amount=formats.rupees(refund.amount_paise)))
        self.setVisible(refund is not None)
        self._render()

    def _render(self) -> None:
        slip = self.field.text().strip()
        self.button.set_ready(bool(slip))
        self.button.offer.says((self._refund.id if self._refund is not None else "", slip))

    def _enter(self) -> None:
        booking, refund, slip = self._booking, self._refund, self.field.text().strip()
        if booking is None or refund is None or self.button.busy:
            return
        if not slip:
            self._errors.show_error(self.tr("Enter the slip that the card machine printed for the refund."))
            self.field.setFocus()
            return
        if not self.button.offer.counts():
            return
        enter = partial(
            self._services.enter_refund_slip,
            refund.id,
            slip,
            actor=self._services.actor(),
            again=slip == self._told,
        )

        def enter_and_read() -> Booking:
            enter()
            return self._services.find_booking(booking.id)

        def done(after: Booking) -> None:
            self.button.set_busy(False)
            self._errors.clear()
            self.entered.emit(after)

        def failed(error: Exception) -> None:
            self.button.set_busy(False)
            self._told = slip if isinstance(error, SlipSeen) else ""
            self._errors.show_error(explain(error))

        self.button.set_busy(True)
        self._runner.run(enter_and_read, owner=self, done=done, failed=failed)


def waits_for_slip(refund: Refund) -> bool:
    """Whether a refund is to be given back on a machine and its slip entered."""
    return refund.state is RefundState.PLANNED and TENDERS[refund.tender].back_by_slip
