"""One open transaction, as statements see it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable

from db.actor import Actor
from db.node_clock import Clock

Params = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None


@dataclass(frozen=True, slots=True)
class JournalRecord:
    """One change as it was written: what the log repeats after the commit."""

    desk_id: str
    number: int
    at: datetime
    tag: str
    booking_id: str | None
    clerk: str
    content: Mapping[str, Any]
    # The numbers of the papers that its transaction made, beside the last record of it: for the log.
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One change that the journal gets at the end of the transaction."""

    tag: str
    booking_id: str | None
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Head:
    """The last link of a desk's journal."""

    number: int
    hash: str


@dataclass(slots=True)
class Session:
    """One open transaction: run statements through it; never keep it beyond its block."""

    connection: Connection
    clock: Clock
    home: str
    # Who writes; a block of reads has nobody.
    _actor: Actor | None
    changes: list[Change] = field(default_factory=list)
    records: list[JournalRecord] = field(default_factory=list)
    # The numbers that papers of this transaction took, the last of each series: kind and year.
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    papers: list[str] = field(default_factory=list)
    # Who acts ends their own work here with this very write: their last.
    is_last_act: bool = False
    # Where the desk's chain ended when this program last wrote to it; what it becomes with this transaction.
    head: Head | None = None
    # The drawers whose accounts this transaction has asked for, and whether a hand has to go into one.
    drawers: set[str] = field(default_factory=set)
    opens_drawer: bool = False
    _now: datetime | None = None
    _driver: Any = None
    _on_server: bool | None = None

    @property
    def now(self) -> datetime:
        """The database node's time, read once at first use: after the locks that were taken before it."""
        if self._now is None:
            self._now = self.clock()
        return self._now

    def go_on_at(self, moment: datetime) -> None:
        """The clock was set in this transaction: what it writes is of this moment."""
        self._now = moment

    @property
    def actor(self) -> Actor:
        """Who writes. Raises RuntimeError in a block of reads: nobody acts there."""
        if self._actor is None:
            raise RuntimeError("nobody acts in a block of reads")
        return self._actor

    @property
    def on_server(self) -> bool:
        """Whether the engine is PostgreSQL."""
        if self._on_server is None:
            self._on_server = self.connection.dialect.name == "postgresql"
        return self._on_server

    def execute(self, statement: Executable, params: Params = None) -> CursorResult[Any]:
        """Run one statement."""
        return self.connection.execute(statement, params)

    def cursor(self) -> Any:
        """Return a cursor of the driver itself, inside this transaction: see db/prepared.py."""
        if self._driver is None:
            self._driver = self.connection.connection.driver_connection
        return self._driver.cursor()


def to_json(content: Mapping[str, Any] | Sequence[Any]) -> str:
    """Return `content` as JSON text, the same for the same content: sorted keys, no spaces."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
