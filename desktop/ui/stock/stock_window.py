"""The stock page: take days off sale or put them back, keep units back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desktop.services.domain.lifecycles import Kind
from desktop.ui import formats
from desktop.ui.failures import explain
from desktop.ui.stock.stock_page import StockPage
from desktop.ui.stock.stock_view import day_lines, unit_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from desktop.services.application import Services
    from desktop.services.domain.catalogue import Availability, Offering
    from desktop.ui.runner import Runner
    from desktop.ui.widgets.busy_button import BusyButton

LOOK_AFTER_MS = 120
ID = Qt.ItemDataRole.UserRole


class StockWindow(StockPage):
    """Reads again whenever the choice or the stock changes. Every change needs a reason but selling again."""

    back = Signal()

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._offerings: tuple[Offering, ...] = ()
        self._looked = 0
        self._last_block = ""
        self._soon = QTimer(self, singleShot=True, interval=LOOK_AFTER_MS)
        self._soon.timeout.connect(self.refresh)
        self.offering.currentIndexChanged.connect(lambda _index: self._soon.start())
        self.first.dateChanged.connect(self._first_changed)
        self.last.dateChanged.connect(lambda _day: self._soon.start())
        self.reason.textChanged.connect(lambda _text: self._offer())
        self.units.itemChanged.connect(lambda _item: self._offer())
        self.stop.clicked.connect(lambda: self._stop_sale(True))
        self.resume.clicked.connect(lambda: self._stop_sale(False))
        self.block.clicked.connect(self._block)
        self.undo.clicked.connect(self._undo)
        self.back_button.clicked.connect(self.back)
        for key, action in (("Esc", self.back.emit), ("F9", self._block), ("Ctrl+Z", self._undo)):
            self.add_key(key, action)
        self._open()

    def refresh(self) -> None:
        """Look again at the days and units; ticks on units that are still free stay."""
        offering = self._chosen()
        first, last = self._days()
        if offering is None or last < first:
            return
        self._looked += 1
        # The last night of a stay is not included; the last departure is.
        until = formats.next_day(last) if offering.kind is Kind.ROOM else last
        look = partial(self._services.find_availability, offering.id, first, until, 1)
        self._runner.run(look, owner=self, done=partial(self._show, self._looked), failed=self._fail)

    def _open(self) -> None:
        def read() -> tuple[tuple[Offering, ...], date]:
            today = formats.local_day(self._services.show_today().as_of, self._services.time_zone)
            return self._services.list_offerings(), today

        def done(found: tuple[tuple[Offering, ...], date]) -> None:
            self._offerings, today = found
            day = QDate(today.year, today.month, today.day)
            for edit in (self.first, self.last):
                edit.setMinimumDate(day)
                edit.setDate(day)
            for offering in self._offerings:
                self.offering.addItem(f"{offering.code}   {offering.name}")
            self._offer()

        self._runner.run(read, owner=self, done=done, failed=self._fail)

    def _show(self, look: int, found: Availability) -> None:
        if look != self._looked:
            return
        ticked = set(self._ticked())
        self.days.clear()
        self.days.addItems(list(day_lines(found)))
        self.units.blockSignals(True)
        self.units.clear()
        for line in unit_lines(found):
            item = QListWidgetItem(line.text, self.units)
            item.setData(ID, line.unit_id)
            if line.can_be_blocked:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                kept = line.unit_id in ticked
                item.setCheckState(Qt.CheckState.Checked if kept else Qt.CheckState.Unchecked)
            else:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        self.units.blockSignals(False)
        self._offer()

    def _stop_sale(self, stopped: bool) -> None:
        offering = self._chosen()
        if offering is None:
            return
        first, last = self._days()
        work = partial(self._services.stop_sale, offering.id, first, last, stopped, self.reason.text())
        said = (
            self.tr("{count} days are off sale.") if stopped else self.tr("{count} days are on sale again.")
        )

        def done(count: int) -> None:
            self.errors.show_done(said.format(count=count))

        self._run(self.stop if stopped else self.resume, work, done)

    def _block(self) -> None:
        offering, ticked = self._chosen(), self._ticked()
        if offering is None or not self.block.isEnabled():
            return
        first, last = self._days()
        work = partial(self._services.block_units, offering.id, ticked, first, last, self.reason.text())

        def done(block_id: str) -> None:
            self._last_block = block_id
            self.undo.show()
            self.errors.show_done(self.tr("{count} units are kept back.").format(count=len(ticked)))

        self._run(self.block, work, done)

    def _undo(self) -> None:
        block_id, self._last_block = self._last_block, ""
        if not block_id:
            return
        self.undo.hide()

        def done(_count: int) -> None:
            self.errors.show_done(self.tr("The units are on sale again."))

        self._run(self.block, partial(self._services.lift_block, block_id), done)

    def _run(self, button: BusyButton, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        def succeeded(outcome: Any) -> None:
            button.set_busy(False)
            done(outcome)
            self.refresh()

        def failed(error: Exception) -> None:
            button.set_busy(False)
            self._fail(error)

        button.set_busy(True)
        self._runner.run(work, owner=self, done=succeeded, failed=failed)

    def _offer(self) -> None:
        count, reason = len(self._ticked()), bool(self.reason.text().strip())
        self.block.set_label(self.tr("Keep {count} units back   F9").format(count=count))
        self.block.set_ready(bool(count) and reason)
        self.stop.set_ready(reason and self._chosen() is not None)
        self.resume.set_ready(self._chosen() is not None)

    def _first_changed(self, day: QDate) -> None:
        if self.last.date() < day:
            self.last.setDate(day)
        self._soon.start()

    def _chosen(self) -> Offering | None:
        row = self.offering.currentIndex()
        return self._offerings[row] if 0 <= row < len(self._offerings) else None

    def _days(self) -> tuple[date, date]:
        return formats.python_day(self.first.date()), formats.python_day(self.last.date())

    def _ticked(self) -> tuple[str, ...]:
        items = (self.units.item(row) for row in range(self.units.count()))
        return tuple(item.data(ID) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _fail(self, error: Exception) -> None:
        self.errors.show_error(explain(error))
