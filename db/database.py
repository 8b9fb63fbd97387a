"""The only transactions in the program."""

import contextlib
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from db import journal
from db.actor import Actor
from db.call_watch import CallWatch
from db.engine import sqlite_file
from db.errors import (
    BooksBehind,
    DatabaseDamaged,
    DatabaseUnavailable,
    OutcomeUnknown,
    PersonLeft,
    SchemaChanged,
)
from db.gate import Gate
from db.halt import Halt, HaltKind, PagesSeen, Purpose
from db.halts import Halts, WritesHalted
from db.ids import DeskId
from db.migrate import LATEST, schema_of
from db.node_clock import Clock, NodeClock
from db.patience import AT_THE_COUNTER, GIVEN_UP, OPTION, Patience
from db.schema.columns import from_microseconds
from db.session import Head, JournalRecord, Session, to_json
from db.troubles import damage_halt, translated

SERVER_CLOCK = text(
    "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint"
    " + (SELECT max(clock_offset_us) FROM node)"
)

# Told after a commit: whose journal, its new head, when, and the numbers that papers took.
Reached = Callable[[DeskId, Head, datetime, Mapping[tuple[str, int], int]], None]


class Database:
    """Reads and writes. Safe to share between threads.

    `reached` hears after each commit how far it has written; `fell_behind` hears, after the halt, that the
    books lack what this program wrote to them.
    """

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
        # Put here by whoever looks at the pages: see desktop/services/keeping/check_pages.py.
        self.pages = PagesSeen()
        self.watch = CallWatch()
        self.clock = clock
        self._home = home
        self._committed = committed
        # The last links of the journals of the desks that write through this program.
        self._heads: dict[DeskId, Head] = {}
        self._reader = engine.execution_options(**_reading(engine))
        file = sqlite_file(engine)
        self._file = file
        self._file_id = _id_of(file)
        self.reached: Reached | None = None
        # Told after a commit for which a hand has to go into the drawer of this desk.
        self.drawer_opens: Callable[[DeskId], None] = lambda _desk_id: None
        self.fell_behind: Callable[[DeskId, Head], None] = lambda _desk_id, _written: None
        # Hears that who wrote no longer works here.
        self.person_left: Callable[[], object] = lambda: None
        self._turn = Gate(file).turn if file else contextlib.nullcontext
        self._connected = self._kept if file else self._begun
        self._idle: list[Connection] = []
        self._written = threading.local()

    @property
    def commits(self) -> int:
        """How many writes this thread has committed: a caller knows whether trouble came after one."""
        return getattr(self._written, "count", 0)

    @contextlib.contextmanager
    def write(
        self, actor: Actor, purpose: Purpose = Purpose.WORK, patience: Patience = AT_THE_COUNTER
    ) -> Iterator[Session]:
        """Write as `actor`: journal and commit at the end of the block, then tell what was done.

        `patience`: how long one answer of a server may take.

        Any exception rolls back. Raises WritesHalted where what the write is for is halted,
        DatabaseBusy when the write lock could not be had in time and DatabaseUnavailable when the
        database can't be reached or written: nothing is written then. OutcomeUnknown: the answer to the
        commit was lost. DatabaseDamaged: a page is, nothing was written, and nothing is from now on.
        """
        self.halts.admit(purpose)
        self._check_same_file()
        is_asked = False
        try:
            with (
                self._watched(),
                self.watch.call(writes=True) as begun,
                self._turn(),
                self._connected(patience) as connection,
            ):
                begun()
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
        except PersonLeft:
            self.person_left()
            raise
        except BooksBehind as behind:
            written = self._heads.pop(actor.desk_id)
            halt = Halt(HaltKind.BEHIND)
            self.halts.put(halt)
            self.fell_behind(actor.desk_id, written)
            raise WritesHalted(halt) from behind
        self._written.count = self.commits + 1
        # Only now is it written; another thread's newer one may be lost here, and is then looked up.
        if session.head is not None:
            self._heads[actor.desk_id] = session.head
        if session.opens_drawer:
            self.drawer_opens(actor.desk_id)
        if self._committed and session.records:
            self._committed(session.records)
        if self.reached and session.head is not None and session.records:
            self.reached(actor.desk_id, session.head, session.now, session.numbers)

    @contextlib.contextmanager
    def read(self, patience: Patience = AT_THE_COUNTER) -> Iterator[Session]:
        """One consistent view; nothing can be written. Raises as `write` does."""
        with (
            self._watched(),
            self.watch.call(writes=False),
            self._patient(self._reader, patience).connect() as connection,
        ):
            yield self._session(connection, None)

    def close(self) -> None:
        """Give every connection back."""
        while self._idle:
            self._idle.pop().close()
        self.engine.dispose()

    def _begun(self, patience: Patience) -> contextlib.AbstractContextManager[Connection]:
        return self._patient(self.engine, patience).begin()

    def _patient(self, engine: Engine, patience: Patience) -> Engine:
        if patience is AT_THE_COUNTER:
            return engine
        return engine.execution_options(**{OPTION: patience, GIVEN_UP: lambda: self.watch.has_given_up()})

    def _check_same_file(self) -> None:
        """Raise WritesHalted when another file, or none, stands where the books were opened.

        What is open would go on writing to a file that nobody finds again.
        """
        if self._file_id is None or self._file_id == _id_of(self._file):
            return
        halt = Halt(HaltKind.FOREIGN, facts={"replaced": True})
        self.halts.put(halt)
        raise WritesHalted(halt)

    @contextlib.contextmanager
    def _watched(self) -> Iterator[None]:
        """Halt the desk for what a block finds out about the books themselves."""
        try:
            with translated(self.engine):
                yield
        except DatabaseDamaged as damaged:
            self.halts.put(damage_halt(damaged.tables, (damaged.found,)))
            raise
        except SchemaChanged as changed:
            raise self._schema_halted(changed.found) from changed
        except (DBAPIError, DatabaseUnavailable, pysqlite3.dbapi2.Error) as error:
            found = self._other_schema(error)
            if found is None:
                raise
            raise self._schema_halted(found) from error

    def _schema_halted(self, found: str) -> WritesHalted:
        halt = Halt(HaltKind.SCHEMA, facts={"found": found})
        self.halts.put(halt)
        return WritesHalted(halt)

    def _other_schema(self, error: Exception) -> str | None:
        """Return the schema where a statement has failed because it is not this program's any more."""
        if isinstance(error, DatabaseUnavailable) and sqlite_file(self.engine) is None:
            return None  # a server that is away is not asked once more
        try:
            found = schema_of(self.engine)
        except (DBAPIError, OSError, pysqlite3.dbapi2.Error):
            return None
        return found if found not in (None, LATEST) else None

    @contextlib.contextmanager
    def _kept(self, _patience: Patience) -> Iterator[Connection]:
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
        own = self.clock
        clock: Clock
        if own is None:
            clock = partial(_server_time, connection)
        elif isinstance(own, NodeClock):
            clock = partial(own.read if actor is None else own.write, connection)
        else:
            clock = own
        return Session(connection, clock, self._home, actor)


def _reading(engine: Engine) -> dict[str, Any]:
    """Return what makes a block of reads one consistent view: on SQLite a transaction is one already."""
    server = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    return {"reads_only": True, **server}


def _id_of(file: Path | None) -> tuple[int, int] | None:
    """Return which file stands there; None for a server's and where none is found."""
    try:
        found = file.stat() if file else None
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found else None


def _server_time(connection: Connection) -> datetime:
    return from_microseconds(connection.execute(SERVER_CLOCK).scalar_one())


__all__ = ["Database", "JournalRecord", "Session", "to_json"]
