"""CloseForgotten: a shift whose person has gone is counted and closed by somebody who may."""

from db import shifts
from db.actor import Actor
from db.database import Database
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.shift import ClosedShift, Closing, counted_paise
from desktop.services.errors import NotFound
from desktop.services.events import Publish, ShiftChanged
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.end_shift import checked_closing, closed_before, end_shift, seal_shift


class CloseForgotten:
    """At its own desk or from another one; the close is marked as somebody else's."""

    def __init__(self, database: Database, desk: DeskSettings, publish: Publish) -> None:
        self._database = database
        self._desk = desk
        self._publish = publish

    def __call__(self, closing: Closing, *, actor: Actor) -> ClosedShift:
        """Return the sealed close; the same count again changes nothing.

        Raises NotFound, NotPermitted, ShiftClosed, BadRequest.
        """
        with self._database.write(actor) as session:
            row = shifts.lock(session, closing.shift_id)
            if row is None:
                raise NotFound("shift", closing.shift_id)
            done = closed_before(session, row, closing)
            if done is not None:
                return done
            checked = checked_closing(row, closing)
            counted = counted_paise(checked.counts)
            subject = f"{row.id} counted {counted} left {checked.left_paise} card {checked.card_paise}"
            check_permission(session, ManagerAct.CLOSE_OTHER_SHIFT, subject)
            end_shift(session, row, checked, forgotten=True)
            closed = seal_shift(session, row, self._desk)
        self._publish(ShiftChanged())
        return closed
