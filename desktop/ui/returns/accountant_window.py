"""The accountant's page: a month's return with its check, a day's vouchers, the list of papers, as files."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.services.domain.figures import plain_figures
from desktop.services.domain.period import month_before, month_from, quarter_of
from desktop.ui import formats
from desktop.ui.failures import explain
from desktop.ui.returns.check_words import check_lines
from desktop.ui.returns.going_work import Going, Outcome, told, write_text
from desktop.ui.returns.return_table import Registrations, ReturnTable
from desktop.ui.returns.return_view import view_return
from desktop.ui.theme import scaled, set_role
from desktop.ui.typed.day_text import parse_day
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.application import Services
    from desktop.services.domain.exported import Saved
    from desktop.services.domain.period import Period
    from desktop.services.domain.tax_return import TaxReturn
    from desktop.ui.runner import Runner

T = TypeVar("T")
YEAR = timedelta(days=364)
NAMES_FILE = "ledger names.csv"
TELL_MS = 300
FIELD_WIDTH, CODE_WIDTH = 150, 250


class AccountantWindow(KeyedPage):
    """Enter reads and checks; letters save. Each work says how far it is, and Esc ends it."""

    def __init__(
        self, services: Services, runner: Runner, parent: QWidget | None = None, folder: Path | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._runner, self._folder = services, runner, folder
        self._going = Going()
        self._busy: BusyButton | None = None
        self.error_bar = ErrorBar()
        self.registration, self.month, self.day = Registrations(), QLineEdit(), QLineEdit()
        self.quarter = QCheckBox(self.tr("the whole quarter"))
        self.look = BusyButton(self.tr("Read and check   Enter"), role="primary")
        self.save_return = BusyButton(self.tr("Save GSTR-1   G"))
        self.save_vouchers = BusyButton(self.tr("Save the day's vouchers   V"))
        self.save_list = BusyButton(self.tr("Save the month's list   L"))
        self.save_names = BusyButton(self.tr("Save ledger names   N"))
        self.read_names = BusyButton(self.tr("Read ledger names   R"))
        self.progress = QLabel()
        self.checked = QLabel()
        self.table = ReturnTable()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(TELL_MS)
        self._timer.timeout.connect(self._tell)
        for key, button, act in (
            ("Return", self.look, self._look),
            ("G", self.save_return, self._save_return),
            ("V", self.save_vouchers, self._save_vouchers),
            ("L", self.save_list, self._save_list),
            ("N", self.save_names, self._save_names),
            ("R", self.read_names, self._read_names),
        ):
            self.add_key(key, act)
            button.clicked.connect(act)
        self.add_key("Esc", self.stop_or_leave)
        today = datetime.now(ZoneInfo(services.time_zone)).date()
        self.month.setText(f"{month_before(today).first:%Y-%m}")
        self.day.setText(formats.day(today))

    def refresh(self) -> None:
        """Read which registrations there are."""
        self._runner.run(
            self._services.list_gstins, owner=self, done=self._show_registrations, failed=self._fail
        )

    def stop_or_leave(self) -> None:
        """Stop what is running, if something is; else go one step back."""
        if self._busy is None:
            self.back.emit()
        else:
            self._going.end()

    def show_return(self, found: TaxReturn) -> None:
        """Show the sums of each table, and what the check has found."""
        self.table.show_rows(view_return(found))
        self.table.show()
        self.checked.setText("\n".join(check_lines(found)))
        set_role(self.checked, "success" if found.check.is_right else "failure")
        self.checked.show()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("For the accountant"))
        title.setProperty("role", "heading")
        keys = QLabel(
            self.tr("Tab  from field to field      Alt with a letter  in a field      Esc  stop, back")
        )
        keys.setProperty("role", "caption")
        keys.setWordWrap(True)
        asked = FlowLayout()
        for field, word in (
            (self.registration, self.tr("Registration")),
            (self.month, self.tr("Month, as 2026-11")),
            (self.day, self.tr("Day of the vouchers")),
        ):
            label = QLabel(word)
            label.setBuddy(field)
            field.setAccessibleName(word)
            field.setMinimumWidth(scaled(FIELD_WIDTH))
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(label)
            column.addWidget(field)
            asked.addWidget(box)
        asked.addWidget(self.quarter)
        acts = FlowLayout()
        for button in (
            *(self.look, self.save_return, self.save_vouchers),
            *(self.save_list, self.save_names, self.read_names),
        ):
            acts.addWidget(button)
        self.checked.setWordWrap(True)
        self.checked.setMargin(scaled(6))
        self.registration.setMinimumWidth(scaled(CODE_WIDTH))
        self.progress.setProperty("role", "caption")
        page = QVBoxLayout(self)
        page.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        page.setSpacing(scaled(10))
        page.addWidget(title)
        page.addWidget(self.error_bar)
        page.addLayout(asked)
        page.addLayout(acts)
        page.addWidget(self.progress)
        page.addWidget(self.checked)
        page.addWidget(self.table, 1)
        page.addStretch(0)
        page.addWidget(keys)
        self.setFocusProxy(self.month)
        for hidden in (self.progress, self.checked, self.table):
            hidden.hide()

    def _show_registrations(self, found: tuple[tuple[str, str], ...]) -> None:
        chosen = self.registration.currentData()
        self.registration.clear()
        for code, gstin in found:
            self.registration.addItem(f"{code}  {gstin}", code)
        self.registration.setCurrentIndex(max(self.registration.findData(chosen), 0 if found else -1))
        if not found:
            self.error_bar.show_error(
                self.tr(
                    "No registration files a return here. Vouchers and the list can be saved all the same."
                )
            )

    def _period(self) -> Period | None:
        """Return what the fields name; what is wrong in them is said."""
        try:
            month = month_from(plain_figures(self.month.text()))
        except ValueError:
            self.error_bar.show_error(self.tr("That is no month. Type it as 2026-11."))
            self.month.setFocus()
            self.month.selectAll()
            return None
        return quarter_of(month.first) if self.quarter.isChecked() else month

    def _code(self) -> str:
        return str(self.registration.currentData() or "")

    def _look(self) -> None:
        period = self._period()
        if period is not None:
            read = partial(self._services.read_return, self._code(), period, goes_on=self._goes())
            self._begin(self.look, read, self._looked)

    def _looked(self, outcome: Outcome[TaxReturn | None]) -> None:
        found = self._result(outcome)
        if found is not None:
            self.show_return(found)
            if self.may_take_focus:
                self.table.setFocus()

    def _save_return(self) -> None:
        period = self._period()
        if period is not None:
            save = partial(self._services.save_return, actor=self._services.actor(), goes_on=self._goes())
            act = partial(save, self._code(), period, self._place())
            self._begin(self.save_return, act, self._saved)

    def _save_list(self) -> None:
        period = self._period()
        if period is not None:
            save = partial(self._services.save_paper_list, actor=self._services.actor(), goes_on=self._goes())
            act = partial(save, period, self._place())
            self._begin(self.save_list, act, self._saved)

    def _save_vouchers(self) -> None:
        today = datetime.now(ZoneInfo(self._services.time_zone)).date()
        # What is asked for has happened: a day without a year is the last one of its name.
        day = parse_day(self.day.text(), today, today - YEAR, any_weekday=True)
        if day is None:
            self.error_bar.show_error(self.tr("That is no day. Type it as 24 Nov."))
            self.day.setFocus()
            self.day.selectAll()
            return
        act = partial(self._services.save_vouchers, day, self._place(), actor=self._services.actor())
        self._begin(self.save_vouchers, act, self._saved)

    def _save_names(self) -> None:
        file = self._place() / NAMES_FILE
        show = self._services.show_ledger_names
        self._begin(self.save_names, lambda: write_text(file, show()), self._wrote)

    def _read_names(self) -> None:
        file, actor = self._place() / NAMES_FILE, self._services.actor()
        keep = self._services.keep_ledger_names
        self._begin(self.read_names, lambda: keep(file.read_text("utf-8-sig"), actor=actor), self._kept)

    def _begin(self, button: BusyButton, act: Callable[[], T], done: Callable[[Outcome[T]], None]) -> None:
        """Run one work at a time: a key too many does nothing."""
        if self._busy is not None:
            return
        self._busy = button
        self.error_bar.clear()
        button.set_busy(True)
        self._timer.start()
        self._runner.run(partial(told, act), owner=self, done=done, failed=self._fail)

    def _goes(self) -> Going:
        """Return what the next work is asked by; one that is running keeps its own."""
        if self._busy is None:
            self._going = Going()
        return self._going

    def _result(self, outcome: Outcome[T]) -> T | None:
        """Return what came of a work; that it was stopped, or could not be written, is said."""
        self._rest()
        if outcome.error is not None:
            sentence = self.tr("The files could not be written to, or read from, {folder}. {reason}")
            reason = outcome.error.strerror or ""
            self.error_bar.show_error(sentence.format(folder=self._place(), reason=reason).strip())
        elif outcome.result is None:
            self.error_bar.show_error(self.tr("Stopped. Nothing was written."))
        return outcome.result

    def _saved(self, outcome: Outcome[Saved | None]) -> None:
        saved = self._result(outcome)
        if saved is None:
            return
        if saved.is_checked:
            self.error_bar.show_done(self.tr("Saved in {folder}").format(folder=saved.folder))
        else:
            words = self.tr("Saved in {folder}, NOT CHECKED: check.csv there says what does not agree.")
            self.error_bar.show_error(words.format(folder=saved.folder))

    def _wrote(self, outcome: Outcome[Path]) -> None:
        file = self._result(outcome)
        if file is not None:
            words = self.tr("Saved as {path}. Change the column name there, then press R.")
            self.error_bar.show_done(words.format(path=file))

    def _kept(self, outcome: Outcome[int]) -> None:
        count = self._result(outcome)
        if count is not None:
            words = self.tr("Read. {count} names differ from the usual ones.")
            self.error_bar.show_done(words.format(count=count))

    def _tell(self) -> None:
        """Say how far the work is."""
        self.progress.setText(self.tr("{count} papers read. Esc stops it.").format(count=self._going.count))
        self.progress.show()

    def _rest(self) -> None:
        self._timer.stop()
        self.progress.hide()
        if self._busy is not None:
            self._busy.set_busy(False)
            self._busy = None

    def _fail(self, error: Exception) -> None:
        self._rest()
        self.error_bar.show_error(explain(error))

    def _place(self) -> Path:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return self._folder or Path(QStandardPaths.writableLocation(documents)) / "Counterfoil"
