"""SignIn: a person of the staff takes over the desk."""

import contextlib

from db import journal
from db.database import Database
from db.halts import WritesHalted
from desktop.services.domain.staff import Person
from desktop.services.events import PersonChanged, Publish
from desktop.services.records.person_record import person_of
from desktop.services.staff.at_desk import AtDesk
from desktop.services.steps.pins import check_pin


class SignIn:
    """By code and PIN; drafts, holds and payments of the desk stay as they are."""

    def __init__(self, database: Database, at_desk: AtDesk, publish: Publish) -> None:
        self._database = database
        self._at_desk = at_desk
        self._publish = publish

    def __call__(self, code: str, pin: str) -> Person:
        """Return who acts from now on. Raises BadRequest, WrongPin, PinWaits."""
        row = check_pin(self._database, self._at_desk(), code, pin)
        if self._at_desk.person_id != row.id:
            actor = self._at_desk.sign_in(row.id, row.name)
            # Books that are halted take no record; whoever signs in may be the one who puts them right.
            with contextlib.suppress(WritesHalted), self._database.write(actor) as session:
                journal.record(session, "SIGNED_IN", {"person": row.id, "code": row.code})
        self._publish(PersonChanged())
        return person_of(row)


class SignOut:
    """Lock the desk: nobody acts at it; what runs in the background goes on."""

    def __init__(self, at_desk: AtDesk, publish: Publish) -> None:
        self._at_desk = at_desk
        self._publish = publish

    def __call__(self) -> None:
        """Nothing happens where the house keeps no list of its people."""
        if self._at_desk.person_id is not None:
            self._at_desk.sign_out()
            self._publish(PersonChanged())
