"""One log file for several programs: each line is one append, and no line is lost when it is rotated.

The standard library's rotating handler keeps its file open: when another program renames it, two of them
rename and delete each other's. Here every writer looks before each line whether the name still means the
file that it has open, and rotates only under a lock that nobody waits for.
"""

import contextlib
import logging
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from portalocker import LockException, LockFlags, lock, unlock

TRIED = LockFlags.EXCLUSIVE | LockFlags.NON_BLOCKING
# As far as the program's own mask lets it: for this user alone, or for the group of a shared folder.
MODE = 0o660
LINE_SECONDS = 0.5
PAUSE_SECONDS = 0.001
# Windows has no append of its own: two writers would write at one place.
LOCKS_EACH_LINE = sys.platform == "win32"


class SharedLogFile(logging.Handler):
    """Appends to `file`; at `bytes_max` it becomes `file.1`, and so on up to `kept`.

    A log that can't be written stops nobody: that is said once on the error output, it is tried again with
    every line, and the number of lost lines is written when it works again.
    """

    def __init__(self, file: Path, *, bytes_max: int, kept: int) -> None:
        super().__init__()
        self._file = file
        # Beside the logs, but not one of them: whoever reads all of counterfoil.log* need not know it.
        self._lock_file = file.with_name("rotation.lock")
        self._bytes_max = bytes_max
        self._kept = kept
        self._descriptor: int | None = None
        self._holds_lock = False
        self._torn = False
        self._lost = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line. Never raises."""
        try:
            line = self.format(record).replace("\n", "\\n")
        except Exception:  # noqa: BLE001  a value that can't be shown must not stop what is logged
            line = f'{{"event": "LOG_UNREADABLE", "logger": "{record.name}", "line": {record.lineno}}}'
        try:
            if self._lost:
                lost = f'{{"event": "LOG_LOST", "lines": {self._lost}, "logger": "counterfoil"}}'
                self._append(lost)
                self._lost = 0
            self._append(line)
        except (OSError, ValueError) as error:
            self._say_once(error)
            self._lost += 1

    def close(self) -> None:
        """Close the file; a later line opens it again."""
        self._let_go()
        super().close()

    def _append(self, line: str) -> None:
        data = (("\n" if self._torn else "") + line + "\n").encode("utf-8", "backslashreplace")
        with self._locked() if LOCKS_EACH_LINE else contextlib.nullcontext():
            descriptor = self._current()
            self._torn = True
            written = os.write(descriptor, data)
            if written < len(data):
                raise OSError("the log is full")
            self._torn = False

    def _current(self) -> int:
        """Return the open file that has the name now, rotated if it has grown too large."""
        if self._descriptor is not None and not self._is_named(self._descriptor):
            self._let_go()
        descriptor = self._open()
        if os.fstat(descriptor).st_size >= self._bytes_max:
            self._rotate()
            descriptor = self._open()
        return descriptor

    def _open(self) -> int:
        if self._descriptor is None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
            self._descriptor = os.open(self._file, flags, MODE)
        return self._descriptor

    def _is_named(self, descriptor: int) -> bool:
        try:
            named = self._file.stat()
        except FileNotFoundError:
            return False
        mine = os.fstat(descriptor)
        return (named.st_dev, named.st_ino) == (mine.st_dev, mine.st_ino)

    def _rotate(self) -> None:
        """Move every file on by one. Whoever finds it locked goes on with the old one for a line more."""
        with self._locked() as is_mine:
            # Somebody else may have done it while the lock was taken.
            if not is_mine or self._file.stat().st_size < self._bytes_max:
                self._let_go()
                return
            self._let_go()
            # Windows moves no file that another program has open; then it grows until it does.
            with contextlib.suppress(PermissionError, FileNotFoundError):
                for number in range(self._kept - 1, 0, -1):
                    with contextlib.suppress(FileNotFoundError):
                        self._numbered(number).replace(self._numbered(number + 1))
                self._file.replace(self._numbered(1))

    def _numbered(self, number: int) -> Path:
        return self._file.with_name(f"{self._file.name}.{number}")

    @contextlib.contextmanager
    def _locked(self) -> Iterator[bool]:
        """Hold the lock if it can be had at once; on Windows, where each line wants it, within a moment."""
        if self._holds_lock:
            yield True
            return
        descriptor = os.open(self._lock_file, os.O_RDWR | os.O_CREAT, MODE)
        try:
            self._holds_lock = _try_lock(descriptor, LINE_SECONDS if LOCKS_EACH_LINE else 0.0)
            try:
                yield self._holds_lock
            finally:
                if self._holds_lock:
                    unlock(descriptor)
                self._holds_lock = False
        finally:
            os.close(descriptor)

    def _let_go(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _say_once(self, error: Exception) -> None:
        self._let_go_quietly()
        if self._lost == 0 and sys.stderr is not None:
            with contextlib.suppress(OSError, ValueError):
                reason = getattr(error, "strerror", None) or error
                sys.stderr.write(f"The log {self._file} can't be written ({reason}). Sales go on.\n")

    def _let_go_quietly(self) -> None:
        with contextlib.suppress(OSError):
            self._let_go()
        self._descriptor = None


def _try_lock(descriptor: int, seconds: float) -> bool:
    last = time.monotonic() + seconds
    while True:
        try:
            lock(descriptor, TRIED)
        except (LockException, OSError):
            if time.monotonic() >= last:
                return False
            time.sleep(PAUSE_SECONDS)
        else:
            return True
