"""Tables as files that an accountant opens: CSV, and workbooks whose cells are what they look like."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import xlsxwriter

# Spreadsheets run what begins like this as a formula; an apostrophe makes it text.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
QUOTE = "'"
Cell = str | int | Decimal | date
Row = Sequence[Cell]


def csv_line(row: Row) -> str:
    """Return one line, ending in CR LF (RFC 4180), to be written as UTF-8; a text is never a formula."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([_csv_cell(cell) for cell in row])
    return line.getvalue()


def csv_text(rows: Iterable[Row]) -> str:
    """Return all lines."""
    return "".join(map(csv_line, rows))


def write_workbook(file: Path, rows: Iterable[Row]) -> None:
    """Write rows into a new workbook of one sheet, row after row, so that no number of them fills the memory.

    Amounts are numbers with two decimals, days are days, and every text is a text, whatever it begins with.
    """
    book = xlsxwriter.Workbook(
        str(file), {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    try:
        amount, day = book.add_format({"num_format": "0.00"}), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, Decimal):
                    sheet.write_number(number, column, float(cell), amount)
                elif isinstance(cell, int):
                    sheet.write_number(number, column, cell)
                elif isinstance(cell, date):
                    sheet.write_datetime(number, column, cell, day)
                else:
                    sheet.write_string(number, column, cell)
    finally:
        book.close()


def _csv_cell(cell: Cell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    if not isinstance(cell, str):
        return str(cell)
    return QUOTE + cell if cell.startswith(FORMULA_SIGNS) or cell.lstrip().startswith(FORMULA_SIGNS) else cell
