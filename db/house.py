"""Whose business it is. Each change is a row more: a paper bears the name of the day on which it was made."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, exists, insert, inspect, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.ids import DeskId
from db.keys import new_key
from db.mode import LIVE, PRACTICE, is_claimed, used_for
from db.record import Shape
from db.schema import business, desk, node, person, setting

FOUNDED = "house_founded"


@dataclass(frozen=True, slots=True)
class BusinessRow:
    """A business as it was told; `address` has its lines."""

    name: str
    address: str
    state_code: str


BUSINESS = Shape(BusinessRow, business)


def find(session: Session, at: datetime | None = None) -> BusinessRow | None:
    """Return the business as it is known now, or as it was known then; None before it was told."""
    statement = BUSINESS.select().order_by(business.c.created_at.desc(), business.c.id.desc()).limit(1)
    if at is not None:
        statement = statement.where(business.c.created_at <= at)
    return BUSINESS.first(session.execute(statement))


def add(session: Session, *, name: str, address: str, state_code: str) -> None:
    """From now on this is the business."""
    values = {"id": new_key(), "name": name, "address": address, "state_code": state_code}
    session.execute(insert(business), values | {"created_at": session.now, "home": session.home})


def claim_founding(session: Session) -> bool:
    """Whether this transaction founds the house; of two at once the second waits, and does not."""
    make = (postgresql.insert if session.on_server else sqlite.insert)(setting)
    row = {"name": FOUNDED, "value": "", "home": session.home}
    statement = make.values(row).on_conflict_do_nothing().returning(setting.c.name)
    return session.execute(statement).first() is not None


def name_desk(session: Session, desk_id: DeskId, name: str) -> None:
    """Give a desk another name."""
    session.execute(update(desk).where(desk.c.id == desk_id).values(name=name))


@dataclass(frozen=True, slots=True)
class Known:
    """What books know before a desk opens on them; in new ones nobody was told, sold to or has practised."""

    home: str
    is_new: bool
    has_desk: bool
    has_business: bool


NOTHING_KNOWN = Known("", is_new=True, has_desk=False, has_business=False)


def known(connection: Connection, desk_code: str) -> Known:
    """Return what the books know, of whatever schema. Raises DatabaseOfOtherMode for books of practice."""
    tables = set(inspect(connection).get_table_names())
    if not {node.name, desk.name} <= tables:
        return NOTHING_KNOWN
    is_claimed(connection, practice=False)
    home = connection.execute(select(node.c.id)).scalar()
    has_desk = connection.execute(select(desk.c.id).where(desk.c.code == desk_code)).scalar() is not None
    is_used = used_for(connection) in (LIVE, PRACTICE)
    has_business = False
    if business.name in tables:
        has_business = bool(connection.execute(select(exists().where(business.c.id.is_not(None)))).scalar())
        has_person = bool(connection.execute(select(exists().where(person.c.id.is_not(None)))).scalar())
        is_used = is_used or has_business or has_person
    return Known(str(home or ""), not is_used, has_desk, has_business)
