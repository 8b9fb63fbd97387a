"""Is the file ours and whole? Asked before the engine opens it, which would change another program's file."""

import os
from contextlib import closing
from pathlib import Path

import pysqlite3.dbapi2

from db.checksums import connect, load, wrong_pages
from db.errors import DatabaseBusy, DatabaseDamaged, DatabaseUnavailable, NotTheBooks
from db.file_header import APPLICATION_ID, HEADER_BYTES, MAGIC, Header, beside, read_header
from db.halt import NotBooks
from db.page_check import READING, is_damage

# What every version of the program has had, and hardly any other program has together.
OURS = {"alembic_version", "booking", "desk", "journal"}
PAGE_SIZES = {2**power for power in range(9, 17)}


def look_at_file(file: Path) -> Header | None:
    """Return what the file says of itself, None where there is none yet.

    Raises NotTheBooks, DatabaseDamaged where its first pages are, and DatabaseBusy while another program
    keeps it to itself. Changes nothing.
    """
    header = look_at_header(file)
    if header is None or header.application_id == APPLICATION_ID:
        return header
    if next(wrong_pages(file, most=1), None) == 1 or header.page_size not in PAGE_SIZES:
        raise DatabaseDamaged("the first page is damaged")
    if header.application_id:
        raise NotTheBooks(NotBooks.OTHER_PROGRAM, str(file))
    _refuse_others(file)
    return header


def look_at_pages(file: Path) -> None:
    """Look at the file and at every page's checksum. Raises what `look_at_file` does."""
    if look_at_file(file) is not None and next(wrong_pages(file), None) is not None:
        raise DatabaseDamaged("a page has a wrong checksum")


def _refuse_others(file: Path) -> None:
    """Raise NotTheBooks for a file without our number that holds neither our tables nor nothing at all."""
    load()
    try:
        with closing(connect(str(file))) as connection:
            number = connection.execute("PRAGMA application_id").fetchone()[0]  # the log's, if it is newer
            find = "SELECT name FROM sqlite_schema WHERE type = 'table'"
            tables = {row[0] for row in connection.execute(find)}
    except READING as error:
        if is_damage(error):
            raise DatabaseDamaged(str(error)) from error
        is_busy = getattr(error, "sqlite_errorcode", 0) == pysqlite3.dbapi2.SQLITE_BUSY
        raise (DatabaseBusy if is_busy else DatabaseUnavailable)(str(error)) from error
    if number not in (0, APPLICATION_ID) or (tables and not tables >= OURS):
        raise NotTheBooks(NotBooks.OTHER_PROGRAM, str(file))
    if not tables and not number and beside(file, "-gate").exists():
        raise NotTheBooks(NotBooks.EMPTY, str(file))


def look_at_header(file: Path) -> Header | None:
    """Return what the file says of itself, None where there is none yet; opens no database.

    Raises NotTheBooks.
    """
    if file.is_dir():
        raise NotTheBooks(NotBooks.FOLDER, str(file))
    if not file.exists():
        if _has_content(beside(file, "-wal")):
            raise NotTheBooks(NotBooks.MISSING, str(file))
        return None
    if not os.access(file, os.R_OK | os.W_OK) or not os.access(file.parent, os.W_OK):
        raise NotTheBooks(NotBooks.NO_RIGHTS, str(file))
    return _whole(file)


def _whole(file: Path) -> Header:
    size = file.stat().st_size
    if size == 0:
        raise NotTheBooks(NotBooks.EMPTY, str(file))
    header = read_header(file)
    if header is None:
        with file.open("rb") as opened:
            is_begun = size < HEADER_BYTES and MAGIC.startswith(opened.read(len(MAGIC)))
        raise NotTheBooks(NotBooks.HALF if is_begun else NotBooks.NO_DATABASE, str(file))
    # While a log or a journal has pages to be written back, the file may be shorter than its end.
    is_closed = not _has_content(beside(file, "-wal")) and not _has_content(beside(file, "-journal"))
    if is_closed and header.pages is not None and size < header.pages * header.page_size:
        raise NotTheBooks(NotBooks.HALF, str(file))
    return header


def _has_content(file: Path) -> bool:
    return file.is_file() and file.stat().st_size > 0
