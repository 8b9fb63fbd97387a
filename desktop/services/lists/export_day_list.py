"""ExportDayList: a list of a day as CSV or as a workbook."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from db.actor import Actor
from desktop.services.domain.day_lists import DayList, DayListQuery, ListRow
from desktop.services.lists.read_day_list import ReadDayList
from desktop.services.steps.csv_line import csv_line

HEADER = (
    "list",
    "title",
    "code",
    "day",
    "unit",
    "guest",
    "gender",
    "adults",
    "children",
    "customer",
    "telephone",
    "reference",
    "from_day",
    "until_day",
    "stop",
    "begins_at",
    "details",
    "came_from",
    "to_pay",
    "state",
    "arrived_at",
    "departed_at",
    "as_of",
)
WIDTH = 16
Cell = str | int | float


class ExportDayList:
    """Read a list and write it down: moments as ISO 8601 in the zone of the site, amounts in rupees."""

    def __init__(self, read: ReadDayList) -> None:
        self._read = read

    def __call__(self, query: DayListQuery, actor: Actor) -> Iterator[str]:
        """Yield the header and one line a row, to be written as UTF-8; units without anybody come last.

        Numbers are told as on the screen of `actor`. Raises ListGone.
        """
        found = self._read(query, actor)
        yield csv_line(HEADER)
        yield from (csv_line([str(cell) for cell in cells]) for cells in cells_of(found))


class WriteDayListWorkbook:
    """Read a list and write it as a workbook."""

    def __init__(self, read: ReadDayList) -> None:
        self._read = read

    def __call__(self, query: DayListQuery, actor: Actor, path: Path) -> None:
        """Write the same rows as ExportDayList into a new file, no text of them as a formula or a link.

        Raises ListGone, and OSError where the file is there or can't be written.
        """
        import xlsxwriter  # not before the first workbook

        found = self._read(query, actor)
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with path.open("xb") as file, xlsxwriter.Workbook(file, options) as book:
            sheet = book.add_worksheet()
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(HEADER) - 1, WIDTH)
            for place, cells in enumerate((HEADER, *cells_of(found))):
                for column, cell in enumerate(cells):
                    if isinstance(cell, str):
                        sheet.write_string(place, column, cell)
                    else:
                        sheet.write_number(place, column, cell)


def cells_of(found: DayList) -> Iterator[tuple[Cell, ...]]:
    """Yield the cells of each row in the order of the header."""
    zone = ZoneInfo(found.time_zone)
    day = found.query.day.isoformat()
    head = (found.query.kind.value, found.title, found.code, day)
    as_of = _moment(found.as_of, zone)
    for row in found.rows:
        yield (*head, *_row_cells(row, zone), as_of)
    for state, names in (("held", found.held), ("blocked", found.blocked), ("free", found.free)):
        for name in names:
            empty = [""] * (len(HEADER) - len(head) - 5)
            yield (*head, name, *empty, state, "", "", as_of)


def _row_cells(row: ListRow, zone: ZoneInfo) -> tuple[Cell, ...]:
    return (
        row.unit_name,
        row.guest_name,
        row.gender.value if row.gender else "",
        row.adults,
        row.children,
        row.customer_name,
        row.telephone,
        row.reference,
        row.first_day.isoformat(),
        row.until.isoformat(),
        row.stop,
        _moment(row.begins_at, zone),
        row.details,
        row.came_from,
        f"{row.balance_paise // 100}.{row.balance_paise % 100:02d}" if row.balance_paise else "",
        row.mark.value,
        _moment(row.arrived_at, zone),
        _moment(row.departed_at, zone),
    )


def _moment(moment: datetime | None, zone: ZoneInfo) -> str:
    return "" if moment is None else moment.astimezone(zone).isoformat(timespec="seconds")
