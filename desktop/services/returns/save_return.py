"""SaveReturn: GSTR-1 as files, JSON for the portal and a CSV file for each table."""

from collections.abc import Callable, Mapping
from pathlib import Path

from db import accountant
from db.actor import Actor
from db.database import Database
from desktop.services.domain.exported import Saved
from desktop.services.domain.period import Period
from desktop.services.domain.tax_return import TaxReturn
from desktop.services.returns.note_export import note_export
from desktop.services.returns.read_return import ReadReturn
from desktop.services.returns.return_csv import return_csv
from desktop.services.returns.return_json import return_json
from desktop.services.returns.written_folder import write_folder


class SaveReturn:
    """Write a return into a folder of its own; where the check fails, the folder's name says so."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._read = ReadReturn(database)

    def __call__(
        self,
        registration: str,
        period: Period,
        place: Path,
        *,
        actor: Actor,
        goes_on: Callable[[], bool] = lambda: True,
    ) -> Saved | None:
        """Return what was written; None when `goes_on` said no meanwhile.

        Raises FilesNoReturn, NotPermitted and OSError.
        """
        note_export(self._database, "gstr1", f"{registration} {period.fp}", actor)
        found = self._read(registration, period, goes_on=goes_on)
        return None if found is None else write_return(self._database, found, place)


def write_return(database: Database, found: TaxReturn, place: Path) -> Saved:
    """Write a return that was read. Raises OSError."""
    with database.read() as session:
        rules = accountant.rules(session)
    name = f"GSTR1 {found.gstin} {found.period.fp}"
    files: Mapping[str, str | bytes] = {
        f"{name}.json": return_json(found, rules),
        **return_csv(found, rules),
    }
    is_right = found.check.is_right
    folder = write_folder(place, name if is_right else f"{name} not checked", files)
    return Saved(folder, tuple(files), is_right)
