"""The day sheet by keys: a figure, its parts, its bookings, the booking; days, shifts and files."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.actor import Actor
from db.ids import BookingId, PrintJobId, RequestKey
from desktop.services.domain.day_sheet import Axis, Choice, ChosenBooking, DayKind, DaySheet, Figure, SheetOf
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.printing import Printer, PrintRequest
from desktop.services.domain.report_papers import asked_sheet
from desktop.services.errors import BadRequest, NotPermitted
from desktop.ui.commands import suggest
from desktop.ui.day_sheet.day_sheet_window import DaySheetWindow
from desktop.ui.day_sheet.sheet_paper import build_sheet, write_sheet
from desktop.ui.day_sheet.sheet_view import figure_rows
from desktop.ui.language import speak
from desktop.ui.routes import OpenBooking, OpenDaySheet, Route
from tests.ui.sample_figures import CHOSEN, SHEET
from tests.ui.sample_papers import LASER, sample_paper
from tests.ui.sample_services import CLERK, sample_services
from tests.ui.shifts.sample_shifts import CLOSED, EVERY

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

Key = Qt.Key


class Desk:
    """The window, and what it asks for."""

    def __init__(self, qtbot: QtBot, runner: Runner) -> None:
        self.asked: list[SheetOf] = []
        self.listed: list[Choice] = []
        self.refuses: Exception | None = None
        self.refuses_days_only = False
        self.printers: tuple[Printer, ...] = ()
        self.queued: list[PrintRequest] = []
        services = replace(
            sample_services(),
            read_day_sheet=self.read,
            list_figure=self.list,
            list_shifts=lambda _actor: EVERY,
            list_printers=lambda _actor: self.printers,
            queue_print=self.queue,
            find_print_job=sample_paper,
        )
        self.window = DaySheetWindow(services, runner)
        self.routes: list[Route] = []
        self.backs: list[None] = []
        self.window.wanted.connect(self.routes.append)
        self.window.back.connect(lambda: self.backs.append(None))
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.window.start()
        self.settle()

    def read(self, of: SheetOf, *, actor: Actor) -> DaySheet:
        assert actor == CLERK
        self.asked.append(of)
        if self.refuses is not None and (of.shift_id is None or not self.refuses_days_only):
            raise self.refuses
        return replace(SHEET, of=of)

    def list(self, of: SheetOf, choice: Choice, *, actor: Actor) -> tuple[ChosenBooking, ...]:
        assert of == self.asked[-1]
        self.listed.append(choice)
        return CHOSEN

    def queue(self, request: PrintRequest, request_key: RequestKey, *, actor: Actor) -> PrintJobId:
        assert actor == CLERK
        assert request_key
        self.queued.append(request)
        return PrintJobId("paper-1")

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()


def test_enter_leads_from_a_figure_to_its_bookings_and_to_the_booking(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    assert desk.window.figures.hasFocus()
    assert desk.window.figures.choice == Choice(Figure.SOLD)
    desk.press(Key.Key_Return)
    assert desk.listed == [Choice(Figure.SOLD)]
    assert desk.window.bookings.hasFocus()
    assert "7,900.00" in desk.window.divided.text()
    desk.press(Key.Key_Return)
    assert desk.routes == [OpenBooking(BookingId("booking-1"))]
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert len(desk.routes) == 1
    assert desk.window.error_bar.text == "This is about no booking."
    desk.press(Key.Key_Escape)
    assert desk.window.figures.hasFocus()
    desk.press(Key.Key_Escape)
    assert desk.backs == [None]


def test_a_figure_is_divided_by_the_keys_and_its_parts_have_bookings(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    desk.press(Key.Key_3)
    cell = desk.window.parts.item(0, 0)
    assert cell is not None
    assert cell.text() == "Lakshmi Venkataraman Subrahmanyam"
    desk.window.parts.setFocus()
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert desk.listed == [Choice(Figure.SOLD, Axis.PERSON, "Ravi")]
    desk.press(Key.Key_Escape)
    assert desk.window.parts.hasFocus()
    desk.press(Key.Key_1)
    assert "not divided" in desk.window.error_bar.text


def test_the_mark_passes_headings(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    seen = []
    for _ in range(12):
        seen.append(desk.window.figures.choice)
        desk.press(Key.Key_Down)
    assert None not in seen
    assert Choice(Figure.MONEY) in seen
    for _ in range(20):
        desk.press(Key.Key_Up)
        assert desk.window.figures.choice is not None
    assert desk.window.figures.choice == Choice(Figure.SOLD)


def test_days_are_gone_through_and_typed(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    today = desk.asked[-1].first
    desk.press(Key.Key_Left)
    assert desk.asked[-1] == SheetOf(today - timedelta(days=1), today - timedelta(days=1))
    desk.press(Key.Key_B)
    assert desk.asked[-1].days is DayKind.BUSINESS
    desk.press(Key.Key_B)
    desk.press(Key.Key_Right)
    assert desk.asked[-1] == SheetOf(today, today)
    desk.press(Key.Key_D)
    assert desk.window.first.hasFocus()
    QTest.keyClicks(desk.window.first, "01112026")
    desk.press(Key.Key_Return)
    assert desk.asked[-1].first.isoformat() == "2026-11-01"
    assert desk.window.figures.hasFocus()


def test_shifts_are_gone_through(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    desk.press(Key.Key_S)
    before = [of.shift_id for of in desk.asked]
    assert before[-1] is not None
    desk.press(Key.Key_Left)
    after = [of.shift_id for of in desk.asked]
    assert after[-1] != before[-1] or "no shift beyond" in desk.window.error_bar.text
    desk.press(Key.Key_S)
    assert [of.shift_id for of in desk.asked][-1] is None
    desk.window.start(CLOSED.id)
    desk.settle()
    assert desk.asked[-1].shift_id == CLOSED.id


def test_what_is_not_allowed_or_none_is_told(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    desk.refuses = BadRequest("last_day", "too_many", most=366)
    desk.press(Key.Key_F5)
    assert desk.window.error_bar.text == "One sheet has 366 days at most."
    assert desk.window.figures.rowCount() == 0
    desk.press(Key.Key_Return)
    desk.press(Key.Key_P)
    assert desk.window.error_bar.text == "There is no sheet to save."
    desk.refuses = NotPermitted(ManagerAct.READ_DAY_SHEET, "2026-11-23")
    desk.press(Key.Key_F5)
    assert desk.window.error_bar.text


def test_whoever_may_not_see_the_house_sees_their_own_shift(qtbot: QtBot, runner: Runner) -> None:
    desk = Desk(qtbot, runner)
    desk.refuses, desk.refuses_days_only = NotPermitted(ManagerAct.READ_DAY_SHEET, "2026-11-23"), True
    desk.window.start()
    desk.settle()
    assert desk.asked[-1].shift_id is not None
    assert "Shift of" in desk.window.title.text()
    desk.press(Key.Key_S)
    assert desk.window.error_bar.text


def test_the_sheet_is_saved_as_csv_workbook_and_pdf(qtbot: QtBot, runner: Runner, tmp_path: Path) -> None:
    desk = Desk(qtbot, runner)
    desk.window.folder = tmp_path
    desk.press(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.press(Key.Key_X)
    desk.press(Key.Key_P)
    desk.press(Key.Key_P)
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".csv", ".pdf", ".pdf", ".xlsx"]
    assert "1,23" not in next(tmp_path.glob("*.csv")).read_text(encoding="utf-8-sig")
    page = PdfReader(next(tmp_path.glob("*.pdf"))).pages[0]
    assert "1,23,55,968.00" in page.extract_text()
    assert [round(float(side)) for side in (page.mediabox.width, page.mediabox.height)] == [595, 842]


def test_the_sheet_waits_for_the_printer_of_sheets_else_it_is_a_pdf(
    qtbot: QtBot, runner: Runner, tmp_path: Path
) -> None:
    desk = Desk(qtbot, runner)
    desk.window.folder = tmp_path
    desk.press(Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert [path.suffix for path in tmp_path.iterdir()] == [".pdf"]
    desk.printers = (replace(LASER, is_usual=True),)
    desk.press(Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert len(list(tmp_path.iterdir())) == 1
    (request,) = desk.queued
    assert (request.report, request.language) == ("day_sheet", "en")
    assert asked_sheet(json.loads(request.parameters)) == desk.asked[-1]
    assert "went to" in desk.window.error_bar.text


def test_a_folder_that_can_not_be_written_is_told(qtbot: QtBot, runner: Runner, tmp_path: Path) -> None:
    desk = Desk(qtbot, runner)
    desk.window.folder = tmp_path / "file"
    desk.window.folder.write_text("")
    desk.press(Key.Key_X)
    assert "could not be written" in desk.window.error_bar.text


@pytest.mark.parametrize("language", ["en", "hi"])
def test_the_paper_says_all_figures_in_both_languages(
    qapp: QApplication, tmp_path: Path, language: str
) -> None:
    speak(qapp, "hi" if language == "hi" else "en")
    built = build_sheet(SHEET, "Asia/Kolkata", practice=True)
    text = built.toPlainText()
    assert all(row.text in text and row.amount in text for row in figure_rows(SHEET))
    assert ("दिन का पन्ना" in text) == (language == "hi")
    write_sheet(built, tmp_path / "sheet.pdf")
    assert PdfReader(tmp_path / "sheet.pdf").pages


@pytest.mark.parametrize(("line", "language"), [("day", "en"), ("day sheet", "en"), ("दिन", "hi")])
def test_the_command_line_knows_the_sheet(qapp: QApplication, line: str, language: str) -> None:
    speak(qapp, "hi" if language == "hi" else "en")
    assert OpenDaySheet() in [one.goal for one in suggest(line, (), (), ())]
