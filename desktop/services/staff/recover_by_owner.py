"""RecoverByOwner: a manager's PIN set anew by the system account that owns the books."""

from db import journal, people, recoveries
from db.actor import Actor
from db.database import Database
from db.people import PersonRow
from db.states import Role
from desktop.services.domain.staff import Person
from desktop.services.errors import BadRequest, NotFound
from desktop.services.records.person_record import person_of
from desktop.services.staff_errors import PersonChangedMeanwhile
from desktop.services.steps.checked_staff import checked_pin
from desktop.services.steps.pins import hash_secret


class RecoverByOwner:
    """Whether the account may is asked before: see desktop/commands/staff.py. Every screen tells of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, code: str = "") -> Person:
        """Return the manager with the code, or the only one. Raises BadRequest, NotFound."""
        return person_of(self._find(code))

    def __call__(self, code: str, pin: str, login: str, *, actor: Actor) -> Person:
        """Set the PIN of that manager anew. Raises BadRequest, NotFound, PersonChangedMeanwhile."""
        row = self._find(code)
        pin_hash = hash_secret(checked_pin(pin, row.code))
        with self._database.write(actor) as session:
            if not people.set_pin(session, row, pin_hash):
                raise PersonChangedMeanwhile(row.name)
            people.forget_failures(session, row.id)
            recoveries.add(session, row.id, row.name, login)
            content = {"person": row.id, "code": row.code, "name": row.name, "login": login}
            journal.record(session, "STAFF_RECOVERED", content)
            after = people.find(session, row.id)
        return person_of(after or row)

    def _find(self, code: str) -> PersonRow:
        with self._database.read() as session:
            managers = [
                row
                for row in people.every(session)
                if row.role is Role.MANAGER and row.left_at is None and code in ("", row.code)
            ]
        if not managers:
            raise NotFound("person", code)
        if len(managers) > 1:
            raise BadRequest("code", "several_managers", text=", ".join(row.code for row in managers))
        return managers[0]
