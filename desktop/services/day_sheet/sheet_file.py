"""A day sheet as a file for a spreadsheet: CSV, or a workbook. Amounts are rupees, words are plain text."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.services.domain.day_sheet import Axis, Cell, DaySheet, Figure

HEADER = ("figure", "divided_by", "part", "rupees", "bookings")
# Spreadsheets run what begins like this as a formula; an apostrophe makes it text.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
QUOTE = "'"
AXES: tuple[Axis | None, ...] = (None, *Axis)


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One sum of the file."""

    figure: Figure
    axis: Axis | None
    part: str
    cell: Cell


def sheet_lines(sheet: DaySheet) -> tuple[SheetLine, ...]:
    """Return every sum: a figure, then its parts axis by axis."""
    found = [SheetLine(one.figure, one.axis, one.part, cell) for one, cell in sheet.cells.items()]
    figures, places = list(Figure), {axis: place for place, axis in enumerate(AXES)}
    return tuple(sorted(found, key=lambda line: (figures.index(line.figure), places[line.axis], line.part)))


def csv_lines(sheet: DaySheet) -> Iterator[str]:
    """Yield the header and one line a sum, each ending in CR LF (RFC 4180), to be written as UTF-8."""
    yield _line(HEADER)
    for line in sheet_lines(sheet):
        words = (str(line.figure), str(line.axis or ""), plain_text(line.part))
        yield _line((*words, rupees(line.cell.paise), str(line.cell.count)))


def write_workbook(sheet: DaySheet, file: Path) -> None:
    """Write the same as a workbook, row by row, with amounts that a spreadsheet adds up. Raises OSError."""
    import xlsxwriter  # not before somebody wants a workbook

    with file.open("wb") as out:
        book = xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_formulas": False})
        page = book.add_worksheet("Day sheet")
        bold = book.add_format({"bold": True})
        money = book.add_format({"num_format": "#,##0.00"})
        page.set_column(0, 2, 18)
        page.set_column(3, 3, 16)
        for column, word in enumerate(HEADER):
            page.write_string(0, column, word, bold)
        for row, line in enumerate(sheet_lines(sheet), start=1):
            page.write_string(row, 0, line.figure)
            page.write_string(row, 1, line.axis or "")
            page.write_string(row, 2, line.part)
            page.write_number(row, 3, line.cell.paise / 100, money)
            page.write_number(row, 4, line.cell.count)
        book.close()


def plain_text(value: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return QUOTE + value if value.lstrip(" ").startswith(FORMULA_SIGNS) else value


def rupees(paise: int) -> str:
    """Return `-1234.50`: two decimals, no grouping."""
    return f"{'-' if paise < 0 else ''}{abs(paise) // 100}.{abs(paise) % 100:02d}"


def _line(values: tuple[str, ...]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(values)
    return line.getvalue()
