"""A desk with the sample catalogue on each engine, and a clock that only moves when told."""

import os
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from db.database import Database
from db.engine import open_engine, sqlite_url
from db.install import install
from db.migrate import migrate
from desktop.services.catalogue.create_sample_catalogue import CreateSampleCatalogue
from desktop.services.catalogue.find_availability import FindAvailability
from desktop.services.catalogue.import_catalogue import ImportCatalogue
from desktop.services.catalogue.list_offerings import ListOfferings
from desktop.services.domain.catalogue import Availability, Offering
from desktop.services.domain.catalogue_import import ImportReport
from tests.actors import actor_of, works_at
from tests.catalogue.steps import TODAY
from tests.counter import FACTS


class Clock:
    """The database node's clock in these tests: 10:30 in India on TODAY."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **length: float) -> None:
        self.now += timedelta(**length)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Iterator[Database]:
    """A migrated database with a desk and nothing to sell."""
    if request.param == "sqlite":
        yield from _opened(sqlite_url(tmp_path / "desk.sqlite3"), clock)
        return
    address = os.environ.get("COUNTERFOIL_TEST_POSTGRESQL")
    if not address:
        pytest.skip("COUNTERFOIL_TEST_POSTGRESQL names no server")
    schema = f"catalogue_{uuid.uuid4().hex}"
    server = open_engine(address)
    with server.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    inside = make_url(address).update_query_dict({"options": f"-csearch_path={schema}"})
    try:
        yield from _opened(inside.render_as_string(hide_password=False), clock)
    finally:
        with server.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        server.dispose()


def _opened(address: str, clock: Clock) -> Iterator[Database]:
    engine = open_engine(address)
    try:
        migrate(engine)
        here = install(engine, desk_code="D1", clerk="asha")
        yield works_at(Database(engine, clock=clock, home=here.home), here, "asha")
    finally:
        engine.dispose()


@pytest.fixture
def database(empty: Database) -> Database:
    """The same with the sample catalogue from TODAY."""
    CreateSampleCatalogue(empty)(TODAY, actor=actor_of(empty))
    return empty


@pytest.fixture
def events() -> list[object]:
    return []


@pytest.fixture
def offering(database: Database) -> Callable[[str], Offering]:
    """Return the offering with a code."""
    found = {offering.code: offering for offering in ListOfferings(database)()}
    return found.__getitem__


@pytest.fixture
def look(database: Database, offering: Callable[[str], Offering]) -> Callable[..., Availability]:
    """Return the availability of a code: one night, departure or date unless a last day is given."""

    def find(code: str, first: date, last: date | None = None, wanted: int = 1) -> Availability:
        found = offering(code)
        until = last or (first + timedelta(days=1) if found.kind == "room" else first)
        return FindAvailability(database)(found.id, first, until, wanted)

    return find


@pytest.fixture
def bring_in(empty: Database, events: list[object], tmp_path: Path) -> Callable[..., ImportReport]:
    """Write files given as name=text or bytes and import them."""

    def run(dry_run: bool = False, retire: bool = False, **contents: str | bytes) -> ImportReport:
        paths = []
        for name, content in contents.items():
            path = tmp_path / f"{name}.csv"
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            paths.append(path)
        importing = ImportCatalogue(empty, events.append, FACTS)
        return importing(tuple(paths), dry_run, actor=actor_of(empty), retire=retire)

    return run
