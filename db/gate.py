"""A queue in front of SQLite's write lock.

SQLite lets waiting writers sleep for up to 100 ms between tries, so that some starve. One operating-system
lock taken just before BEGIN IMMEDIATE hands the turn over within a millisecond or so. It is for speed
and fairness only: without it, or where the system has no such lock, the database still decides.
"""

import contextlib
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

if sys.platform != "win32":  # Windows has no such lock: SQLite's own waiting must do there.
    import fcntl

WAIT_SECONDS_MAX = 10.0
PAUSE_SECONDS = 0.0005


class Gate:
    """Lets one writer of one SQLite file through at a time, across threads and processes."""

    def __init__(self, file: Path) -> None:
        self._path = file.with_name(file.name + "-gate")
        self._threads = threading.Lock()

    @contextlib.contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for the turn (at most WAIT_SECONDS_MAX, then go on without it) and keep it for the block."""
        has_thread = self._threads.acquire(timeout=WAIT_SECONDS_MAX)
        try:
            with self._path.open("ab") as lock:
                _wait(lock.fileno())
                yield  # closing the file gives the lock back
        finally:
            if has_thread:
                self._threads.release()


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
