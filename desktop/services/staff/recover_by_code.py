"""RecoverManager and MakeRecoveryCode: a manager who has forgotten the PIN gets in by the recovery code."""

from db import journal, people, recoveries
from db.actor import Actor
from db.database import Database
from db.states import Role
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.recovery_code import bare_recovery_code, new_recovery_code
from desktop.services.domain.staff import AddedPerson
from desktop.services.errors import BadRequest, NotPermitted
from desktop.services.records.person_record import person_of
from desktop.services.staff_errors import PersonChangedMeanwhile
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.checked_staff import checked_pin
from desktop.services.steps.pins import check_recovery_code, hash_secret, is_secret


class RecoverManager:
    """The code is used up; another one comes with the new PIN."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, code: str, recovery_code: str, new_pin: str, *, actor: Actor) -> AddedPerson:
        """Return whose PIN it is now, and the next recovery code, which nobody can read again.

        Raises BadRequest, WrongRecoveryCode, PinWaits, PersonChangedMeanwhile.
        """
        checked_pin(new_pin, code)
        row = check_recovery_code(self._database, actor, code, recovery_code)
        if is_secret(row.pin_hash, new_pin):
            raise BadRequest("pin", "same")
        pin_hash, next_code = hash_secret(new_pin), new_recovery_code()
        next_hash = hash_secret(bare_recovery_code(next_code))
        with self._database.write(actor) as session:
            is_done = people.set_recovery(session, row, next_hash) and people.set_pin(session, row, pin_hash)
            after = people.find(session, row.id)
            if not is_done or after is None or after.left_at is not None or after.role is not Role.MANAGER:
                raise PersonChangedMeanwhile(row.name)
            recoveries.add(session, row.id, row.name, login="")
            content = {"person": row.id, "code": row.code, "name": row.name}
            journal.record(session, "RECOVERY_CODE_USED", content)
        return AddedPerson(person_of(after), next_code)


class MakeRecoveryCode:
    """A manager's own; an older one no longer counts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, *, actor: Actor) -> str:
        """Return the new code, which nobody can read again. Raises NotPermitted, PersonChangedMeanwhile."""
        made = new_recovery_code()
        kept = hash_secret(bare_recovery_code(made))
        with self._database.write(actor) as session:
            row = people.find(session, actor.person_id) if actor.person_id else None
            if row is None or row.role is not Role.MANAGER:
                raise NotPermitted(ManagerAct.KEEP_STAFF, "recovery code")
            check_permission(session, ManagerAct.KEEP_STAFF, "recovery code")
            if not people.set_recovery(session, row, kept):
                raise PersonChangedMeanwhile(row.name)
            journal.record(session, "RECOVERY_CODE_MADE", {"person": row.id, "code": row.code})
        return made
