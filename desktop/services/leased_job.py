"""LeasedJob: a job of which one desk of a database is enough."""

from collections.abc import Callable
from datetime import timedelta

from db.actor import Actor
from db.database import Database
from db.leases import give_back, take_lease


class LeasedJob:
    """Runs its work unless another desk has begun the same job less than `every` ago.

    `work` returns whether it could be done: a desk without the gateway leaves the turn to one that has it.
    """

    def __init__(self, database: Database, job: str, work: Callable[[], bool], *, every: timedelta) -> None:
        self._database = database
        self._job = job
        self._work = work
        self._every = every

    def __call__(self, *, actor: Actor) -> bool:
        """Return whether the work was done here."""
        with self._database.write(actor) as session:
            mine = take_lease(session, self._job, every=self._every)
        is_done = False
        try:
            is_done = mine and self._work()
        finally:
            if mine and not is_done:
                with self._database.write(actor) as session:
                    give_back(session, self._job, every=self._every)
        return is_done
