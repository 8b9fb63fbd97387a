"""ReadCondition: what is known of the books, without a look at them."""

from collections.abc import Callable

from db.database import Database
from desktop.services.domain.clock_state import ClockKnown
from desktop.services.domain.condition import Condition


class ReadCondition:
    """Collects what the checks and the watches have found; no statement is run."""

    def __init__(self, database: Database, clock: Callable[[], ClockKnown | None]) -> None:
        self._database = database
        self._clock = clock

    def __call__(self) -> Condition:
        """Return the condition of this moment."""
        halts = self._database.halts
        return Condition(halts.is_checking, halts.current, self._clock())
