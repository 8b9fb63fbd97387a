"""A journal changed afterwards, past every guard of the database."""

from collections.abc import Callable

import pytest

from db.database import Database
from desktop.services.auditing.audit_database import AuditDatabase


@pytest.mark.parametrize(
    ("damage", "faults"),
    [
        ("UPDATE journal SET content = '{}' WHERE number = 3", ("desk=D1 number=3 fault=content",)),
        ("UPDATE journal SET tag = 'BOOKING_LOST' WHERE number = 3", ("desk=D1 number=3 fault=content",)),
        ("UPDATE journal SET at = at + 1 WHERE number = 3", ("desk=D1 number=3 fault=content",)),
        ("UPDATE journal SET booking_id = NULL WHERE number = 3", ("desk=D1 number=3 fault=content",)),
        ("UPDATE journal SET clerk = 'somebody' WHERE number = 3", ("desk=D1 number=3 fault=content",)),
        ("DELETE FROM journal WHERE number = 3", ("desk=D1 number=4 fault=gap after=2",)),
        ("DELETE FROM journal WHERE number = 1", ("desk=D1 number=2 fault=gap after=0",)),
        ("DELETE FROM journal WHERE number = 26", ("desk=D1 number=25 fault=head head=26",)),
        ("DELETE FROM journal", ("desk=D1 number=0 fault=head head=26",)),
        ("UPDATE desk SET journal_number = 99", ("desk=D1 number=26 fault=head head=99",)),
        ("UPDATE desk SET journal_hash = previous", ("desk=D1 number=26 fault=head head=26",)),
        (
            "UPDATE journal SET previous_hash = previous WHERE number = 5",
            ("desk=D1 number=5 fault=link", "desk=D1 number=5 fault=content"),
        ),
    ],
)
def test_a_changed_journal_is_found_where_it_was_changed(
    database: Database, breaks: Callable[[str], None], damage: str, faults: tuple[str, ...]
) -> None:
    breaks(damage.replace("= previous", f"= '{'a' * 64}'"))
    found = {line.name: line.faults for line in AuditDatabase(database)() if not line.passed}
    # A close is sealed with its record, and papers and its slip are told: where all are gone, those are, too.
    for line in ("closes_are_sealed", "z_slips_are_whole", "papers_say_what_was_told"):
        assert (line in found) == (damage == "DELETE FROM journal")
        found.pop(line, None)
    assert found == {"journal_chain_unbroken": faults}


def test_one_chain_for_each_desk(database: Database, breaks: Callable[[str], None]) -> None:
    breaks(
        "INSERT INTO desk (id, code, name, journal_number, journal_hash, home)"
        " SELECT 'second', 'D2', 'Desk 2', 1, journal_hash, home FROM desk"
    )
    (found,) = (line for line in AuditDatabase(database)() if not line.passed)
    assert found.faults == ("desk=D2 number=0 fault=head head=1",)
