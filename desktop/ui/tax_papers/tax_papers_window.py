"""The page of what waits for the portal of the tax, and of what is told to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.failures import explain
from desktop.ui.routes import OpenBooking, OpenDocument
from desktop.ui.tax_papers.irn_form import IrnForm
from desktop.ui.tax_papers.month_form import MonthForm
from desktop.ui.tax_papers.tax_lists import (
    Columns,
    TaxList,
    due_columns,
    empty_text,
    list_word,
    month_columns,
    series_columns,
    waiting_columns,
)
from desktop.ui.tax_papers.tax_table import TaxTable
from desktop.ui.theme import scaled
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.returns import DueInvoice, MonthState, SeriesState, WaitingPaper
    from desktop.ui.runner import Runner

    Lists = tuple[
        tuple[WaitingPaper, ...], tuple[DueInvoice, ...], tuple[MonthState, ...], tuple[SeriesState, ...]
    ]


class TaxPapersWindow(KeyedPage):
    """`start` opens it at a list; the figures 1 to 4 choose another one."""

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self.which = TaxList.WAITING
        self._waiting: tuple[WaitingPaper, ...] = ()
        self._due: tuple[DueInvoice, ...] = ()
        self._months: tuple[MonthState, ...] = ()
        self._series: tuple[SeriesState, ...] = ()
        self.error_bar = ErrorBar()
        self.buttons = {which: QPushButton() for which in TaxList}
        self.table = TaxTable()
        self.empty = QLabel()
        self.empty.setWordWrap(True)
        self.irn = IrnForm(services, runner)
        self.month = MonthForm(services, runner)
        self.keys = QLabel(
            self.tr("1 to 4  list      ↑ ↓  row      Enter  into the fields      O  open it      Esc  back")
        )
        self.keys.setProperty("role", "caption")
        self.keys.setWordWrap(True)
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._show_marked)
        self.table.doubleClicked.connect(lambda _index: self._open())
        for form in (self.irn, self.month):
            form.failed.connect(self._say_failed)
        self.irn.entered.connect(self._say_done)
        self.month.done.connect(self._say_done)
        for place, (which, button) in enumerate(self.buttons.items(), start=1):
            button.setCheckable(True)
            button.clicked.connect(partial(self.choose, which))
            self.add_key(str(place), partial(self.choose, which))
        self.add_key("Return", self._enter)
        self.add_key("F9", self._press)
        self.add_key("F5", self.refresh)
        self.add_key("O", self._open)
        self.add_key("F", self._ask_file)
        self.add_key("X", self._ask_target)
        self.add_key("Esc", self._step_back)
        self._render()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Tax papers"))
        title.setProperty("role", "heading")
        chooser = QWidget()
        row = FlowLayout(chooser, spacing=8, line_spacing=8)
        for button in self.buttons.values():
            row.addWidget(button)
        page = QVBoxLayout(self)
        page.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        page.setSpacing(scaled(12))
        for part in (title, self.error_bar, chooser, self.empty):
            page.addWidget(part)
        page.addWidget(self.table, 1)
        for part in (self.irn, self.month, self.keys):
            page.addWidget(part)
        self.table.setMinimumHeight(scaled(140))

    def start(self, *, at_due: bool = False) -> None:
        """Read everything anew and show what waits for a number, or the invoices due."""
        self.error_bar.clear()
        self.choose(TaxList.DUE if at_due else TaxList.WAITING)
        self.refresh()

    def choose(self, which: TaxList, *_checked: object) -> None:
        """Show another list."""
        self.which = which
        self._render()
        if self.may_take_focus:
            self.table.setFocus()

    def refresh(self) -> None:
        """Read the lists again; what is being typed stays."""
        self._runner.run(self._read, owner=self, done=self._known, failed=self._say_failed, is_quiet=True)

    def _read(self) -> Lists:
        services = self._services
        return (
            services.list_waiting_papers(),
            services.list_due_invoices(),
            services.list_filed_months(),
            services.list_series(),
        )

    def _known(self, found: Lists) -> None:
        self._waiting, self._due, self._months, self._series = found
        self._render()

    def _columns(self) -> Columns:
        zone = self._services.time_zone
        if self.which is TaxList.WAITING:
            return waiting_columns(self._waiting)
        if self.which is TaxList.DUE:
            return due_columns(self._due, zone)
        if self.which is TaxList.MONTHS:
            return month_columns(self._months, zone)
        return series_columns(self._series)

    def _render(self) -> None:
        counts = {
            TaxList.WAITING: len(self._waiting),
            TaxList.DUE: len(self._due),
            TaxList.MONTHS: None,
            TaxList.SERIES: sum(one.is_near_end for one in self._series) or None,
        }
        for place, (which, button) in enumerate(self.buttons.items(), start=1):
            count = counts[which]
            told = "" if count is None else f" ({count})"
            button.setText(f"{list_word(which)}{told}   {place}")
            button.setChecked(which is self.which)
            # The chosen one is written bold.
            button.setMinimumWidth(button.sizeHint().width() + scaled(10))
        columns = self._columns()
        self.table.show_columns(columns, list_word(self.which))
        self.table.setVisible(bool(columns.rows))
        self.empty.setText(empty_text(self.which))
        self.empty.setVisible(not columns.rows)
        self._show_marked()

    def _show_marked(self) -> None:
        row = self.table.currentRow()
        waits, months = self.which is TaxList.WAITING, self.which is TaxList.MONTHS
        self.irn.setVisible(waits)
        self.irn.show_paper(self._waiting[row] if waits and 0 <= row < len(self._waiting) else None)
        self.month.show_month(self._months[row] if months and 0 <= row < len(self._months) else None)
        acts = (waits and bool(self._waiting)) or (months and bool(self._months))
        self.tell_step(self.tr("enter or file") if acts else None)

    def _enter(self) -> None:
        """Into the fields of the marked row, or to what it is about."""
        if self.which is TaxList.WAITING and self._waiting:
            self.irn.irn.setFocus()
        elif self.which is TaxList.MONTHS and self._months:
            (self.month.act if self.month.reason.isHidden() else self.month.reason).setFocus()
        else:
            self._open()

    def _press(self) -> None:
        if self.which is TaxList.WAITING:
            self.irn.press()
        elif self.which is TaxList.MONTHS:
            self.month.press()

    def _open(self) -> None:
        row = self.table.currentRow()
        if self.which is TaxList.WAITING and 0 <= row < len(self._waiting):
            self.wanted.emit(OpenDocument(self._waiting[row].id))
        elif self.which is TaxList.DUE and 0 <= row < len(self._due):
            self.wanted.emit(OpenBooking(self._due[row].booking_id))

    def _ask_file(self) -> None:
        if self.which is TaxList.WAITING:
            self.irn.ask_file()

    def _ask_target(self) -> None:
        if self.which is TaxList.WAITING:
            self.irn.ask_target()

    def _step_back(self) -> None:
        """From a field to the list, from the list off the page."""
        if any(field.hasFocus() for field in (*self.irn.fields, self.month.reason)):
            self.table.setFocus()
        else:
            self.back.emit()

    def _say_done(self, sentence: str) -> None:
        self.error_bar.show_done(sentence)
        self.refresh()

    def _say_failed(self, error: Exception) -> None:
        self.error_bar.show_error(explain(error))
