"""Until when everything that the gateway has captured is known to be in the books."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.schema import setting
from db.schema.columns import from_microseconds, to_microseconds

SETTING = "gateway_swept_at"


def last_complete(session: Session) -> datetime | None:
    """Return when the last sweep began that found every owner; None before the first."""
    value = session.execute(select(setting.c.value).where(setting.c.name == SETTING)).scalar()
    return None if value is None else from_microseconds(int(value))


def note_complete(session: Session, began_at: datetime) -> None:
    """Write down that a sweep which began then has found every owner."""
    make = postgresql.insert if session.on_server else sqlite.insert
    value = {"value": str(to_microseconds(began_at))}
    statement = make(setting).values(name=SETTING, home=session.home, **value)
    session.execute(statement.on_conflict_do_update(index_elements=[setting.c.name], set_=value))
