"""Lists and figures go to printers as documents do, for whoever may see them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from db.actor import Actor
from db.print_words import PaperLanguage, PaperSize, PrinterWay, PrintFault, PrintState
from desktop.evening_lists import to_printer
from desktop.paper_errand import hand_over
from desktop.services.domain.day_lists import DayListQuery, ListKind
from desktop.services.domain.day_sheet import SheetOf
from desktop.services.domain.evening_lists import EveningLists
from desktop.services.domain.printing import Printer, PrintRequest
from desktop.services.domain.report_papers import DAY_LIST, DAY_SHEET, PrintedList, told_list, told_sheet
from desktop.services.errors import BadRequest, NotPermitted
from desktop.services.lists.print_evening_lists import PrintEveningLists
from desktop.services.printing.queue_print import QueuePrint
from desktop.services.staff.at_desk import SYSTEM
from desktop.use_cases.reports import reports
from tests.counter import FACTS, Counter
from tests.lists.day import guests, sell
from tests.printing.desk_of_papers import Hand, PaperDesk, slip
from tests.staff import keep_staff


@pytest.fixture
def desk(any_counter: Counter) -> PaperDesk:
    return PaperDesk(any_counter)


def hand_of(desk: PaperDesk) -> Hand:
    assert isinstance(desk.hand, Hand)
    return desk.hand


def laser(**fields: object) -> Printer:
    made = Printer("Laser", PrinterWay.SYSTEM, "laser", PaperSize.A5, PaperLanguage.HINDI, is_usual=True)
    return replace(made, **fields)  # type: ignore[arg-type]  # fields of the printer by their names


def list_request(desk: PaperDesk, **fields: object) -> PrintRequest:
    query = DayListQuery(ListKind.ARRIVALS, desk.counter.day(1))
    return PrintRequest(report=DAY_LIST, parameters=json.dumps(told_list(query) | fields))


def put(desk: PaperDesk, folder: list[EveningLists]) -> PrintEveningLists:
    counter = desk.counter
    queue = QueuePrint(counter.database, reports(FACTS), counter.publish, lambda: None)
    itself = Actor(SYSTEM, counter.actor.desk_id)
    paper = to_printer(lambda _actor: desk.printers(), queue, itself, folder.append)
    return PrintEveningLists(counter.database, FACTS, paper)


def test_the_evening_lists_go_to_the_usual_printer_of_sheets(desk: PaperDesk) -> None:
    sell(desk.counter, desk.counter.item("DLX", "203", ahead=0, guests=guests("Asha")))
    desk.save(laser())
    folder: list[EveningLists] = []
    count = put(desk, folder)(actor=desk.counter.actor)
    assert count
    assert desk.queue() == count
    assert folder == []
    errands = hand_of(desk).errands
    assert {(one.paper, one.language) for one in errands} == {(PaperSize.A4, PaperLanguage.ENGLISH)}
    contents = [one.content for one in errands]
    assert all(isinstance(one, PrintedList) and one.found.rows for one in contents)
    assert not any(
        row.telephone.isdigit() for one in contents if isinstance(one, PrintedList) for row in one.found.rows
    )


@pytest.mark.parametrize("printer", [None, slip(is_usual=True)])
def test_without_a_printer_of_sheets_the_evening_lists_lie_in_the_folder(
    desk: PaperDesk, printer: Printer | None
) -> None:
    sell(desk.counter, desk.counter.item("DLX", "203", ahead=0, guests=guests("Asha")))
    if printer is not None:
        desk.save(printer)
    folder: list[EveningLists] = []
    assert put(desk, folder)(actor=desk.counter.actor)
    assert len(folder) == 1
    assert desk.queue() == 0


def test_whole_numbers_are_not_had_by_asking(desk: PaperDesk) -> None:
    sell(desk.counter, desk.counter.item("DLX", "203", ahead=1, guests=guests("Asha")))
    desk.print(list_request(desk, numbers=True))
    (errand,) = hand_of(desk).errands
    assert isinstance(errand.content, PrintedList)
    assert all("98765" not in row.telephone for row in errand.content.found.rows)


@pytest.mark.parametrize(
    "told",
    [
        "{}",
        '{"kind": "all", "day": "2026-11-23"}',
        '{"kind": "arrivals", "day": "soon"}',
        '{"kind": "arrivals", "day": "2026-11-23", "site": 7}',
    ],
)
def test_a_list_of_nonsense_is_refused(desk: PaperDesk, told: str) -> None:
    with pytest.raises(BadRequest):
        desk.ask(PrintRequest(report=DAY_LIST, parameters=told))


def test_a_list_does_not_go_to_a_roll(desk: PaperDesk) -> None:
    desk.save(slip(is_usual=True))
    job = desk.print(list_request(desk))
    assert (job.state, job.fault) == (PrintState.FAILED, PrintFault.NO_WAY)
    assert hand_of(desk).errands == []


def test_the_day_sheet_is_printed_for_whoever_may_read_it(desk: PaperDesk) -> None:
    desk.sell()
    day = desk.counter.day(0)
    request = PrintRequest(report=DAY_SHEET, parameters=json.dumps(told_sheet(SheetOf(day, day))))
    assert desk.print(request).state is PrintState.SENT
    assert hand_of(desk).errands[0].title == f"day sheet {day}"
    assert hand_of(desk).errands[0].paper is PaperSize.A4
    staff = keep_staff(desk.counter.database)
    desk.actor = staff.clerk
    with pytest.raises(NotPermitted):
        desk.ask(request)
    desk.actor = staff.manager
    wrong = told_sheet(SheetOf(day, desk.counter.day(-1)))
    with pytest.raises(BadRequest):
        desk.ask(PrintRequest(report=DAY_SHEET, parameters=json.dumps(wrong)))


@pytest.mark.parametrize("what", [DAY_LIST, DAY_SHEET])
def test_their_process_writes_them_on_a4(counter: Counter, tmp_path: Path, what: str) -> None:
    """By the real process, into a folder."""
    desk = PaperDesk(counter, hand_over)
    sell(counter, counter.item("DLX", "203", ahead=1, guests=guests("Asha")))
    desk.save(laser(way=PrinterWay.FILE, address=f"{tmp_path / 'printed'}"))
    day = counter.day(0)
    request = PrintRequest(report=DAY_SHEET, parameters=json.dumps(told_sheet(SheetOf(day, day))))
    job = desk.print(list_request(desk) if what == DAY_LIST else request)
    assert job.state is PrintState.SENT
    (file,) = (tmp_path / "printed").iterdir()
    page = PdfReader(file).pages[0]
    assert [round(float(side)) for side in (page.mediabox.width, page.mediabox.height)] == [595, 842]
    assert ("Asha" in page.extract_text()) == (what == DAY_LIST)
