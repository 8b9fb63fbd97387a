"""Puts a backup in the place of a database file, so that a crash at any moment leaves the old or the new."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pysqlite3.dbapi2

from db.checksums import load
from db.copying import put_in_place, through_to_disk
from db.errors import DatabaseBusy
from db.mode import PRACTICE
from db.schema.columns import from_microseconds

BESIDE = ("-wal", "-shm", "-journal")
DESKS = """
SELECT code, journal_number,
  (SELECT max(at) FROM journal WHERE journal.desk_id = desk.id),
  (SELECT number FROM document
   WHERE kind IN ('receipt', 'payment_slip')
     AND (number LIKE desk.code || '-%' OR number LIKE desk.code || 'P%')
   ORDER BY made_at DESC, number DESC LIMIT 1)
FROM desk ORDER BY code
"""


@dataclass(frozen=True, slots=True)
class DeskState:
    """How far a file's desk has written: its last record and its last paper, '' where there is none."""

    code: str
    number: int
    at: datetime | None
    paper: str


@dataclass(frozen=True, slots=True)
class FileState:
    """What stands in a file of books, as far as it can be read."""

    home: str
    schema: str
    # None where nobody has said it yet.
    practice: bool | None
    booking_count: int
    desks: tuple[DeskState, ...]


def save_as_it_is(file: Path, folder: Path, name: str) -> Path:
    """Copy what is there into a new file of the folder, or byte by byte where it can't be read.

    Nobody may be writing. Raises OSError and FileExistsError.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = folder / f"{name}.sqlite3"
    if target.exists():
        raise FileExistsError(17, "there is a file already", str(target))
    try:
        with (
            # Read only: SQLite would throw away a log that does not fit to a broken file.
            closing(pysqlite3.dbapi2.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as reading,
            closing(pysqlite3.dbapi2.connect(target)) as writing,
        ):
            reading.backup(writing)
            writing.execute("PRAGMA journal_mode=DELETE")
        through_to_disk(target)
    except pysqlite3.dbapi2.Error:
        for end in ("", *BESIDE):
            target.with_name(target.name + end).unlink(missing_ok=True)
        for end in ("", *BESIDE):
            one = file.with_name(file.name + end)
            if one.exists():
                copied = target.with_name(target.name + end)
                shutil.copyfile(one, copied)
                through_to_disk(copied)
    return target


def settled(backup: Path, folder: Path) -> Path:
    """Return a file that holds all of a backup by itself.

    Of a file that was copied with its log that is a copy in `folder`, with the log written into it.
    """
    logs = [backup.with_name(backup.name + end) for end in ("-wal", "-journal")]
    if not any(one.exists() and one.stat().st_size for one in logs):
        return backup
    for one in (backup, *logs):
        if one.exists():
            shutil.copyfile(one, folder / one.name)
    copy = folder / backup.name
    _close_log(copy)
    return copy


def put_back(backup: Path, file: Path) -> None:
    """Put a copy of the backup in the file's place. Raises DatabaseBusy while a program has the file open."""
    part = file.with_name(file.name + ".part")
    try:
        shutil.copyfile(backup, part)
        part.chmod(0o600)
        through_to_disk(part)
        if file.exists():
            _close_log(file)
        # A log of the old file beside the new one would be read into it.
        for end in BESIDE:
            file.with_name(file.name + end).unlink(missing_ok=True)
        put_in_place(part, file)
    finally:
        part.unlink(missing_ok=True)


def _close_log(file: Path) -> None:
    """Write the log back into the file and end it: only where no other program has the file open."""
    load()  # ending it writes the first page, whose checksum must be right should this program be killed now
    with closing(pysqlite3.dbapi2.connect(file, timeout=0)) as connection:
        try:
            (mode,) = connection.execute("PRAGMA journal_mode=DELETE").fetchone()
        except pysqlite3.dbapi2.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in (
                pysqlite3.dbapi2.SQLITE_BUSY,
                pysqlite3.dbapi2.SQLITE_LOCKED,
            ):
                raise DatabaseBusy(str(error)) from error
            return  # it can't be read: its bytes were kept
        except pysqlite3.dbapi2.Error:
            return  # as above
        if mode == "wal":
            raise DatabaseBusy("another program has the file open")


def read_state(file: Path) -> FileState | None:
    """Return what stands in a closed file, of whatever schema; None where it can't be read."""
    uri = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(pysqlite3.dbapi2.connect(uri, uri=True)) as connection:
            (home,) = connection.execute("SELECT id FROM node").fetchone()
            (count,) = connection.execute("SELECT count(*) FROM booking").fetchone()
            (schema,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            mode = connection.execute("SELECT value FROM setting WHERE name = 'mode'").fetchone()
            desks = tuple(
                DeskState(code, number, None if at is None else from_microseconds(at), paper or "")
                for code, number, at, paper in connection.execute(DESKS)
            )
    except (pysqlite3.dbapi2.Error, TypeError):
        return None
    return FileState(home, schema, None if mode is None else mode[0] == PRACTICE, count, desks)
