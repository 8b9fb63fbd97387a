"""Counts what an act says to its engine, at the driver: prepared statements go past SQLAlchemy."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TextIO

from sqlalchemy import event

from db.database import Database


@dataclass(frozen=True, slots=True)
class Said:
    """Statements include BEGIN, COMMIT and ROLLBACK. A file has no round trips: they are 0 there."""

    statements: int
    round_trips: int

    def __sub__(self, before: "Said") -> "Said":
        return Said(self.statements - before.statements, self.round_trips - before.round_trips)


@contextmanager
def traced(database: Database) -> Iterator[Callable[[], Said]]:
    """Return what tells how much has been said since the block began."""
    # Connections that are kept from before the block would say nothing.
    database.close()
    if database.engine.dialect.name == "sqlite":
        told: list[str] = []
        with _each_connection(database, lambda driver: driver.set_trace_callback(told.append)):
            # What a trigger does is told as a comment.
            yield lambda: Said(sum(not sql.startswith("--") for sql in told), 0)
        return
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as log,
        _each_connection(database, lambda driver: driver.pgconn.trace(log.fileno())),
    ):
        yield lambda: _from_log(log)


@contextmanager
def _each_connection(database: Database, begin: Callable[[Any], object]) -> Iterator[None]:
    def connected(driver: Any, *_: object) -> None:
        begin(driver)

    event.listen(database.engine, "connect", connected)
    try:
        yield
    finally:
        event.remove(database.engine, "connect", connected)
        database.close()


def _from_log(log: TextIO) -> Said:
    """libpq writes each message down: F to the server, B from it; a trip ends with ReadyForQuery."""
    statements = round_trips = 0
    log.seek(0)
    for line in log:
        _, side, _, message, *_ = [*line.split("\t"), "", "", "", ""]
        name = message.split()[0] if message.strip() else ""
        statements += side == "F" and name in ("Query", "Execute")
        round_trips += side == "B" and name == "ReadyForQuery"
    return Said(statements, round_trips)
