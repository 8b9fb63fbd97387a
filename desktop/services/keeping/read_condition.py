"""ReadCondition: what is known of the books, without a look at them."""

from collections.abc import Callable
from dataclasses import replace

from db.database import Database
from db.halt import Halt, HaltKind
from desktop.services.domain.backups import BackupsKnown
from desktop.services.domain.clock_state import ClockKnown
from desktop.services.domain.condition import Condition
from desktop.services.domain.loss import MarkCondition


class ReadCondition:
    """Collects what the checks and the watches have found; no statement is run."""

    def __init__(
        self,
        database: Database,
        *,
        backups: Callable[[], BackupsKnown | None] = lambda: None,
        clock: Callable[[], ClockKnown | None] = lambda: None,
        mark: Callable[[], MarkCondition] = MarkCondition,
    ) -> None:
        self._database = database
        self._backups = backups
        self._clock = clock
        self._mark = mark

    def __call__(self) -> Condition:
        """Return the condition of this moment."""
        halts = self._database.halts
        known = self._backups()
        return Condition(
            halts.is_checking,
            tuple(_with_way_back(one, known) for one in halts.current),
            pages=self._database.pages,
            server=self._database.watch.reach,
            backups=known,
            clock=self._clock(),
            mark=self._mark(),
        )


def _with_way_back(halt: Halt, known: BackupsKnown | None) -> Halt:
    """Tell of lost or damaged books the backup that they can be brought back from."""
    if known is None or halt.kind not in (HaltKind.DAMAGED, HaltKind.FOREIGN):
        return halt
    found = [one for one in (known.last, known.second_last) if one is not None]
    newest = max(found, key=lambda one: one.moment, default=None)
    return halt if newest is None else replace(halt, facts={**halt.facts, "backup": newest})
