"""Copies whole books into another database, of either engine, in one transaction; and takes a table's digest.

Rows go as the driver gives them and as the driver takes them, without a column's type between: both engines
hold whole numbers and text only. The digest is a sum over the rows, so that no engine has to sort them.
"""

import contextlib
import hashlib
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from psycopg import sql
from sqlalchemy import (
    Connection,
    Engine,
    Table,
    TableClause,
    column,
    func,
    insert,
    inspect,
    select,
    table,
    text,
    update,
)
from sqlalchemy.engine import URL

from db import audits, moved
from db.database import SERVER_CLOCK
from db.engine import database_file, open_engine, sqlite_file, sqlite_url
from db.migrate import ADVISORY_LOCK, LATEST, UNFINISHED, alembic_config, current_revision
from db.node_clock import Clock, NodeClock, wall_clock
from db.patience import LONG, OPTION
from db.schema import booking, desk, entry, metadata, node, payment, setting
from db.schema.columns import from_microseconds
from db.session import Session, to_json
from db.states import BookingState

Place = Engine
Opened = Connection

BATCH = 5_000
DIGEST_BELOW = 2**256
NEEDED_ENCODING = "UTF8"
NEW_SERVER_CLOCK = text("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint")


@dataclass(frozen=True, slots=True)
class TableSum:
    """What one table holds: the count of its rows and a digest that any other row or value changes."""

    name: str
    rows: int
    digest: str


@dataclass(frozen=True, slots=True)
class ChainEnd:
    """The last link of a desk's journal."""

    desk_code: str
    number: int
    hash: str


@dataclass(frozen=True, slots=True)
class Times:
    """The time at the old place, and how far the new place's clock is before it."""

    old: datetime
    ahead: timedelta


def open_side(url: str) -> Engine:
    """Open one side of a move. Raises DatabaseUnavailable for what is no address."""
    engine = open_engine(url)
    return engine.execution_options(**{OPTION: LONG}) if sqlite_file(engine) is None else engine


def is_there(url: str) -> bool:
    """Whether the file is there; a server's database is asked later."""
    file = database_file(url)
    return file is None or file.is_file()


def shown(engine: Engine) -> str:
    """Return where the books are, for people: a path, or an address without password and options."""
    file = sqlite_file(engine)
    if file:
        return str(file.absolute())
    url = engine.url
    kept = {name: value for name, value in url.query.items() if name in ("host", "port")}
    bare = URL.create("postgresql", url.username, None, url.host, url.port, url.database, kept)
    return bare.render_as_string()


def address(place: str) -> str:
    """Return the address of what `shown` returned, or what somebody typed: an address or a file."""
    return place if "://" in place else sqlite_url(Path(place))


@contextlib.contextmanager
def locked(engine: Engine) -> Iterator[Connection]:
    """Keep everybody from writing for the block; SQLite does it for every block that may write."""
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            names = sorted(set(inspect(connection).get_table_names()) & set(metadata.tables))
            connection.execute(text("SET LOCAL lock_timeout = '15s'"))
            if names:
                connection.exec_driver_sql(f"LOCK TABLE {', '.join(names)} IN SHARE ROW EXCLUSIVE MODE")
        yield connection


def has_tables(connection: Connection) -> bool:
    """Whether anything is there already, ours or not."""
    return bool(inspect(connection).get_table_names() or inspect(connection).get_view_names())


def encoding(connection: Connection) -> str:
    """Return in what the database keeps its texts."""
    if connection.dialect.name != "postgresql":
        return NEEDED_ENCODING
    return str(connection.execute(text("SHOW server_encoding")).scalar_one())


def make_schema(connection: Connection) -> None:
    """Make every table as the migrations make it; no program opens the books before `open_up`."""
    from alembic import command

    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})
    command.upgrade(alembic_config(connection), LATEST)
    _say_schema(connection, UNFINISHED)


def drop_schema(connection: Connection) -> None:
    """Take away what a move left that did not come to its end."""
    metadata.drop_all(connection)
    connection.execute(text("DROP TABLE alembic_version"))


def is_unfinished(connection: Connection) -> bool:
    """Whether a move into this place did not come to its end."""
    return current_revision(connection) == UNFINISHED


def open_up(connection: Connection) -> None:
    """Let programs open what was proved, with the clock of the new place and nothing set at the old one."""
    _say_schema(connection, LATEST)
    connection.execute(update(node).values(boot_id="", clock_offset_us=0, clock_doubt="", clock_doubt_us=0))


def home(connection: Connection) -> str:
    """Return the node that the rows are of."""
    return str(connection.execute(select(node.c.id)).scalar_one())


