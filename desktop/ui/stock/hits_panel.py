"""The bookings that a cancelled departure hits; each must be cancelled or moved by somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from db.states import Kind
from desktop.services.domain.kinds import TRAITS
from desktop.ui import formats
from desktop.ui.lifecycle_words import booking_word
from desktop.ui.theme import scaled
from desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from desktop.services.domain.catalogue import Offering
    from desktop.services.domain.departures import CancelledDeparture

REFERENCE = Qt.ItemDataRole.UserRole


class HitsPanel(QFrame):
    """`chosen` carries the reference of the booking to open, `closed` comes when all has been read."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.heading = QLabel()
        self.heading.setProperty("role", "heading")
        self.advice = QLabel()
        for label in (self.heading, self.advice):
            label.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Bookings that are hit"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemDoubleClicked.connect(lambda _item: self.open_current())
        self.open_button = QPushButton(self.tr("Open the booking   Enter"))
        self.open_button.setProperty("role", "primary")
        self.open_button.clicked.connect(self.open_current)
        self.close_button = QPushButton(self.tr("Back to the days   Esc"))
        self.close_button.clicked.connect(self.closed)
        holder = QWidget()
        flow = FlowLayout(holder, spacing=8, line_spacing=8)
        flow.addWidget(self.open_button)
        flow.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(14), scaled(20), scaled(16))
        column.setSpacing(scaled(8))
        for part in (self.heading, self.advice):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(holder)

    def show_hits(self, offering: Offering, gone: CancelledDeparture) -> None:
        """Say what does not take place and which bookings are hit."""
        self.heading.setText(
            self.tr("{name} on {day} does not take place.").format(
                name=offering.name, day=formats.day(gone.day)
            )
        )
        count = len(gone.bookings)
        sentences = {
            0: self.tr("Nobody has a booking for it."),
            1: self.tr("1 booking is hit. Cancel it: the customer gets everything back."),
        }
        many = self.tr("{count} bookings are hit. Cancel each of them: the customers get everything back.")
        self.advice.setText(sentences.get(count, many.format(count=count)))
        self.list.clear()
        for hit in gone.bookings:
            units = self._units(offering.kind, hit.unit_count)
            item = QListWidgetItem(f"{hit.reference}   {booking_word(hit.state)}   {units}")
            item.setData(REFERENCE, hit.reference)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if count else -1)
        self.list.setVisible(bool(count))
        self.open_button.setVisible(bool(count))
        (self.list if count else self.close_button).setFocus()

    def open_current(self) -> None:
        """Open the chosen booking."""
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(REFERENCE))

    def _units(self, kind: Kind, count: int) -> str:
        if TRAITS[kind].has_seats:
            return self.tr("1 seat") if count == 1 else self.tr("{count} seats").format(count=count)
        return self.tr("1 place") if count == 1 else self.tr("{count} places").format(count=count)
