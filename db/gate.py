"""A queue in front of SQLite's write lock.

SQLite lets waiting writers sleep for up to 100 ms between tries, so that some starve. One operating-system
lock taken just before BEGIN IMMEDIATE hands the turn over within a millisecond or so. It is for speed
and fairness only: without it, or where the system has no such lock, the database still decides.
"""

import contextlib
import os
import sys
import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path

if sys.platform != "win32":  # Windows has no such lock: SQLite's own waiting must do there.
    import fcntl

WAIT_SECONDS_MAX = 10.0
PAUSE_SECONDS = 0.0005
# Windows has no such flag: there a handle is not inherited anyway.
CLOSED_IN_CHILDREN = getattr(os, "O_CLOEXEC", 0)


class Gate:
    """Lets one writer of one SQLite file through at a time, across threads and processes."""

    def __init__(self, file: Path) -> None:
        self._path = file.with_name(file.name + "-gate")
        self._threads = threading.Lock()
        self._descriptor: int | None = None

    @contextlib.contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for the turn (at most WAIT_SECONDS_MAX, then go on without it) and keep it for the block."""
        has_thread = self._threads.acquire(timeout=WAIT_SECONDS_MAX)
        try:
            lock = self._lock_file()
            _wait(lock)
            try:
                yield
            finally:
                _give_back(lock)
        finally:
            if has_thread:
                self._threads.release()

    def _lock_file(self) -> int:
        """Return the open lock file; it stays open, for opening it takes longer than locking it."""
        if self._descriptor is None:
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | CLOSED_IN_CHILDREN, 0o600)
            weakref.finalize(self, os.close, self._descriptor)
        return self._descriptor


def _give_back(descriptor: int) -> None:
    if sys.platform != "win32":
        fcntl.flock(descriptor, fcntl.LOCK_UN)


def _wait(descriptor: int) -> None:
    if sys.platform == "win32":
        return
    deadline = time.monotonic() + WAIT_SECONDS_MAX
    while time.monotonic() < deadline:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(PAUSE_SECONDS)
        else:
            return
