"""Which days' lists were made by themselves: one desk makes them for all."""

from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, delete, exists, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.schema import list_print

# Longer than making the lists of a day takes: whoever took the day before was ended in the middle.
GIVEN_UP_AFTER = timedelta(minutes=10)


def is_due(session: Session, day: date) -> bool:
    """Whether nobody has made the lists of a day, or is making them now."""
    return not session.execute(select(exists().where(list_print.c.day == day, _is_kept(session)))).scalar()


def take(session: Session, day: date) -> bool:
    """Take a day for this desk; False where another one has made its lists or is making them."""
    make = postgresql.insert if session.on_server else sqlite.insert
    values = {"desk_id": session.actor.desk_id, "taken_at": session.now}
    statement = (
        make(list_print)
        .values(day=day, home=session.home, **values)
        .on_conflict_do_update(index_elements=[list_print.c.day], set_=values, where=~_is_kept(session))
    )
    # Without this option an INSERT's count is thrown away on PostgreSQL.
    return session.execute(statement.execution_options(preserve_rowcount=True)).rowcount == 1


def finish(session: Session, day: date, list_count: int) -> bool:
    """Note that this desk has made so many lists; False where another desk took the day meanwhile."""
    mine = and_(list_print.c.day == day, list_print.c.desk_id == session.actor.desk_id)
    statement = update(list_print).where(mine, list_print.c.done_at.is_(None))
    return session.execute(statement.values(done_at=session.now, list_count=list_count)).rowcount == 1


def give_back(session: Session, day: date) -> None:
    """Let another desk take a day that this one could not make."""
    mine = and_(list_print.c.day == day, list_print.c.desk_id == session.actor.desk_id)
    session.execute(delete(list_print).where(mine, list_print.c.done_at.is_(None)))


def _is_kept(session: Session) -> ColumnElement[bool]:
    return list_print.c.done_at.is_not(None) | (list_print.c.taken_at > session.now - GIVEN_UP_AFTER)
