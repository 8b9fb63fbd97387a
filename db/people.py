"""The people of the staff, how often a PIN was guessed wrong, and what each role may do."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.ids import DeskId, PersonId
from db.keys import new_key
from db.record import Shape
from db.schema import permission, person, pin_guard
from db.states import Role


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person of the staff as stored: see the table for each column."""

    id: PersonId
    code: str
    name: str
    role: Role
    pin_hash: str
    recovery_hash: str
    left_at: datetime | None


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
    session: Session, *, code: str, name: str, role: Role, pin_hash: str, recovery_hash: str = ""
) -> PersonId:
    """Write down a person; return the id."""
    person_id = PersonId(new_key())
    values = {
        "id": person_id,
        "code": code,
        "name": name,
        "role": role,
        "pin_hash": pin_hash,
        "pin_set_at": session.now if pin_hash else None,
        "recovery_hash": recovery_hash,
        "created_at": session.now,
        "home": session.home,
    }
    session.execute(insert(person), values)
    return person_id


def set_pin(session: Session, person_id: PersonId, pin_hash: str) -> None:
    """Give a person another PIN."""
    values = {"pin_hash": pin_hash, "pin_set_at": session.now}
    session.execute(update(person).where(person.c.id == person_id).values(values))


def set_recovery(session: Session, person_id: PersonId, recovery_hash: str) -> None:
    """Give a person another recovery code; empty: none."""
    session.execute(update(person).where(person.c.id == person_id).values(recovery_hash=recovery_hash))


def change(session: Session, person_id: PersonId, *, name: str, role: Role, has_left: bool) -> None:
    """Change name and role of a person, and whether they still work here."""
    left_at = func.coalesce(person.c.left_at, session.now) if has_left else None
    values = {"name": name, "role": role, "left_at": left_at}
    session.execute(update(person).where(person.c.id == person_id).values(values))


def active_managers(session: Session) -> int:
    """Return how many managers work here."""
    found = select(func.count()).where(person.c.role == Role.MANAGER, person.c.left_at.is_(None))
    return int(session.execute(found).scalar_one())


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
