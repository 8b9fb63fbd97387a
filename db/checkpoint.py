"""Writes a quiet desk's log back into its file, so that a copy of the file alone is nearly whole."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pysqlite3.dbapi2
from sqlalchemy import Engine

from db.engine import sqlite_file


def checkpointing(engine: Engine) -> Callable[[], bool]:
    """Return what checkpoints when nobody has written since it was called last; False where it did not.

    No sale waits for it: it gives up where anybody is in the way, and the log is copied back first, which
    stops nobody, so that cutting it is a moment.
    """
    file = sqlite_file(engine)
    log = None if file is None else file.with_name(file.name + "-wal")
    seen: list[tuple[int, int]] = []

    def checkpoint_when_idle() -> bool:
        if file is None or log is None:
            return False
        state = _state(log)
        is_idle, seen[:] = seen == [state], [state]
        return is_idle and state[0] > 0 and checkpoint(file)

    return checkpoint_when_idle


def checkpoint(file: Path) -> bool:
    """Write everything back and cut the log; False where somebody reads or writes now."""
    try:
        with closing(pysqlite3.dbapi2.connect(file, timeout=0)) as connection:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            is_busy, _frames, _done = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except pysqlite3.dbapi2.Error:
        return False  # what is wrong with the file is the next write's, or the check's, to say
    return not is_busy


def _state(log: Path) -> tuple[int, int]:
    try:
        found = log.stat()
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns
