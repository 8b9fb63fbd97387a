"""Looks at the pages and the schema of an open database: the look of a start and of any time after."""

from pathlib import Path

from sqlalchemy import Engine, text

from db.audits.check import Check, run
from db.audits.sales import LINES_ADD_UP
from db.audits.stock import CLOSURES_HOLD, LINES_HAVE_CLAIMS
from db.checksums import are_on, load
from db.database import Database, damage_halt, translated
from db.engine import sqlite_file
from db.errors import DatabaseDamaged, NotTheBooks
from db.halt import Checksums, Halt, HaltKind
from db.look_at_file import look_at_file
from db.migrate import LATEST, schema_of
from db.page_check import Progress, check_pages

JOURNAL_IS_COMPLETE = Check(
    "journal_is_complete",
    "SELECT count(*) FROM desk",
    """SELECT desk.code AS desk, desk.journal_number AS head, count(journal.number) AS records
    FROM desk LEFT JOIN journal ON journal.desk_id = desk.id
    GROUP BY desk.id, desk.code, desk.journal_number HAVING count(journal.number) <> desk.journal_number""",
)
# The tables whose rows stand in their key's own tree.
MUST_BE_THERE = (
    ("claim", LINES_HAVE_CLAIMS),
    ("booking_line", LINES_ADD_UP),
    ("closure_unit", CLOSURES_HOLD),
    ("journal", JOURNAL_IS_COMPLETE),
)


def find_fault(database: Database, progress: Progress) -> Halt | None:
    """Return what halts the desk: another file, a damaged one, another schema; None when all is well.

    Reads only. Raises DatabaseTrouble when the database can't be asked. A server looks after its own pages.
    """
    file = sqlite_file(database.engine)
    try:
        if file is not None and look_at_file(file) is None:
            return Halt(HaltKind.FOREIGN)
        with translated(database.engine):
            schema = schema_of(database.engine)
            faults = check_pages(file, progress) if file is not None else None
    except NotTheBooks as other:
        return Halt(HaltKind.FOREIGN, facts={"found": other.what, "place": other.place})
    except DatabaseDamaged as damaged:
        return damage_halt(damaged.tables, (damaged.found,))
    if faults is not None and faults.said:
        return damage_halt(faults.tables, faults.said)
    if schema != LATEST:
        return Halt(HaltKind.SCHEMA, facts={"found": schema})
    return _missing_rows(database)


def _missing_rows(database: Database) -> Halt | None:
    """Return the halt for rows that must be there and are not.

    A page in the place of another, with a right checksum, takes rows away that no index counts; and a server
    takes a page of zeros for a new one.
    """
    try:
        with database.read() as session:
            findings = [(table, run(session, check)) for table, check in MUST_BE_THERE]
    except DatabaseDamaged as damaged:
        return damage_halt(damaged.tables, (damaged.found,))
    hit = [(table, finding.name) for table, finding in findings if finding.faults]
    return damage_halt([table for table, _ in hit], [name for _, name in hit]) if hit else None


def checksums_of(engine: Engine) -> Checksums:
    """Return whether damaged pages are told by their checksums; a server is asked. Raises as a read does."""
    file = sqlite_file(engine)
    if file is not None:
        return _of_file(file)
    with translated(engine), engine.connect() as connection:
        is_on = connection.execute(text("SHOW data_checksums")).scalar() == "on"
    return Checksums.SERVER_ON if is_on else Checksums.SERVER_OFF


def _of_file(file: Path) -> Checksums:
    if not load():
        return Checksums.NOT_HERE
    return Checksums.ON if are_on(file) else Checksums.NOT_YET
