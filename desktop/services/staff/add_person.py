"""AddPerson: a person of the staff gets a code and a PIN; with the first one sign-in begins to count."""

from db import journal, people
from db.actor import Actor
from db.database import Database
from db.states import Role
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.recovery_code import bare_recovery_code, new_recovery_code
from desktop.services.domain.staff import AddedPerson, Person
from desktop.services.errors import BadRequest
from desktop.services.events import PersonChanged, Publish
from desktop.services.staff.at_desk import AtDesk
from desktop.services.staff_errors import CodeTaken
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.checked_staff import checked_code, checked_name, checked_pin
from desktop.services.steps.pins import hash_secret


class AddPerson:
    """The first one is a manager, signed in at once, with a recovery code of which only a hash is kept."""

    def __init__(self, database: Database, at_desk: AtDesk, publish: Publish) -> None:
        self._database = database
        self._at_desk = at_desk
        self._publish = publish

    def __call__(self, code: str, name: str, role: Role, pin: str, *, actor: Actor) -> AddedPerson:
        """Return the person, and the recovery code of the first one, which nobody can read again.

        The PIN that somebody else typed for a person counts until their first sign-in: they choose an own one
        there. Raises BadRequest, CodeTaken, NotPermitted.
        """
        code, name = checked_code(code), checked_name(name)
        pin_hash = hash_secret(checked_pin(pin, code))
        recovery_code = new_recovery_code()
        recovery_hash = hash_secret(bare_recovery_code(recovery_code))
        with self._database.write(actor) as session:
            people.lock_list(session)
            is_first = not people.are_kept(session)
            if is_first and role is not Role.MANAGER:
                raise BadRequest("role", "first_is_manager")
            check_permission(session, ManagerAct.KEEP_STAFF, f"add {code} {name} {role}")
            known = people.find_by_code(session, code)
            if known is not None:
                raise CodeTaken(code, known.name)
            person_id = people.add(
                session,
                code=code,
                name=name,
                role=role,
                pin_hash=pin_hash,
                recovery_hash=recovery_hash if is_first else "",
                is_own_pin=is_first,
            )
            content = {"person": person_id, "code": code, "name": name, "role": role, "is_first": is_first}
            journal.record(session, "PERSON_ADDED", content)
        if is_first:
            self._at_desk.keep_people()
            self._at_desk.sign_in(person_id, name)
        self._publish(PersonChanged())
        person = Person(person_id, code, name, role, needs_pin=not is_first)
        return AddedPerson(person, recovery_code if is_first else "")
