"""The page of a departure that does not take place: whom it hits, and all their money back by one key."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.attempt import Attempt
from desktop.ui.database_failures import looked_up_text
from desktop.ui.departures import refund_words as words
from desktop.ui.departures.refund_table import RefundTable
from desktop.ui.failures import explain
from desktop.ui.routes import OpenBooking, OpenDepartureRefunds
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.drawer_hint import DrawerHint
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.application import Services
    from desktop.services.domain.departures import DepartureRefund, DepartureRefunded
    from desktop.ui.runner import Runner


class RefundDepartureWindow(KeyedPage):
    """What is listed is what F9 gives back, each booking by its own plan; Esc stops it in between."""

    _went_on = Signal(int)

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._departure: OpenDepartureRefunds | None = None
        self._rows: tuple[DepartureRefund, ...] = ()
        self._attempt = Attempt()
        self._stop = Event()
        self._reading = 0
        self.heading = QLabel()
        self.heading.setProperty("role", "title")
        self.advice = QLabel()
        self.drawer_hint = DrawerHint(services, runner)
        for label in (self.heading, self.advice):
            label.setWordWrap(True)
        self.errors = ErrorBar()
        self.table = RefundTable()
        self.table.doubleClicked.connect(lambda _index: self._open())
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Bookings that are done"))
        self.progress.hide()
        self.primary = BusyButton(role="primary")
        self.primary.clicked.connect(self._give_back)
        self.open_button = QPushButton(self.tr("Open the booking   Enter"))
        self.open_button.clicked.connect(self._open)
        self.back_button = QPushButton()
        self.back_button.clicked.connect(self._go_back)
        self._went_on.connect(self._show_progress)
        self._lay_out()
        for key, action in (
            ("F9", self._give_back),
            ("Return", self._open),
            ("F5", self.refresh),
            ("Esc", self._go_back),
        ):
            self.add_key(key, action)

    def show_departure(self, departure: OpenDepartureRefunds) -> None:
        """List whom a cancelled departure hits."""
        if self.primary.busy:
            return
        self._departure, self._rows = departure, ()
        self._attempt.close()
        self.drawer_hint.forget()
        self.errors.clear()
        self._render()
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        if self._departure is None or self.primary.busy:
            return
        self._reading += 1
        read = partial(
            self._services.list_departure_refunds, self._departure.offering_id, self._departure.day
        )
        self._runner.run(read, owner=self, done=partial(self._show, self._reading), failed=self._fail)

    def _show(self, reading: int, rows: tuple[DepartureRefund, ...]) -> None:
        if reading != self._reading or self.primary.busy:
            return
        self._rows = rows
        self._render()
        if self._attempt.is_lost:
            self.errors.show_error(looked_up_text())
        if self.may_take_focus:
            (self.table if rows else self.back_button).setFocus()

    def _render(self) -> None:
        departure = self._departure
        if departure is None:
            return
        day = formats.day(departure.day)
        self.heading.setText(words.heading_text(departure.name, day, departure.reason))
        self.advice.setText(words.advice_text(self._rows))
        self.drawer_hint.show_need(sum(row.plan.drawer_paise for row in words.ready(self._rows)))
        self.table.show_rows(self._rows)
        for widget in (self.table, self.open_button):
            widget.setVisible(bool(self._rows))
        self.primary.setVisible(bool(words.ready(self._rows)) or self.primary.busy)
        if not self.primary.busy:
            self.primary.set_label(
                f"{words.primary_text(self._rows)}   F9", (departure, words.ready(self._rows))
            )
        stop = self.tr("Stop after this one   Esc")
        self.back_button.setText(stop if self.primary.busy else self.tr("Back   Esc"))

    def _give_back(self) -> None:
        shown = words.ready(self._rows)
        if self.primary.busy or self._departure is None:
            return
        if not shown:
            self.errors.show_error(self.tr("Nothing is left to be given back here."))
            return
        if not self.primary.offer.counts():
            return
        key = self._attempt.key_for((self._departure, shown))
        self._stop.clear()
        self.errors.clear()
        self.progress.setRange(0, len(shown))
        self._show_progress(0)
        self.progress.show()
        self.primary.set_busy(True)
        self._render()
        stop, went_on = self._stop, self._went_on

        def progress(done: int) -> bool:
            went_on.emit(done)
            return not stop.is_set()

        give = partial(
            self._services.refund_departure,
            shown,
            self._departure.reason,
            key,
            actor=self._services.actor(),
            progress=progress,
        )
        failed = partial(self._ended, lambda error: self.errors.show_error(explain(error)))
        self._runner.run(give, owner=self, done=partial(self._ended, self._say_done), failed=failed)

    def _show_progress(self, done: int) -> None:
        self.progress.setValue(done)
        self.progress.setFormat(words.progress_text(done, self.progress.maximum()))

    def _ended(self, say: Callable[..., None], outcome: object) -> None:
        self.primary.set_busy(False)
        self.progress.hide()
        if not (isinstance(outcome, Exception) and self._attempt.failed(outcome)):
            self._attempt.close()
        say(outcome)
        self._render()
        self.refresh()

    def _say_done(self, done: DepartureRefunded) -> None:
        if done.failed:
            self.errors.show_error(words.failed_text(done))
        else:
            self.errors.show_done(words.done_text(done))

    def _open(self) -> None:
        row = self.table.current
        if row is not None and not self.primary.busy:
            self.wanted.emit(OpenBooking(row.reference))

    def _go_back(self) -> None:
        if self.primary.busy:
            self._stop.set()
        else:
            self.back.emit()

    def _fail(self, error: Exception) -> None:
        self.errors.show_error(explain(self._attempt.still(error)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        column.setSpacing(scaled(10))
        for part in (self.heading, self.advice, self.drawer_hint, self.errors):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.progress)
        actions = QHBoxLayout()
        for button in (self.primary, self.open_button, self.back_button):
            actions.addWidget(button)
        actions.addStretch(1)
        column.addLayout(actions)
        column.addStretch(0)
