"""SetClock: somebody types day and time, and the desk goes by them from then on."""

from datetime import datetime, timedelta

from db import clock_rows, completed
from db.actor import Actor
from db.database import Database
from db.halt import Purpose
from desktop.services.domain.clock_state import CLOSE, WITNESSED, ClockPut
from desktop.services.domain.permission import ManagerAct
from desktop.services.events import CasesChanged, Publish, StockChanged
from desktop.services.halted import ClockGoesBack, ClockRefused
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.put_clock import put_clock
from desktop.services.timing.compare_clocks import CompareClocks


class SetClock:
    """Forward by anybody who sells; back behind the records by who may, once it was said what that means."""

    def __init__(
        self, database: Database, compare: CompareClocks, released: datetime, publish: Publish
    ) -> None:
        self._database = database
        self._compare = compare
        self._released = released
        self._publish = publish

    def __call__(self, moment: datetime, *, actor: Actor, back: bool = False) -> ClockPut:
        """Let it be `moment` now, and return what was made and reopened by it.

        Raises ClockRefused for a time before this program was made or years ahead, ClockGoesBack for one
        before the newest record unless `back` says that this is meant, and NotPermitted.
        """
        clock = clock_rows.node_clock_of(self._database)
        if moment < self._released:
            raise ClockRefused("before_release")
        with self._database.write(actor, Purpose.REMEDY) as session:
            row = clock_rows.read(session, clock)
            seen = row.newest_record
            if seen is not None and moment - seen > WITNESSED:
                raise ClockRefused("too_far")
            if seen is not None and timedelta(0) < seen - moment <= CLOSE:
                moment = seen
            if seen is not None and moment < seen:
                check_permission(session, ManagerAct.SET_CLOCK_BACK, moment.isoformat())
                if not back:
                    raise ClockGoesBack(seen, len(completed.made_after(session, moment)))
            put = put_clock(session, clock, moment, by="typed", ran=row.counts_on)
            clock_rows.confirm(session)
        self._compare.forget()
        self._compare()
        self._publish(StockChanged())
        self._publish(CasesChanged())
        return put
