"""Opens an engine with the settings under which both databases keep their promises.

SQLite: pysqlite3's own library, because versions before 3.51.3 can corrupt a WAL file that several
programs share (sqlite.org/wal.html#the_wal_reset_bug); WAL with synchronous=FULL, because NORMAL loses
acknowledged commits in a power cut; and explicit BEGINs, because the driver's own leave a check and the
write after it in two transactions.
"""

from pathlib import Path
from typing import Any

import pysqlite3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from db.errors import DatabaseTooOld, DatabaseUnavailable

SQLITE_AT_LEAST = (3, 51, 3)
DRIVERS = ("sqlite", "postgresql", "postgresql+psycopg")
NO_ADDRESS = "the address is not of the form postgresql://user@server/name"
BUSY_TIMEOUT_MS = 15_000
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    f"busy_timeout={BUSY_TIMEOUT_MS}",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "cache_size=-65536",
    # The default writes the log back every forty holds or so; four times as rarely, pages are written once
    # for many of them. The log stays at 16 MB.
    "wal_autocheckpoint=4000",
)


def open_engine(url: str) -> Engine:
    """Open `url`: `sqlite:///FILE` or `postgresql://...`. Nothing is connected yet.

    Raises DatabaseUnavailable for what is no address, and DatabaseTooOld when the SQLite library can corrupt
    shared files.
    """
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        raise DatabaseUnavailable(NO_ADDRESS) from None
    if address.drivername not in DRIVERS:
        raise DatabaseUnavailable(NO_ADDRESS)
    if address.get_backend_name() == "sqlite":
        return _open_sqlite(url)
    return create_engine(
        url, pool_size=5, max_overflow=5, pool_pre_ping=True, isolation_level="READ COMMITTED"
    )


def sqlite_url(file: Path) -> str:
    """Return the address of a database file; a folder may be named anything, `%20`, `?` and `#` included."""
    return URL.create("sqlite", database=str(file)).render_as_string(hide_password=False)


def database_file(url: str) -> Path | None:
    """Return the file at this address; None for a server's, and for what is no address."""
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        return None
    is_file = address.get_backend_name() == "sqlite" and address.database
    return Path(str(address.database)) if is_file else None


def sqlite_file(engine: Engine) -> Path | None:
    """Return the database's file, or None where the engine is a server's."""
    if engine.dialect.name != "sqlite" or not engine.url.database:
        return None
    return Path(engine.url.database)


def _open_sqlite(url: str) -> Engine:
    if pysqlite3.dbapi2.sqlite_version_info < SQLITE_AT_LEAST:
        raise DatabaseTooOld(pysqlite3.dbapi2.sqlite_version)
    engine = create_engine(url, module=pysqlite3.dbapi2, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        reads_only = connection.get_execution_options().get("reads_only", False)
        driver: Any = connection.connection.driver_connection
        driver.execute("BEGIN" if reads_only else "BEGIN IMMEDIATE")

    return engine
