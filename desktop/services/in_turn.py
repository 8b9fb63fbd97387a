"""InTurn: a job of which one desk of a database is enough."""

from collections.abc import Callable
from datetime import timedelta

from db.database import Database
from db.turns import take_turn


class InTurn:
    """Runs its work unless another desk has begun the same job less than `every` ago."""

    def __init__(self, database: Database, job: str, work: Callable[[], object], *, every: timedelta) -> None:
        self._database = database
        self._job = job
        self._work = work
        self._every = every

    def __call__(self) -> bool:
        """Return whether it was this desk's turn."""
        with self._database.write() as session:
            mine = take_turn(session, self._job, every=self._every)
        if mine:
            self._work()
        return mine
