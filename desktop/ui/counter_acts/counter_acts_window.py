"""The list of what waits for its slip and of what was undone, for whoever looks after the desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.services.domain.counter_acts import CounterActKind
from desktop.ui.counter_acts.act_table import ActTable
from desktop.ui.failures import explain
from desktop.ui.routes import OpenBooking
from desktop.ui.theme import scaled
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage
from desktop.ui.widgets.slip_entry import SlipEntry

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking
    from desktop.services.domain.counter_acts import CounterAct
    from desktop.ui.runner import Runner


class CounterActsWindow(KeyedPage):
    """Reads the list when it is opened; a missing slip is entered below its row."""

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._reading = 0
        self.error_bar = ErrorBar()
        self.table = ActTable(services.time_zone)
        self.slip = SlipEntry(services, runner, self.error_bar)
        self.empty = QLabel(self.tr("No slip is missing, and nothing was undone in the last 31 days."))
        self.keys = QLabel(self.tr("Enter  to the slip      O  open the booking      Esc  back"))
        self.keys.setProperty("role", "caption")
        title = QLabel(self.tr("Refund slips and counter-acts"))
        title.setProperty("role", "heading")
        page = QVBoxLayout(self)
        page.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        page.setSpacing(scaled(12))
        for part in (title, self.error_bar, self.empty):
            page.addWidget(part)
        page.addWidget(self.table, 1)
        page.addWidget(self.slip)
        page.addWidget(self.keys)
        self.table.setMinimumHeight(scaled(140))
        self.table.itemSelectionChanged.connect(self._show_slip)
        self.table.doubleClicked.connect(lambda _index: self._open())
        self.slip.entered.connect(lambda _booking: self.refresh())
        self.add_key("Return", self._to_the_slip)
        self.add_key("O", self._open)
        self.add_key("Esc", self.back.emit)
        self._show(())

    def refresh(self) -> None:
        """Read the list again."""
        self._runner.run(
            self._services.list_counter_acts, owner=self, done=self._show, failed=self._say_failed
        )

    def _show(self, acts: tuple[CounterAct, ...]) -> None:
        self.table.setVisible(bool(acts))
        self.empty.setVisible(not acts)
        self.slip.hide()
        self.table.show_acts(acts)
        self._show_slip()
        if acts and self.may_take_focus:
            self.table.setFocus()

    def _show_slip(self) -> None:
        act = self.table.current
        self._reading += 1
        self.slip.hide()
        if act is None or act.kind is not CounterActKind.SLIP_WAITS or act.booking_id is None:
            return
        read = partial(self._services.find_booking, act.booking_id)
        done = partial(self._ask_for_slip, self._reading)
        self._runner.run(read, owner=self, done=done, failed=self._say_failed)

    def _ask_for_slip(self, reading: int, booking: Booking) -> None:
        if reading == self._reading:
            self.slip.show_of(booking)

    def _to_the_slip(self) -> None:
        if not self.slip.isHidden():
            self.slip.field.setFocus()

    def _open(self) -> None:
        act = self.table.current
        if act is not None and act.booking_id is not None:
            self.wanted.emit(OpenBooking(act.booking_id))

    def _say_failed(self, error: Exception) -> None:
        self.error_bar.show_error(explain(error))
