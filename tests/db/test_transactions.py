"""One way to write: all at the end of the block or nothing, journalled in one unbroken chain."""

import contextlib
import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select, text

from db import journal
from db.database import Database
from db.engine import open_engine, sqlite_url
from db.errors import DatabaseBusy, DatabaseUnavailable
from db.install import Installed, install
from db.keys import new_key
from db.prepared import Prepared
from db.schema import desk, setting
from db.schema import journal as journal_table
from db.schema.columns import to_microseconds
from tests.actors import actor_of, works_at
from tests.counter import Counter

CHAIN = select(journal_table).order_by(journal_table.c.desk_id, journal_table.c.number)


def put(session: Any, name: str) -> None:
    session.execute(insert(setting), {"name": name, "value": "1", "home": session.home})


def names(database: Database) -> list[str]:
    with database.read() as session:
        found = select(setting.c.name).where(setting.c.name.like("test%")).order_by(setting.c.name)
        return list(session.execute(found).scalars())


def test_a_block_commits_at_its_end(any_database: Database, publish: Any) -> None:
    with any_database.write(actor_of(any_database)) as session:
        put(session, "test-1")
        journal.record(session, "TESTED", {"amount_paise": 1})
        assert publish.records == [] or publish.records[-1].tag != "TESTED"
    assert names(any_database) == ["test-1"]
    assert publish.records[-1].tag == "TESTED"


def fail_after_writing(database: Database) -> None:
    with database.write(actor_of(database)) as session:
        put(session, "test-1")
        journal.record(session, "TESTED", {"share": 1 / 0})


def test_an_exception_takes_everything_back(any_database: Database, publish: Any) -> None:
    told = len(publish.records)
    with pytest.raises(ZeroDivisionError):
        fail_after_writing(any_database)
    assert names(any_database) == []
    assert len(publish.records) == told


def test_a_reader_cannot_write(database: Database) -> None:
    with database.read() as session:
        put(session, "test-1")
    assert names(database) == []


def test_a_reader_sees_one_moment_while_others_write(database: Database) -> None:
    with database.read() as session:
        before = session.execute(select(setting.c.name)).all()
        with database.write(actor_of(database)) as writer:
            put(writer, "test-1")
        assert session.execute(select(setting.c.name)).all() == before


def test_the_time_is_read_once_in_a_transaction(any_database: Database, clock: Any) -> None:
    with any_database.write(actor_of(any_database)) as session:
        first = session.now
        clock.advance(5)
        assert session.now == first


def test_the_journal_is_one_chain_for_each_desk(any_counter: Counter) -> None:
    counter = any_counter
    hold = counter.hold()
    counter.pay(hold)
    counter.cancel(hold)
    with counter.database.read() as session:
        rows = list(session.execute(CHAIN))
        head = session.execute(select(desk)).one()
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    previous = journal.FIRST_HASH
    for row in rows:
        at_us = to_microseconds(row.at)
        assert row.previous_hash == previous
        assert row.hash == journal.link_hash(
            previous, row.desk_id, row.number, at_us, row.tag, row.booking_id, row.clerk, row.content
        )
        previous = row.hash
    assert (head.journal_number, head.journal_hash) == (len(rows), previous)


def test_two_desks_have_two_chains(any_database: Database, clock: Any) -> None:
    there = install(any_database.engine, desk_code="D2", clerk="ravi")
    second = works_at(Database(any_database.engine, clock=clock, home=there.home), there, "ravi")
    for database in (any_database, second, any_database, second):
        with database.write(actor_of(database)) as session:
            journal.record(session, "TESTED", {})
    with any_database.read() as session:
        of_second = select(journal_table.c.number).where(journal_table.c.desk_id == there.desk_id)
        assert session.execute(of_second).scalars().all() == [1, 2]


def test_two_programs_of_one_desk_take_turns_in_its_chain(
    any_database: Database, clock: Any, publish: Any
) -> None:
    """Each goes on from the end it knows, and looks again where the other has moved it."""
    told: list[int] = []
    second = Database(
        any_database.engine,
        clock=clock,
        home="h",
        committed=lambda records: told.extend(record.number for record in records),
    )
    works_at(second, Installed("h", actor_of(any_database).desk_id, "D1"), "ravi")
    for database in (any_database, any_database, second, any_database, second, second):
        with database.write(actor_of(database)) as session:
            journal.record(session, "TESTED", {})
            journal.record(session, "TESTED", {"again": True})
    with pytest.raises(ZeroDivisionError):
        fail_after_writing(second)
    with second.write(actor_of(second)) as session:
        journal.record(session, "TESTED", {})
    with any_database.read() as session:
        rows = list(session.execute(CHAIN))
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert [row.previous_hash for row in rows[1:]] == [row.hash for row in rows[:-1]]
    assert told == [row.number for row in rows if row.clerk == "ravi"]
    second.close()


def test_many_threads_write_one_unbroken_chain(any_database: Database) -> None:
    def work(number: int) -> None:
        for turn in range(5):
            with any_database.write(actor_of(any_database)) as session:
                put(session, f"test-{number}-{turn}")
                journal.record(session, "TESTED", {"number": number})

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(names(any_database)) == 40
    with any_database.read() as session:
        numbers = session.execute(select(journal_table.c.number).order_by(journal_table.c.number))
        assert [*numbers.scalars()][-40:] == list(range(2, 42))


def test_a_file_that_another_program_keeps_is_busy(database: Database) -> None:
    other = open_engine(str(database.engine.url))
    with contextlib.closing(database.engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA busy_timeout = 50")
    with other.connect() as keeper:
        keeper.execute(text("CREATE TABLE kept (a INTEGER) STRICT"))
        with pytest.raises(DatabaseBusy), database.write(actor_of(database)) as session:
            put(session, "test-1")
        keeper.rollback()
    other.dispose()
    assert names(database) == []


def test_a_file_that_cannot_be_opened_is_unavailable(tmp_path: Path, clock: Any) -> None:
    engine = open_engine(sqlite_url(tmp_path / "nowhere" / "desk.sqlite3"))
    database = Database(engine, clock=clock, home="h")
    with pytest.raises(DatabaseUnavailable), database.read():
        pass
    (tmp_path / "nowhere").mkdir()
    (tmp_path / "nowhere" / "desk.sqlite3").write_bytes(b"no database " * 100)
    with pytest.raises(DatabaseUnavailable, match="not a database"), database.read():
        pass
    database.close()


def test_a_prepared_statements_trouble_is_translated_too(database: Database) -> None:
    broken = Prepared(lambda _: select(setting.c.name))
    with database.write(actor_of(database)) as session:
        session.connection.exec_driver_sql("DROP TABLE setting")
        with pytest.raises(Exception, match="no such table"):
            broken.run(session, {})
    with pytest.raises(DatabaseUnavailable), database.write(actor_of(database)) as session:
        broken.run(session, {})


def test_keys_sort_by_the_time_they_were_made(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter(range(10**15, 2 * 10**18, 10**16))
    monkeypatch.setattr("db.keys.time.time_ns", lambda: next(moments))
    keys = [new_key() for _ in range(100)]
    assert keys == sorted(keys)
    assert {(len(key), key[14]) for key in keys} == {(36, "7")}
    assert {key[19] for key in keys} <= set("89ab")
