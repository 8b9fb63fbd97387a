"""How the database answers: when it did last, and for how long a call has been waiting."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime

from db.errors import DatabaseBusy, DatabaseUnavailable
from db.node_clock import wall_clock
from db.reach import Reach, ServerState

# A write that waits for another program so long is told of, and others need not queue up behind it.
LOCKED_AFTER_SECONDS = 3.0
# Two looks in vain: what may take minutes is waited for no longer.
GIVEN_UP_AFTER_SECONDS = 6.0


class CallWatch:
    """Safe to share between threads. `changed` is told after `reach` became another, in that thread."""

    def __init__(
        self, *, clock: Callable[[], float] = time.monotonic, wall: Callable[[], datetime] = wall_clock
    ) -> None:
        self.changed: Callable[[Reach | None, Reach | None], None] = lambda _before, _now: None
        self._clock = clock
        self._wall = wall
        self._lock = threading.Lock()
        self._reach: Reach | None = None
        self._calls: dict[object, float] = {}
        self._waiting: dict[object, float] = {}
        self._answered = (clock(), wall())

    @property
    def reach(self) -> Reach | None:
        """What is known now; None for a file that nobody keeps, and where nothing watches."""
        return self._reach

    @property
    def oldest_seconds(self) -> float:
        """For how long the oldest call has been under way; 0 when there is none."""
        return self._age(self._calls)

    @property
    def waiting_seconds(self) -> float:
        """For how long the oldest write has been waiting for its turn; 0 when there is none."""
        return self._age(self._waiting)

    def admit(self) -> None:
        """Raise at once what would only be waited for: nothing hangs on what is known not to answer."""
        reach = self._reach
        if reach is None:
            return
        if reach.state is ServerState.SILENT:
            raise DatabaseUnavailable(f"the server has been silent since {reach.since.isoformat()}")

    def has_given_up(self) -> bool:
        """Whether the server has been silent for so long that a long call under way ends too."""
        reach = self._reach
        is_silent = reach is not None and reach.state is ServerState.SILENT
        return is_silent and self._clock() - self._answered[0] > GIVEN_UP_AFTER_SECONDS

    @contextlib.contextmanager
    def call(self, *, writes: bool) -> Iterator[Callable[[], None]]:
        """Follow one call; what it gives is called when its turn has come and statements can run.

        Raises DatabaseBusy at once where another write has been waiting for its turn too long already.
        """
        self.admit()
        if writes and self.waiting_seconds > LOCKED_AFTER_SECONDS:
            raise DatabaseBusy("another program keeps the database")
        one, now = object(), self._clock()
        with self._lock:
            self._calls[one] = now
            if writes:
                self._waiting[one] = now
        try:
            yield lambda: self._has_begun(one)
            self.answered()
        finally:
            with self._lock:
                self._calls.pop(one, None)
                self._waiting.pop(one, None)

    def answered(self) -> None:
        """Note an answer of this moment."""
        self._answered = (self._clock(), self._wall())

    def found(self, state: ServerState | None) -> None:
        """Note what a look at the server has found; None: nothing to tell of."""
        if state is not ServerState.SILENT and state is not ServerState.LOCKED:
            self.answered()
        with self._lock:
            before = self._reach
            if (before.state if before is not None else None) is state:
                return
            since = self._answered[1] if state is ServerState.SILENT else self._wall()
            self._reach = now = Reach(state, since) if state is not None else None
        self.changed(before, now)

    def has_answered_since(self, moment: float) -> bool:
        """Whether any call was answered after `moment` of the clock: one look in vain proves no silence."""
        return self._answered[0] > moment

    def _has_begun(self, one: object) -> None:
        with self._lock:
            self._waiting.pop(one, None)

    def _age(self, calls: dict[object, float]) -> float:
        with self._lock:
            return self._clock() - min(calls.values()) if calls else 0.0
