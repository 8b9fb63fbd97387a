"""A clock that nobody can set: for counting down between two answers of the database."""

from __future__ import annotations

import sys
import time
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


def steady_seconds() -> float:
    """Return seconds since some moment, sleep included: a hold goes on ending while the machine sleeps.

    Python's monotonic clock stands still in sleep on Linux and macOS.
    """
    if sys.platform == "linux":
        seconds = time.clock_gettime(time.CLOCK_BOOTTIME)
    elif sys.platform == "darwin":
        seconds = time.clock_gettime(time.CLOCK_MONOTONIC_RAW)
    else:
        seconds = time.monotonic()
    return seconds


class NodeTime:
    """The database node's time, carried on from its last answer by a steady clock."""

    def __init__(self, as_of: datetime, steady: Callable[[], float] = steady_seconds) -> None:
        self._as_of = as_of
        self._steady = steady
        self._started = steady()

    def __call__(self) -> datetime:
        """Return what the database's clock shows now, as far as this machine can tell."""
        return self._as_of + timedelta(seconds=self._steady() - self._started)

    def seconds_until(self, moment: datetime) -> int:
        """Return whole seconds left, rounded up, so that 0 means that the moment has come."""
        left = moment - self()
        return -(-left // timedelta(seconds=1))
