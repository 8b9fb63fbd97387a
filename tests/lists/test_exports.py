"""A list as CSV and as a workbook says what the screen says, and no spreadsheet runs it."""

import csv
import zipfile
from pathlib import Path

import pytest

from desktop.services.domain.day_lists import ListKind
from desktop.services.lists.export_day_list import HEADER, ExportDayList, WriteDayListWorkbook
from desktop.services.lists.read_day_list import ReadDayList
from tests.counter import Counter
from tests.lists.day import Lists, guests, sell

EVIL = "=cmd|' /C calc'!A0"


def test_the_chart_as_csv(any_counter: Counter) -> None:
    counter, lists = any_counter, Lists(any_counter)
    sell(counter, counter.item("GOA21", "4A", ahead=2, guests=guests("अनिल, वर्मा")))
    chart = lists.slot("GOA21", 2)
    export = ExportDayList(ReadDayList(counter.database))
    rows = list(csv.DictReader(export(chart.query, counter.actor)))
    assert tuple(rows[0]) == HEADER
    first = rows[0]
    assert (first["unit"], first["guest"], first["state"]) == ("4A", "अनिल, वर्मा", "expected")
    assert first["telephone"] == "...3210"
    assert first["day"] == counter.day(2).isoformat()
    assert first["begins_at"].endswith("+05:30")
    assert {row["unit"] for row in rows if row["state"] == "free"} == set(chart.free)


@pytest.mark.parametrize("name", [EVIL, "+919876543210", "-1", "@SUM(A1)", "  =1+1"])
def test_no_name_is_run_as_a_formula(name: str, counter: Counter, tmp_path: Path) -> None:
    sell(counter, counter.item("DLX", "203", ahead=2, guests=guests(name)))
    found = Lists(counter).rooms(ListKind.ARRIVALS, 2)
    read = ReadDayList(counter.database)
    (row,) = csv.DictReader(ExportDayList(read)(found.query, counter.actor))
    assert row["guest"].startswith("'")
    file = tmp_path / "list.xlsx"
    WriteDayListWorkbook(read)(found.query, counter.actor, file)
    with zipfile.ZipFile(file) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert name.strip()[1:4] in sheet


def test_a_workbook_that_can_not_be_written_is_told(counter: Counter, tmp_path: Path) -> None:
    query = Lists(counter).rooms(ListKind.ARRIVALS, 2).query
    with pytest.raises(FileNotFoundError):
        WriteDayListWorkbook(ReadDayList(counter.database))(query, counter.actor, tmp_path / "no" / "x.xlsx")
