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
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

from db.checksums import load as load_checksums
from db.errors import DatabaseTooOld, DatabaseUnavailable
from db.server_engine import open_server, server_address

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


def open_engine(url: str, *, verify: bool = True) -> Engine:
    """Open `url`: `sqlite:///FILE` or `postgresql://...`. Nothing is connected yet.

    Without `verify` a file's pages are read whatever their checksums say: for those that another program has
    written without them. Several hosts may be named: `postgresql://desk@a,b/name`. Raises DatabaseUnavailable
    for what is no address, and DatabaseTooOld when the SQLite library can corrupt shared files.
    """
    try:
        address = server_address(url)
        if address.drivername not in DRIVERS:
            raise DatabaseUnavailable(NO_ADDRESS)
        return (
            open_server(address)
            if address.get_backend_name() == "postgresql"
            else _open_sqlite(url, verify=verify)
        )
    except (ArgumentError, ValueError):
        raise DatabaseUnavailable(NO_ADDRESS) from None


def sqlite_url(file: Path) -> str:
    """Return the address of a database file; a folder may be named anything, `%20`, `?` and `#` included."""
    return URL.create("sqlite", database=str(file)).render_as_string(hide_password=False)


def file_of(url: str) -> Path | None:
    """Return the file of an address, None for a server's. Raises DatabaseUnavailable as open_engine does."""
    engine = open_engine(url)
    engine.dispose()
    return sqlite_file(engine)


def database_file(url: str) -> Path | None:
    """Return the file at this address; None for a server's, and for what is no address."""
    try:
        return file_of(url)
    except DatabaseUnavailable:
        return None


def sqlite_file(engine: Engine) -> Path | None:
    """Return the database's file, or None where the engine is a server's."""
    if engine.dialect.name != "sqlite" or not engine.url.database:
        return None
    return Path(engine.url.database)


def place_of(engine: Engine) -> str:
    """Return where the books lie, without who opens them: a whole path, or server and name."""
    file = sqlite_file(engine)
    if file is not None:
        return str(file.resolve())
    address = engine.url
    named = address.query.get("host", "")
    host = address.host or (named if isinstance(named, str) else ",".join(named))
    return f"postgresql://{host}:{address.port or ''}/{address.database or ''}"


def _open_sqlite(url: str, *, verify: bool) -> Engine:
    if pysqlite3.dbapi2.sqlite_version_info < SQLITE_AT_LEAST:
        raise DatabaseTooOld(pysqlite3.dbapi2.sqlite_version)
    load_checksums()  # or the file is read and written without
    engine = create_engine(url, module=pysqlite3.dbapi2, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        if not verify:  # before anything that reads a page
            connection.execute("PRAGMA checksum_verification = OFF")
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        reads_only = connection.get_execution_options().get("reads_only", False)
        driver: Any = connection.connection.driver_connection
        driver.execute("BEGIN" if reads_only else "BEGIN IMMEDIATE")

    return engine
