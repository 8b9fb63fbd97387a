"""The stock broken by hand, past every guard of the database: one line fails, and no other."""

from collections.abc import Callable

import pytest

from db.database import Database
from desktop.services.auditing.audit_database import AuditDatabase

LATER = "2000000000000000"
WITHOUT_KEY = "CREATE TABLE plain AS SELECT * FROM claim; DROP TABLE claim; ALTER TABLE plain RENAME TO claim"


AGAIN = (
    "INSERT INTO claim (unit_id, slot_id, booking_id, closure_id, expires_at, home)"
    " SELECT unit_id, slot_id, OWNER, NULL, UNTIL, home FROM booking_line WHERE booking_id = LINES"
)
MOVED = "UPDATE claim SET expires_at = UNTIL WHERE booking_id = OWNER"
# The bus as a second room type of the site, one that is not on sale and one that is.
SOLD_AGAIN = (
    "UPDATE offering SET kind = 'room', active = 0 WHERE id = 'bus';"
    " UPDATE unit SET name = 'room 0' WHERE name = 'bus 0'"
)
OWNED_TWICE = (
    "UPDATE offering SET kind = 'room' WHERE id = 'bus'; UPDATE unit SET name = 'room 2' WHERE name = 'bus 1'"
)
FREED = "DELETE FROM claim WHERE booking_id = OWNER"
ROOMS_STOPPED = (
    "INSERT INTO closure (id, kind, offering_id, first_day, last_day, reason, clerk, created_at, home)"
    " SELECT 'stop', 'stop', 'room', first_day, last_day, reason, clerk, created_at, home FROM closure"
)


def claim_again(lines_of: str, owner: str, expires_at: str) -> str:
    """Return the statement that gives the cells of one booking to `owner`."""
    return AGAIN.replace("OWNER", owner).replace("UNTIL", expires_at).replace("LINES", lines_of)


def claims_end(owner: str, expires_at: str) -> str:
    """Return the statement that moves the end of a booking's claims."""
    return MOVED.replace("OWNER", owner).replace("UNTIL", expires_at)


def claims_gone(owner: str) -> str:
    """Return the statement that takes a booking's claims away."""
    return FREED.replace("OWNER", owner)


@pytest.mark.parametrize(
    ("line", "damage"),
    [
        ("cells_claimed_once", WITHOUT_KEY),
        ("cells_claimed_once", f"{WITHOUT_KEY}; {claim_again('@CONF', '@CONF', 'NULL')}"),
        ("claims_within_capacity", "UPDATE unit SET active = 0 WHERE name = 'bus 1'"),
        ("rooms_have_one_claim", SOLD_AGAIN),
        ("rooms_have_one_claim", SOLD_AGAIN.replace("room 0", "Room 0")),
        ("rooms_have_one_owner", OWNED_TWICE),
        ("people_have_units", "UPDATE unit SET active = 0 WHERE name = 'room 0'"),
        ("claims_in_own_offering", "UPDATE unit SET offering_id = 'bus' WHERE name = 'room 0'"),
        ("lines_have_claims", claims_gone("@CONF")),
        ("lines_have_claims", claims_gone("@HELD")),
        ("lines_have_claims", claims_gone("@DONE")),
        ("claims_have_lines", claim_again("@GONE", "@GONE", LATER)),
        ("claims_have_lines", claim_again("@BACK", "@BACK", "NULL")),
        ("claims_have_lines", claim_again("@GONE", "@CONF", "NULL")),
        ("claims_have_lines", "UPDATE closure SET lifted_at = created_at"),
        ("claims_end_with_holds", claims_end("@HELD", "NULL")),
        ("claims_end_with_holds", claims_end("@OVER", "NULL")),
        ("claims_end_with_holds", claims_end("@OVER", LATER)),
        ("claims_end_with_holds", claims_end("@CONF", LATER)),
        ("claims_end_with_holds", claims_end("@DONE", "1")),
        ("closures_hold", ROOMS_STOPPED),
        ("closures_hold", "UPDATE slot SET stopped = 1 WHERE offering_id = 'bus'"),
        ("closures_hold", "UPDATE slot SET day = '2026-11-26' WHERE offering_id = 'bus'"),
        ("closures_hold", "UPDATE closure SET first_day = '2026-11-25', last_day = '2026-11-25'"),
        ("closures_hold", "DELETE FROM claim WHERE closure_id IS NOT NULL"),
        ("closures_hold", "DELETE FROM closure_unit"),
    ],
)
def test_broken_stock_fails_its_own_line_only(
    database: Database, breaks: Callable[[str], None], line: str, damage: str
) -> None:
    breaks(damage)
    assert [found.name for found in AuditDatabase(database)() if not found.passed] == [line]


def test_a_fault_names_the_booking(database: Database, breaks: Callable[[str], None]) -> None:
    breaks(claims_gone("@DONE"))
    (found,) = (line for line in AuditDatabase(database)() if not line.passed)
    assert found.faults == ("booking=BK-DONE state=completed line=1",)


def test_cells_of_a_hold_that_is_over_may_be_taken_by_another(
    database: Database, breaks: Callable[[str], None]
) -> None:
    breaks(claims_gone("@OVER"))
    assert all(line.passed for line in AuditDatabase(database)())
