"""ShowShift: the shift that is open at this desk, as everybody may see it; ListOpenShifts: of all desks."""

from db import shifts
from db.actor import Actor
from db.database import Database
from desktop.services.domain.shift import ShiftNow, ShiftSight
from desktop.services.records.shift_record import left_for_next, sight_of


class ShowShift:
    """Nothing of its money but the float that was counted."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, actor: Actor) -> ShiftNow:
        """Return the open shift, and what the last close has left for the next one."""
        with self._database.read() as session:
            row = shifts.find_open(session, actor.desk_id)
            return ShiftNow(sight_of(row) if row else None, left_for_next(session, actor.desk_id))


class ListOpenShifts:
    """Whoever looks for one that was left open finds it here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[ShiftSight, ...]:
        """Return the open shifts of all desks, by their codes."""
        with self._database.read() as session:
            return tuple(sight_of(row) for row in shifts.every_open(session))
