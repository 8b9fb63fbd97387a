"""Looks at the pages and the schema of an open database: the look of a start and of any time after."""

from pathlib import Path

from sqlalchemy import Engine, text

from db.audits.check import Check, run
from db.checksums import are_on, load
from db.database import Database
from db.engine import sqlite_file
from db.errors import DatabaseDamaged, NotTheBooks
from db.halt import Checksums, Halt, HaltKind
from db.look_at_file import look_at_file
from db.migrate import LATEST, schema_of
from db.page_check import Progress, check_pages
from db.troubles import damage_halt, translated

# The tables whose rows stand in their own key, and what tells that some of their rows are gone. None of
# it hangs on the time: a wrong clock must not look like damage.
MUST_BE_THERE = (
    Check(
        "claim",
        "SELECT count(*) FROM claim",
        """SELECT booking.reference AS booking, line.number AS line
        FROM booking JOIN booking_line AS line ON line.booking_id = booking.id
        LEFT JOIN claim ON claim.unit_id = line.unit_id AND claim.slot_id = line.slot_id
            AND claim.booking_id = booking.id
        WHERE booking.state IN ('confirmed', 'completed') AND line.cancelled_at IS NULL
            AND claim.unit_id IS NULL""",
    ),
    Check(
        "booking_line",
        "SELECT count(*) FROM booking",
        """SELECT booking.reference AS booking FROM booking
        LEFT JOIN booking_line AS line ON line.booking_id = booking.id
        GROUP BY booking.id, booking.reference, booking.line_count
        HAVING count(line.number) <> booking.line_count""",
    ),
    Check(
        "closure_unit",
        "SELECT count(*) FROM closure_unit",
        """SELECT closure.id AS closure FROM claim JOIN closure ON closure.id = claim.closure_id
        LEFT JOIN closure_unit ON closure_unit.closure_id = closure.id
            AND closure_unit.unit_id = claim.unit_id
        WHERE closure.kind = 'block' AND closure_unit.unit_id IS NULL""",
    ),
    Check(
        "journal",
        "SELECT count(*) FROM desk",
        """SELECT desk.code AS desk FROM desk LEFT JOIN journal ON journal.desk_id = desk.id
        GROUP BY desk.id, desk.code, desk.journal_number
        HAVING count(journal.number) <> desk.journal_number""",
    ),
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
            hit = [check.name for check in MUST_BE_THERE if run(session, check).faults]
    except DatabaseDamaged as damaged:
        return damage_halt(damaged.tables, (damaged.found,))
    return damage_halt(hit, [f"rows of {table} are missing" for table in hit]) if hit else None


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
