"""Sold-on books in a file, and what can happen to their pages."""

import sqlite3
from contextlib import closing
from pathlib import Path

from db.checksums import PLAIN_VFS, are_on, connect
from db.file_header import read_header
from tests.counter import Counter


def sell_on(counter: Counter) -> None:
    """Leave of every kind of row something: sales by cash and wallet, a hold, a cancelled booking."""
    asha = counter.customer(wallet_paise=90_000_00)
    counter.pay(counter.hold())
    paid = counter.hold(counter.quote(counter.item("DLX", ahead=6)), asha)
    counter.pay(paid, wallet_paise=paid.total_paise)
    cancelled = counter.hold(counter.quote(counter.item("EXE", ahead=9, nights=2)))
    counter.pay(cancelled)
    counter.cancel(cancelled)
    counter.hold(counter.quote(counter.item("DLX", ahead=12)))


def close(counter: Counter) -> Path:
    """Close the books and return their file, whole, with nothing beside it."""
    database = counter.database
    file = Path(str(database.engine.url.database))
    with closing(database.engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return file


def pages_of(file: Path, table: str) -> list[int]:
    """Return the numbers of the pages on which a table's rows begin, read below the checksums."""
    header = read_header(file)
    assert header is not None
    with closing(sqlite3.connect(f"{file.as_uri()}?immutable=1", uri=True)) as connection:
        find = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        return [row[0] for row in connection.execute(find, (table,))]


def without_sums(source: Path, target: Path) -> Path:
    """Copy a file to one whose pages have no room for checksums, as older versions made them."""
    with closing(connect(str(source))) as connection:
        connection.execute("VACUUM INTO ?", (f"{target.as_uri()}?reserve=0&vfs={PLAIN_VFS}",))
    with closing(connect(str(target))) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    assert not are_on(target)
    return target


def flip(file: Path, page: int, at: int = -100) -> None:
    """Change one bit of a page, by default among its rows, which stand at its end."""
    header = read_header(file)
    assert header is not None
    with file.open("r+b") as opened:
        place = (page - 1) * header.page_size + at % header.page_size
        opened.seek(place)
        old = opened.read(1)
        opened.seek(place)
        opened.write(bytes((old[0] ^ 4,)))


def dump(address: Path | str) -> list[tuple[object, ...]]:
    """Return every table's text and rows. Raises the driver's error where pages can't be read."""
    with closing(connect(str(address))) as connection:
        made = list(connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY type, name"))
        tables = [name for name, sql in made if sql and sql.startswith("CREATE TABLE")]
        read = [(name, f'SELECT * FROM "{name}"') for name in tables]  # noqa: S608  the schema's own names
        rows = [(name, *row) for name, select in read for row in connection.execute(select)]
        return [*made, *sorted(rows, key=repr)]
