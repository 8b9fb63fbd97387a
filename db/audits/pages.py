"""Every page of a file, indexes and all; a server looks after its own."""

from db.audits.check import Finding, limited
from db.database import Session
from db.page_check import faults_of

NAME = "pages_are_sound"


def check_pages(session: Session) -> tuple[Finding, bool]:
    """Read every page, every entry of an index and every reference; on a server nothing.

    Returns with it whether all rows can be read, whatever is wrong with some.
    """
    if session.on_server:
        return Finding(NAME, 0, ()), True
    connection = session.cursor().connection
    faults = faults_of(connection, "integrity_check")
    count = 0 if faults.said else int(connection.execute("PRAGMA page_count").fetchone()[0])
    tables = faults.tables or ("unknown",) * bool(faults.said)
    facts = [f"damaged_table={name}" for name in tables]
    return Finding(NAME, count, limited(facts)), faults.is_of_rows
