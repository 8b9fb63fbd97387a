"""What the gateway took in one day beside what the books say of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.schema import gateway_day


def keep(session: Session, day: date, content: str) -> bool:
    """Write down a day's comparison; False when it says what is written already."""
    make = postgresql.insert if session.on_server else sqlite.insert
    compared = {"content": content, "compared_at": session.now}
    statement = (
        make(gateway_day)
        .values(day=day, home=session.home, **compared)
        .on_conflict_do_update(
            index_elements=[gateway_day.c.day], set_=compared, where=gateway_day.c.content != content
        )
    )
    return session.execute(statement.execution_options(preserve_rowcount=True)).rowcount == 1


def list_latest(session: Session, limit: int) -> Sequence[Row[Any]]:
    """Return the days that were compared, the newest first."""
    return session.execute(select(gateway_day).order_by(gateway_day.c.day.desc()).limit(limit)).all()
