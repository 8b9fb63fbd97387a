"""The gateway's own SQLite file: one connection, one lock, one transaction for each request."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2 as sqlite

SCHEMA = """
CREATE TABLE IF NOT EXISTS setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counter (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS entity (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    visible_at INTEGER NOT NULL,
    parent TEXT,
    reference TEXT,
    shown TEXT NOT NULL,
    hidden TEXT NOT NULL,
    status TEXT GENERATED ALWAYS AS (json_extract(shown, '$.status')) STORED
) STRICT;
CREATE INDEX IF NOT EXISTS entity_listing ON entity (kind, created_at, sequence);
CREATE INDEX IF NOT EXISTS entity_parent ON entity (kind, parent, created_at, sequence);
CREATE INDEX IF NOT EXISTS entity_reference ON entity (kind, reference, created_at, sequence);
CREATE INDEX IF NOT EXISTS entity_status ON entity (kind, status, created_at, sequence);
CREATE TABLE IF NOT EXISTS due (
    sequence INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    action TEXT NOT NULL,
    target TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS due_at ON due (at, sequence);
CREATE TABLE IF NOT EXISTS idempotency (
    key TEXT PRIMARY KEY,
    request_digest TEXT NOT NULL,
    refund_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS fault (
    position INTEGER PRIMARY KEY,
    definition TEXT NOT NULL,
    matches INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS request (
    sequence INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    intent TEXT,
    body_digest TEXT,
    status INTEGER,
    committed INTEGER NOT NULL,
    faults TEXT NOT NULL
) STRICT;
"""

TABLES = ("counter", "due", "entity", "fault", "idempotency", "request", "setting")
LOCK_SECONDS = 5.0
"""How long another program may keep the file before a request fails."""


class Storage:
    """The open file. Everything that reads or writes it does so inside `transaction()`."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        # Before SQLite makes it: that would keep a folder's group from writing it.
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o660))
        self._lock = threading.RLock()
        self._connection = sqlite.connect(
            str(file), isolation_level=None, check_same_thread=False, timeout=LOCK_SECONDS
        )
        self._connection.row_factory = sqlite.Row
        # A killed process loses nothing that was committed; only a power cut could, which practice can bear.
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.executescript(SCHEMA)

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Holds the lock and commits at the end of the block, or rolls everything back on an exception."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Undoes only this block on an exception, so that the surrounding transaction can still be logged."""
        self._connection.execute("SAVEPOINT attempt")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK TO attempt")
            raise
        finally:
            self._connection.execute("RELEASE attempt")

    def execute(self, statement: str, *parameters: object) -> int:
        """Runs one statement and returns the number of rows that it changed."""
        return int(self._connection.execute(statement, parameters).rowcount)

    def rows(self, statement: str, *parameters: object) -> list[Any]:
        return list(self._connection.execute(statement, parameters))

    def row(self, statement: str, *parameters: object) -> Any | None:
        return self._connection.execute(statement, parameters).fetchone()

    def setting(self, name: str, default: str) -> str:
        found = self.row("SELECT value FROM setting WHERE name = ?", name)
        return default if found is None else str(found["value"])

    def set_setting(self, name: str, value: str) -> None:
        self.execute(
            "INSERT INTO setting (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            name,
            value,
        )

    def count_up(self, name: str) -> int:
        """The next number of a series, starting at 1."""
        found = self.row(
            "INSERT INTO counter (name, value) VALUES (?, 1)"
            " ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value",
            name,
        )
        return int(found["value"]) if found is not None else 0

    def erase(self) -> None:
        for table in TABLES:
            self.execute(f"DELETE FROM {table}")  # noqa: S608 - the names are the constants above
