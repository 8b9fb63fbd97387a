"""From lines of cells to rows: finds each file's kind by its header and names every fault of every cell."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from desktop.services.catalogue.cells import CellFault
from desktop.services.catalogue.csv_reading import CsvFile, CsvLine, read_csv
from desktop.services.catalogue.row_form import Row
from desktop.services.catalogue.row_kinds import ROW_KINDS, OfferingLine, RoomRow
from desktop.services.domain.catalogue_import import ImportFault

AnyRow = TypeVar("AnyRow", bound=Row)


@dataclass(frozen=True, slots=True)
class Parsed:
    """Every row that could be read, and every fault of those that could not."""

    rows: tuple[Row, ...]
    faults: tuple[ImportFault, ...]
    # Whether every file could be told apart and split into lines.
    complete: bool
    # The first cells, which are codes, of lines with faults.
    doubtful: frozenset[tuple[type[Row], str]]

    def of(self, kind: type[AnyRow]) -> tuple[AnyRow, ...]:
        """Return the rows of one kind, in the order of the files."""
        return tuple(row for row in self.rows if isinstance(row, kind))

    @property
    def offerings(self) -> tuple[OfferingLine, ...]:
        """The room types, services and tours, in the order of the files; each with all its buildings."""
        found: dict[tuple[type[Row], str], OfferingLine] = {}
        for row in self.rows:
            if not isinstance(row, OfferingLine):
                continue
            first = found.setdefault((type(row), row.code), row)
            if isinstance(first, RoomRow) and isinstance(row, RoomRow) and first is not row:
                found[RoomRow, row.code] = first.with_building(row)
        return tuple(found.values())

    def codes_in_doubt(self, kind: type[Row]) -> set[str]:
        """Return the codes of lines that have faults."""
        return {code for doubtful, code in self.doubtful if doubtful is kind}


def parse_files(texts: Iterable[tuple[str, str]]) -> Parsed:
    """Read files given as (name, text); faults come in the order of files and lines."""
    results = [_parse_file(name, text) for name, text in texts]
    return Parsed(
        rows=tuple(row for result in results for row in result.rows),
        faults=tuple(fault for result in results for fault in result.faults),
        complete=all(result.complete for result in results),
        doubtful=frozenset(pair for result in results for pair in result.doubtful),
    )


def _parse_file(name: str, text: str) -> Parsed:
    file = read_csv(name, text)
    if isinstance(file, ImportFault):
        return _unreadable(file)
    kind = _kind_of(file.header)
    if kind is None:
        words = "has a header that belongs to no known kind of file"
        return _unreadable(ImportFault(file.name, file.header_line, "", words))
    header_faults = _check_header(file, kind)
    if header_faults:
        return _unreadable(*header_faults)
    if not file.lines:
        return _unreadable(ImportFault(file.name, file.header_line, "", "has no line below its header"))
    columns = columns_of(kind)
    place = file.header.index(columns[0].name)
    rows: list[Row] = []
    faults: list[ImportFault] = []
    doubtful: set[tuple[type[Row], str]] = set()
    for line in file.lines:
        row, found = _parse_line(file, kind, columns, line)
        faults.extend(found)
        if row is None:
            doubtful.add((kind, line.cells[min(place, len(line.cells) - 1)].upper()))
        else:
            rows.append(row)
    return Parsed(tuple(rows), tuple(faults), True, frozenset(doubtful))


def _unreadable(*faults: ImportFault) -> Parsed:
    return Parsed((), faults, False, frozenset())


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a kind of file."""

    name: str
    parse: Callable[[str], object]
    needed: bool


def columns_of(kind: type[Row]) -> tuple[Column, ...]:
    """Return the columns of a kind of file, its code first."""
    return tuple(
        Column(column.name, column.metadata["parse"], column.metadata["needed"])
        for column in fields(kind)
        if "parse" in column.metadata
    )


def _kind_of(header: tuple[str, ...]) -> type[Row] | None:
    # The best fit, so that a missing or misspelt column can be named instead of the whole file.
    def fit(kind: type[Row]) -> tuple[int, int]:
        names = [column.name for column in columns_of(kind)]
        needed = [column.name for column in columns_of(kind) if column.needed]
        return sum(name in names for name in header), -sum(name not in header for name in needed)

    best = max(ROW_KINDS, key=fit)
    needed_count = sum(column.needed for column in columns_of(best))
    return best if fit(best)[0] * 2 >= min(needed_count, len(header)) and fit(best)[0] else None


def _check_header(file: CsvFile, kind: type[Row]) -> list[ImportFault]:
    known = {column.name: column.needed for column in columns_of(kind)}
    faults = []
    for place, name in enumerate(file.header):
        if name not in known:
            faults.append((name or f"column {place + 1}", "is no column of this kind of file"))
        elif name in file.header[:place]:
            faults.append((name, "stands twice in the header"))
    for name, needed in known.items():
        if needed and name not in file.header:
            faults.append((name, "is missing in the header"))
    return [ImportFault(file.name, file.header_line, name, reason) for name, reason in faults]


def _parse_line(
    file: CsvFile, kind: type[Row], columns: tuple[Column, ...], line: CsvLine
) -> tuple[Row | None, list[ImportFault]]:
    if len(line.cells) != len(file.header):
        reason = f"has {len(line.cells)} cells, but the header has {len(file.header)}"
        return None, [ImportFault(file.name, line.number, "", reason)]
    cells = dict(zip(file.header, line.cells, strict=True))
    values: dict[str, Any] = {}
    faults: list[ImportFault] = []
    for column in columns:
        cell = cells.get(column.name, "")
        try:
            if cell:
                values[column.name] = column.parse(cell)
            elif column.needed:
                raise CellFault("is empty")
        except CellFault as fault:
            shown = f"{fault} ({cell[:40]})" if cell else str(fault)
            faults.append(ImportFault(file.name, line.number, column.name, shown))
    return (None if faults else kind(file=file.name, line=line.number, **values)), faults
