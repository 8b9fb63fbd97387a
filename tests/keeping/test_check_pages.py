"""The look of the start, on both engines: what it asks, what it says meanwhile, what it misses in rows."""

from contextlib import closing

import pytest
from sqlalchemy import text

from db.database import Database
from db.engine import open_engine
from db.errors import NotTheBooks
from db.halt import Checksums, HaltKind, NotBooks
from db.migrate import migrate
from desktop.services.keeping.check_books import CheckBooks
from desktop.services.keeping.check_pages import CheckPages
from desktop.services.keeping.read_condition import ReadCondition
from tests.counter import Counter
from tests.keeping.books import sell_on


def test_sound_books_pass_on_both_engines(any_counter: Counter) -> None:
    sell_on(any_counter)
    database = any_counter.database
    assert CheckPages(database)()
    condition = ReadCondition(database)()
    assert condition.halts == ()
    assert condition.pages.checksums in (Checksums.ON, Checksums.SERVER_ON, Checksums.SERVER_OFF)


@pytest.mark.parametrize("table", ["claim", "booking_line", "journal"])
def test_rows_that_must_be_there_are_missed_on_both_engines(any_counter: Counter, table: str) -> None:
    sell_on(any_counter)
    database = any_counter.database
    with database.engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("DROP TRIGGER IF EXISTS journal_delete"))
            triggers = connection.execute(text("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
            for (name,) in triggers.all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("SET session_replication_role = replica"))
        connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608  a word of this test
    assert not CheckPages(database)()
    (halt,) = database.halts.current
    assert halt.kind is HaltKind.DAMAGED
    assert table in halt.facts["tables"]


def test_another_schema_halts_at_the_look_too(any_counter: Counter) -> None:
    database = any_counter.database
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0099'"))
    assert not CheckPages(database)()
    assert [halt.kind for halt in database.halts.current] == [HaltKind.SCHEMA]


def test_a_large_file_says_how_far_the_look_has_got(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.page_check.STEPS_BETWEEN_WORDS", 1_000)
    database, seen = counter.database, set[int | None]()
    database.halts.changed = lambda: seen.add(ReadCondition(database)().pages.per_cent)
    check = CheckBooks(database, (CheckPages(database),), lambda _name, error: pytest.fail(repr(error)))
    check.start()
    check.wait()
    told = sorted(one for one in seen if one is not None)
    assert len(told) > 1
    assert told[-1] <= 99
    assert ReadCondition(database)().pages.per_cent is None


def test_a_servers_database_of_another_program_is_refused(empty_url: str) -> None:
    engine = open_engine(empty_url)
    if engine.dialect.name != "postgresql":
        pytest.skip("a server's")
    with closing(Database(engine, clock=None, home="")) as _database, engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num TEXT)"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('0011')"))
    with pytest.raises(NotTheBooks) as refused:
        migrate(engine)
    assert refused.value.what is NotBooks.OTHER_PROGRAM
    engine.dispose()
