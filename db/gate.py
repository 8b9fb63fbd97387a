"""A queue in front of SQLite's write lock.

SQLite lets waiting writers sleep for up to 100 ms between tries, so that some starve. One lock of the
operating system taken just before BEGIN IMMEDIATE hands the turn over within a millisecond or so. It is for
speed and fairness only: where it can't be had, the database still decides.
"""

import contextlib
import os
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

from portalocker import LockException, LockFlags, lock, unlock

WAIT_SECONDS_MAX = 10.0
PAUSE_SECONDS = 0.0005
# Somebody keeps the file, perhaps for good: paying the wait at every write would be worse than no queue.
WITHOUT_SECONDS = 60.0
TRIED = LockFlags.EXCLUSIVE | LockFlags.NON_BLOCKING


class Gate:
    """Lets one writer of one SQLite file through at a time, across threads and processes.

    `clock` and `pause` are in seconds; the clock is one that nobody can set.
    """

    def __init__(
        self,
        file: Path,
        *,
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._file = file
        self._path = file.with_name(file.name + "-gate")
        self._clock = clock
        self._pause = pause
        self._threads = threading.Lock()
        self._descriptor: int | None = None
        self._without_until = clock()

    @contextlib.contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for the turn, at most WAIT_SECONDS_MAX, and keep it for the block.

        After one wait in vain, or where the file can't be had at all, every block goes on without a turn for
        WITHOUT_SECONDS; then it is tried again.
        """
        if self._clock() < self._without_until:
            yield
            return
        has_thread = self._threads.acquire(timeout=WAIT_SECONDS_MAX)
        try:
            taken = self._take() if has_thread else None
            try:
                yield
            finally:
                _give_back(taken)
        finally:
            if has_thread:
                self._threads.release()

    def _take(self) -> int | None:
        """Return the locked file, or None where the block must go on without."""
        deadline = self._clock() + WAIT_SECONDS_MAX
        # Whoever waited behind the thread that has just waited in vain need not wait as well.
        while self._without_until <= self._clock() < deadline:
            try:
                descriptor = self._lock_file()
                lock(descriptor, TRIED)
            except LockException:
                self._pause(PAUSE_SECONDS)
            except OSError:
                break
            else:
                return descriptor
        self._without_until = max(self._without_until, self._clock() + WITHOUT_SECONDS)
        return None

    def _lock_file(self) -> int:
        """Return the open lock file; it stays open, for opening it takes longer than locking it."""
        if self._descriptor is None:
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, self._mode())
            weakref.finalize(self, os.close, self._descriptor)
        return self._descriptor

    def _mode(self) -> int:
        """For its user, and for the group that may write the database, as SQLite does with its own files."""
        with contextlib.suppress(OSError):
            return 0o600 | (self._file.stat().st_mode & 0o060)
        return 0o600


def _give_back(descriptor: int | None) -> None:
    if descriptor is not None:
        # The block has been committed by now: what goes wrong here must not look like a write that failed.
        try:
            unlock(descriptor)
        except (LockException, OSError):
            return
