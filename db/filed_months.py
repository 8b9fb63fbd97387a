"""Months of registrations whose return is filed, and which of them were opened again."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.keys import new_key
from db.record import Shape
from db.schema import filed_month


@dataclass(frozen=True, slots=True)
class FiledMonthRow:
    """A month that was filed; see the table for each column."""

    registration: str
    month: str
    filed_at: datetime
    filed_by: str
    reopened_at: datetime | None
    reopened_by: str
    reason: str


FILED_MONTH = Shape(FiledMonthRow, filed_month)


def every(session: Session) -> list[FiledMonthRow]:
    """Return every month that was filed, opened again or not, the newest first."""
    order = (filed_month.c.month.desc(), filed_month.c.registration, filed_month.c.id.desc())
    return FILED_MONTH.list(session.execute(FILED_MONTH.select().order_by(*order)))


def is_filed(session: Session, registration: str, month: str) -> bool:
    """Whether a month is filed, and was not opened again."""
    statement = select(filed_month.c.id).where(
        filed_month.c.registration == registration,
        filed_month.c.month == month,
        filed_month.c.reopened_at.is_(None),
    )
    return session.execute(statement).first() is not None


def file(session: Session, registration: str, month: str) -> bool:
    """From now on a month is filed; False where it is already, perhaps by another desk a moment ago."""
    make = (postgresql.insert if session.on_server else sqlite.insert)(filed_month)
    row = {
        "id": new_key(),
        "registration": registration,
        "month": month,
        "filed_at": session.now,
        "filed_by": session.actor.person,
        "home": session.home,
    }
    statement = make.values(row).on_conflict_do_nothing()
    return session.execute(statement.execution_options(preserve_rowcount=True)).rowcount == 1


def reopen(session: Session, registration: str, month: str, reason: str) -> bool:
    """From now on papers may be dated in a month again; False where it is not filed."""
    is_it = (filed_month.c.registration == registration) & (filed_month.c.month == month)
    statement = update(filed_month).where(is_it, filed_month.c.reopened_at.is_(None))
    values = {"reopened_at": session.now, "reopened_by": session.actor.person, "reason": reason}
    return session.execute(statement.values(values)).rowcount == 1
