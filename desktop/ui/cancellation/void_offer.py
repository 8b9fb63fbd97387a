"""The offer to void a sale: a key, and the time that is left for it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop.ui.theme import scaled
from desktop.ui.widgets.hold_countdown import HoldCountdown

if TYPE_CHECKING:
    from datetime import datetime

    from db.ids import DeskId
    from desktop.services.domain.booking import Booking


class VoidOffer(QFrame):
    """Shown at the desk that sold it, as long as it may; `ended` comes once, when the time is over."""

    wanted = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton(self.tr("Void this sale   V"))
        self.button.setCheckable(True)
        self.button.clicked.connect(self.wanted)
        # Checked it is written heavier, and so wider.
        self.button.toggled.connect(self.button.updateGeometry)
        self.left = HoldCountdown()
        self.left.setAccessibleName(self.tr("Time left to void the sale"))
        self.left.ended.connect(self.ended)
        self._shown: tuple[datetime, datetime] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(12))
        row.addWidget(self.button)
        row.addWidget(self.left)
        self.hide()

    def show_offer(self, booking: Booking, desk_id: DeskId, *, chosen: bool) -> None:
        """Offer it where it can be done; `chosen`: it is what will be done."""
        until = booking.void_until
        if until is None or booking.sold_desk_id != desk_id:
            self._shown = None
            self.left.stop()
            self.hide()
            return
        self.button.setChecked(chosen)
        if self._shown != (until, booking.as_of):
            self._shown = until, booking.as_of
            self.left.start(until, booking.as_of)
        self.show()

    def now(self, booking: Booking) -> datetime:
        """Return the database's time as the countdown shows it."""
        if self._shown is None:
            return booking.as_of
        return self._shown[0] - timedelta(seconds=self.left.seconds_left)
