"""What the log says of a database that does not answer: one line when it begins, one when it is over.

Seven jobs that fail every few seconds would write more in a minute than a week of sales.
"""

import threading
import time
from collections.abc import Callable

from db.errors import DatabaseTrouble
from db.reach import Reach, ServerState
from desktop.logs import log

# Trouble that no watch has found (yet) is told again after so long, with how often it came.
AGAIN_SECONDS = 60.0
CAUSE_CHARACTERS = 200


class OutageLog:
    """Safe to share between threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._began: float | None = None
        self._refused = 0
        self._told: dict[str, float] = {}

    def changed(self, before: Reach | None, now: Reach | None) -> None:
        """Take what the watch has found: the beginning or the end of an outage."""
        with self._lock:
            if self._began is not None and before is not None:
                seconds, refused = round(self._clock() - self._began, 1), self._refused
                self._began, self._refused = None, 0
                log.warning("DATABASE_OUTAGE_ENDED", state=before.state, seconds=seconds, refused=refused)
            if now is not None and now.state is not ServerState.ANSWERS:
                self._began = self._clock()
                log.warning("DATABASE_OUTAGE_BEGAN", state=now.state, since=now.since.isoformat())

    def job_failed(self, name: str, error: BaseException) -> None:
        """Log why a job broke off; what an outage explains is counted instead."""
        if not isinstance(error, DatabaseTrouble):
            log.error("JOB_FAILED", job=name, error=repr(error))
            return
        with self._lock:
            if self._began is not None:
                self._refused += 1
                return
            kind, now = type(error).__name__, self._clock()
            if now - self._told.get(kind, -AGAIN_SECONDS) < AGAIN_SECONDS:
                self._refused += 1
                return
            self._told[kind] = now
            refused, self._refused = self._refused, 0
        log.error(
            "JOB_FAILED", job=name, error=kind, cause=str(error)[:CAUSE_CHARACTERS], refused_before=refused
        )
