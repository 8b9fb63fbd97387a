"""ImportCatalogue: read rooms, rates, services, tours and the rest of the catalogue from CSV files."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from db import journal
from db.actor import Actor
from db.database import Database, Session
from desktop.services.catalogue.csv_reading import decode
from desktop.services.catalogue.find_faults import find_faults
from desktop.services.catalogue.find_retired import find_retired, find_wordless
from desktop.services.catalogue.known import read_known
from desktop.services.catalogue.parsing import Parsed, parse_files
from desktop.services.catalogue.row_kinds import DEFAULT_TIME_ZONE
from desktop.services.catalogue.write_rows import CatalogueWriter, site_days
from desktop.services.domain.business_date import business_date, night_of
from desktop.services.domain.catalogue_import import ImportFault, ImportReport
from desktop.services.domain.permission import ManagerAct, may
from desktop.services.errors import NotPermitted
from desktop.services.events import Publish, StockChanged


class ImportCatalogue:
    """Bring the catalogue to what the files say, or change nothing and name every fault."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(
        self, files: tuple[Path, ...], dry_run: bool, *, actor: Actor, retire: bool = False
    ) -> ImportReport:
        """Return the faults of all files, or what was changed; with `dry_run` what would be.

        Without `retire` it is a fault to take off sale more than half of an offering's units, or what
        somebody has bought. Bookings keep their price: their lines were frozen when they were held.
        Raises NotPermitted.
        """
        parsed = _read(files)
        if dry_run:
            with self._database.read() as session:
                return _apply(session, parsed, retire=retire, write=False)
        if not may(actor, ManagerAct.IMPORT_CATALOGUE):
            raise NotPermitted(ManagerAct.IMPORT_CATALOGUE)
        with self._database.write(actor) as session:
            report = _apply(session, parsed, retire=retire, write=True)
            if report.written:
                changes = {table: [added, changed] for table, added, changed, _ in report.changes}
                names = sorted(file.name for file in files)
                retired = [[one.offering, *one.unit_names] for one in report.retired]
                content = {"source": names, "changes": changes, "retired": retired}
                journal.record(session, "CATALOGUE_IMPORTED", content)
        if report.written:
            self._publish(StockChanged())
        return report


def _apply(session: Session, parsed: Parsed, *, retire: bool, write: bool) -> ImportReport:
    known = read_known(session)
    days = site_days(parsed, known)

    def today_of(code: str) -> date:
        if code in days:
            return business_date(days[code], session.now)
        # A code that is unknown, which is a fault of its own.
        return night_of(session.now, DEFAULT_TIME_ZONE, 0)

    faults = [*parsed.faults, *find_faults(parsed, known, today_of)]
    retirings = [] if faults else find_retired(session, parsed, known)
    if not retire:
        faults.extend(find_wordless(retirings))
    if faults:
        return ImportReport(tuple(sorted(faults, key=lambda fault: (fault.file, fault.line))), (), False)
    changes = CatalogueWriter(session, parsed, known, today_of, write=write)()
    written = write and any(added or changed for _, added, changed, _ in changes)
    return ImportReport((), changes, written, tuple(one.retired for one in retirings))


def _read(files: Iterable[Path]) -> Parsed:
    texts: list[tuple[str, str]] = []
    faults: list[ImportFault] = []
    for file in files:
        content = _content(file)
        text = decode(file.name, content) if isinstance(content, bytes) else content
        if isinstance(text, ImportFault):
            faults.append(text)
        else:
            texts.append((file.name, text))
    parsed = parse_files(texts)
    return Parsed(parsed.rows, (*faults, *parsed.faults), parsed.complete and not faults, parsed.doubtful)


def _content(file: Path) -> bytes | ImportFault:
    try:
        return file.read_bytes()
    except OSError as error:
        return ImportFault(file.name, 0, "", f"can't be opened: {error.strerror}")