def times_of(
    source: Engine, target: Engine, source_clock: Clock | None = None, target_clock: Clock | None = None
) -> Times:
    """Compare the clocks of both places; the given ones take their place. The round trips are taken out."""
    old = source_clock or _clock_of(source, is_new=False)
    new = target_clock or _clock_of(target, is_new=True)
    new()  # connects
    before, there, after = old(), new(), old()
    return Times(after, there - (before + (after - before) / 2))


def count_live_holds(connection: Connection, now: datetime) -> int:
    """Return how many holds have not ended."""
    live = (booking.c.state == BookingState.HELD) & (booking.c.expires_at > now)
    return int(connection.execute(select(func.count()).select_from(booking).where(live)).scalar_one())


def chain_ends(connection: Connection) -> tuple[ChainEnd, ...]:
    """Return where the journal of each desk ends."""
    columns = select(desk.c.code, desk.c.journal_number, desk.c.journal_hash)
    return tuple(ChainEnd(*row) for row in connection.execute(columns.order_by(desk.c.code)))


def counts(connection: Connection) -> tuple[int, ...]:
    """Return how many acts have been written: not every one of them has a record in the journal."""
    return tuple(
        int(connection.execute(select(func.count()).select_from(one)).scalar_one())
        for one in (booking, payment, entry)
    )


def audit(connection: Connection, now: datetime) -> Iterator[audits.Finding]:
    """Run every check as of one moment; faults come sorted, for engines find them in their own order."""
    for found in audits.run_checks(Session(connection, lambda: now, "", None)):
        yield audits.Finding(found.name, found.checked_count, tuple(sorted(found.faults)))


def analyze(connection: Connection) -> None:
    """Tell the server's planner what has come in: the audit of a million rows depends on it."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("ANALYZE"))


def tables() -> Iterator[Table]:
    """Every table of the books, each after those that it refers to."""
    yield from metadata.sorted_tables


def copy(source: Connection, target: Connection, one: Table) -> TableSum:
    """Copy all rows of a table and return what was read."""
    sum_up = _Sum()
    with closing(_rows(source, one)) as found:
        rows = map(sum_up.add, found)
        if target.dialect.name == "postgresql":
            _copy_in(target, one, rows)
        else:
            names = [known.name for known in one.c]
            while batch := [dict(zip(names, row, strict=True)) for row in islice(rows, BATCH)]:
                target.execute(insert(_bare(one)), batch)
    return TableSum(one.name, sum_up.rows, sum_up.digest)


def sum_of(connection: Connection, one: Table) -> TableSum:
    """Read a whole table and return what it holds."""
    sum_up = _Sum()
    for row in _rows(connection, one):
        sum_up.add(row)
    return TableSum(one.name, sum_up.rows, sum_up.digest)


class _Sum:
    """Adds up the hashes of rows: the order does not matter, and a row that stands twice is counted twice."""

    def __init__(self) -> None:
        self.rows = 0
        self._sum = 0

    def add(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        self.rows += 1
        self._sum += int.from_bytes(hashlib.sha256(to_json(row).encode()).digest())
        return row

    @property
    def digest(self) -> str:
        return f"{self._sum % DIGEST_BELOW:064x}"


def _bare(one: Table) -> TableClause:
    """Return the table without its columns' types."""
    return table(one.name, *(column(known.name) for known in one.c))


def _say_schema(connection: Connection, revision: str) -> None:
    connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})


def _rows(connection: Connection, one: Table) -> Generator[tuple[Any, ...], None, None]:
    statement = select(_bare(one))
    if one is setting:  # where the books went is no part of them
        statement = statement.where(column("name") != moved.SETTING)
    # A copy that is given up leaves no cursor open on the server.
    with connection.execute(statement, execution_options={"yield_per": BATCH}) as rows:
        for row in rows:
            yield tuple(row)


def _clock_of(engine: Engine, *, is_new: bool) -> Clock:
    """Return the clock by which a hold ends there; a file that comes to be takes this machine's."""
    is_file = engine.dialect.name == "sqlite"
    if is_file and is_new:
        return wall_clock
    kept = NodeClock(engine) if is_file else None
    # Nothing of the books is there yet.
    server_clock = NEW_SERVER_CLOCK if is_new else SERVER_CLOCK

    def now() -> datetime:
        with engine.connect().execution_options(reads_only=True) as connection:
            if kept is not None:
                return kept.read(connection)
            return from_microseconds(connection.execute(server_clock).scalar_one())

    return now


def _copy_in(target: Connection, one: Table, rows: Iterable[tuple[Any, ...]]) -> None:
    columns = sql.SQL(", ").join(sql.Identifier(known.name) for known in one.c)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(one.name), columns)
    driver: Any = target.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(statement) as into:
        for row in rows:
            into.write_row(row)
