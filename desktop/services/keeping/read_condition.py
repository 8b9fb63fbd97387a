"""ReadCondition: what is known of the books, without a look at them."""

from db.database import Database
from desktop.services.domain.condition import Condition
from desktop.services.keeping.keep_mark import KeepMark


class ReadCondition:
    """Collects what the checks and the watches have found; no statement is run."""

    def __init__(self, database: Database, watch: KeepMark) -> None:
        self._database = database
        self._watch = watch

    def __call__(self) -> Condition:
        """Return the condition of this moment."""
        halts = self._database.halts
        return Condition(halts.is_checking, halts.current, self._watch.condition)
