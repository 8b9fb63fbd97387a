"""Which use case runs how often in the background. Nothing waits for it to be right.

APScheduler drops a run that is more than a second late unless misfire_grace_time is None, and a sleeping
machine is always late; so every job may run late, once for all the runs it missed, and never twice at once.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

STOP_SECONDS = 20.0
"""Longer than a call to the gateway may take; what hangs longer is given up with the program."""


@dataclass(frozen=True, slots=True)
class Job:
    """A use case and the pause between its runs."""

    name: str
    work: Callable[[], object]
    every_seconds: int


class Scheduler:
    """Runs jobs in threads of its own, each at once after the start and then again and again."""

    def __init__(self, jobs: Sequence[Job], failed: Callable[[str, BaseException], None]) -> None:
        self._failed = failed
        self._running: set[str] = set()
        self._idle = threading.Condition()
        self._scheduler = BackgroundScheduler(
            timezone=UTC,
            executors={"default": ThreadPoolExecutor(max(len(jobs), 1))},
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        for job in jobs:
            self._scheduler.add_job(
                partial(self._run, job),
                "interval",
                id=job.name,
                seconds=job.every_seconds,
                next_run_time=datetime.now(UTC),
                replace_existing=True,
            )

    def start(self) -> None:
        """Start the jobs' threads."""
        self._scheduler.start()

    def stop(self, seconds: float = STOP_SECONDS) -> tuple[str, ...]:
        """Start no more jobs, wait so long for those that run, and return the names of what still does."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        with self._idle:
            self._idle.wait_for(lambda: not self._running, timeout=seconds)
            return tuple(sorted(self._running))

    def _run(self, job: Job) -> None:
        """Do a job's work and tell how it failed: the library would log each failure with its whole trace."""
        with self._idle:
            self._running.add(job.name)
        try:
            job.work()
        except Exception as error:  # noqa: BLE001  told
            self._failed(job.name, error)
        finally:
            with self._idle:
                self._running.discard(job.name)
                self._idle.notify_all()
