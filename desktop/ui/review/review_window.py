"""The review: every booking, narrowed as one types, with its whole story. It reads and changes nothing."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from db.ids import BookingId
from desktop.ui.failures import explain
from desktop.ui.review.booking_table import BookingTable
from desktop.ui.review.bookings_model import BookingsModel
from desktop.ui.review.filter_bar import FilterBar
from desktop.ui.review.review_view import Found, Period
from desktop.ui.review.review_words import found_text
from desktop.ui.review.save_csv import file_name, save_lines
from desktop.ui.review.story_panel import StoryPanel
from desktop.ui.routes import OpenBooking
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from desktop.services.application import Services
    from desktop.services.domain.review import ReviewFilter, StoryStep
    from desktop.services.domain.review import ReviewPage as Rows
    from desktop.ui.runner import Runner

ROWS_PER_PAGE = 100
# While the cursor runs through the list, no story is read that nobody looks at.
DEBOUNCE_MS = 80


class ReviewWindow(KeyedPage):
    """`refresh` reads the list again; Enter opens the booking on which the clerk stands."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] | None = None,
        folder: Path | None = None,
    ) -> None:
        super().__init__(parent)
        zone = self._zone = ZoneInfo(services.time_zone)
        self._services = services
        self._runner = runner
        self._folder = folder
        self._asking = 0
        self._told = ""
        self._story_timer = QTimer(self, interval=DEBOUNCE_MS, singleShot=True)
        self.totals = QLabel()
        self.totals.setProperty("role", "strong")
        self.save_button = BusyButton(self.tr("Save as CSV   Ctrl+S"))
        self.save_button.setAccessibleName(self.tr("Save as CSV"))
        self.error_bar = ErrorBar()
        self.filters = FilterBar(today or self._day_here)
        self._found = Found(self.filters.wanted)
        self.model = BookingsModel(zone, self)
        self.table = BookingTable(self.model)
        self.story = StoryPanel(zone)
        self.empty = QWidget()
        self.empty_word = QLabel()
        self.empty_button = QPushButton(self.tr("Show all bookings"))
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self._connect()
        self.filters.offer_desks({services.desk_code})
        # Books that are only read may be of any year.
        self.filters.choose_period(Period.WEEK if services.desk_code else Period.ALL)

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

    def _connect(self) -> None:
        self.filters.changed.connect(self._ask)
        self.model.more_wanted.connect(self._ask_more)
        self.table.row_shown.connect(lambda _row: self._story_timer.start())
        self.table.typed.connect(self._type_into_search)
        self.table.doubleClicked.connect(lambda _index: self._open())
        self._story_timer.timeout.connect(self._ask_story)
        self.save_button.clicked.connect(self.save)
        self.empty_button.clicked.connect(self.filters.clear)
        self.setFocusProxy(self.table)
        self.add_key("Return", self._open)
        self.add_key("Down", self.table.setFocus)
        self.add_key("Esc", self._go_back)
        self.add_key("F5", self.refresh)
        self.add_key("Ctrl+S", self.save)
        self.add_key("Ctrl+F", self.filters.text.setFocus)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the list: arrows choose, Enter opens, letters search."""
        super().showEvent(event)
        self.table.setFocus()

    # -- the list

    def refresh(self) -> None:
        """Read the first page again; the chosen booking stays chosen when it is there."""
        self._ask(self.filters.wanted)

    def _ask(self, wanted: ReviewFilter) -> None:
        self._asking += 1
        self._runner.run(
            partial(self._services.list_bookings, wanted, None, ROWS_PER_PAGE),
            owner=self,
            done=partial(self._show_page, self._asking, Found(wanted)),
            failed=self._say_failed,
        )

    def _ask_more(self) -> None:
        found = self._found
        self._runner.run(
            partial(self._services.list_bookings, found.wanted, found.next_after, ROWS_PER_PAGE),
            owner=self,
            done=partial(self._show_page, self._asking, found),
            failed=self._say_failed,
        )

    def _show_page(self, asking: int, found: Found, page: Rows) -> None:
        if asking != self._asking:
            return
        chosen = self.model.row_at(self.table.currentIndex().row())
        self._found = found.with_page(page)
        self.error_bar.clear()
        self.model.show_found(self._found)
        self.filters.offer_desks({row.desk_code for row in page.rows})
        self.totals.setText(found_text(self._found))
        self.splitter.setHidden(self._found.empty)
        self.empty.setVisible(self._found.empty)
        self.empty_word.setText(self._empty_text())
        self.empty_button.setHidden(self.filters.wanted == type(self.filters.wanted)())
        self.save_button.set_ready(not self._found.empty)
        if not self.table.currentIndex().isValid() and self._found.rows:
            row = max(self.model.row_of(chosen.booking_id) if chosen else 0, 0)
            self.table.setCurrentIndex(self.model.index(row, 0))

    def _empty_text(self) -> str:
        if self.filters.wanted == type(self.filters.wanted)():
            return self.tr("Nothing has been booked yet.")
        return self.tr("No booking matches these filters.")

    # -- the story

    def _ask_story(self) -> None:
        row = self.model.row_at(self.table.currentIndex().row())
        if row is None:
            self._told = ""
            self.story.clear()
            return
        self._told = row.booking_id
        self._runner.run(
            partial(self._services.tell_story, row.booking_id),
            owner=self,
            done=partial(self._tell, row.booking_id, row.reference),
            failed=self._say_failed,
        )

    def _tell(self, booking_id: BookingId, reference: str, steps: tuple[StoryStep, ...]) -> None:
        if booking_id == self._told:
            self.story.show_story(reference, steps)

    # -- doing

    def _open(self) -> None:
        if self.filters.text.hasFocus():
            self.table.setFocus()
            return
        row = self.model.row_at(self.table.currentIndex().row())
        if row is not None and not self.splitter.isHidden():
            self.wanted.emit(OpenBooking(row.reference))

    def _type_into_search(self, text: str) -> None:
        self.filters.text.setFocus()
        self.filters.text.setText(self.filters.text.text() + text)

    def _go_back(self) -> None:
        if self.filters.text.text():
            self.filters.text.clear()
        else:
            self.back.emit()

    def save(self) -> None:
        """Write everything that the filters find to a file, and say where it is."""
        if self.save_button.busy:
            return
        if not self.save_button.isEnabled():
            self.error_bar.show_error(self.tr("Nothing is found, so there is nothing to save."))
            return
        self.save_button.set_busy(True)
        self._runner.run(
            partial(
                _save,
                partial(self._services.export_bookings, self.filters.wanted),
                self._csv_folder(),
                file_name(datetime.now(self._zone)),
            ),
            owner=self,
            done=self._saved,
            failed=self._not_saved,
        )

    def _saved(self, outcome: Path | OSError) -> None:
        self.save_button.set_busy(False)
        if isinstance(outcome, Path):
            self.error_bar.show_done(self.tr("Saved as {path}").format(path=outcome))
            return
        sentence = self.tr("The file could not be written to {folder}. {reason}")
        self.error_bar.show_error(
            sentence.format(folder=self._csv_folder(), reason=outcome.strerror or "").strip()
        )

    def _not_saved(self, error: Exception) -> None:
        self.save_button.set_busy(False)
        self._say_failed(error)

    def _csv_folder(self) -> Path:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return self._folder or Path(QStandardPaths.writableLocation(documents)) / "Counterfoil"

    def _say_failed(self, error: Exception) -> None:
        self.error_bar.show_error(explain(error))

    def _day_here(self) -> date:
        return datetime.now(self._zone).date()


def _save(export: Callable[[], Iterator[str]], folder: Path, name: str) -> Path | OSError:
    """A full disk or a folder without rights is no fault of the program: it is told, not raised."""
    try:
        return save_lines(export(), folder, name)
    except OSError as error:
        return error
