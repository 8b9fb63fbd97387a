"""The only transactions in the program."""

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any

import pysqlite3.dbapi2
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from db import journal, moved
from db.actor import Actor
from db.engine import sqlite_file
from db.errors import DatabaseBusy, DatabaseTrouble, DatabaseUnavailable, OutcomeUnknown
from db.gate import Gate
from db.halt import Purpose
from db.halts import Halts, WritesHalted
from db.ids import DeskId
from db.node_clock import Clock
from db.schema.columns import from_microseconds
from db.session import Head, JournalRecord, Session, to_json

SERVER_CLOCK = text("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint")

# SQLite's result codes (sqlite.org/rescode.html); the extended ones keep the primary one in their last byte.
PRIMARY = 0xFF
SQLITE_BUSY = {pysqlite3.dbapi2.SQLITE_BUSY, pysqlite3.dbapi2.SQLITE_LOCKED}
SQLITE_DAMAGED = {pysqlite3.dbapi2.SQLITE_CORRUPT, pysqlite3.dbapi2.SQLITE_NOTADB}
# PostgreSQL's SQLSTATEs (its manual, appendix A): somebody else was in the way, and another try may do.
SERVER_BUSY = {"55P03", "40P01", "40001"}  # lock_not_available, deadlock_detected, serialization_failure
SERVER_READS_ONLY = {"25006"}  # a standby, or a server that its administrator has stopped
SERVER_DAMAGED = "XX"  # data_corrupted, index_corrupted, internal_error


class Database:
    """Reads and writes. Safe to share between threads."""

    def __init__(
        self,
        engine: Engine,
        *,
        clock: Clock | None,
        home: str,
        committed: Callable[[Sequence[JournalRecord]], None] | None = None,
        halts: Halts | None = None,
    ) -> None:
        self.engine = engine
        self.halts = halts or Halts()
        self._clock = clock
        self._home = home
        self._committed = committed
        # The last links of the journals of the desks that write through this program.
        self._heads: dict[DeskId, Head] = {}
        self._reader = engine.execution_options(**_reading(engine))
        file = sqlite_file(engine)
        self._turn = Gate(file).turn if file else contextlib.nullcontext
        self._connected = self._kept if file else engine.begin
        self._idle: list[Connection] = []
        self._written = threading.local()

    @property
    def commits(self) -> int:
        """How many writes this thread has committed: a caller knows whether trouble came after one."""
        return getattr(self._written, "count", 0)

    @contextlib.contextmanager
    def write(self, actor: Actor, purpose: Purpose = Purpose.WORK) -> Iterator[Session]:
        """Write as `actor`: journal and commit at the end of the block, then tell what was done.

        Any exception rolls back. Raises WritesHalted where what the write is for is halted,
        DatabaseBusy when the write lock could not be had in time and DatabaseUnavailable when the
        database can't be reached or written: nothing is written then. OutcomeUnknown: the answer to the
        commit was lost.
        """
        self.halts.admit(purpose)
        is_asked = False
        try:
            with translated(self.engine), self._turn(), self._connected() as connection:
                session = self._session(connection, actor)
                session.head = self._heads.get(actor.desk_id)
                yield session
                journal.flush(session)
                is_asked = True
        except WritesHalted as halted:
            self.halts.put(halted.halt)
            raise
        except DatabaseUnavailable as lost:
            if is_asked:
                raise OutcomeUnknown(str(lost)) from lost
            raise
        self._written.count = self.commits + 1
        # Only now is it written; another thread's newer one may be lost here, and is then looked up.
        if session.head is not None:
            self._heads[actor.desk_id] = session.head
        if self._committed and session.records:
            self._committed(session.records)

    @contextlib.contextmanager
    def read(self) -> Iterator[Session]:
        """One consistent view; nothing can be written. Raises as `write` does."""
        with translated(self.engine), self._reader.connect() as connection:
            yield self._session(connection, None)

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

    def _session(self, connection: Connection, actor: Actor | None) -> Session:
        clock = self._clock or (lambda: _server_time(connection))
        return Session(connection, clock, self._home, actor)


@contextlib.contextmanager
def translated(engine: Engine) -> Iterator[None]:
    """Raise what the driver says of the database itself as DatabaseBusy or DatabaseUnavailable."""
    driver: Any = engine.dialect.loaded_dbapi
    try:
        yield
    except DBAPIError as error:
        trouble = _trouble(driver, error.orig, is_lost=error.connection_invalidated)
        if trouble is None:
            raise
        raise trouble from error
    except driver.Error as error:  # from a prepared statement
        trouble = _trouble(driver, error, is_lost=False)
        if trouble is None:
            raise
        raise trouble from error


def _trouble(driver: Any, error: BaseException | None, *, is_lost: bool) -> DatabaseTrouble | None:
    """Return what an error says of the database, None for any other. Codes decide: words are translated."""
    gone = moved.refused_by(error)
    if gone is not None:
        return WritesHalted(moved.halt_of(gone))
    sqlite = getattr(error, "sqlite_errorcode", 0) & PRIMARY
    state: str = getattr(error, "sqlstate", None) or ""
    if sqlite in SQLITE_BUSY or state in SERVER_BUSY:
        return DatabaseBusy(str(error))
    is_trouble = sqlite in SQLITE_DAMAGED or state in SERVER_READS_ONLY or state.startswith(SERVER_DAMAGED)
    if is_lost or is_trouble or isinstance(error, driver.OperationalError):
        return DatabaseUnavailable(str(error))
    return None


def _reading(engine: Engine) -> dict[str, Any]:
    """Return what makes a block of reads one consistent view: on SQLite a transaction is one already."""
    server = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    return {"reads_only": True, **server}


def _server_time(connection: Connection) -> datetime:
    return from_microseconds(connection.execute(SERVER_CLOCK).scalar_one())


__all__ = ["Database", "JournalRecord", "Session", "to_json", "translated"]
