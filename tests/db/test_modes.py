"""A database is for practice or for real money, from its first start on and for good."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Engine, func, select

from db.database import Database
from db.engine import open_engine
from db.errors import DatabaseOfOtherMode
from db.install import install
from db.migrate import migrate
from db.schema import desk, metadata, node, setting
from desktop.services.customers.create_sample_customers import CreateSampleCustomers
from tests.actors import actor_of
from tests.conftest import open_database
from tests.counter import Counter


def start(engine: Engine, *, practice: bool | None, code: str = "D1") -> None:
    """Start a desk on a migrated database."""
    install(engine, desk_code=code, clerk="clerk", practice=practice)


def refused(engine: Engine, *, practice: bool) -> bool:
    """Whether a start is refused; it must leave nothing behind then, and name the database's own mode."""
    before = rows(engine)
    try:
        start(engine, practice=practice, code="D9")
    except DatabaseOfOtherMode as other:
        return other.practice is not practice and rows(engine) == before
    return False


def rows(engine: Engine) -> dict[str, Any]:
    """Return the whole content, to see that nothing changed."""
    with engine.connect() as connection:
        return {
            name: sorted(map(repr, connection.execute(select(table))))
            for name, table in metadata.tables.items()
        }


@pytest.fixture
def empty(empty_url: str) -> Any:
    """Return a migrated database on each engine in which nobody has started."""
    engine = open_engine(empty_url)
    migrate(engine)
    yield engine
    engine.dispose()


@pytest.mark.parametrize("practice", [True, False], ids=["practice", "live"])
def test_the_first_start_decides_and_the_other_is_refused(empty: Engine, practice: bool) -> None:
    start(empty, practice=practice)
    start(empty, practice=practice, code="D2")
    assert refused(empty, practice=not practice)
    start(empty, practice=practice)
    with empty.connect() as connection:
        assert set(connection.execute(select(desk.c.code)).scalars()) == {"D1", "D2"}


def test_what_neither_sells_nor_practises_decides_nothing(empty: Engine) -> None:
    start(empty, practice=None)
    with empty.connect() as connection:
        assert connection.execute(select(func.count()).select_from(setting)).scalar() == 0
    start(empty, practice=False)
    start(empty, practice=None)
    assert refused(empty, practice=True)


def test_of_two_first_starts_at_once_one_is_refused(empty: Engine) -> None:
    together = Barrier(2)

    def begin(practice: bool) -> bool:
        together.wait(60)
        try:
            start(empty, practice=practice, code="D1" if practice else "D2")
        except DatabaseOfOtherMode:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(begin, (True, False))) == [False, True]
    with empty.connect() as connection:
        assert connection.execute(select(func.count()).select_from(node)).scalar() == 1
        assert connection.execute(select(func.count()).select_from(desk)).scalar() == 1


def test_an_older_database_with_the_sample_on_sale_is_practice(any_database: Database) -> None:
    assert refused(any_database.engine, practice=False)
    assert not refused(any_database.engine, practice=True)
    assert refused(any_database.engine, practice=False)


@pytest.fixture
def imported(any_counter: Counter) -> Counter:
    """Return a counter of before modes were written down, on a catalogue that was imported."""
    with any_counter.database.write(actor_of(any_counter.database)) as session:
        session.execute(setting.delete())
    return any_counter


def test_an_older_database_with_sample_customers_is_practice(imported: Counter) -> None:
    database = imported.database
    CreateSampleCustomers(database)(actor=actor_of(database))
    assert refused(imported.database.engine, practice=False)


def test_an_older_database_with_practice_receipts_is_practice(imported: Counter) -> None:
    imported.pay(imported.hold())
    assert refused(imported.database.engine, practice=False)


def test_an_older_database_with_none_of_these_is_live(imported: Counter) -> None:
    imported.customer(wallet_paise=1_000_00)
    assert refused(imported.database.engine, practice=True)
    assert not refused(imported.database.engine, practice=False)


def test_an_imported_catalogue_alone_is_for_either(imported: Counter) -> None:
    assert not refused(imported.database.engine, practice=False)
    assert refused(imported.database.engine, practice=True)


def test_the_mode_outlives_the_program(empty_url: str, clock: Any, publish: Any) -> None:
    database = open_database(empty_url, clock, publish)
    start(database.engine, practice=False)
    database.close()
    again = open_engine(empty_url)
    assert refused(again, practice=True)
    again.dispose()
