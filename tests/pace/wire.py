"""Counts what an act asks of its database, at the driver: SQLAlchemy's own events miss db/prepared.py."""

import contextlib
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import event
from sqlalchemy.pool import Pool

# Lines of libpq's trace: the client's (F) statements, and the server's (B) word that it waits for the next.
STATEMENT = re.compile(rb"^F\t\d+\t(?:Query|Execute)\t", re.MULTILINE)
TRIP = re.compile(rb"^B\t\d+\tReadyForQuery\t", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Count:
    """Statements with BEGIN, COMMIT and ROLLBACK; and how often the desk waited for a server."""

    statements: int = 0
    trips: int = 0

    def __sub__(self, before: "Count") -> "Count":
        return Count(self.statements - before.statements, self.trips - before.trips)


class Wire:
    """Every connection that is made while it listens, and what went over them so far."""

    def __init__(self) -> None:
        self._statements_in_file = 0
        self._traces: list[Any] = []

    def connected(self, driver: Any, _record: object) -> None:
        """Follow a new connection of either driver."""
        if hasattr(driver, "set_trace_callback"):
            driver.set_trace_callback(self._ran)
            return
        trace = tempfile.TemporaryFile()  # noqa: SIM115  libpq writes to it as long as the connection lives
        driver.pgconn.trace(trace.fileno())
        driver.pgconn.set_trace_flags(1)  # without time stamps
        self._traces.append(trace)

    def count(self) -> Count:
        """Return what went over all connections since they were made."""
        statements, trips = self._statements_in_file, 0
        for trace in self._traces:
            trace.seek(0)
            said = trace.read()
            statements += len(STATEMENT.findall(said))
            trips += len(TRIP.findall(said))
        return Count(statements, trips)

    def _ran(self, statement: str) -> None:
        # A line like a comment is what a trigger does inside the statement before it.
        self._statements_in_file += not statement.startswith("--")


@contextlib.contextmanager
def listening() -> Iterator[Wire]:
    """Follow every connection made in the block, whichever engine makes it."""
    wire = Wire()
    event.listen(Pool, "connect", wire.connected)
    try:
        yield wire
    finally:
        event.remove(Pool, "connect", wire.connected)
        for trace in wire._traces:
            trace.close()
