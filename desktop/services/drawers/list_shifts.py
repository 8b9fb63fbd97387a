"""ListShifts: open, closed and accepted shifts, with what was found at their close."""

from db import shift_list
from db.actor import Actor
from db.database import Database
from desktop.services.domain.shift_review import ShiftsSeen
from desktop.services.records.shift_list_record import listed_shift
from desktop.services.steps.shift_sight import sees_every_shift

MOST = 200


class ListShifts:
    """A manager sees all of them; anybody else only the closed ones of their own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, actor: Actor) -> ShiftsSeen:
        """Return those that wait for an acceptance first, then the newest first."""
        with self._database.read() as session:
            is_whole = sees_every_shift(session, actor)
            closed_for = None if is_whole else (actor.person, actor.person_id)
            rows = shift_list.newest(session, closed_for=closed_for, most=MOST)
            return ShiftsSeen(tuple(listed_shift(session, row) for row in rows), is_whole)
