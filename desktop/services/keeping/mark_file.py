"""The mark of one desk as a file: one line a commit, appended; torn lines are passed over."""

import errno
import json
import os
import threading
import zlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from db.mark import Mark

# A line has some 200 bytes. Older ones tell where another history began.
LINES_KEPT = 500
CUT_AFTER = 5_000


class MarkUnreadable(Exception):
    """The file is there and holds no whole line."""


class MarkFile:
    """Safe to share between threads, and between the programs of one desk."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._descriptor: int | None = None
        self._appended = 0

    def read(self) -> tuple[Mark, ...]:
        """Return the marks in the order of their numbers, () without a file.

        Raises MarkUnreadable and OSError.
        """
        try:
            lines = self._file.read_bytes().splitlines()
        except FileNotFoundError:
            return ()
        marks = [mark for line in lines if (mark := _from_line(line)) is not None]
        if not marks:
            raise MarkUnreadable(str(self._file))
        if len(lines) > CUT_AFTER:
            self.replace(marks)
        return tuple(sorted(marks, key=lambda mark: mark.number))

    def append(self, mark: Mark) -> None:
        """Write one line more. Raises OSError."""
        with self._lock:
            descriptor = self._open()
            line = _to_line(mark)
            if os.write(descriptor, line) < len(line):
                self._close()  # the next line begins anew: a torn one is ended first
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self._file))
            self._appended += 1
        if self._appended >= CUT_AFTER:
            self._appended = 0
            self.replace(self.read())

    def replace(self, marks: Sequence[Mark]) -> None:
        """Keep these, the last ones, and nothing else. Raises OSError."""
        kept = sorted(marks, key=lambda mark: mark.number)[-LINES_KEPT:]
        with self._lock:
            self._close()
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            new = self._file.with_name(f"{self._file.name}.{os.getpid()}.new")
            new.write_bytes(b"".join(_to_line(mark) for mark in kept))
            new.chmod(0o600)
            new.replace(self._file)

    def set_aside(self) -> None:
        """Keep what can't be read under another name, so that it can be looked at. Raises OSError."""
        with self._lock:
            self._close()
            self._file.replace(self._file.with_name(f"{self._file.name}.bad"))

    def close(self) -> None:
        """Give the file back."""
        with self._lock:
            self._close()

    def _open(self) -> int:
        """Return the open file; anew when another program has cut it or somebody has taken it away."""
        if self._descriptor is not None and os.fstat(self._descriptor).st_nlink == 0:
            self._close()
        if self._descriptor is None:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
            self._descriptor = os.open(self._file, flags, 0o600)
            if _is_torn(self._descriptor):
                os.write(self._descriptor, b"\n")
        return self._descriptor

    def _close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _is_torn(descriptor: int) -> bool:
    if not os.fstat(descriptor).st_size:
        return False
    os.lseek(descriptor, -1, os.SEEK_END)
    return os.read(descriptor, 1) != b"\n"


def _to_line(mark: Mark) -> bytes:
    content = {
        "number": mark.number,
        "hash": mark.hash,
        "at": mark.at.isoformat() if mark.at else None,
        "series": {f"{kind} {year}": last for (kind, year), last in sorted(mark.numbers.items())},
    }
    text = json.dumps(content, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(text), text)


def _from_line(line: bytes) -> Mark | None:
    """Return the mark of a whole line; None for a torn or altered one."""
    check, _, text = line.partition(b" ")
    if check != b"%08x" % zlib.crc32(text):
        return None
    try:
        content = json.loads(text)
        numbers = {}
        for name, last in content["series"].items():
            kind, year = name.rsplit(" ", 1)
            numbers[(kind, int(year))] = int(last)
        at = datetime.fromisoformat(content["at"]) if content["at"] else None
        return Mark(int(content["number"]), str(content["hash"]), at, numbers)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
