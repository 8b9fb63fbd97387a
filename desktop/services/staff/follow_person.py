"""FollowPerson: what was changed about people at another desk counts here too, within seconds."""

from db import people
from db.database import Database
from desktop.services.events import PersonChanged, Publish
from desktop.services.staff.at_desk import AtDesk


class FollowPerson:
    """Whoever has left no longer acts at this desk, and sign-in counts once the house keeps its people."""

    def __init__(self, database: Database, at_desk: AtDesk, publish: Publish) -> None:
        self._database = database
        self._at_desk = at_desk
        self._publish = publish

    def __call__(self) -> None:
        """Look at the list of people; tell the windows where something is other than before."""
        at_desk, before = self._at_desk, self._at_desk()
        was_locked = at_desk.is_locked
        with self._database.read() as session:
            keeps_people = at_desk.keeps_people or people.are_kept(session)
            row = people.find(session, before.person_id) if before.person_id else None
        if keeps_people:
            at_desk.keep_people()
        # Somebody else may have signed in meanwhile.
        if before.person_id is not None and at_desk.person_id == before.person_id:
            if row is None or row.left_at is not None:
                at_desk.sign_out()
            elif row.name != before.person:
                at_desk.sign_in(row.id, row.name)
        if at_desk() != before or at_desk.is_locked != was_locked:
            self._publish(PersonChanged())
