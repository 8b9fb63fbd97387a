"""The people of the staff, how often a PIN was guessed wrong, and what each role may do."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.ids import DeskId, PersonId
from db.keys import new_key
from db.record import Shape
from db.schema import node, permission, person, pin_guard
from db.states import Role


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person of the staff as stored: see the table for each column."""

    id: PersonId
    code: str
    name: str
    role: Role
    pin_hash: str = field(repr=False)
    # None: somebody else gave the PIN, and an own one is due.
    pin_set_at: datetime | None
    recovery_hash: str = field(repr=False)
    left_at: datetime | None

    @property
    def needs_pin(self) -> bool:
        """Whether an own PIN is due before anything else."""
        return not self.pin_hash or self.pin_set_at is None


@dataclass(frozen=True, slots=True)
class PermissionRow:
    """What the house allows a role."""

    role: Role
    act: str
    is_allowed: bool
    most_paise: int | None
    most_percent: int | None


@dataclass(frozen=True, slots=True)
class GuardRow:
    """Wrong PINs of one person, or at one desk."""

    subject_id: str
    failures: int
    failed_at: datetime
    wait_until: datetime


PERSON = Shape(PersonRow, person)
PERMISSION = Shape(PermissionRow, permission)
GUARD = Shape(GuardRow, pin_guard)


def are_kept(session: Session) -> bool:
    """Tell whether the house keeps a list of its people."""
    return session.execute(select(person.c.id).limit(1)).first() is not None


def every(session: Session) -> list[PersonRow]:
    """Return everybody, those who have left too, by their codes."""
    return PERSON.list(session.execute(PERSON.select().order_by(person.c.code)))


def find(session: Session, person_id: PersonId) -> PersonRow | None:
    """Return a person."""
    return PERSON.first(session.execute(PERSON.select().where(person.c.id == person_id)))


def find_by_code(session: Session, code: str) -> PersonRow | None:
    """Return the person with these two digits, also one who has left."""
    return PERSON.first(session.execute(PERSON.select().where(person.c.code == code)))


def add(
    session: Session,
    *,
    code: str,
    name: str,
    role: Role,
    pin_hash: str,
    recovery_hash: str = "",
    is_own_pin: bool = True,
) -> PersonId:
    """Write down a person; return the id. A PIN that is not their own has to be changed at once."""
    person_id = PersonId(new_key())
    values = {
        "id": person_id,
        "code": code,
        "name": name,
        "role": role,
        "pin_hash": pin_hash,
        "pin_set_at": session.now if pin_hash and is_own_pin else None,
        "recovery_hash": recovery_hash,
        "created_at": session.now,
        "home": session.home,
    }
    session.execute(insert(person), values)
    return person_id


def set_pin(session: Session, before: PersonRow, pin_hash: str, *, is_own: bool = True) -> bool:
    """Give a person another PIN in the place of the one of `before`; False where it is another by now."""
    values = {"pin_hash": pin_hash, "pin_set_at": session.now if is_own else None}
    same = (person.c.id == before.id, person.c.pin_hash == before.pin_hash)
    return session.execute(update(person).where(*same).values(values)).rowcount == 1


def set_recovery(session: Session, before: PersonRow, recovery_hash: str) -> bool:
    """Give a person another recovery code in the place of the one of `before`; empty: none.

    False where it is another by now.
    """
    same = (person.c.id == before.id, person.c.recovery_hash == before.recovery_hash)
    values = {"recovery_hash": recovery_hash}
    return session.execute(update(person).where(*same).values(values)).rowcount == 1


def change(session: Session, before: PersonRow, *, name: str, role: Role, has_left: bool) -> bool:
    """Change name and role, and whether they still work here; False where `before` is no longer so.

    Whoever is no manager here any more has no recovery code.
    """
    left_at = (before.left_at or session.now) if has_left else None
    values: dict[str, object] = {"name": name, "role": role, "left_at": left_at}
    if has_left or role is not Role.MANAGER:
        values["recovery_hash"] = ""
    was_here = person.c.left_at.is_(None) if before.left_at is None else person.c.left_at == before.left_at
    same = (person.c.id == before.id, person.c.name == before.name, person.c.role == before.role, was_here)
    return session.execute(update(person).where(*same).values(values)).rowcount == 1


def lock_managers(session: Session) -> list[PersonId]:
    """Return who works here as a manager; none of them changes before the end of this transaction."""
    found = select(person.c.id).where(person.c.role == Role.MANAGER, person.c.left_at.is_(None))
    locked = session.execute(found.order_by(person.c.id).with_for_update(key_share=True))
    return [PersonId(one) for one in locked.scalars()]


def lock_list(session: Session) -> None:
    """Nobody else becomes the first of the list before the end of this transaction."""
    session.execute(select(node.c.id).order_by(node.c.id).with_for_update(key_share=True)).all()


def guards(session: Session, *subjects: PersonId | DeskId) -> list[GuardRow]:
    """Return what is known of wrong PINs of these."""
    return GUARD.list(session.execute(GUARD.select().where(pin_guard.c.subject_id.in_(subjects))))


def note_failure(session: Session, subject: PersonId | DeskId, failures: int, wait_until: datetime) -> None:
    """Write down one more wrong PIN, and when the next one is compared."""
    values = {
        "subject_id": subject,
        "failures": failures,
        "failed_at": session.now,
        "wait_until": wait_until,
        "home": session.home,
    }
    put = (postgresql.insert if session.on_server else sqlite.insert)(pin_guard).values(values)
    changed = {name: put.excluded[name] for name in ("failures", "failed_at", "wait_until")}
    session.execute(put.on_conflict_do_update(index_elements=["subject_id"], set_=changed))


def forget_failures(session: Session, *subjects: PersonId | DeskId) -> None:
    """The right PIN was typed."""
    session.execute(delete(pin_guard).where(pin_guard.c.subject_id.in_(subjects)))


def permissions(session: Session) -> list[PermissionRow]:
    """Return every limit that the house has set itself."""
    return PERMISSION.list(session.execute(PERMISSION.select().order_by(permission.c.role, permission.c.act)))


def permission_of(session: Session, role: Role, act: str) -> PermissionRow | None:
    """Return the house's limit for an act, None where it has set none."""
    statement = PERMISSION.select().where(permission.c.role == role, permission.c.act == act)
    return PERMISSION.first(session.execute(statement))


def put_permission(
    session: Session,
    role: Role,
    act: str,
    *,
    is_allowed: bool,
    most_paise: int | None,
    most_percent: int | None,
) -> None:
    """Set what a role may do."""
    values = {
        "role": role,
        "act": act,
        "is_allowed": is_allowed,
        "most_paise": most_paise,
        "most_percent": most_percent,
        "home": session.home,
    }
    put = (postgresql.insert if session.on_server else sqlite.insert)(permission).values(values)
    changed = {name: put.excluded[name] for name in ("is_allowed", "most_paise", "most_percent")}
    session.execute(put.on_conflict_do_update(index_elements=["role", "act"], set_=changed))
