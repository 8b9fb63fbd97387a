"""The only transactions in the program."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError, OperationalError

from db import journal
from db.engine import sqlite_file
from db.errors import DatabaseBusy, DatabaseUnavailable
from db.gate import Gate
from db.node_clock import Clock
from db.schema.columns import from_microseconds
from db.session import Head, JournalRecord, Session, to_json

SERVER_CLOCK = text("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint")


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
        self._head: Head | None = None
        self._reader = engine.execution_options(**_reading(engine))
        file = sqlite_file(engine)
        self._turn = Gate(file).turn if file else contextlib.nullcontext
        self._connected = self._kept if file else engine.begin
        self._idle: list[Connection] = []

    @contextlib.contextmanager
    def write(self) -> Iterator[Session]:
        """Journal and commit at the end of the block; roll back on any exception; then tell what was done.

        Raises DatabaseBusy when the write lock could not be had in time and DatabaseUnavailable when the
        database can't be reached or written.
        """
        with translated(self.engine), self._turn(), self._connected() as connection:
            session = self._session(connection)
            session.head = self._head
            yield session
            journal.flush(session)
        # Only now is it written; another thread's newer one may be lost here, and is then looked up.
        self._head = session.head
        if self._committed and session.records:
            self._committed(session.records)

    @contextlib.contextmanager
    def read(self) -> Iterator[Session]:
        """One consistent view; nothing can be written. Raises as `write` does."""
        with translated(self.engine), self._reader.connect() as connection:
            yield self._session(connection)

    def close(self) -> None:
        """Give every connection back."""
        while self._idle:
            self._idle.pop().close()
        self.engine.dispose()

    @contextlib.contextmanager
    def _kept(self) -> Iterator[Connection]:
        """Keep a file's connection from one write to the next: fetching it costs as much as three statements.

        A server's may be cut off at any time; there the pool looks first.
        """
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self.engine.connect()
        try:
            with connection.begin():
                yield connection
        except BaseException:
            connection.close()
            raise
        self._idle.append(connection)

    def _session(self, connection: Connection) -> Session:
        clock = self._clock or (lambda: _server_time(connection))
        return Session(connection, clock, self._home, self.desk_id, self.clerk)


@contextlib.contextmanager
def translated(engine: Engine) -> Iterator[None]:
    """Raise what the driver says of the database itself as DatabaseBusy or DatabaseUnavailable."""
    driver: Any = engine.dialect.loaded_dbapi
    try:
        yield
    except OperationalError as error:
        raise _trouble(error.orig) from error
    except DBAPIError as error:
        if error.connection_invalidated or _is_damaged(error):
            raise DatabaseUnavailable(str(error.orig)) from error
        raise
    except driver.OperationalError as error:  # from a prepared statement
        raise _trouble(error) from error


def _is_damaged(error: DBAPIError) -> bool:
    """Whether the file is no database, or one whose pages make no sense."""
    words = str(error.orig).lower()
    return "not a database" in words or "malformed" in words


def _reading(engine: Engine) -> dict[str, Any]:
    """Return what makes a block of reads one consistent view: on SQLite a transaction is one already."""
    server = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    return {"reads_only": True, **server}


def _server_time(connection: Connection) -> datetime:
    return from_microseconds(connection.execute(SERVER_CLOCK).scalar_one())


def _trouble(error: BaseException | None) -> DatabaseBusy | DatabaseUnavailable:
    words = str(error).lower()
    is_busy = "locked" in words or "busy" in words or "lock timeout" in words or "deadlock" in words
    return (DatabaseBusy if is_busy else DatabaseUnavailable)(str(error))


__all__ = ["Database", "JournalRecord", "Session", "to_json", "translated"]
