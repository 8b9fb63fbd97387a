"""Looks at every page of a SQLite file: what is wrong with it, and which tables are hit."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2

from db.checksums import connect, load

FAULTS_MAX = 20
# What says of a page that it is damaged; a checksum that is wrong comes as IOERR.
DAMAGED = {
    pysqlite3.dbapi2.SQLITE_CORRUPT,
    pysqlite3.dbapi2.SQLITE_NOTADB,
    pysqlite3.dbapi2.SQLITE_IOERR,
}
# A message of SQLite that quotes damaged text can't be decoded, and the driver says no more than that.
READING = (pysqlite3.dbapi2.Error, UnicodeDecodeError)
# How many steps of SQLite's machine both checks take for each byte of the file (measured: 0.05 to 0.08).
STEPS_PER_BYTE = 0.07
STEPS_BETWEEN_WORDS = 200_000
PER_CENT_MOST = 99

# How SQLite's checks begin what they say of a row.
OF_ROWS = (
    "CHECK constraint failed",
    "NULL value in",
    "non-unique entry",
    "NUMERIC value in",
    "TEXT value in",
)
REFERS = " refers to a "

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class PageFaults:
    """What SQLite's own checks say, at most FAULTS_MAX lines; empty when the file is sound."""

    said: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()

    @property
    def is_of_rows(self) -> bool:
        """Whether only rows are at fault, which break a rule or a reference: all of them can be read."""
        return all(line.startswith(OF_ROWS) or REFERS in line for line in self.said)


def check_pages(file: Path, progress: Progress | None = None) -> PageFaults:
    """Read every page and every reference between rows; writes nothing, others may write meanwhile.

    `progress` is told the per cent that are done, never the last one. Raises the driver's error for what is
    no damage, such as a file that is locked.
    """
    load()
    with closing(connect(str(file))) as connection:
        connection.execute("PRAGMA query_only = ON")
        if progress is not None:
            _tell(connection, file.stat().st_size, progress)
        return faults_of(connection, "quick_check")


def faults_of(connection: Any, check: str) -> PageFaults:
    """Run SQLite's `quick_check`, or its `integrity_check`, and look for lost references."""
    said = _said(connection, f"PRAGMA {check}({FAULTS_MAX})")
    tables: tuple[str, ...] = ()
    if not said:
        said, tables = _lost_references(connection)
    return PageFaults(said, tables or _hit(connection)) if said else PageFaults()


def _said(connection: Any, pragma: str) -> tuple[str, ...]:
    try:
        rows = [str(row[0]) for row in connection.execute(pragma)]
    except READING as error:
        return (_words(error),)
    return () if rows == ["ok"] else tuple(line for row in rows for line in row.splitlines())[:FAULTS_MAX]


def _lost_references(connection: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    said: list[str] = []
    try:
        for table, _row, parent, _key in connection.execute("PRAGMA foreign_key_check"):
            said.append(f"{table}{REFERS}{parent} that is not there")
            if len(said) == FAULTS_MAX:
                break
    except READING as error:
        return (_words(error),), ()
    return tuple(said), tuple(sorted({line.split(" ", 1)[0] for line in said}))


def _hit(connection: Any) -> tuple[str, ...]:
    """Return the tables whose own check fails; none where not even their names can be read."""
    find = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    try:
        tables = [str(row[0]) for row in connection.execute(find)]
    except READING as error:
        _words(error)
        return ()
    return tuple(name for name in tables if _said(connection, f'PRAGMA quick_check("{name}")'))


def _words(error: Any) -> str:
    """Return what an error says of the pages. Raises it again where it says nothing of them."""
    if not is_damage(error):
        raise error
    return str(error)


def is_damage(error: BaseException) -> bool:
    """Whether an error of the driver says that pages are damaged, or that their checksum is wrong."""
    return isinstance(error, UnicodeDecodeError) or getattr(error, "sqlite_errorcode", 0) in DAMAGED


def _tell(connection: Any, size_bytes: int, progress: Progress) -> None:
    words = 0

    def tell() -> int:
        nonlocal words
        words += 1
        done = words * STEPS_BETWEEN_WORDS * 100 / (size_bytes * STEPS_PER_BYTE)
        progress(min(PER_CENT_MOST, int(done)))
        return 0

    connection.set_progress_handler(tell, STEPS_BETWEEN_WORDS)
