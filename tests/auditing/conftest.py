"""A sound desk on each engine, and a way to break it."""

import contextlib
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from db.database import Database
from db.engine import open_engine, sqlite_url
from db.install import install
from db.migrate import migrate
from db.schema import APPEND_ONLY
from tests.actors import actor_of, works_at
from tests.auditing.sound_desk import NOW, build
from tests.conftest import server_database


@pytest.fixture(scope="session")
def sound_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the desk that `build` fills, in a SQLite file to be copied."""
    file = tmp_path_factory.mktemp("sound") / "sound.sqlite3"
    _fill(sqlite_url(file))
    return file


@pytest.fixture(scope="session")
def sound_server() -> Iterator[str]:
    """Return the same desk on PostgreSQL, to be copied by the server."""
    with server_database() as url:
        _fill(url)
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, sound_file: Path, tmp_path: Path) -> Iterator[Database]:
    """A copy of the sound desk, at NOW, on each engine."""
    if request.param == "sqlite":
        copy = shutil.copy(sound_file, tmp_path / "desk.sqlite3")
        with _opened(sqlite_url(Path(copy))) as desk:
            yield desk
        return
    template = make_url(request.getfixturevalue("sound_server")).database
    with server_database(template=template) as url, _opened(url) as desk:
        yield desk


def _fill(address: str) -> None:
    engine = open_engine(address)
    migrate(engine)
    engine.dispose()
    with _opened(address) as desk, desk.write(actor_of(desk)) as session:
        build(session)


@contextlib.contextmanager
def _opened(address: str) -> Iterator[Database]:
    engine = open_engine(address)
    here = install(engine, desk_code="D1", clerk="asha")
    desk = works_at(Database(engine, clock=lambda: NOW, home=here.home), here, "asha")
    try:
        yield desk
    finally:
        desk.close()


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
