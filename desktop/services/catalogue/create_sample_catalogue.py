"""Fills an empty database with the sample catalogue, and keeps it 90 days long."""

from datetime import date

from db import catalogue, journal
from db.actor import Actor
from db.database import Database, Session
from db.patience import LONG
from desktop.services.catalogue.known import Known, read_known
from desktop.services.catalogue.parsing import Parsed, parse_files
from desktop.services.catalogue.row_kinds import RateRow
from desktop.services.catalogue.write_rows import CatalogueWriter
from resources import sample_file, sample_names


class CreateSampleCatalogue:
    """Put the sample on sale from `today`; on a later day add the days that are missing, and only those.

    Does nothing where the catalogue is not the sample's. What staff changed meanwhile stays as it is.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, today: date, *, actor: Actor) -> None:
        """Make the sample last 90 days from `today`."""
        with self._database.read() as session:
            if not _is_wanted(session, catalogue.sample_day(session), today):
                return
        with self._database.write(actor, patience=LONG) as session:
            catalogue.lock(session)
            filled = catalogue.sample_day(session)
            # Another desk that started at once may have been faster.
            if not _is_wanted(session, filled, today):
                return
            known = read_known(session)
            parsed = _read_sample() if filled is None else _rates_of(_read_sample(), known)
            writer = CatalogueWriter(session, parsed, known, lambda _: today, change=False)
            counts = writer()
            catalogue.save_sample_day(session, today.isoformat())
            added = {table: added for table, added, _, _ in counts if added}
            journal.record(session, "CATALOGUE_IMPORTED", {"source": "sample", "added": added})


def _is_wanted(session: Session, filled: str | None, today: date) -> bool:
    return catalogue.is_empty(session) if filled is None else filled < today.isoformat()


def _read_sample() -> Parsed:
    parsed = parse_files((name, sample_file(name)) for name in sample_names())
    if parsed.faults:
        raise AssertionError(f"the sample catalogue has faults: {parsed.faults}")
    return parsed


def _rates_of(sample: Parsed, known: Known) -> Parsed:
    """Return the rates alone, of what is still there."""
    rates = tuple(rate for rate in sample.of(RateRow) if rate.offering in known.offerings)
    return Parsed(rates, (), sample.complete, frozenset())
