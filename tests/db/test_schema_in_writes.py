"""A program whose books a newer one has migrated meanwhile stops at its next write."""

import pytest
from sqlalchemy import text

from db.database import Database
from db.halt import HaltKind, Purpose
from db.halts import WritesHalted
from desktop.database_words import with_words
from desktop.services.halted import SalesHalted
from tests.actors import actor_of
from tests.counter import Counter


def migrated_by_a_newer_one(database: Database) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0099'"))
        connection.execute(text("UPDATE desk SET schema = '0099'"))


def test_the_next_sale_is_refused_and_leaves_nothing(any_counter: Counter) -> None:
    hold = any_counter.hold()
    migrated_by_a_newer_one(any_counter.database)
    before = any_counter.rows()
    with pytest.raises(SalesHalted) as refused:
        with_words(lambda: any_counter.pay(hold), any_counter.database)()
    assert refused.value.halt.kind is HaltKind.SCHEMA
    assert any_counter.rows() == before
    assert [halt.kind for halt in any_counter.database.halts.current] == [HaltKind.SCHEMA]


def test_from_then_on_nothing_is_even_begun(any_counter: Counter) -> None:
    migrated_by_a_newer_one(any_counter.database)
    with pytest.raises(WritesHalted):
        any_counter.hold()
    with pytest.raises(WritesHalted), any_counter.database.write(actor_of(any_counter.database)):
        raise AssertionError("the write was begun")


def test_a_statement_that_the_new_schema_does_not_know_is_no_fault_of_the_program(
    any_counter: Counter,
) -> None:
    migrated_by_a_newer_one(any_counter.database)
    with any_counter.database.engine.begin() as connection:
        connection.execute(text("ALTER TABLE setting RENAME COLUMN value TO content"))
    database = any_counter.database
    statement = text("INSERT INTO setting (name, value, home) VALUES ('a', 'b', 'h')")
    with pytest.raises(WritesHalted), database.write(actor_of(database), Purpose.REMEDY) as session:
        session.execute(statement)
    assert [halt.kind for halt in database.halts.current] == [HaltKind.SCHEMA]
