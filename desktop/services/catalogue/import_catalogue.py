"""ImportCatalogue: read rooms, rates, services, tours and the rest of the catalogue from CSV files."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from db import catalogue, journal, quotes, rooms
from db.actor import Actor
from db.database import Database, Session
from db.patience import LONG
from desktop.services.catalogue.carry_blocks import carry_blocks
from desktop.services.catalogue.carry_bookings import CarryBookings
from desktop.services.catalogue.csv_reading import decode
from desktop.services.catalogue.find_faults import find_faults
from desktop.services.catalogue.find_retired import find_moved_sites, find_retired, find_wordless
from desktop.services.catalogue.known import read_known
from desktop.services.catalogue.move_stops import move_stops
from desktop.services.catalogue.move_times import move_times
from desktop.services.catalogue.parsing import Parsed, parse_files
from desktop.services.catalogue.room_owners import rooms_that_follow
from desktop.services.catalogue.row_kinds import (
    DEFAULT_TIME_ZONE,
    RoomRow,
    SeatRow,
    ServiceRow,
    SiteRow,
    TourRow,
)
from desktop.services.catalogue.write_rows import CatalogueWriter, site_days
from desktop.services.domain.business_date import business_date, night_of
from desktop.services.domain.catalogue_import import HitKind, ImportFault, ImportReport
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.permission import ManagerAct
from desktop.services.events import BookingChanged, Publish, StockChanged
from desktop.services.steps.check_permission import check_permission

# What these files may retire, move or bring to another hour.
UNITS_OR_TIMES = (SiteRow, RoomRow, ServiceRow, SeatRow, TourRow)


class ImportCatalogue:
    """Bring the catalogue to what the files say, or change nothing and name every fault."""

    def __init__(self, database: Database, publish: Publish, desk: DeskSettings) -> None:
        self._database = database
        self._publish = publish
        self._desk = desk

    def __call__(
        self, files: tuple[Path, ...], dry_run: bool, *, actor: Actor, retire: bool = False
    ) -> ImportReport:
        """Return the faults of all files, or what was changed and whom it hit; with `dry_run` what would be.

        Bookings keep their price: their lines were frozen when they were held. Whose unit is gone is carried
        to another; a change that leaves somebody without a place is a fault. Without `retire` it is a fault
        to take off sale more than half of an offering's units, or what somebody has bought. Raises
        NotPermitted.
        """
        parsed = _read(files)
        try:
            with self._database.write(actor, patience=LONG) as session:
                if not dry_run:
                    subject = ",".join(file.name for file in files)
                    check_permission(session, ManagerAct.IMPORT_CATALOGUE, subject)
                report = self._apply(session, parsed, retire=retire)
                if dry_run or not report.written:
                    raise _NothingStays(replace(report, written=False))
                quotes.overtake(session)
                _record(session, report, files)
        except _NothingStays as undone:
            return undone.report
        self._publish(StockChanged())
        for booking_id in dict.fromkeys(hit.booking_id for hit in report.hits):
            self._publish(BookingChanged(booking_id))
        return report

    def _apply(self, session: Session, parsed: Parsed, *, retire: bool) -> ImportReport:
        catalogue.lock(session)
        if any(isinstance(row, UNITS_OR_TIMES) for row in parsed.rows):
            # First, so that a hold of this moment is either seen here or sees what is retired.
            rooms.lock_all(session)
        known = read_known(session)

        days = site_days(parsed, known)

        def today_of(code: str) -> date:
            if code in days:
                return business_date(days[code], session.now)
            # A code that is unknown, which is a fault of its own.
            return night_of(session.now, DEFAULT_TIME_ZONE, 0)

        faults = [*parsed.faults, *find_faults(parsed, known, today_of)]
        retirings = [] if faults else find_retired(session, parsed, known)
        if not faults:
            faults.extend(find_moved_sites(session, parsed, known))
        if not retire:
            faults.extend(find_wordless(retirings))
        if faults:
            return _refused(faults)
        writer = CatalogueWriter(session, parsed, known, today_of)
        changes = writer()
        followers = rooms_that_follow(session, writer.touched)
        carry_blocks(session, writer, followers)
        homeless, carried = CarryBookings(session, writer, followers, self._desk)()
        late, retimed = move_times(session, writer)
        stranded, reboarded = move_stops(session, writer)
        if homeless or late or stranded:
            return _refused([*homeless, *late, *stranded])
        hits = (*carried, *retimed, *reboarded)
        is_new = bool(hits) or any(added or changed for _, added, changed, _ in changes)
        return ImportReport((), changes, is_new, tuple(one.retired for one in retirings), hits)


class _NothingStays(Exception):
    """Rolls back what was tried, and carries what came of it."""

    def __init__(self, report: ImportReport) -> None:
        super().__init__()
        self.report = report


def _refused(faults: Iterable[ImportFault]) -> ImportReport:
    return ImportReport(tuple(sorted(faults, key=lambda fault: (fault.file, fault.line))), (), False)


def _record(session: Session, report: ImportReport, files: Iterable[Path]) -> None:
    content = {
        "source": sorted(file.name for file in files),
        "changes": {table: [added, changed] for table, added, changed, _ in report.changes},
        "retired": [[one.offering, *one.unit_names] for one in report.retired],
        "bookings_hit": {kind: sum(hit.kind is kind for hit in report.hits) for kind in HitKind},
    }
    journal.record(session, "CATALOGUE_IMPORTED", content)


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
