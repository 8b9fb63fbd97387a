"""The lists of a day by keys, on the real services: who came is marked, and it is printed and saved."""

from __future__ import annotations

import csv
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.ids import PrintJobId, RequestKey
from desktop.evening_lists import into_folder
from desktop.services.catalogue.list_offerings import ListOfferings
from desktop.services.domain.day_lists import ListKind
from desktop.services.domain.evening_lists import EveningLists
from desktop.services.domain.printing import PrintRequest
from desktop.services.domain.report_papers import asked_list
from desktop.services.lists.export_day_list import ExportDayList, WriteDayListWorkbook
from desktop.services.lists.mark_arrival import MarkArrival
from desktop.services.lists.print_evening_lists import PrintEveningLists
from desktop.services.lists.read_day_list import ListDayChoices, ReadDayList
from desktop.ui.commands import suggest
from desktop.ui.language import speak
from desktop.ui.lists.lists_window import ListsWindow
from desktop.ui.lists.save_list import save_pdf
from desktop.ui.lists.write_lists import write_lists
from desktop.ui.papers.list_paper import ListPaper
from desktop.ui.routes import OpenBooking, OpenLists, OpenRegister, Route
from tests.counter import FACTS, ZONE, Counter
from tests.lists.day import Lists, guests, sell
from tests.ui.devanagari import DEVANAGARI
from tests.ui.sample_papers import LASER, sample_paper
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from db.actor import Actor
    from desktop.ui.runner import Runner

Key = Qt.Key


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


@pytest.fixture
def page(qtbot: QtBot, counter: Counter, runner: Runner, tmp_path: Path) -> Iterator[ListsWindow]:
    read = ReadDayList(counter.database)
    services = replace(
        sample_services(),
        actor=lambda: counter.actor,
        list_day_choices=ListDayChoices(counter.database, ZONE),
        show_day_list=read,
        mark_arrival=MarkArrival(counter.database, counter.publish),
        export_day_list=ExportDayList(read),
        write_day_list_workbook=WriteDayListWorkbook(read),
    )
    shown = ListsWindow(services, runner, folder=tmp_path)
    qtbot.addWidget(shown)
    shown.resize(1200, 700)
    with qtbot.waitActive(shown):
        shown.show()
    yield shown
    shown.hide()


def column(page: ListsWindow, number: int) -> list[str]:
    """Return the texts of a column."""
    items = [page.table.item(row, number) for row in range(page.table.rowCount())]
    return [item.text() for item in items if item is not None]


def busy_day(counter: Counter) -> None:
    sell(counter, counter.item("DLX", "203", ahead=0, nights=2, guests=guests("अनिल वर्मा")))
    sell(counter, counter.item("DLX", "204", "205", ahead=0, guests=guests("Asha", "Ravi")))
    sell(counter, counter.item("GOA21", "4B", "4C", ahead=0, guests=guests("Meena", "Zara")))


def test_space_marks_who_came_and_takes_it_back(page: ListsWindow, counter: Counter) -> None:
    busy_day(counter)
    page.start(ListKind.ARRIVALS)
    settle()
    assert column(page, 2) == ["अनिल वर्मा", "Asha", "Ravi"]
    assert page.mark_button.text() == "203 अनिल वर्मा came   Space"
    QTest.keyClick(page.table, Key.Key_Space)
    settle()
    assert column(page, 0) == ["✓ came 10:00", "expected", "expected"]
    assert page.counts.text() == "3 expected, 1 came, 3 people"
    assert page.mark_button.text() == "203 अनिल वर्मा did not come   Space"
    QTest.keyClick(page.table, Key.Key_Space)
    settle()
    assert column(page, 0) == ["expected"] * 3


def test_b_marks_the_whole_booking_and_takes_it_back(page: ListsWindow, counter: Counter) -> None:
    busy_day(counter)
    page.start(ListKind.ARRIVALS)
    settle()
    QTest.keyClick(page.table, Key.Key_Down)
    settle()
    QTest.keyClick(page.table, Key.Key_B)
    settle()
    assert column(page, 0) == ["expected", "✓ came 10:00", "✓ came 10:00"]
    QTest.keyClick(page.table, Key.Key_B)
    settle()
    assert column(page, 0) == ["expected"] * 3


def test_another_desk_was_faster(page: ListsWindow, counter: Counter) -> None:
    busy_day(counter)
    page.start(ListKind.CHART, "goa21")
    settle()
    lists = Lists(counter)
    lists.mark(lists.slot("GOA21", 0).rows[0])
    QTest.keyClick(page.table, Key.Key_Space)
    settle()
    assert column(page, 0)[0].startswith("✓ came")
    assert page.error_bar.text == ""


