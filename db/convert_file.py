"""Gives the pages of an older file their checksums, at a start at which no other program has it open."""

import shutil
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2

from db.checksums import RESERVED_BYTES, connect, leave_room, load, write_sums, wrong_pages
from db.errors import DatabaseDamaged
from db.file_header import beside, read_header
from db.page_check import check_pages

ENDING = "-with-sums"
# The copy beside it, and the journal from which the file is put back if the program is killed.
ROOM_TIMES = 2.2


def convert(file: Path) -> None:
    """Rewrite the file with checksums, unless it has some or another program has it open.

    Nobody gets at it meanwhile, and a kill leaves it whole: the new pages are made beside it and looked at;
    then they are put into the file itself in one transaction of SQLite, whose journal puts the old ones back.
    The file is never renamed, so that a program that waits for it does not go on with another one. Raises
    DatabaseDamaged, the file as it was, when the pages that were made beside it are not whole.
    """
    header = read_header(file)
    if header is None or not load():
        return
    if header.reserved_bytes == RESERVED_BYTES:
        with suppress(OSError):  # left by a program that was killed in the middle
            beside(file, ENDING).unlink(missing_ok=True)
        return
    if header.reserved_bytes or shutil.disk_usage(file.parent).free < header.size_bytes * ROOM_TIMES:
        return
    with closing(connect(str(file))) as books:
        if _is_alone(books):
            _put_in(books, beside(file, ENDING))


def _is_alone(books: Any) -> bool:
    """Keep every other program out until the connection is closed; False where one has the file open."""
    books.execute("PRAGMA busy_timeout = 0")
    books.execute("PRAGMA locking_mode = EXCLUSIVE")
    try:
        # Writes the log back and takes it away, which SQLite refuses while anybody else has the file open.
        books.execute("PRAGMA journal_mode = DELETE")
        books.execute("PRAGMA synchronous = FULL")
        books.execute("BEGIN EXCLUSIVE")
        books.execute("COMMIT")
    except pysqlite3.dbapi2.Error as error:
        if error.sqlite_errorcode != pysqlite3.dbapi2.SQLITE_BUSY:
            raise
        return False
    return True


def _put_in(books: Any, made: Path) -> None:
    made.unlink(missing_ok=True)
    made.touch(0o600)
    try:
        leave_room(books, made)
        write_sums(made)
        faults = check_pages(made)
        if faults.said or next(wrong_pages(made), None) is not None:
            raise DatabaseDamaged("; ".join(faults.said) or "checksums could not be written", faults.tables)
        with closing(connect(str(made))) as source:
            source.backup(books)
    finally:
        made.unlink(missing_ok=True)
