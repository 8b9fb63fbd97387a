"""Opens any books so that looking changes nothing: not one byte, in the file or beside it.

A plain read-only connection to a closed file in WAL mode leaves a `-shm` and a `-wal` beside it, and cannot
be had where nothing can be written. So a closed file is opened as one that never changes, and one with a
desk at work is read beside its own `-wal`, its `-shm` included, without a write to either.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event, func, select
from sqlalchemy.pool import NullPool

from db import checksums
from db.engine import file_of, open_engine
from db.errors import DatabaseDamaged, DatabaseNewer, DatabaseOlder, DatabaseUnavailable, NoBooks
from db.file_header import read_header
from db.migrate import LATEST, current_revision, known_revisions
from db.node_clock import Clock, boot_id, boot_nanoseconds, wall_clock
from db.schema import journal, node
from db.session import Session
from db.troubles import READ_FILE, translated

READING_PRAGMAS = (
    "query_only=ON",
    "busy_timeout=15000",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "cache_size=-65536",
)
BESIDE = ("-wal", "-journal")
LAST_RECORD = select(func.max(journal.c.at, type_=journal.c.at.type))


@dataclass(frozen=True, slots=True)
class OpenedBooks:
    """Books that are only read. `is_copied`: of a file that broke off, a copy in a temporary folder."""

    engine: Engine
    clock: Clock | None
    home: str
    as_of: datetime | None
    is_copied: bool


def open_for_reading(url: str, stack: ExitStack) -> OpenedBooks:
    """Open `url`, a file's or a server's, and close it with the stack.

    Raises DatabaseUnavailable where nothing can be read, NoBooks for what is no book of this program,
    DatabaseOlder and DatabaseNewer for one of another version.
    """
    place: _Place | None = None
    file = file_of(url)
    if file is not None:
        place = _Place(file, stack)
        engine = _reading_engine(place)
    else:
        engine = open_engine(url).execution_options(postgresql_readonly=True)
    stack.callback(engine.dispose)
    try:
        with translated(engine), engine.connect().execution_options(reads_only=True) as connection:
            check_revision(connection)
            home = str(connection.execute(select(node.c.id)).scalar() or "")
            as_of = connection.execute(LAST_RECORD).scalar()
            clock = _clock_of(connection, as_of) if place else None
    except DatabaseDamaged as damaged:
        if place is not None and read_header(place.file) is None:
            raise NoBooks(url) from damaged
        raise
    return OpenedBooks(engine, clock, home, as_of, bool(place and place.is_copied))


def last_record_at(session: Session) -> datetime | None:
    """Return the moment of the newest record of all desks: as of when the books are."""
    return session.execute(LAST_RECORD).scalar()


def check_revision(connection: Connection) -> None:
    """Raise NoBooks, DatabaseOlder or DatabaseNewer unless the schema is the one of this program."""
    found = current_revision(connection)
    if found is None:
        raise NoBooks("no table of this program")
    if found == LATEST:
        return
    raise DatabaseOlder(found) if found in known_revisions() else DatabaseNewer(found)


class _Place:
    """Where a file is read, looked at anew for each connection: a desk may start or end meanwhile."""

    def __init__(self, file: Path, stack: ExitStack) -> None:
        if not file.is_file():
            raise DatabaseUnavailable(f"there is no file {file}")
        self.file = file.resolve()
        self._stack = stack
        self._copy: Path | None = None
        self._copying = threading.Lock()

    @property
    def is_copied(self) -> bool:
        """Whether it could only be read from a copy."""
        return self._copy is not None

    def address(self) -> str:
        """Return the address under which the file can be read now without leaving anything."""
        rest = [self._beside(end) for end in BESIDE]
        if rest[0].exists() and self._beside("-shm").exists():
            return f"{self.file.as_uri()}?mode=ro&readonly_shm=1"
        if any(one.exists() and one.stat().st_size for one in rest):
            # What was written last stands in the rest, and to read it together SQLite must write.
            return f"{self._copied(rest).as_uri()}"
        return f"{self.file.as_uri()}?mode=ro&immutable=1"

    def _beside(self, end: str) -> Path:
        return self.file.with_name(self.file.name + end)

    def _copied(self, rest: list[Path]) -> Path:
        with self._copying:
            if self._copy is None:
                made = tempfile.TemporaryDirectory(prefix="counterfoil-", ignore_cleanup_errors=True)
                folder = Path(self._stack.enter_context(made))
                for one in (self.file, *rest):
                    if one.exists():
                        shutil.copyfile(one, folder / one.name)
                self._copy = folder / self.file.name
            return self._copy


def _reading_engine(place: _Place) -> Engine:
    def connect() -> Any:
        try:
            return pysqlite3.dbapi2.connect(place.address(), uri=True, check_same_thread=False)
        except OSError as error:
            raise DatabaseUnavailable(str(error)) from error

    checksums.load()
    # Without a pool each block of reads sees whether a desk has started since.
    engine = create_engine("sqlite://", module=pysqlite3.dbapi2, creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in READING_PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        reads_only = connection.get_execution_options().get("reads_only", False)
        driver: Any = connection.connection.driver_connection
        driver.execute("BEGIN" if reads_only else "BEGIN IMMEDIATE")

    return engine.execution_options(**{READ_FILE: place.file})


def _clock_of(connection: Connection, as_of: datetime | None) -> Clock:
    """Return the clock of the desks of this boot; else the machine's, never before the last record."""
    row: Any = connection.execute(select(node)).first()
    if row is not None and row.boot_id == boot_id() and row.boot_nanoseconds <= boot_nanoseconds():
        wall: datetime = row.wall_at
        anchor: int = row.boot_nanoseconds
        return lambda: wall + timedelta(microseconds=(boot_nanoseconds() - anchor) // 1000)
    return lambda: max(wall_clock(), as_of) if as_of else wall_clock()
