"""A database in which nothing is wrong."""

from sqlalchemy import event, insert

from db import journal
from db.database import Database
from db.keys import new_key
from db.schema import entry
from desktop.services.auditing.audit_database import AuditDatabase
from tests.actors import actor_of


def test_every_line_passes_and_has_looked_at_something(database: Database) -> None:
    lines = AuditDatabase(database)()
    assert [line for line in lines if not line.passed] == []
    on_server = database.engine.dialect.name == "postgresql"  # which looks after its own pages
    assert [line.name for line in lines if line.checked_count == 0] == ["pages_are_sound"] * on_server
    assert len({line.name for line in lines}) == len(lines) == 47


def test_an_audit_writes_nothing(database: Database) -> None:
    seen: list[str] = []
    event.listen(
        database.engine, "before_cursor_execute", lambda *arguments: seen.append(arguments[2].split()[0])
    )
    AuditDatabase(database)()
    assert {word.upper() for word in seen} <= {"BEGIN", "SELECT", "WITH", "PRAGMA"}


def test_an_entry_that_moves_nothing_is_no_fault(database: Database) -> None:
    with database.write(actor_of(database)) as session:
        row = {"id": new_key(), "kind": "sale", "at": session.now, "desk_id": session.actor.desk_id}
        session.execute(insert(entry), row | {"home": session.home})
    assert all(line.passed for line in AuditDatabase(database)())


def test_every_record_of_the_journal_is_walked(database: Database) -> None:
    with database.write(actor_of(database)) as session:
        for number in range(30):
            journal.record(session, "SALE_STOPPED", {"number": number})
    *_, chain = AuditDatabase(database)()
    assert chain.name == "journal_chain_unbroken"
    assert chain.checked_count > 30
    assert chain.passed
