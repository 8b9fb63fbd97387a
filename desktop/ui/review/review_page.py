"""How the review is put together: filters, list, and the story of the booking that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop.ui.review.booking_table import BookingTable
from desktop.ui.review.bookings_model import BookingsModel
from desktop.ui.review.filter_bar import FilterBar
from desktop.ui.review.story_panel import StoryPanel
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from zoneinfo import ZoneInfo


class ReviewPage(KeyedPage):
    """The widgets of the review."""

    def __init__(self, parent: QWidget | None, zone: ZoneInfo, today: Callable[[], date]) -> None:
        super().__init__(parent)
        self.totals = QLabel()
        self.totals.setProperty("role", "strong")
        self.save_button = BusyButton(self.tr("Save as CSV   Ctrl+S"))
        self.save_button.setAccessibleName(self.tr("Save as CSV"))
        self.error_bar = ErrorBar()
        self.filters = FilterBar(today)
        self.model = BookingsModel(zone, self)
        self.table = BookingTable(self.model)
        self.story = StoryPanel(zone)
        self.empty = QWidget()
        self.empty_word = QLabel()
        self.empty_button = QPushButton(self.tr("Show all bookings"))
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(scaled(16))
        title = QLabel(self.tr("Bookings"))
        title.setProperty("role", "heading")
        head.addWidget(title)
        head.addWidget(self.filters.text, 1)
        head.addWidget(self.totals)
        head.addWidget(self.save_button)
        inside = QVBoxLayout(self.empty)
        inside.setSpacing(scaled(12))
        inside.addSpacing(scaled(32))
        for widget in (self.empty_word, self.empty_button):
            inside.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)
        self.empty.hide()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.story)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.table.setMinimumHeight(scaled(160))
        self.story.setMinimumHeight(scaled(180))
        page = QVBoxLayout(self)
        page.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        page.setSpacing(scaled(12))
        page.addLayout(head)
        page.addWidget(self.filters)
        page.addWidget(self.error_bar)
        page.addWidget(self.splitter, 1)
        page.addWidget(self.empty, 1)
