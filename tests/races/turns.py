"""Lets two threads run one step at a time, in an order that a seed decides."""

import contextlib
import random
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import CursorResult, Executable

from db.actor import Actor
from db.database import Database
from db.halt import Purpose
from db.patience import AT_THE_COUNTER, Patience
from db.session import Params, Session

# Whose turn it is may wait for a lock that the other has: then the other goes on.
STUCK_SECONDS = 0.002


@dataclass
class Turns:
    """Hands the turn to one of the threads that wait for it."""

    dice: random.Random
    live: set[str]
    waiting: set[str] = field(default_factory=set)
    turn: str = ""
    condition: threading.Condition = field(default_factory=threading.Condition)

    def step(self, who: str) -> None:
        """Wait for the turn."""
        with self.condition:
            self.waiting.add(who)
            self._pick(only_when_all=True)
            while self.turn != who:
                if not self.condition.wait(STUCK_SECONDS) and self.turn not in self.waiting:
                    self._pick(only_when_all=False)
            self.waiting.discard(who)
            self.turn = f"{who} runs"

    def done(self, who: str) -> None:
        """Take part no longer."""
        with self.condition:
            self.live.discard(who)
            self.waiting.discard(who)
            self._pick(only_when_all=True)

    def _pick(self, *, only_when_all: bool) -> None:
        if self.waiting and (not only_when_all or self.waiting >= self.live):
            self.turn = self.dice.choice(sorted(self.waiting))
            self.condition.notify_all()


@dataclass
class EdgeClock:
    """A clock that both threads read; each reading moves it on by a few microseconds or not at all."""

    now: datetime
    dice: random.Random
    step_microseconds: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self) -> datetime:
        """Return the time, and let some pass."""
        with self.lock:
            self.now += timedelta(microseconds=self.dice.randint(0, self.step_microseconds))
            return self.now


@dataclass(slots=True)
class SteppedSession(Session):
    """A transaction that asks for its turn before each statement."""

    turns: Turns | None = None
    who: str = ""

    def execute(self, statement: Executable, params: Params = None) -> CursorResult[Any]:
        """Run one statement, in turn."""
        if self.turns:
            self.turns.step(self.who)
        return self.connection.execute(statement, params)

    def cursor(self) -> Any:
        """Return a cursor of the driver, in turn."""
        if self.turns:
            self.turns.step(self.who)
        return Session.cursor(self)


class SteppedDatabase(Database):
    """A desk whose transactions begin in turn; on a server each of their statements does, too.

    SQLite lets one writer in at a time, so that the order of the transactions is all there is to choose.
    """

    turns: Turns | None = None
    who = ""

    @contextlib.contextmanager
    def write(
        self, actor: Actor, purpose: Purpose = Purpose.WORK, patience: Patience = AT_THE_COUNTER
    ) -> Iterator[Session]:
        """Begin in turn."""
        if self.turns:
            self.turns.step(self.who)
        with super().write(actor, purpose, patience) as session:
            yield session

    def _session(self, connection: Any, actor: Actor | None) -> Session:
        plain = super()._session(connection, actor)
        if not plain.on_server or self.turns is None:
            return plain
        given = (plain.connection, plain.clock, plain.home, actor)
        return SteppedSession(*given, turns=self.turns, who=self.who)
