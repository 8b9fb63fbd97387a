"""ConfirmClock: somebody has looked at day and time and called them right."""

from datetime import datetime

from db import clock_rows, journal
from db.actor import Actor
from db.database import Database
from db.halt import Purpose
from desktop.services.domain.clock_state import CLOSE, TAKEN_RUNNING
from desktop.services.halted import ClockGoesBack, ClockRefused
from desktop.services.timing.compare_clocks import CompareClocks


class ConfirmClock:
    """By whoever is there; nothing is set by it."""

    def __init__(self, database: Database, compare: CompareClocks, released: datetime) -> None:
        self._database = database
        self._compare = compare
        self._released = released

    def __call__(self, shown: datetime, *, actor: Actor) -> None:
        """Confirm the day and time that was `shown`.

        Raises ClockRefused where the clock is elsewhere now or before this program was made, and
        ClockGoesBack where records are later: that is for SetClock.
        """
        clock = clock_rows.node_clock_of(self._database)
        with self._database.write(actor, Purpose.REMEDY) as session:
            row = clock_rows.read(session, clock)
            if row.now < self._released:
                raise ClockRefused("before_release")
            if abs(row.now - shown) > TAKEN_RUNNING:
                raise ClockRefused("changed")
            if row.newest_record is not None and row.newest_record - row.now > CLOSE:
                raise ClockGoesBack(row.newest_record)
            clock_rows.confirm(session)
            content = {"confirmed": row.now.isoformat(), "question": row.doubt}
            if row.newest_record is not None:
                content["newest_record"] = row.newest_record.isoformat()
            journal.record(session, "CLOCK_CONFIRMED", content)
        self._compare.accept()
        self._compare()
