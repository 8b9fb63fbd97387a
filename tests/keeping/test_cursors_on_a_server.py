"""A server that is read in batches keeps no cursor of a reading that was given up."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db import moving_books
from db.engine import open_engine, sqlite_url
from db.migrate import migrate
from db.schema import journal
from desktop.services.keeping.move_books import MoveBooks
from tests.conftest import SteppedClock, server_database
from tests.counter import Counter
from tests.keeping.busy_house import keep_busy


@pytest.fixture
def server(counter: Counter, clock: SteppedClock) -> Iterator[str]:
    """Return the books of a busy day on PostgreSQL."""
    with server_database() as url:
        keep_busy(counter, clock)
        here = counter.database.engine.url.render_as_string(hide_password=False)
        MoveBooks(here, url, lambda *_: None, source_clock=clock, target_clock=clock)()
        yield url


def test_a_copy_that_is_given_up_leaves_no_cursor_open(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moving_books, "BATCH", 2)
    source, target = open_engine(server), open_engine(sqlite_url(tmp_path / "copy.sqlite3"))
    migrate(target)
    with source.connect() as reading, target.connect() as writing:
        writing.exec_driver_sql("PRAGMA query_only=ON")
        with pytest.raises(DBAPIError):
            moving_books.copy(reading, writing, journal)
        assert reading.execute(text("SELECT count(*) FROM pg_cursors WHERE name <> ''")).scalar_one() == 0
    source.dispose()
    target.dispose()
