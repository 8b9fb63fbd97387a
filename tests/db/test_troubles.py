"""What a driver says of the database itself is told by its code: words are translated, and hold names."""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, text
from sqlalchemy.exc import IntegrityError, ProgrammingError

from db.database import Database
from db.engine import open_engine, sqlite_url
from db.errors import DatabaseBusy, DatabaseDamaged, DatabaseUnavailable
from db.halt import HaltKind
from db.prepared import Prepared
from db.schema import setting
from tests.actors import actor_of

ADDED = text("INSERT INTO setting (name, value, home) VALUES (:name, '1', 'h')")


TOUCHED = "UPDATE setting SET value = '2' WHERE name = 'test-1'"


def write(database: Database, *statements: str) -> None:
    with database.write(actor_of(database)) as session:
        for statement in statements:
            session.connection.execute(text(statement))


def test_a_name_in_the_words_makes_nothing_busy(database: Database) -> None:
    with pytest.raises(DatabaseUnavailable):
        write(database, "SELECT * FROM locked_and_busy_deadlock")


def test_a_constraint_that_refuses_is_no_trouble_of_the_database(any_database: Database) -> None:
    with any_database.write(actor_of(any_database)) as session:
        session.connection.execute(ADDED, {"name": "malformed, not a database"})
    with pytest.raises(IntegrityError), any_database.write(actor_of(any_database)) as session:
        session.connection.execute(ADDED, {"name": "malformed, not a database"})


@pytest.mark.parametrize(
    "pragma", ["query_only = ON", "max_page_count = 1"], ids=["it may only be read", "the disk is full"]
)
def test_a_file_that_can_not_be_written_is_unavailable(database: Database, pragma: str) -> None:
    wide = "INSERT INTO setting (name, value, home) VALUES ('test', hex(zeroblob(4000000)), 'h')"
    with contextlib.closing(database.engine.raw_connection()) as connection:
        connection.cursor().execute(f"PRAGMA {pragma}")
    with pytest.raises(DatabaseUnavailable):
        write(database, wide)


@pytest.fixture
def damaged(tmp_path: Path, sample_file: Path) -> Iterator[Database]:
    """A file whose first page is sound and whose others make no sense."""
    whole = sample_file.read_bytes()
    file = tmp_path / "damaged.sqlite3"
    file.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    database = Database(open_engine(sqlite_url(file)), clock=None, home="h")
    yield database
    database.close()


def test_damaged_pages_make_the_database_unavailable(damaged: Database) -> None:
    with pytest.raises(DatabaseUnavailable), damaged.read() as session:
        session.execute(select(setting.c.name)).all()


def test_a_prepared_statement_meets_damaged_pages_too(damaged: Database) -> None:
    prepared = Prepared(lambda _: select(setting.c.name))
    with pytest.raises(DatabaseUnavailable), damaged.read() as session:
        list(prepared.run(session, {}))


@pytest.fixture
def server(any_database: Database) -> Database:
    if any_database.engine.dialect.name != "postgresql":
        pytest.skip("a server's answers")
    with any_database.write(actor_of(any_database)) as session:
        for name in ("test-1", "test-2"):
            session.connection.execute(ADDED, {"name": name})
    return any_database


def touch(connection: Connection, name: str) -> None:
    connection.execute(text("UPDATE setting SET value = '2' WHERE name = :name"), {"name": name})


def test_a_lock_that_is_not_given_in_time_is_busy(server: Database) -> None:
    with server.engine.begin() as other:
        touch(other, "test-1")
        with pytest.raises(DatabaseBusy):
            write(server, "SET LOCAL lock_timeout = '50ms'", TOUCHED)


def test_a_deadlock_is_busy_for_one_of_the_two(server: Database) -> None:
    together = threading.Barrier(2, timeout=20)
    ends: list[type[BaseException] | None] = []

    def work(first: str, second: str) -> None:
        try:
            with server.write(actor_of(server)) as session:
                touch(session.connection, first)
                together.wait()
                touch(session.connection, second)
            ends.append(None)
        except Exception as error:  # noqa: BLE001 what it was is asserted below
            ends.append(type(error))

    threads = [
        threading.Thread(target=work, args=order) for order in (("test-1", "test-2"), ("test-2", "test-1"))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(ends, key=str) == sorted([None, DatabaseBusy], key=str)


def write_behind_another(server: Database) -> None:
    with server.write(actor_of(server)) as session:
        session.connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
        session.connection.execute(text("SELECT count(*) FROM setting"))
        with server.engine.begin() as other:
            touch(other, "test-1")
        touch(session.connection, "test-1")


def test_a_write_from_a_view_that_has_passed_is_busy(server: Database) -> None:
    with pytest.raises(DatabaseBusy):
        write_behind_another(server)


def test_a_server_that_only_reads_is_unavailable(server: Database) -> None:
    with pytest.raises(DatabaseUnavailable):
        write(server, "SET TRANSACTION READ ONLY", TOUCHED)


def test_a_connection_that_the_server_ends_is_unavailable(server: Database) -> None:
    with pytest.raises(DatabaseUnavailable):
        write(server, "SELECT pg_terminate_backend(pg_backend_pid())")


@pytest.mark.parametrize("state", ["XX001", "XX002"], ids=["a page of a table", "an index"])
def test_pages_that_a_server_calls_damaged_halt_the_desk(server: Database, state: str) -> None:
    raised = f"DO $$ BEGIN RAISE EXCEPTION 'invalid page' USING ERRCODE = '{state}'; END $$"
    with pytest.raises(DatabaseDamaged):
        write(server, raised)
    assert [halt.kind for halt in server.halts.current] == [HaltKind.DAMAGED]


def test_a_table_that_a_server_has_not_is_a_bug(server: Database) -> None:
    with pytest.raises(ProgrammingError):
        write(server, "SELECT * FROM locked_and_busy_deadlock")
