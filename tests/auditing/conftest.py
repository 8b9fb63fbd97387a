"""A sound desk on each engine, and a way to break it."""

import contextlib
import os
import re
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from db.database import Database
from db.engine import open_engine
from db.install import install
from db.migrate import migrate
from db.schema import APPEND_ONLY
from tests.auditing.sound_desk import NOW, build


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """The desk that `build` fills, at NOW, on each engine."""
    if request.param == "sqlite":
        yield from _filled(f"sqlite:///{tmp_path / 'desk.sqlite3'}")
        return
    address = os.environ.get("COUNTERFOIL_TEST_POSTGRESQL")
    if not address:
        pytest.skip("COUNTERFOIL_TEST_POSTGRESQL names no server")
    schema = f"audit_{uuid.uuid4().hex}"
    server = open_engine(address)
    with server.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    inside = make_url(address).update_query_dict({"options": f"-csearch_path={schema}"})
    try:
        yield from _filled(inside.render_as_string(hide_password=False))
    finally:
        with server.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        server.dispose()


def _filled(address: str) -> Iterator[Database]:
    engine = open_engine(address)
    try:
        migrate(engine)
        here = install(engine, desk_code="D1", clerk="asha")
        database = Database(engine, clock=lambda: NOW, home=here.home, desk_id=here.desk_id, clerk="asha")
        with database.write() as session:
            build(session)
        yield database
    finally:
        engine.dispose()


@pytest.fixture
def breaks(database: Database) -> Callable[[str], None]:
    """Run statements (parted by semicolons) that no guard of the database can refuse.

    `@CONF` stands for the id of the booking BK-CONF.
    """

    def run(statements: str) -> None:
        guards = POSTGRESQL_GUARDS if database.engine.dialect.name == "postgresql" else SQLITE_GUARDS
        with contextlib.closing(database.engine.raw_connection()) as connection:
            cursor = connection.cursor()
            for statement in (*guards, *statements.split(";")):
                cursor.execute(BOOKING.sub(BY_REFERENCE, statement))
            cursor.close()
            connection.commit()
        database.engine.dispose()

    return run


BOOKING = re.compile("@([A-Z]+)")
BY_REFERENCE = r"(SELECT id FROM booking WHERE reference = 'BK-\1')"
SQLITE_GUARDS = (
    "PRAGMA foreign_keys = OFF",
    "PRAGMA ignore_check_constraints = ON",
    *(f"DROP TRIGGER {table}_no_{event}" for table in APPEND_ONLY for event in ("update", "delete")),
)
POSTGRESQL_GUARDS = (
    "SET session_replication_role = replica",
    """DO $$ DECLARE guard record; BEGIN
    FOR guard IN SELECT conrelid::regclass AS place, conname FROM pg_constraint
        WHERE contype = 'c' AND connamespace = current_schema()::regnamespace
    LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', guard.place, guard.conname); END LOOP;
    END $$""",
)
