"""What the gateway took, day by day, beside what the books say of it, and until when that is known."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.record import Shape
from db.schema import gateway_day, setting
from db.schema.columns import from_microseconds, to_microseconds

SWEPT_AT = "gateway_swept_at"


@dataclass(frozen=True, slots=True)
class GatewayDayRow:
    """A day's comparison as it is stored: see the table for each column."""

    day: date
    compared_at: datetime
    content: str


GATEWAY_DAY = Shape(GatewayDayRow, gateway_day)


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


def list_latest(session: Session, limit: int) -> list[GatewayDayRow]:
    """Return the days that were compared, the newest first."""
    return GATEWAY_DAY.list(
        session.execute(GATEWAY_DAY.select().order_by(gateway_day.c.day.desc()).limit(limit))
    )


def last_sweep(session: Session) -> datetime | None:
    """Return when the last sweep began that found every owner; None before the first.

    What the gateway had captured by then is in the books.
    """
    value = session.execute(select(setting.c.value).where(setting.c.name == SWEPT_AT)).scalar()
    return None if value is None else from_microseconds(int(value))


def note_sweep(session: Session, began_at: datetime) -> None:
    """Write down that a sweep which began then has found every owner."""
    make = postgresql.insert if session.on_server else sqlite.insert
    value = {"value": str(to_microseconds(began_at))}
    statement = make(setting).values(name=SWEPT_AT, home=session.home, **value)
    session.execute(statement.on_conflict_do_update(index_elements=[setting.c.name], set_=value))
