"""CloseShift: the drawer is counted first, and only then compared with the books."""

from db import shifts
from db.actor import Actor
from db.database import Database
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.shift import ClosedShift, Closing
from desktop.services.drawer_errors import NotYourShift
from desktop.services.errors import NotFound
from desktop.services.events import Publish, ShiftChanged
from desktop.services.steps.end_shift import checked_closing, closed_before, end_shift, seal_shift


class CloseShift:
    """By whoever answers for it, at its desk. Holds, payments and refunds that are not finished go on."""

    def __init__(self, database: Database, desk: DeskSettings, publish: Publish) -> None:
        self._database = database
        self._desk = desk
        self._publish = publish

    def __call__(self, closing: Closing, *, actor: Actor) -> ClosedShift:
        """Return the sealed close with its difference; the same count again changes nothing.

        Raises NotFound, NotYourShift, ShiftClosed, BadRequest.
        """
        with self._database.write(actor) as session:
            row = shifts.lock(session, closing.shift_id)
            if row is None:
                raise NotFound("shift", closing.shift_id)
            is_own = row.person_id is None or row.person_id == actor.person_id
            if not is_own or row.desk_id != actor.desk_id:
                raise NotYourShift(row.clerk, row.opened_at)
            done = closed_before(session, row, closing)
            if done is not None:
                return done
            end_shift(session, row, checked_closing(row, closing))
            closed = seal_shift(session, row, self._desk)
        self._publish(ShiftChanged())
        return closed
