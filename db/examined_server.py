"""Asks a PostgreSQL server what it is, in a transaction that can't write, and how long it takes to answer."""

import statistics
import time
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, create_engine, func, inspect, select, text

from db import moved, moving_books
from db.migrate import current_revision
from db.moved import Moved
from db.moving_books import NEW_SERVER_CLOCK
from db.schema import desk, journal
from db.schema.columns import from_microseconds
from db.troubles import translated

CONNECT_SECONDS = 4
STATEMENT_MS = 6_000
ROUND_TRIPS = 7


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """What it said. `standbys`: how many confirm commits now; None where this role may not see it."""

    place: str
    version: str
    now: datetime
    round_trip_seconds: float
    has_checksums: bool
    is_standby: bool
    waits_for_standby: bool
    standbys: int | None
    revision: str | None = None
    last_at: datetime | None = None
    gone: Moved | None = None


def examine_server(url: str) -> ServerFacts:
    """Ask the server at `url`. Raises DatabaseTrouble where it can't be reached or does not answer."""
    place = moving_books.open_side(url)
    place.dispose()
    options = f"-c default_transaction_read_only=on -c statement_timeout={STATEMENT_MS}"
    arguments = {"connect_timeout": CONNECT_SECONDS, "options": options}
    engine = create_engine(place.url, connect_args=arguments)
    try:
        with translated(engine), engine.connect() as connection:
            return _asked(connection, moving_books.shown(engine))
    finally:
        engine.dispose()


def _asked(connection: Connection, place: str) -> ServerFacts:
    took = []
    for _ in range(ROUND_TRIPS):
        begun = time.perf_counter()
        connection.execute(text("SELECT 1")).scalar_one()
        took.append(time.perf_counter() - begun)
    revision = current_revision(connection)
    has_books = revision is not None and {"desk", "journal"} <= set(inspect(connection).get_table_names())
    last = select(func.max(journal.c.at, type_=journal.c.at.type)).select_from(desk.outerjoin(journal))
    return ServerFacts(
        place=place,
        version=_shows(connection, "server_version"),
        now=from_microseconds(connection.execute(NEW_SERVER_CLOCK).scalar_one()),
        round_trip_seconds=statistics.median(took),
        has_checksums=_shows(connection, "data_checksums") == "on",
        is_standby=connection.execute(text("SELECT pg_is_in_recovery()")).scalar_one(),
        waits_for_standby=bool(_shows(connection, "synchronous_standby_names")),
        standbys=_standbys(connection),
        revision=revision,
        last_at=connection.execute(last).scalar() if has_books else None,
        gone=moved.find(connection) if has_books else None,
    )


def _shows(connection: Connection, setting: str) -> str:
    return str(connection.execute(text(f"SHOW {setting}")).scalar_one())


def _standbys(connection: Connection) -> int | None:
    """Return how many standbys confirm commits; a role without the right sees rows without a state."""
    states = connection.execute(text("SELECT sync_state FROM pg_stat_replication")).scalars().all()
    known = [state for state in states if state is not None]
    if len(known) < len(states):
        return None
    return sum(state in ("sync", "quorum") for state in known)
