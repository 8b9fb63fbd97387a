"""A day sheet in a spreadsheet: the same sums, amounts that add up, and no word that is run as a formula."""

import csv
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.services.day_sheet.sheet_file import csv_lines, plain_text, rupees, sheet_lines, write_workbook
from desktop.services.domain.day_sheet import Axis, Cell, Choice, DaySheet, Figure, SheetOf

EVIL = '=HYPERLINK("http://x")'
DAY = date(2026, 11, 23)
SHEET = DaySheet(
    SheetOf(DAY, DAY),
    datetime(2026, 11, 22, 18, 30, tzinfo=UTC),
    datetime(2026, 11, 23, 18, 30, tzinfo=UTC),
    {
        Choice(Figure.NET): Cell(-150, 1),
        Choice(Figure.SOLD): Cell(4_200_05, 2),
        Choice(Figure.SOLD, Axis.PERSON, EVIL): Cell(4_200_05, 2),
    },
)


def test_every_sum_has_a_line_in_rupees() -> None:
    rows = list(csv.reader("".join(csv_lines(SHEET)).splitlines()))
    assert rows[1:] == [
        ["sold", "", "", "4200.05", "2"],
        ["sold", "person", "'" + EVIL, "4200.05", "2"],
        ["net", "", "", "-1.50", "1"],
    ]


def test_a_workbook_has_the_same_and_no_formula(tmp_path: Path) -> None:
    file = tmp_path / "sheet.xlsx"
    write_workbook(SHEET, file)
    with zipfile.ZipFile(file) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in page
    assert "HYPERLINK" in page
    assert all(f"<v>{paise / 100}</v>".encode() in page.encode() for paise in (420_005, -150))
    assert page.count("<row") == len(sheet_lines(SHEET)) + 1


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="missing"):
        write_workbook(SHEET, tmp_path / "missing" / "sheet.xlsx")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", " =1", "\t=1"])
def test_what_a_spreadsheet_would_run_is_text(text: str) -> None:
    assert plain_text(text) == "'" + text


def test_amounts_below_zero_keep_their_paise() -> None:
    assert [rupees(paise) for paise in (-1, -150, 0, 5, 123_456_78)] == [
        "-0.01",
        "-1.50",
        "0.00",
        "0.05",
        "123456.78",
    ]
