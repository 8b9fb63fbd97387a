"""ChangePerson: another name or role, or a person who no longer works here."""

from collections.abc import Callable
from dataclasses import replace

from db import journal, people
from db.actor import Actor
from db.database import Database
from db.ids import PersonId
from db.states import Role
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.staff import Person
from desktop.services.errors import NotFound
from desktop.services.events import PersonChanged, Publish
from desktop.services.records.person_record import person_of
from desktop.services.staff_errors import LastManager, PersonChangedMeanwhile
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.checked_staff import checked_name


class ChangePerson:
    """What a person may do follows at once, at every desk; who has left keeps the code and may come back."""

    def __init__(self, database: Database, follow: Callable[[], None], publish: Publish) -> None:
        self._database = database
        self._follow = follow
        self._publish = publish

    def __call__(self, person_id: PersonId, *, name: str, role: Role, has_left: bool, actor: Actor) -> Person:
        """Return the person as they are now.

        Raises BadRequest, NotFound, NotPermitted, LastManager for the last one who could look after the
        staff, PersonChangedMeanwhile.
        """
        name = checked_name(name)
        with self._database.write(actor) as session:
            check_permission(session, ManagerAct.KEEP_STAFF, f"change {person_id} {name} {role} {has_left}")
            managers = people.lock_managers(session)
            before = people.find(session, person_id)
            if before is None:
                raise NotFound("person", person_id)
            if managers == [person_id] and (has_left or role is not Role.MANAGER):
                raise LastManager(before.name)
            if not people.change(session, before, name=name, role=role, has_left=has_left):
                raise PersonChangedMeanwhile(before.name)
            session.is_last_act = has_left and person_id == actor.person_id
            content = {
                "person": person_id,
                "code": before.code,
                "old_name": before.name,
                "name": name,
                "old_role": before.role,
                "role": role,
                "had_left": before.left_at is not None,
                "has_left": has_left,
            }
            journal.record(session, "PERSON_CHANGED", content)
        self._follow()
        self._publish(PersonChanged())
        return replace(person_of(before), name=name, role=role, has_left=has_left)
