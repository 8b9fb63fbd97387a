"""The day sheet: figures of days or of a shift, each divided and opened down to its bookings by keys."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from db.print_words import PaperLanguage
from desktop.services.day_sheet.sheet_file import csv_lines, write_workbook
from desktop.services.domain.day_sheet import Axis, Choice, DayKind, SheetOf
from desktop.services.domain.printing import PrintRequest
from desktop.services.domain.report_papers import DAY_SHEET, told_sheet
from desktop.services.errors import NotPermitted
from desktop.ui import formats
from desktop.ui.day_sheet.booking_list import BookingList
from desktop.ui.day_sheet.figure_table import FigureTable
from desktop.ui.day_sheet.sheet_paper import build_sheet, write_sheet
from desktop.ui.day_sheet.sheet_view import AXES, figure_rows, nearest_axis, part_rows
from desktop.ui.day_sheet.sheet_words import axis_word, figure_word, part_word, title_text
from desktop.ui.failures import explain
from desktop.ui.language import spoken
from desktop.ui.routes import OpenBooking
from desktop.ui.theme import scaled
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage
from desktop.ui.widgets.sheet_out import SheetOut
from desktop.ui.widgets.take_name import documents_folder, save_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from db.ids import ShiftId
    from desktop.services.application import Services
    from desktop.services.domain.day_sheet import ChosenBooking, DaySheet
    from desktop.services.domain.shift_review import ListedShift, ShiftsSeen
    from desktop.ui.runner import Runner


class DaySheetWindow(KeyedPage):
    """`start` opens it at today, or at a shift. ← → go a day, or a shift, back and on."""

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._zone = ZoneInfo(services.time_zone)
        self.folder: Path | None = None
        self._of = SheetOf(self._today(), self._today())
        self._sheet: DaySheet | None = None
        self._shifts: tuple[ListedShift, ...] = ()
        self._axis = Axis.TENDER
        self._choice: Choice | None = None
        self._reading = 0
        self.error_bar = ErrorBar()
        self._out = SheetOut(services, runner, self.error_bar, self)
        self.title = QLabel()
        self.title.setWordWrap(True)
        heads = (self.tr("Figure"), self.tr("Amount"), self.tr("Bookings"))
        self.figures = FigureTable(self.tr("Figures of the sheet"), heads)
        self.divided = QLabel()
        self.divided.setWordWrap(True)
        self.parts = FigureTable(self.tr("Parts of the figure"), (self.tr("Part"), *heads[1:]))
        self.bookings = BookingList(services.time_zone)
        self.first, self.last = self._field(self.tr("First day")), self._field(self.tr("Last day"))
        self.keys = QLabel(
            self.tr(
                "↑ ↓  figure      Enter  its bookings      → ←  next, day before      D  days"
                "      B  business day      S  shifts      1–7  divided by      Ctrl+S  CSV      X  Excel"
                "      P  PDF      Ctrl+P  print      Esc  back"
            )
        )
        self.keys.setProperty("role", "caption")
        self.keys.setWordWrap(True)
        self._lay_out()
        self.figures.itemSelectionChanged.connect(self._divide)
        self.bookings.itemActivated.connect(lambda _item: self._enter())
        self._add_keys()
        self._show_bookings(None, ())

    def _add_keys(self) -> None:
        self.add_key("Return", self._enter)
        self.add_key("Left", partial(self._go, -1))
        self.add_key("Right", partial(self._go, 1))
        self.add_key("D", self._ask_days)
        self.add_key("B", self._change_kind)
        self.add_key("S", self._change_to_shifts)
        for number, axis in enumerate(AXES, start=1):
            self.add_key(str(number), partial(self._divide_by, axis))
        self.add_key("Ctrl+S", self._save_csv)
        self.add_key("X", self._save_workbook)
        self.add_key("P", self._save_paper)
        self.add_key("Ctrl+P", self._print)
        self.add_key("F5", self.refresh)
        self.add_key("Esc", self._step_back)

    def start(self, shift_id: ShiftId | None = None) -> None:
        """Show today, or a shift."""
        self.error_bar.clear()
        self._sheet, self._shifts = None, ()
        if self.may_take_focus:
            self.figures.setFocus()
        self._read(SheetOf(self._today(), self._today(), shift_id=shift_id))

    def refresh(self) -> None:
        """Read the same sheet again."""
        self._read(self._of)

    def _today(self) -> date:
        return datetime.now(self._zone).date()

    def _read(self, of: SheetOf) -> None:
        self._of = of
        self._reading += 1
        self.title.setText(self.tr("Reading ..."))
        self._show_bookings(None, ())
        for field, day in ((self.first, of.first), (self.last, of.last)):
            field.setDate(QDate(day.year, day.month, day.day))
        work = partial(self._services.read_day_sheet, of, actor=self._services.actor())
        self._runner.run(
            work,
            owner=self,
            done=partial(self._known, self._reading),
            failed=partial(self._not_known, self._reading),
            is_quiet=True,
        )

    def _known(self, reading: int, sheet: DaySheet) -> None:
        if reading != self._reading:
            return
        self.error_bar.clear()
        self._sheet = sheet
        self.title.setText(title_text(sheet, self._services.time_zone))
        self.figures.show_rows(figure_rows(sheet))
        self._divide()
        if self.may_take_focus and not self._in_fields():
            self.figures.setFocus()

    def _not_known(self, reading: int, error: Exception) -> None:
        if reading != self._reading:
            return
        is_of_house = self._of.shift_id is None and isinstance(error, NotPermitted)
        if is_of_house and self._sheet is None and not self._shifts:
            self._change_to_shifts()  # whoever may not see the house's sees their own
        self._sheet = None
        self.title.setText("")
        self.figures.show_rows(())
        self.parts.show_rows(())
        self.divided.setText("")
        self.error_bar.show_error(explain(error))

    def _divide(self) -> None:
        """Show the parts of the marked figure."""
        choice = self.figures.choice
        if self._sheet is None or choice is None:
            return
        self._show_bookings(None, ())
        axis = nearest_axis(self._sheet, choice.figure, self._axis)
        rows = part_rows(self._sheet, choice.figure, axis) if axis else ()
        name = figure_word(choice.figure)
        self.divided.setText(f"{name}, {axis_word(axis)}" if axis else name)
        self.parts.show_rows(rows)

    def _divide_by(self, axis: Axis) -> None:
        self._axis = axis
        self._divide()
        choice = self.figures.choice
        if self._sheet is not None and choice is not None and not self._sheet.parts(axis, choice.figure):
            words = self.tr("{figure} is not divided {axis}.")
            said = words.format(figure=figure_word(choice.figure), axis=axis_word(axis))
            self.error_bar.show_error(said)
        else:
            self.error_bar.clear()

    def _enter(self) -> None:
        if self._in_fields():
            self._take_days()
        elif self.bookings.hasFocus():
            booking_id = self.bookings.booking_id
            if booking_id is None:
                self.error_bar.show_error(self.tr("This is about no booking."))
            else:
                self.wanted.emit(OpenBooking(booking_id))
        else:
            choice = self.parts.choice if self.parts.hasFocus() else self.figures.choice
            if choice is not None and self._sheet is not None:
                self._list(choice)

    def _list(self, choice: Choice) -> None:
        """Read the bookings of a figure, or of its part."""
        self.divided.setText(self.tr("Reading ..."))
        work = partial(self._services.list_figure, self._of, choice, actor=self._services.actor())
        done = partial(self._listed, self._reading, choice)
        self._runner.run(work, owner=self, done=done, failed=self._say_failed, is_quiet=True)

    def _listed(self, reading: int, choice: Choice, found: tuple[ChosenBooking, ...]) -> None:
        if reading != self._reading:
            return
        self._show_bookings(choice, found)
        if not found:
            self.error_bar.show_error(self.tr("Nothing was added to this figure."))
            self._divide()
        elif self.may_take_focus:
            self.bookings.setFocus()

    def _show_bookings(self, choice: Choice | None, found: tuple[ChosenBooking, ...]) -> None:
        self._choice = choice
        self.bookings.show_bookings(found)
        self.bookings.setVisible(choice is not None)
        self.parts.setVisible(choice is None)
        if choice is not None:
            part = part_word(choice.axis, choice.part) if choice.axis else ""
            words = self.tr("{figure}: {amount} in {count}")
            self.divided.setText(
                words.format(
                    figure=", ".join(word for word in (figure_word(choice.figure), part) if word),
                    amount=formats.amount(sum(one.paise for one in found)),
                    count=len(found),
                )
            )

    def _step_back(self) -> None:
        if self._in_fields():
            self.figures.setFocus()
        elif self._choice is not None:
            was_part = self._choice.axis is not None
            self._show_bookings(None, ())
            self._divide()
            (self.parts if was_part else self.figures).setFocus()
        elif self.parts.hasFocus():
            self.figures.setFocus()
        else:
            self.back.emit()

    def _go(self, step: int) -> None:
        """A day, or as many as are shown, back or on; in shifts the shift before or after."""
        if self._of.shift_id is not None:
            self._go_to_shift(step)
            return
        days = timedelta(days=step * ((self._of.last - self._of.first).days + 1))
        try:
            self._read(SheetOf(self._of.first + days, self._of.last + days, self._of.days))
        except OverflowError:
            self.error_bar.show_error(self.tr("There is no day beyond."))

    def _change_kind(self) -> None:
        other = DayKind.CALENDAR if self._of.days is DayKind.BUSINESS else DayKind.BUSINESS
        self._read(SheetOf(self._of.first, self._of.last, other))

    def _ask_days(self) -> None:
        self.first.setFocus()
        self.first.setSelectedSection(QDateEdit.Section.DaySection)

    def _take_days(self) -> None:
        first, last = (_day_of(field) for field in (self.first, self.last))
        self.figures.setFocus()
        self._read(SheetOf(first, last, self._of.days))

    def _in_fields(self) -> bool:
        return self.first.hasFocus() or self.last.hasFocus()

    def _change_to_shifts(self) -> None:
        if self._of.shift_id is not None:
            self._read(SheetOf(self._of.first, self._of.last))
            return
        work = partial(self._services.list_shifts, self._services.actor())
        self._runner.run(work, owner=self, done=self._know_shifts, failed=self._say_failed, is_quiet=True)

    def _know_shifts(self, seen: ShiftsSeen) -> None:
        self._shifts = tuple(sorted(seen.shifts, key=lambda one: one.opened_at))
        closed = [one for one in self._shifts if one.close is not None]
        if not closed:
            self.error_bar.show_error(self.tr("No shift has been closed yet."))
            return
        self._read(SheetOf(self._of.first, self._of.last, shift_id=closed[-1].id))

    def _go_to_shift(self, step: int) -> None:
        ids = [one.id for one in self._shifts]
        at = ids.index(self._of.shift_id) + step if self._of.shift_id in ids else -1
        if not 0 <= at < len(ids):
            self.error_bar.show_error(self.tr("There is no shift beyond."))
            return
        self._read(SheetOf(self._of.first, self._of.last, shift_id=ids[at]))

    def _save_csv(self) -> None:
        def write(sheet: DaySheet, path: Path) -> None:
            path.write_text("".join(csv_lines(sheet)), encoding="utf-8-sig", newline="")

        self._save(write, ".csv")

    def _save_workbook(self) -> None:
        self._save(write_workbook, ".xlsx")

    def _print(self) -> None:
        """Let it wait for the printer; without one of sheets it is saved as PDF."""
        if self._sheet is None:
            self.error_bar.show_error(self.tr("There is no sheet to print."))
            return
        told = json.dumps(told_sheet(self._sheet.of))
        language = PaperLanguage(spoken())
        request = PrintRequest(report=DAY_SHEET, parameters=told, language=language)
        self._out.print(request, self._save_paper)

    def _save_paper(self) -> None:
        practice, zone = self._services.practice, self._services.time_zone

        def write(sheet: DaySheet, path: Path) -> None:
            write_sheet(build_sheet(sheet, zone, practice=practice), path)

        self._save(write, ".pdf")

    def _save(self, write: Callable[[DaySheet, Path], None], suffix: str) -> None:
        if self._sheet is None:
            self.error_bar.show_error(self.tr("There is no sheet to save."))
            return
        of = self._sheet.of
        days = f"{of.first}" if of.first == of.last else f"{of.first} {of.last}"
        name = f"shift {self._sheet.desk} {self._sheet.since.astimezone(self._zone):%Y-%m-%d %H.%M}"
        name = f"day sheet {days}" if of.shift_id is None else name
        folder = self.folder or documents_folder()
        work = partial(save_file, partial(write, self._sheet), folder, name, suffix)
        self._runner.run(work, owner=self, done=self._saved, failed=self._say_failed)

    def _saved(self, outcome: Path | OSError) -> None:
        if isinstance(outcome, OSError):
            words = self.tr("The file could not be written. {reason}")
            self.error_bar.show_error(words.format(reason=outcome.strerror or outcome))
            return
        self.error_bar.show_done(self.tr("Saved as {path}").format(path=outcome))

    def _say_failed(self, error: Exception) -> None:
        self.error_bar.show_error(explain(error))
        self._divide()

    def _field(self, name: str) -> QDateEdit:
        field = QDateEdit()
        field.setDisplayFormat("dd.MM.yyyy")
        field.lineEdit().setTextMargins(scaled(6), 0, 0, 0)
        field.setAccessibleName(name)
        return field

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Day sheet"))
        heading.setProperty("role", "heading")
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        for field in (self.first, self.last):
            head.addWidget(field)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.divided, self.parts, self.bookings):
            column.addWidget(part)
        both = QSplitter()
        both.setChildrenCollapsible(False)
        both.addWidget(self.figures)
        both.addWidget(right)
        both.setSizes([scaled(520), scaled(480)])
        page = QVBoxLayout(self)
        page.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        page.setSpacing(scaled(8))
        page.addLayout(head)
        for widget in (self.title, self.error_bar):
            page.addWidget(widget)
        page.addWidget(both, 1)
        page.addWidget(self.keys)
        self.figures.setMinimumHeight(scaled(160))
        # The keyboard begins in the figures; the days come last.
        chain = (self.figures, self.parts, self.bookings, self.first, self.last)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)


def _day_of(field: QDateEdit) -> date:
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())
