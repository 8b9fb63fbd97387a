"""Checksums of SQLite's pages: a damaged page is refused when it is read, and is never sold on.

The extension `cksumvfs` of SQLite's own authors comes with the package apsw, whose SQLite stays unused.
Loaded once, every connection of the process goes through it. It works on files whose pages keep eight bytes
free at their ends; others are read and written as before.
"""

import importlib.util
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2

from db.file_header import APPLICATION_ID, read_header

SUFFIXES = {"win32": ".dll", "darwin": ".dylib"}
# Below the checksums: how SQLite itself names the way to files of the system.
PLAIN_VFS = "win32" if sys.platform == "win32" else "unix"
RESERVED_BYTES = 8
READ_AGAIN = 3

_lock = threading.Lock()
_loaded: bool | None = None


def load() -> bool:
    """Put the checksums under every connection that is made from now on; whether that could be done."""
    global _loaded
    with _lock:
        if _loaded is None:
            _loaded = _load(_extension())
        return _loaded


def _extension() -> Path | None:
    found = importlib.util.find_spec("apsw")
    if found is None or found.origin is None:
        return None
    suffix = SUFFIXES.get(sys.platform, ".so")
    return Path(found.origin).parent / "sqlite_extra_binaries" / f"cksumvfs{suffix}"


def _load(extension: Path | None) -> bool:
    if extension is None or not extension.exists():
        return False
    with closing(pysqlite3.dbapi2.connect(":memory:")) as connection:
        try:
            connection.enable_load_extension(True)
            connection.load_extension(str(extension))
        except (AttributeError, pysqlite3.dbapi2.Error):  # built without extensions, or for another machine
            return False
    return True


def are_on(file: Path) -> bool:
    """Whether the pages of this file keep room for checksums."""
    header = read_header(file)
    return header is not None and header.reserved_bytes == RESERVED_BYTES


def make_new(file: Path) -> None:
    """Make a database without a table whose pages will carry checksums, unless there is a file already.

    It is made beside and named when it is whole: of several programs one makes it, and a kill leaves none.
    """
    descriptor, name = tempfile.mkstemp(prefix=f"{file.name}.", suffix=".new", dir=file.parent)
    os.close(descriptor)
    beside = Path(name)
    try:
        with closing(connect(":memory:")) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            leave_room(connection, beside)
        write_sums(beside)
        _name(beside, file)
    finally:
        beside.unlink(missing_ok=True)


def leave_room(connection: Any, target: Path) -> None:
    """Copy the database of a connection to the empty file `target`, with room for checksums in each page.

    Through the extension the copy could not be read again: it is written below it.
    """
    connection.execute(
        "VACUUM INTO ?", (f"{target.absolute().as_uri()}?reserve={RESERVED_BYTES}&vfs={PLAIN_VFS}",)
    )


def write_sums(file: Path) -> None:
    """Write every page anew, with its checksum, whatever stood there."""
    with closing(open_unchecked(file)) as connection:
        connection.execute("VACUUM")


def open_unchecked(file: Path) -> Any:
    """Return a driver's connection that reads pages whatever their checksums say."""
    connection = connect(str(file))
    # The first statement: whatever reads a page before it fails.
    connection.execute("PRAGMA checksum_verification = OFF")
    return connection


def wrong_pages(file: Path, most: int | None = None) -> Iterator[int]:
    """Return the numbers of the pages, up to `most`, whose checksum is wrong, read below SQLite.

    A page that another program is just writing is read again. A page that can't be read counts as wrong.
    """
    header = read_header(file)
    if header is None or header.reserved_bytes != RESERVED_BYTES or not load():
        return
    size = header.page_size
    with closing(connect(":memory:")) as judge, file.open("rb", buffering=0) as pages:
        for number in range(1, (most or header.size_bytes // size) + 1):
            if not any(_is_right(judge, pages, number, size) for _ in range(READ_AGAIN)):
                yield number


def _is_right(judge: Any, pages: Any, number: int, size: int) -> bool:
    try:
        pages.seek((number - 1) * size)
        page = pages.read(size)
    except OSError:
        return False
    return bool(judge.execute("SELECT verify_checksum(?)", (page,)).fetchone()[0])


def connect(address: str) -> Any:
    """Return a driver's connection of its own, which begins no transaction by itself."""
    return pysqlite3.dbapi2.connect(address, isolation_level=None, uri=True)


def _name(beside: Path, file: Path) -> None:
    """Give a file its name; where another has it already, that one stays."""
    try:
        if sys.platform == "win32":
            beside.rename(file)  # refuses where the name is taken
        else:
            os.link(beside, file)
    except FileExistsError:
        return
    except OSError:
        # A file system without links: two first starts within this moment are the price.
        if not file.exists():
            beside.replace(file)
