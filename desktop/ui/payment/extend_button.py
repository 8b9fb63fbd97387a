"""Ten minutes more for the hold that is being paid, beside its clock."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from db.states import BookingState
from desktop.ui.failures import explain
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.extend_words import extend_label, extended_text

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking
    from desktop.services.domain.extending import Extended
    from desktop.ui.payment.payment_page import PaymentPage
    from desktop.ui.runner import Runner


class ExtendButton(BusyButton):
    """Stands in the page's heading with the new end on it; `extended` comes when the hold has it."""

    extended = Signal()

    def __init__(self, page: PaymentPage, services: Services, runner: Runner) -> None:
        super().__init__()
        self._page = page
        self._services = services
        self._runner = runner
        self._booking: Booking | None = None
        page.extend_place.addWidget(self)
        page.add_key("E", self.press)
        self.clicked.connect(self.press)
        self.hide()

    def show_of(self, booking: Booking) -> None:
        """Offer it for a hold that lives and can be extended."""
        self._booking = booking
        is_held = booking.state is BookingState.HELD
        label = extend_label(booking.expires_at, booking.extensions, self._services.time_zone)
        self.setVisible(is_held and bool(label))
        if label and not self.busy:
            self.set_label(label, booking.id)

    def press(self) -> None:
        """Extend the hold from the end that is shown."""
        booking = self._booking
        if booking is None or self.isHidden():
            self._page.error_bar.show_done(self.tr("This hold can’t be made longer."))
            return
        if self.busy or not self.offer.counts():
            return
        self.set_busy(True)
        actor = self._services.actor()
        extend = partial(self._services.extend_hold, booking.id, booking.expires_at, actor=actor)
        self._runner.run(extend, owner=self, done=self._done, failed=self._failed)

    def _done(self, extended: Extended) -> None:
        self.set_busy(False)
        self.extended.emit()
        self._page.error_bar.show_done(extended_text(extended, self._services.time_zone))

    def _failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.extended.emit()
        self._page.error_bar.show_error(explain(error))
