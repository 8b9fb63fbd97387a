"""Where a booking that a wrong clock completed is opened again: what that does, and why it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.states import BookingState
from desktop.ui.booking.reason_card import ReasonCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking
    from desktop.ui.runner import Runner


class Reopening(ReasonCard):
    """Completed -> confirmed."""

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(
            services, runner, QCoreApplication.translate("Reopening", "Open it again   F9"), parent
        )
        self.reason.setAccessibleName(self.tr("Why it is opened again"))

    def text_of(self, booking: Booking) -> str:
        """Return what it does to a booking."""
        said = self.tr(
            "{reference} becomes confirmed again, with its lines and its money as they are: it can be moved"
            " and cancelled. Only for a booking that a wrong clock completed."
        )
        return said.format(reference=booking.reference)

    def is_for(self, booking: Booking) -> bool:
        """Whether it is completed."""
        return booking.state is BookingState.COMPLETED

    def act(self, booking: Booking, reason: str) -> None:
        """Open it again."""
        self._services.reopen_booking(booking.id, reason, actor=self._services.actor())
