"""SaveList: the papers of some days as CSV and as a workbook."""

from collections.abc import Callable, Iterator
from pathlib import Path

from db.actor import Actor
from db.database import Database
from desktop.services.domain.cells import Row, csv_line, write_workbook
from desktop.services.domain.exported import Saved
from desktop.services.domain.period import Period
from desktop.services.returns.list_papers import ListPapers
from desktop.services.returns.note_export import note_export
from desktop.services.returns.written_folder import MARK, write_folder


class ListEnded(Exception):
    """Whoever asked for it does not want it any more."""


class SaveList:
    """Write the list into a folder of its own, row after row."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(
        self, days: Period, place: Path, *, actor: Actor, goes_on: Callable[[], bool] = lambda: True
    ) -> Saved | None:
        """Return what was written; None when `goes_on` said no meanwhile, and then nothing is left behind.

        Raises NotPermitted and OSError.
        """
        note_export(self._database, "papers", f"{days.first} {days.last}", actor)
        return write_list(self._database, days, place, goes_on=goes_on)


def write_list(
    database: Database, days: Period, place: Path, *, goes_on: Callable[[], bool] = lambda: True
) -> Saved | None:
    """Write the list; None when `goes_on` said no meanwhile. Raises OSError."""

    def rows() -> Iterator[Row]:
        for row in ListPapers(database)(days):
            if not goes_on():
                raise ListEnded
            yield row

    def table(file: Path) -> None:
        with file.open("w", encoding="utf-8", newline="") as opened:
            opened.write(MARK)
            opened.writelines(map(csv_line, rows()))

    def workbook(file: Path) -> None:
        write_workbook(file, rows())

    name = f"Papers {days.first} to {days.last}"
    files = {f"{name}.csv": table, f"{name}.xlsx": workbook}
    try:
        return Saved(write_folder(place, name, files), tuple(files))
    except ListEnded:
        return None
