"""What a driver's error says of the database itself, in types of our own."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolEmpty

from db import moved
from db.checksums import wrong_pages
from db.engine import sqlite_file
from db.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseReadOnly,
    DatabaseReadsOnly,
    DatabaseTrouble,
    DatabaseUnavailable,
)
from db.halt import Halt, HaltKind
from db.halts import WritesHalted

# An engine's execution option: the file of books that are only read, whose address says more than that.
READ_FILE = "read_file"
# SQLite's result codes (sqlite.org/rescode.html); the extended ones keep the primary one in their last byte.
PRIMARY = 0xFF
SQLITE_BUSY = {pysqlite3.dbapi2.SQLITE_BUSY, pysqlite3.dbapi2.SQLITE_LOCKED}
SQLITE_DAMAGED = {pysqlite3.dbapi2.SQLITE_CORRUPT, pysqlite3.dbapi2.SQLITE_NOTADB}
SQLITE_IO = pysqlite3.dbapi2.SQLITE_IOERR
# PostgreSQL's SQLSTATEs (its manual, appendix A): somebody else was in the way, and another try may do.
# lock_not_available, deadlock_detected, serialization_failure, query_canceled: it took too long
SERVER_BUSY = {"55P03", "40P01", "40001", "57014"}
SERVER_ENDED = {"25P03"}  # idle_in_transaction_session_timeout
SQLITE_READS_ONLY = {pysqlite3.dbapi2.SQLITE_READONLY}
SERVER_READS_ONLY = {"25006"}  # a standby, or a server that its administrator has stopped
SERVER_DAMAGED = {"XX001", "XX002"}  # data_corrupted, index_corrupted
SERVER_FAULT = "XX"  # internal_error


def damage_halt(tables: Sequence[str], found: Sequence[str]) -> Halt:
    """Return the halt for damaged pages: the tables that are known to be hit, and what was said of them."""
    return Halt(HaltKind.DAMAGED, facts={"tables": tuple(tables), "found": tuple(found)})


@contextlib.contextmanager
def translated(engine: Engine) -> Iterator[None]:
    """Raise what the driver says of the database itself as DatabaseBusy, -Damaged or -Unavailable."""
    driver: Any = engine.dialect.loaded_dbapi
    try:
        yield
    except DBAPIError as error:
        trouble = _trouble(engine, error.orig, is_lost=error.connection_invalidated)
        if trouble is None:
            raise
        raise trouble from error
    except PoolEmpty as error:
        raise DatabaseBusy(str(error)) from error
    except UnicodeDecodeError as error:
        if _file_of(engine) is None:
            raise
        raise DatabaseDamaged(str(error)) from error  # SQLite's own message quotes damaged text
    except driver.Error as error:  # from a prepared statement
        trouble = _trouble(engine, error, is_lost=False)
        if trouble is None:
            raise
        raise trouble from error


def _trouble(engine: Engine, error: BaseException | None, *, is_lost: bool) -> DatabaseTrouble | None:
    """Return what an error says of the database, None for any other. Codes decide: words are translated."""
    driver: Any = engine.dialect.loaded_dbapi
    gone = moved.refused_by(error)
    if gone is not None:
        return WritesHalted(moved.halt_of(gone))
    sqlite = getattr(error, "sqlite_errorcode", 0) & PRIMARY
    state: str = getattr(error, "sqlstate", None) or ""
    if sqlite in SQLITE_BUSY or state in SERVER_BUSY:
        return DatabaseBusy(str(error))
    if (
        sqlite in SQLITE_DAMAGED
        or state in SERVER_DAMAGED
        or (sqlite == SQLITE_IO and _has_wrong_page(engine))
    ):
        return DatabaseDamaged(str(error))
    if state in SERVER_READS_ONLY:
        return DatabaseReadsOnly(str(error))
    if sqlite in SQLITE_READS_ONLY:
        return DatabaseReadOnly(str(error))
    is_trouble = state in SERVER_ENDED or state.startswith(SERVER_FAULT)
    if is_lost or is_trouble or isinstance(error, driver.OperationalError):
        return DatabaseUnavailable(str(error))
    return None


def _has_wrong_page(engine: Engine) -> bool:
    """Whether a checksum is wrong: the driver does not tell that from a disk that is full or taken out."""
    file = _file_of(engine)
    return file is not None and next(wrong_pages(file), None) is not None


def _file_of(engine: Engine) -> Path | None:
    return sqlite_file(engine) or engine.get_execution_options().get(READ_FILE)
