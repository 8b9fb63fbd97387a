"""Where papers with a wrong name, address or GSTIN are answered and made anew for the customer as saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.people import NOT_TOLD
from desktop.services.domain.place_of_supply import NOBODY
from desktop.ui.booking.reason_card import ReasonCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking
    from desktop.ui.runner import Runner


class InvoiceCorrection(ReasonCard):
    """A note in full for each paper, and a new paper that names it; price and money stay."""

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(
            services, runner, QCoreApplication.translate("InvoiceCorrection", "Make them anew   F9"), parent
        )
        self.reason.setAccessibleName(self.tr("Why the papers are made anew"))

    def text_of(self, booking: Booking) -> str:
        """Return what it does to a booking."""
        said = self.tr(
            "Each paper of {reference} is answered in full and made anew for {name}, with name, address and"
            " GSTIN as they are saved now (F2). Price and money stay as they are."
        )
        return said.format(reference=booking.reference, name=booking.customer.name)

    def is_for(self, booking: Booking) -> bool:
        """Whether it was ever sold, to who has a GSTIN, an address or a State, on paper or saved since."""
        known = (booking.customer.buyer, booking.customer.billing) != (NOBODY, NOT_TOLD)
        return booking.confirmed_at is not None and (known or bool(booking.buyer_gstin))

    def act(self, booking: Booking, reason: str) -> None:
        """Make its papers anew."""
        self._services.correct_invoice(booking.id, reason, actor=self._services.actor())
