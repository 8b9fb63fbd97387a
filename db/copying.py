"""Copies whole books while desks sell: a new file in rollback mode, checked before anybody relies on it."""

from __future__ import annotations

import errno
import os
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2
from sqlalchemy import Engine, delete, insert, select

from db import audits
from db.checksums import load, wrong_pages
from db.database import Database
from db.engine import open_engine, sqlite_file, sqlite_url
from db.errors import DatabaseDamaged, DatabaseOlder
from db.migrate import migrate
from db.reading import check_revision, open_for_reading
from db.schema import metadata
from db.troubles import READ_FILE

ROWS_AT_ONCE = 5_000
FAULTS_TOLD = 10


@dataclass(frozen=True, slots=True)
class CopyChecked:
    """What is wrong with a copy. `damage`: as a file; `faults`: as books, by the audit."""

    damage: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def copy_books(engine: Engine, target: Path) -> None:
    """Write the books as they are at one moment into a new file, through to the disk.

    Raises FileExistsError, OSError, DatabaseDamaged and the driver's own errors; what was begun is the
    caller's to remove.
    """
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    if engine.dialect.name == "sqlite":
        _copy_file(engine, target)
    else:
        _copy_server(engine, target)
    through_to_disk(target)


def through_to_disk(file: Path) -> None:
    """Return when the file's content stands on the disk."""
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def put_in_place(part: Path, file: Path) -> None:
    """Give a finished file its name, in one step that lasts."""
    part.replace(file)
    if os.name == "posix":  # elsewhere a folder can't be opened
        with suppress(OSError):  # some file systems can't either, and then the name lasts a little later
            descriptor = os.open(file.parent, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def check_copy(file: Path) -> CopyChecked:
    """Open a copy for reading alone and look at all of it. Raises DatabaseTrouble where it can't be opened.

    Books of an older schema are looked at as a file only: the audit is about those of today.
    """
    damage = check_damage(file)
    if damage:
        return CopyChecked(damage)
    with ExitStack() as stack:
        try:
            opened = open_for_reading(sqlite_url(file), stack)
        except DatabaseOlder:
            return CopyChecked()
        database = Database(opened.engine, clock=opened.clock, home=opened.home)
        with database.read() as session:
            found = [f"{one.name}: {fault}" for one in audits.run_all(session) for fault in one.faults]
    return CopyChecked(faults=tuple(found[:FAULTS_TOLD]))


def check_damage(file: Path) -> tuple[str, ...]:
    """Return what is wrong with a closed file as a file: its pages, its rules, its references."""
    load()
    uri = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
    with closing(pysqlite3.dbapi2.connect(uri, uri=True)) as connection:
        try:
            found = [str(row[0]) for row in connection.execute("PRAGMA quick_check(10)")]
            lost = [f"{row[0]} refers to a row that is gone" for row in _foreign(connection)]
        except pysqlite3.dbapi2.DatabaseError as error:
            wrong = next(wrong_pages(file), None)
            return (str(error) if wrong is None else f"page {wrong} has a wrong checksum",)
    return tuple(one for one in (*found, *lost) if one != "ok")


def _foreign(connection: Any) -> list[Any]:
    return list(connection.execute("PRAGMA foreign_key_check").fetchmany(FAULTS_TOLD))


def _copy_file(engine: Engine, target: Path) -> None:
    with (
        closing(engine.raw_connection()) as held,
        closing(pysqlite3.dbapi2.connect(target)) as writing,
    ):
        # In one step: in small ones it begins anew whenever another desk writes, and never ends.
        reading: Any = held.driver_connection
        try:
            reading.backup(writing)
            # Whoever opens it later, on whatever medium, must find nothing to bring up.
            writing.execute("PRAGMA journal_mode=DELETE")
        except pysqlite3.dbapi2.OperationalError as error:
            # The driver gives no code here: a damaged page of the books looks like a new file without room.
            source = sqlite_file(engine) or engine.get_execution_options().get(READ_FILE)
            if source is not None and next(wrong_pages(source), None) is not None:
                raise DatabaseDamaged(str(error)) from error
            said = "the disk is full" if "full" in str(error) else "the disk has no room, or fails"
            raise OSError(errno.EIO, said, str(target)) from error


def _copy_server(engine: Engine, target: Path) -> None:
    """Write every row of one moment of the server into a file with the same tables."""
    target.unlink()  # an empty file is no books: the schema's first step makes its own
    copy = open_engine(sqlite_url(target))
    one_moment = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    try:
        migrate(copy)
        target.chmod(0o600)
        with one_moment.connect() as reading, copy.begin() as writing:
            check_revision(reading)
            # Rows may come before those that they refer to; the commit looks at all of them.
            writing.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            for table in metadata.sorted_tables:
                writing.execute(delete(table))  # a step of the schema may have put rows in
                with reading.execution_options(yield_per=ROWS_AT_ONCE).execute(select(table)) as rows:
                    for some in rows.mappings().partitions():
                        writing.execute(insert(table), [dict(row) for row in some])
    finally:
        copy.dispose()
    with closing(pysqlite3.dbapi2.connect(target)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
