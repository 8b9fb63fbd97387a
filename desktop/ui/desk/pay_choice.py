"""Which hold F9 opens: that of the customer at the desk and nobody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.ids import BookingId
from db.states import BookingState

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.people import Customer
    from desktop.services.domain.today import LiveHold
    from desktop.ui.runner import Runner


class PayChoice(QObject):
    """`chosen` carries a booking's id, `nothing` a sentence, `failed` why it could not be told."""

    chosen = Signal(str)
    nothing = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner

    def of_customer(self, customer: Customer, holds: tuple[LiveHold, ...], last_id: BookingId | None) -> None:
        """Choose among the customer's own holds: the one opened last (`last_id`), else the next to end."""
        # A row of the list tells the end of a number only, which two customers may share.
        alike = [hold.booking_id for hold in holds if hold.masked_mobile == customer.masked_mobile]
        alike.sort(key=lambda booking_id: booking_id != last_id)
        find = self._services.find_booking

        def look() -> BookingId | None:
            for booking in map(find, alike):
                if booking.customer.id == customer.id and booking.state is BookingState.HELD:
                    return booking.id
            return None

        def done(booking_id: BookingId | None) -> None:
            if booking_id:
                self.chosen.emit(booking_id)
                return
            sentence = self.tr("Nothing is held for {name}, so there is nothing to pay.")
            self.nothing.emit(sentence.format(name=customer.name))

        self._runner.run(look, owner=self, done=done, failed=self.failed.emit)

    def of_nobody(self, selected: LiveHold | None, *, quoting: bool) -> None:
        """Choose the hold selected in the list, unless a quote that is not held yet is on the screen."""
        if quoting:
            self.nothing.emit(
                self.tr("This quote is not held yet, so there is nothing to pay. Enter goes on.")
            )
        elif selected is None:
            self.nothing.emit(self.tr("Nothing is held, so there is nothing to pay."))
        else:
            self.chosen.emit(selected.booking_id)
