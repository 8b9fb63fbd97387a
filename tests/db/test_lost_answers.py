"""A lost answer leaves unknown what was written; what failed before the commit surely was not."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, event, text

from db.database import Database
from db.errors import DatabaseUnavailable, OutcomeUnknown
from desktop.database_words import with_words
from desktop.services.domain.review import ReviewFilter
from desktop.services.errors import DatabaseLost
from desktop.services.reviewing.export_bookings import ExportBookings
from tests.actors import actor_of
from tests.counter import Counter

ADD = text("INSERT INTO setting (name, value, home) VALUES ('test', '1', 'h')")


def lose(_connection: Connection) -> None:
    """Stand in for a connection that goes away."""
    import pysqlite3.dbapi2

    raise pysqlite3.dbapi2.OperationalError("gone away")


def add(database: Database) -> None:
    with database.write(actor_of(database)) as session:
        session.execute(ADD)


def test_an_answer_lost_at_the_commit_leaves_it_unknown(database: Database) -> None:
    event.listen(database.engine, "commit", lose)
    with pytest.raises(OutcomeUnknown):
        add(database)
    with pytest.raises(DatabaseLost) as lost:
        with_words(lambda: add(database), database)()
    assert lost.value.unknown


def test_what_failed_before_the_commit_was_surely_not_written(database: Database) -> None:
    def fail() -> None:
        with database.write(actor_of(database)) as session:
            session.execute(ADD)
            lose(session.connection)

    with pytest.raises(DatabaseUnavailable) as sure:
        fail()
    assert not isinstance(sure.value, OutcomeUnknown)
    with pytest.raises(DatabaseLost) as lost:
        with_words(fail, database)()
    assert not lost.value.unknown


def test_a_look_that_fails_after_a_write_does_not_say_that_nothing_was_written(database: Database) -> None:
    def write_and_look() -> None:
        add(database)
        with database.read() as session:
            lose(session.connection)

    with pytest.raises(DatabaseLost) as lost:
        with_words(write_and_look, database)()
    assert lost.value.unknown


def test_what_fails_while_it_is_handed_out_line_by_line_is_told_in_the_same_words(database: Database) -> None:
    def lines() -> Iterator[str]:
        yield "a header"
        with database.read() as session:
            lose(session.connection)

    handed_out = with_words(lines, database)()
    assert next(handed_out) == "a header"
    with pytest.raises(DatabaseLost):
        next(handed_out)


def test_an_export_whose_database_goes_away_is_no_fault_of_the_program(counter: Counter) -> None:
    counter.hold()
    counter.hold()
    export = with_words(ExportBookings(counter.database, "Asia/Kolkata", block=1), counter.database)
    handed_out = export(ReviewFilter())
    assert next(handed_out).startswith("reference")
    assert next(handed_out)
    event.listen(counter.database.engine, "begin", lose)
    with pytest.raises(DatabaseLost):
        list(handed_out)
