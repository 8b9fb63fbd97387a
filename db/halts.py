"""Halts: what keeps this program from writing, asked by every write before it begins."""

from __future__ import annotations

import threading
from collections.abc import Callable

from db.errors import DatabaseBusy, DatabaseTrouble
from db.halt import Halt, HaltKind, Purpose

ORDER = tuple(HaltKind)
# A file of some GB is read in less; after that the write is refused, and may be tried again.
CHECK_SECONDS_MAX = 60.0


class WritesHalted(DatabaseTrouble):
    """Nothing was written: `halt` says why."""

    def __init__(self, halt: Halt) -> None:
        super().__init__(halt.kind)
        self.halt = halt


class Halts:
    """Safe to share between threads. `changed` is told after a halt came or went, in the thread of that."""

    def __init__(self) -> None:
        self.changed: Callable[[], None] = lambda: None
        self._lock = threading.Lock()
        self._halts: dict[HaltKind, Halt] = {}
        self._checked = threading.Event()
        self._checked.set()

    @property
    def current(self) -> tuple[Halt, ...]:
        """What halts the desk now, the most serious first."""
        with self._lock:
            return tuple(sorted(self._halts.values(), key=lambda halt: ORDER.index(halt.kind)))

    @property
    def is_checking(self) -> bool:
        """Whether the check of the start is under way: the first write waits for it."""
        return not self._checked.is_set()

    def check_begins(self) -> None:
        """Let writes wait until `check_ends`."""
        self._checked.clear()
        self.changed()

    def check_ends(self) -> None:
        """Let writes go on, as far as no halt refuses them."""
        self._checked.set()
        self.changed()

    def put(self, halt: Halt) -> None:
        """Halt for this reason, in place of an older halt of its kind."""
        with self._lock:
            is_new = self._halts.get(halt.kind) != halt
            self._halts[halt.kind] = halt
        if is_new:
            self.changed()

    def lift(self, kind: HaltKind) -> None:
        """The reason is gone."""
        with self._lock:
            was_there = self._halts.pop(kind, None) is not None
        if was_there:
            self.changed()

    def admit(self, purpose: Purpose) -> None:
        """Return when a write for this purpose may begin.

        Waits for the check of the start. Raises WritesHalted, and DatabaseBusy when the check takes too long.
        """
        if purpose is Purpose.REMEDY:
            return
        if not self._checked.wait(CHECK_SECONDS_MAX):
            raise DatabaseBusy("the books are still being checked")
        for halt in self.current:
            if purpose in halt.refused:
                raise WritesHalted(halt)
