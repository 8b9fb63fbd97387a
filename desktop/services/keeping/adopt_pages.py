"""AdoptPages: take over pages that another program has written without checksums."""

from db import audits, journal
from db.actor import Actor
from db.adopt_pages import give_sums, look_unchecked
from db.database import Database
from db.engine import open_engine, sqlite_file
from db.errors import DatabaseDamaged
from db.halt import HaltKind, Purpose
from db.troubles import translated


class AdoptPages:
    """What makes sense as a whole gets new checksums, and it is journalled.

    Nothing else may have the file open for writing meanwhile.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, *, actor: Actor) -> int:
        """Return how many pages were taken over; 0 when every checksum is right, and nothing is written then.

        Raises DatabaseDamaged, with nothing changed, when the pages make no sense or the audit finds a fault.
        """
        database = self._database
        file = sqlite_file(database.engine)
        if file is None:
            return 0
        with translated(database.engine):
            seen = look_unchecked(file)
        if seen.faults.said:
            raise DatabaseDamaged("; ".join(seen.faults.said), seen.faults.tables)
        if not seen.wrong_count:
            return 0
        self._audit()
        with translated(database.engine):
            database.engine.dispose()  # what its connections keep of the old pages
            give_sums(file)
        with database.write(actor, Purpose.REMEDY) as session:
            journal.record(session, "PAGES_ADOPTED", {"pages": seen.wrong_count})
        database.halts.lift(HaltKind.DAMAGED)
        return seen.wrong_count

    def _audit(self) -> None:
        engine = open_engine(self._database.engine.url.render_as_string(hide_password=False), verify=False)
        try:
            with Database(engine, clock=self._database.clock, home="").read() as session:
                failed = [finding.name for finding in audits.run_all(session) if finding.faults]
        finally:
            engine.dispose()
        if failed:
            raise DatabaseDamaged(f"the audit fails: {', '.join(failed)}")
