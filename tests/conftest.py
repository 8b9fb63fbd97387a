"""What every test may ask for: a clock that only steps, a fresh desk, and both engines where they are."""

import contextlib
import os
import shutil
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import hypothesis
import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from db.database import Database, JournalRecord
from db.engine import open_engine, sqlite_url
from db.install import install
from db.migrate import migrate
from desktop.services.catalogue.create_sample_catalogue import CreateSampleCatalogue
from desktop.services.events import Event
from tests.actors import actor_of, works_at
from tests.counter import Counter
from tests.day_of_run import move_server_clock
from tests.day_of_run import pytest_addoption as pytest_addoption
from tests.day_of_run import pytest_configure as pytest_configure
from tests.kinds_of_tests import pytest_collection_modifyitems as pytest_collection_modifyitems
from tests.kinds_of_tests import pytest_runtest_protocol as pytest_runtest_protocol

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A slow moment of a shared machine is no fault, and no run depends on what an earlier one has found.
hypothesis.settings.register_profile("desk", deadline=None, database=None)
hypothesis.settings.load_profile("desk")

# A Monday morning in India; every test starts here.
START = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
POSTGRESQL = "COUNTERFOIL_TEST_POSTGRESQL"


@pytest.fixture(autouse=True)
def _marks_of_their_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the marks of a test, and of the programs that it starts, out of this user's own place for them."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.getbasetemp() / uuid.uuid4().hex))


@dataclass
class SteppedClock:
    """A clock that moves only when it is told to."""

    now: datetime = START

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now

    def advance(self, seconds: float) -> None:
        """Move the time on."""
        self.now += timedelta(seconds=seconds)


@dataclass
class Recorder:
    """Keeps what was published and what was logged."""

    events: list[Event] = field(default_factory=list)
    records: list[JournalRecord] = field(default_factory=list)

    def __call__(self, event: Event) -> None:
        """Take one event."""
        self.events.append(event)

    def tags(self) -> list[str]:
        """Return the journal's tags in their order."""
        return [record.tag for record in self.records]


@pytest.fixture
def clock() -> SteppedClock:
    """Return a clock at START."""
    return SteppedClock()


@pytest.fixture
def publish() -> Recorder:
    """Return what takes events and journal records."""
    return Recorder()


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a migrated SQLite file with the sample catalogue, to be copied."""
    file = tmp_path_factory.mktemp("sample") / "sample.sqlite3"
    database = open_database(sqlite_url(file), SteppedClock(), Recorder())
    CreateSampleCatalogue(database)(START.date(), actor=actor_of(database))
    database.close()
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def engine_url(request: pytest.FixtureRequest, sample_file: Path, tmp_path: Path) -> Iterator[str]:
    """Return a database with the sample catalogue on each engine; PostgreSQL only where one runs."""
    if request.param == "sqlite":
        yield _copy(sample_file, tmp_path)
        return
    template: str = request.getfixturevalue("server_sample")
    with server_database(template=make_url(template).database) as url:
        yield url


@pytest.fixture(scope="session")
def server_sample() -> Iterator[str]:
    """Return a migrated database with the sample catalogue on PostgreSQL, to be copied by the server."""
    with server_database() as url:
        database = open_database(url, SteppedClock(), Recorder())
        CreateSampleCatalogue(database)(START.date(), actor=actor_of(database))
        database.close()
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return a database without a table on each engine."""
    if request.param == "sqlite":
        yield sqlite_url(tmp_path / "empty.sqlite3")
        return
    with server_database() as url:
        yield url


@contextlib.contextmanager
def server_database(template: str | None = "template1") -> Iterator[str]:
    """Return a new database on PostgreSQL, a copy of `template`; skip the test where no server runs."""
    server = os.environ.get(POSTGRESQL)
    if not server:
        pytest.skip(f"no PostgreSQL: {POSTGRESQL} is not set")
    name = f"counterfoil_{uuid.uuid4().hex[:12]}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
        url = make_url(server).set(database=name).render_as_string(hide_password=False)
        move_server_clock(connection, url)
    yield url
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def database(sample_file: Path, tmp_path: Path, clock: SteppedClock, publish: Recorder) -> Iterator[Database]:
    """Return a desk's database in a file of its own, on the stepped clock."""
    database = open_database(_copy(sample_file, tmp_path), clock, publish)
    yield database
    database.close()


@pytest.fixture
def any_database(engine_url: str, clock: SteppedClock, publish: Recorder) -> Iterator[Database]:
    """Return a desk's database on each engine, on the stepped clock."""
    database = open_database(engine_url, clock, publish)
    yield database
    database.close()


@pytest.fixture
def counter(database: Database, clock: SteppedClock, publish: Recorder) -> Counter:
    """Return a clerk at a counter on SQLite."""
    return Counter(database, clock, publish)


@pytest.fixture
def any_counter(any_database: Database, clock: SteppedClock, publish: Recorder) -> Counter:
    """Return a clerk at a counter on each engine."""
    return Counter(any_database, clock, publish)


def open_database(url: str, clock: SteppedClock, publish: Recorder, desk_code: str = "D1") -> Database:
    """Open and migrate a database as one desk."""
    engine = open_engine(url)
    migrate(engine)
    who = install(engine, desk_code=desk_code, clerk="clerk")
    return works_at(
        Database(engine, clock=clock, home=who.home, committed=publish.records.extend), who, "clerk"
    )


def _copy(sample: Path, folder: Path) -> str:
    file = folder / "desk.sqlite3"
    shutil.copy(sample, file)
    return sqlite_url(file)