def test_the_days_and_lists_are_reached_by_keys(page: ListsWindow, counter: Counter) -> None:
    busy_day(counter)
    page.start(ListKind.ARRIVALS)
    settle()
    QTest.keyClick(page.table, Key.Key_Right)
    settle()
    assert page.empty.text() == "Nobody is in this list."
    assert "24 Nov 2026" in page.title.text()
    QTest.keyClick(page, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.choice.day.hasFocus()
    QTest.keyClicks(page.choice.day, "today")
    QTest.keyClick(page.choice.day, Key.Key_Return)
    settle()
    assert column(page, 1) == ["203", "204", "205"]
    page.choice.lists.setFocus()
    QTest.keyClick(page.choice.lists, Key.Key_Down)
    settle()
    QTest.keyClick(page, Key.Key_Escape)
    assert page.table.isHidden() or page.title.text().startswith("In house")
    QTest.keyClick(page, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.choice.day, "never")
    QTest.keyClick(page.choice.day, Key.Key_Return)
    assert page.error_bar.text == "Type a day as today, tomorrow, 24 nov or +3."


def test_a_chart_by_its_service_and_day(page: ListsWindow, counter: Counter) -> None:
    busy_day(counter)
    page.start(ListKind.CHART, "goa21")
    settle()
    assert page.title.text().startswith("Passenger chart · Goa")
    assert column(page, 1) == ["4B", "4C"]
    assert "Empty (" in page.below.text()
    page.start(ListKind.CHART, "goa21", "tomorrow")
    settle()
    assert "24 Nov 2026" in page.title.text()
    page.start(ListKind.CHART, "paris")
    settle()
    assert page.error_bar.text == "Nothing on this day is called “paris”: choose from the list."


def test_a_row_leads_to_its_booking_and_its_register(page: ListsWindow, counter: Counter) -> None:
    busy_day(counter)
    page.start(ListKind.ARRIVALS)
    settle()
    wanted: list[Route] = []
    page.wanted.connect(wanted.append)
    row = page.table.current
    assert row is not None
    QTest.keyClick(page.table, Key.Key_Return)
    QTest.keyClick(page.table, Key.Key_G)
    assert wanted == [
        OpenBooking(row.booking_id),
        OpenRegister(row.booking_id, row.numbers, "अनिल वर्मा"),
    ]


def test_the_list_is_saved_as_csv_and_workbook(page: ListsWindow, counter: Counter, tmp_path: Path) -> None:
    busy_day(counter)
    page.start(ListKind.ARRIVALS)
    settle()
    for _ in range(2):
        QTest.keyClick(page, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        settle()
    QTest.keyClick(page, Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    settle()
    names = sorted(path.name for path in tmp_path.iterdir() if "arrivals" in path.name)
    assert names == [
        "2026-11-23 arrivals-DCR 2.csv",
        "2026-11-23 arrivals-DCR.csv",
        "2026-11-23 arrivals-DCR.xlsx",
    ]
    with (tmp_path / names[1]).open(encoding="utf-8-sig", newline="") as file:
        assert [row["guest"] for row in csv.DictReader(file)] == ["अनिल वर्मा", "Asha", "Ravi"]
    assert names[2] in page.error_bar.text


def test_a_folder_without_rights_is_told(page: ListsWindow, counter: Counter, tmp_path: Path) -> None:
    busy_day(counter)
    (tmp_path / "file").write_text("")
    page._folder = tmp_path / "file"
    page.start(ListKind.ARRIVALS)
    settle()
    QTest.keyClick(page, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert page.error_bar.text.startswith("The list could not be saved.")


@pytest.mark.parametrize("is_hindi", [False, True])
def test_the_printed_list_has_every_row_and_numbered_pages(
    is_hindi: bool, counter: Counter, tmp_path: Path
) -> None:
    """The chart of a coach is found by its words, whatever the screen speaks."""
    free = [cell.unit.name for cell in counter.look("MUM06", 3).cells if not cell.unit.ladies_only]
    for name in free:
        sell(counter, counter.item("MUM06", name, ahead=3, guests=guests(f"Guest {name}")))
    found = Lists(counter).slot("MUM06", 3)
    (file,) = write_lists(EveningLists(found.query.day, (found,), is_hindi, practice=True), tmp_path)
    assert file == tmp_path / "2026-11-26" / "chart-MUM06.pdf"
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(file).pages]
    assert all(f"Guest {name}" in " ".join(pages) for name in free)
    box = PdfReader(file).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)
    if not is_hindi:
        assert pages[0].startswith("PRACTICE")
        assert f"page 1 of {len(pages)}" in pages[0]
        assert f"page {len(pages)} of {len(pages)}" in pages[-1]
        assert "As of 23 Nov 2026, 10:00" in pages[0]
    assert bool(DEVANAGARI.search(" ".join(pages))) == is_hindi
    write_lists(EveningLists(found.query.day, (found,), is_hindi, practice=True), tmp_path)
    assert list(file.parent.iterdir()) == [file]


def test_the_list_waits_for_the_printer_of_sheets_of_this_desk(
    counter: Counter, qtbot: QtBot, runner: Runner
) -> None:
    busy_day(counter)
    asked: list[PrintRequest] = []

    def queue(request: PrintRequest, request_key: RequestKey, *, actor: Actor) -> PrintJobId:
        assert actor.person
        assert request_key
        asked.append(request)
        return PrintJobId("paper-1")

    services = replace(
        sample_services(),
        list_day_choices=ListDayChoices(counter.database, ZONE),
        show_day_list=ReadDayList(counter.database),
        list_printers=lambda _actor: (replace(LASER, is_usual=True),),
        queue_print=queue,
        find_print_job=sample_paper,
    )
    page = ListsWindow(services, runner)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    page.start(ListKind.ARRIVALS)
    settle()
    QTest.keyClick(page.table, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle()
    (request,) = asked
    assert (request.report, request.language) == ("day_list", "en")
    assert asked_list(json.loads(request.parameters)).kind is ListKind.ARRIVALS
    assert "went to" in page.error_bar.text


def test_the_evening_lists_are_written_beside_the_window(
    counter: Counter, qapp: QApplication, tmp_path: Path
) -> None:
    """As the job does it: in a thread of its own, into the folder of the desk, while the window is drawn."""
    sell(counter, counter.item("DLX", "203", ahead=0, guests=guests("अनिल वर्मा")))
    job = PrintEveningLists(counter.database, FACTS, into_folder(tmp_path / "lists"))
    with ThreadPoolExecutor(1) as pool:
        made = pool.submit(job, actor=counter.actor)
        while not made.done():
            qapp.processEvents()
    assert made.result() == 1
    assert [path.name for path in (tmp_path / "lists" / "2026-11-23").iterdir()] == ["arrivals-DCR.pdf"]


def test_a_list_of_hindi_paper_does_not_change_the_screen(
    page: ListsWindow, counter: Counter, tmp_path: Path
) -> None:
    busy_day(counter)
    found = Lists(counter).rooms(ListKind.ARRIVALS, 0)
    paper = ListPaper(found, is_hindi=True, practice=False, made_at=counter.now())
    assert isinstance(save_pdf(paper, tmp_path), type(tmp_path))
    page.start(ListKind.ARRIVALS)
    settle()
    assert page.title.text().startswith("Arrivals")


def test_each_list_is_reached_by_its_word(counter: Counter, qapp: QApplication) -> None:
    offerings = ListOfferings(counter.database)()

    def goals(line: str) -> list[object]:
        return [one.goal for one in suggest(line, offerings, (), ())]

    assert goals("arrivals")[0] == OpenLists(ListKind.ARRIVALS)
    assert goals("in house")[0] == OpenLists(ListKind.IN_HOUSE)
    assert goals("departures today")[0] == OpenLists(ListKind.DEPARTURES, when="today")
    assert goals("departures 26 nov")[0] == OpenLists(ListKind.DEPARTURES, when="26 nov")
    assert goals("chart goa21")[0] == OpenLists(ListKind.CHART, "GOA21")
    assert goals("chart pungoa sat")[0] == OpenLists(ListKind.CHART, "GOA21", "sat")
    assert goals("chart sat")[0] == OpenLists(ListKind.CHART, when="sat")
    assert goals("tour list")[0] == OpenLists(ListKind.TOUR)
    assert goals("register")[0] == OpenRegister()
    speak(qapp, "hi")
    assert goals("आगमन कल")[0] == OpenLists(ListKind.ARRIVALS, when="कल")
    assert goals("चार्ट goa21")[0] == OpenLists(ListKind.CHART, "GOA21")
    assert goals("रजिस्टर")[0] == OpenRegister()
