"""From the bytes of a file to lines of named cells; says where a file can't be read."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.services.domain.catalogue_import import ImportFault

# How .xlsx and .ods begin, and .xls.
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
BYTES_MAX = 20_000_000


@dataclass(frozen=True, slots=True)
class CsvLine:
    """One record and the line on which it begins; cells are stripped of spaces at both ends."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A file's header, in small letters, and its records; blank lines are left out."""

    name: str
    header: tuple[str, ...]
    header_line: int
    lines: tuple[CsvLine, ...]


def decode(name: str, content: bytes) -> str | ImportFault:
    """Return the text of a UTF-8 file, with or without a byte order mark, or the fault."""
    if len(content) > BYTES_MAX:
        return ImportFault(name, 1, "", f"is larger than {BYTES_MAX // 1_000_000} MB")
    if content.startswith(WORKBOOKS):
        return ImportFault(name, 1, "", "is a workbook; save its sheet as CSV UTF-8 and import that file")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return ImportFault(name, line, "", "is not UTF-8 text; save the file as CSV UTF-8")


def read_csv(name: str, text: str) -> CsvFile | ImportFault:
    """Split the text of one file into lines, or say why it can't be split."""
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return ImportFault(name, line, "", "holds a zero byte; this is no text file")
    lines: list[CsvLine] = []
    try:
        lines.extend(_lines(text))
    except csv.Error:
        begins = lines[-1].number + 1 if lines else 1
        return ImportFault(name, begins, "", "has quotation marks that do not fit, here or further down")
    if not lines:
        return ImportFault(name, 1, "", "is empty")
    first = lines[0]
    if len(first.cells) == 1 and any(mark in first.cells[0] for mark in ";\t|"):
        return ImportFault(name, first.number, "", "has other separators than commas")
    # A spreadsheet adds empty columns at the end.
    header = tuple(cell.lower() for cell in _without_empty_end(first.cells, 1))
    width = len(header)
    rest = tuple(CsvLine(line.number, _without_empty_end(line.cells, width)) for line in lines[1:])
    return CsvFile(name, header, first.number, rest)


def _without_empty_end(cells: tuple[str, ...], least: int) -> tuple[str, ...]:
    """Return the cells without empty ones behind the first `least`."""
    end = len(cells)
    while end > least and not cells[end - 1]:
        end -= 1
    return cells[:end]


def _lines(text: str) -> Iterator[CsvLine]:
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    begins = 1
    for record in reader:
        cells = tuple(cell.replace("\u00a0", " ").strip() for cell in record)
        if any(cells):
            yield CsvLine(begins, cells)
        begins = reader.line_num + 1
