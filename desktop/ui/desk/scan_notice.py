"""What is offered of a scan that came while no text field had the focus: it chooses nothing by itself."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from db.ids import BookingId
from desktop.services.domain.figures import without_card_numbers
from desktop.ui.desk.money_notice import About

# A QR code may hold thousands of signs.
SHOWN = 60


@dataclass(frozen=True, slots=True)
class ScanNotice:
    """A text as fast as from a scanner. Opened, it goes into the command field; Enter is the clerk's."""

    scanned: str

    @property
    def about(self) -> About:
        """Where it leads."""
        return About.SCAN

    @property
    def booking_id(self) -> BookingId:
        """No booking."""
        return BookingId("")

    @property
    def key(self) -> str:
        """The text itself."""
        return self.scanned

    @property
    def reference(self) -> str:
        """No reference."""
        return ""

    @property
    def text(self) -> str:
        """The sentence of the strip: the beginning of a long text, and no card's number."""
        text = without_card_numbers(self.scanned)
        text = text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
        return QCoreApplication.translate("ScanNotice", "Scanned: {text}").format(text=text)
