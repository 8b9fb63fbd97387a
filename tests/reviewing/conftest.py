"""One database of many bookings for all tests: reviewing only reads."""

import os
import uuid
from collections.abc import Iterator

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from db.database import Database
from db.engine import open_engine, sqlite_url
from db.install import install
from db.migrate import migrate
from tests.actors import actor_of, works_at
from tests.reviewing.many_bookings import NOW, Known, invent, write

BOOKINGS = 120


@pytest.fixture(scope="session")
def known() -> list[Known]:
    """What is in the database."""
    return invent(BOOKINGS)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def reviewed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, known: list[Known]
) -> Iterator[Database]:
    """The database with all known bookings, at NOW, on each engine."""
    if request.param == "sqlite":
        yield from _filled(sqlite_url(tmp_path_factory.mktemp("review") / "desk.sqlite3"), known)
        return
    address = os.environ.get("COUNTERFOIL_TEST_POSTGRESQL")
    if not address:
        pytest.skip("COUNTERFOIL_TEST_POSTGRESQL names no server")
    schema = f"review_{uuid.uuid4().hex}"
    server = open_engine(address)
    with server.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    inside = make_url(address).update_query_dict({"options": f"-csearch_path={schema}"})
    try:
        yield from _filled(inside.render_as_string(hide_password=False), known)
    finally:
        with server.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        server.dispose()


def _filled(address: str, known: list[Known]) -> Iterator[Database]:
    engine = open_engine(address)
    try:
        migrate(engine)
        here = install(engine, desk_code="D1", clerk="asha")
        database = works_at(Database(engine, clock=lambda: NOW, home=here.home), here, "asha")
        with database.write(actor_of(database)) as session:
            write(session, known)
        yield database
    finally:
        engine.dispose()
