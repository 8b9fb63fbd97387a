"""Reads a database file as it lies there, without one byte written: what is wrong with it, and what it says.

The engine of a desk is not used: its settings write. A file that a desk is at work on is read beside its log;
one that is closed is opened as if nobody could ever change it, because a plain reading leaves a log behind.
"""

import contextlib
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2

from db import checksums, moved
from db.moved import Moved
from db.schema.columns import from_microseconds

MAGIC = b"SQLite format 3\0"
HEADER_BYTES = 100
# Where the header says how many bytes of each page are kept for a checksum, and how many they are.
RESERVED_AT, RESERVED = 20, 8
# Up to this size the indexes are compared with their tables as well.
WHOLE_BYTES_MAX = 300_000_000
STEPS_BETWEEN = 100_000
FAULTS_MAX = 20


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What was read. `is_whole`: all of it was, in the time that was given. Faults are SQLite's own words."""

    bytes: int
    has_checksums: bool
    is_whole: bool
    faults: tuple[str, ...]
    revision: str | None = None
    last_at: datetime | None = None
    heads: tuple[tuple[str, int], ...] = ()
    gone: Moved | None = None


def examine_file(file: Path, seconds: float) -> FileFacts:
    """Read all of `file` for at most `seconds`. Raises OSError where it can't be read."""
    with file.open("rb") as opened:
        header = opened.read(HEADER_BYTES)
    size = file.stat().st_size
    if len(header) < HEADER_BYTES or not header.startswith(MAGIC):
        return FileFacts(size, False, True, ("file is not a database",))
    has_checksums = header[RESERVED_AT] == RESERVED
    if has_checksums:
        checksums.load()
    faults: list[str] = []
    facts: dict[str, Any] = {}
    is_whole = True
    try:
        with _opened(file) as connection:
            facts = _said(connection)
            end = time.monotonic() + seconds
            connection.set_progress_handler(lambda: time.monotonic() > end, STEPS_BETWEEN)
            faults = [*_faults_of_pages(connection, size)]
            if "heads" in facts:
                faults += _faults_of_rows(connection)
    except pysqlite3.dbapi2.OperationalError as error:
        is_whole = str(error) != "interrupted"
        if is_whole:
            faults.append(str(error))
    except pysqlite3.dbapi2.DatabaseError as error:
        faults.append(str(error))
    return FileFacts(size, has_checksums, is_whole, tuple(faults), **facts)


def last_record(file: Path) -> datetime | None:
    """Return when the newest record was written, or None where there is none that can be read."""
    with contextlib.suppress(pysqlite3.dbapi2.DatabaseError), _opened(file) as connection:
        return _last(connection)
    return None


def _faults_of_pages(connection: Any, size: int) -> Iterator[str]:
    check = "integrity_check" if size <= WHOLE_BYTES_MAX else "quick_check"
    for (said,) in connection.execute(f"PRAGMA {check}({FAULTS_MAX})"):
        if said != "ok":
            yield str(said)


def _faults_of_rows(connection: Any) -> Iterator[str]:
    for table, row, target, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(FAULTS_MAX):
        yield f"{table} row {row} names a row of {target} that is not there"
    for code, number in connection.execute(
        "SELECT code, journal_number FROM desk WHERE journal_number <>"
        " (SELECT count(*) FROM journal WHERE journal.desk_id = desk.id)"
    ):
        yield f"the journal of desk {code} does not have the {number} records that it should have"


def _said(connection: Any) -> dict[str, Any]:
    """Return what the books say of themselves; nothing of what they don't have."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    facts: dict[str, Any] = {}
    if "alembic_version" in tables:
        (facts["revision"],) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if {"desk", "journal"} <= tables:
        facts["heads"] = tuple(connection.execute("SELECT code, journal_number FROM desk ORDER BY code"))
        facts["last_at"] = _last(connection)
    if "setting" in tables:
        row = connection.execute("SELECT value FROM setting WHERE name = ?", (moved.SETTING,)).fetchone()
        facts["gone"] = None if row is None else moved.read(row[0])
    return facts


def _last(connection: Any) -> datetime | None:
    (at,) = connection.execute("SELECT max(at) FROM journal").fetchone()
    return None if at is None else from_microseconds(at)


@contextlib.contextmanager
def _opened(file: Path) -> Iterator[Any]:
    """Open it for a block of reads that see one moment."""
    log, index = (file.with_name(file.name + ending) for ending in ("-wal", "-shm"))
    with contextlib.ExitStack() as stack:
        if index.exists():
            how = "mode=ro"
        elif log.exists() and log.stat().st_size:
            # Reading it where it lies would make the index anew beside it.
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            for path in (file, log):
                shutil.copy(path, folder)
            file, how = folder / file.name, "mode=rw"
        else:
            how = "immutable=1"
        address = f"{file.absolute().as_uri()}?{how}"
        connection = stack.enter_context(
            contextlib.closing(pysqlite3.dbapi2.connect(address, uri=True, isolation_level=None))
        )
        connection.execute("PRAGMA query_only = ON")
        connection.execute("BEGIN")
        yield connection
