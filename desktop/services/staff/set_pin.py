"""SetPin and GivePin: an own PIN in the place of the old one, or one that a manager gives for a start."""

from db import journal, people
from db.actor import Actor
from db.database import Database
from db.ids import PersonId
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.staff import Person
from desktop.services.errors import BadRequest, NotFound
from desktop.services.events import PersonChanged, Publish
from desktop.services.records.person_record import person_of
from desktop.services.staff_errors import PersonChangedMeanwhile
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.checked_staff import checked_pin
from desktop.services.steps.pins import check_pin, hash_secret


class SetPin:
    """By whoever knows the old one, also where it was given by somebody else."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, code: str, old_pin: str, new_pin: str, *, actor: Actor) -> Person:
        """Return whose PIN it is now. Raises BadRequest, WrongPin, PinWaits, PersonChangedMeanwhile."""
        checked_pin(new_pin, code)
        if new_pin == old_pin:
            raise BadRequest("pin", "same")
        row = check_pin(self._database, actor, code, old_pin, may_be_given=True)
        pin_hash = hash_secret(new_pin)
        with self._database.write(actor) as session:
            if not people.set_pin(session, row, pin_hash):
                raise PersonChangedMeanwhile(row.name)
            journal.record(session, "PIN_CHANGED", {"person": row.id, "code": row.code})
            after = people.find(session, row.id)
        return person_of(after or row)


class GivePin:
    """By a manager, to somebody who has forgotten theirs; it only leads to an own one."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, person_id: PersonId, pin: str, *, actor: Actor) -> None:
        """Raises BadRequest, NotFound, NotPermitted, PersonChangedMeanwhile.

        It is not compared with the old PIN: a manager could find that out by trying.
        """
        with self._database.read() as session:
            row = people.find(session, person_id)
        if row is None:
            raise NotFound("person", person_id)
        if row.left_at is not None:
            raise BadRequest("person", "has_left")
        if row.id == actor.person_id:
            raise BadRequest("person", "own_by_old")
        pin_hash = hash_secret(checked_pin(pin, row.code))
        with self._database.write(actor) as session:
            check_permission(session, ManagerAct.KEEP_STAFF, f"pin {person_id}")
            if not people.set_pin(session, row, pin_hash, is_own=False):
                raise PersonChangedMeanwhile(row.name)
            people.forget_failures(session, row.id)
            journal.record(session, "PIN_GIVEN", {"person": row.id, "code": row.code, "name": row.name})
        self._publish(PersonChanged())
