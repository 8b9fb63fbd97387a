"""The only transactions in the program."""

import contextlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, CursorResult, Engine, Executable, text
from sqlalchemy.exc import DBAPIError, OperationalError

from db.engine import sqlite_file
from db.errors import DatabaseBusy, DatabaseUnavailable
from db.gate import Gate
from db.node_clock import Clock
from db.schema.columns import from_microseconds

Params = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None
SERVER_CLOCK = text("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint")


@dataclass(frozen=True, slots=True)
class JournalRecord:
    """One change as it was written: what the log repeats after the commit."""

    desk_id: str
    number: int
    at: datetime
    tag: str
    booking_id: str | None
    clerk: str
    content: Mapping[str, Any]


@dataclass(slots=True)
class Session:
    """One open transaction: run statements through it; never keep it beyond its block."""

    connection: Connection
    clock: Clock
    home: str
    desk_id: str
    clerk: str
    records: list[JournalRecord] = field(default_factory=list)
    _now: datetime | None = None

    @property
    def now(self) -> datetime:
        """The database node's time, read once at first use: after the locks that were taken before it."""
        if self._now is None:
            self._now = self.clock()
        return self._now

    @property
    def on_server(self) -> bool:
        """Whether the engine is PostgreSQL."""
        return self.connection.dialect.name == "postgresql"

    def execute(self, statement: Executable, params: Params = None) -> CursorResult[Any]:
        """Run one statement."""
        return self.connection.execute(statement, params)


class Database:
    """Reads and writes as one desk. Safe to share between threads."""

    def __init__(
        self,
        engine: Engine,
        *,
        clock: Clock | None,
        home: str,
        desk_id: str,
        clerk: str,
        committed: Callable[[Sequence[JournalRecord]], None] | None = None,
    ) -> None:
        self.engine = engine
        self._clock = clock
        self._home = home
        self.desk_id = desk_id
        self.clerk = clerk
        self._committed = committed
        self._reader = engine.execution_options(reads_only=True)
        file = sqlite_file(engine)
        self._turn = Gate(file).turn if file else contextlib.nullcontext

    @contextlib.contextmanager
    def write(self) -> Iterator[Session]:
        """Commit at the end of the block; roll back on any exception; then tell what was journalled.

        Raises DatabaseBusy when the write lock could not be had in time and DatabaseUnavailable when the
        database can't be reached or written.
        """
        with _translated(), self._turn(), self.engine.begin() as connection:
            session = self._session(connection)
            yield session
        if self._committed and session.records:
            self._committed(session.records)

    @contextlib.contextmanager
    def read(self) -> Iterator[Session]:
        """One consistent view; nothing can be written. Raises as `write` does."""
        with _translated(), self._reader.connect() as connection:
            yield self._session(connection)

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()

    def _session(self, connection: Connection) -> Session:
        clock = self._clock or (lambda: _server_time(connection))
        return Session(connection, clock, self._home, self.desk_id, self.clerk)


def _server_time(connection: Connection) -> datetime:
    return from_microseconds(connection.execute(SERVER_CLOCK).scalar_one())


@contextlib.contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        raise (DatabaseBusy if _is_busy(error) else DatabaseUnavailable)(str(error.orig)) from error
    except DBAPIError as error:
        if error.connection_invalidated:
            raise DatabaseUnavailable(str(error.orig)) from error
        raise


def _is_busy(error: DBAPIError) -> bool:
    words = str(error.orig).lower()
    return "locked" in words or "busy" in words or "lock timeout" in words


def to_json(content: Mapping[str, Any] | Sequence[Any]) -> str:
    """Return `content` as JSON text, the same for the same content: sorted keys, no spaces."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
