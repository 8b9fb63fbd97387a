"""Documents with numbers without gaps: a number is taken in the transaction that needs it."""

from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.keys import new_key
from db.schema import desk, document, series

LETTERS = {"receipt": "R", "refund_voucher": "V"}


def make(session: Session, kind: str, *, booking_id: str, year: int, practice: bool) -> str:
    """Number a document in this desk's series of the year and return its id."""
    code = session.execute(select(desk.c.code).where(desk.c.id == session.desk_id)).scalar_one()
    number = f"{code}-{LETTERS[kind]}-{year}-{_next_number(session, kind, year):06d}"
    document_id = new_key()
    row = {
        "id": document_id,
        "kind": kind,
        "number": number,
        "booking_id": booking_id,
        "made_at": session.now,
    }
    session.execute(insert(document), row | {"practice": int(practice), "home": session.home})
    return document_id


def _next_number(session: Session, kind: str, year: int) -> int:
    make = postgresql.insert if session.on_server else sqlite.insert
    first = make(series).values(
        desk_id=session.desk_id, kind=kind, year=year, last_number=1, home=session.home
    )
    statement = first.on_conflict_do_update(
        index_elements=["desk_id", "kind", "year"], set_={"last_number": series.c.last_number + 1}
    )
    return int(session.execute(statement.returning(series.c.last_number)).scalar_one())


def find(session: Session, document_id: str) -> Row[Any] | None:
    """Return a document."""
    return session.execute(select(document).where(document.c.id == document_id)).one_or_none()


def newest_of_booking(session: Session, booking_id: str) -> Row[Any] | None:
    """Return the document made last for a booking."""
    statement = (
        select(document).where(document.c.booking_id == booking_id).order_by(document.c.made_at.desc())
    )
    return session.execute(statement.limit(1)).one_or_none()


def count_copy(session: Session, document_id: str) -> None:
    """Count one printing more."""
    session.execute(update(document).where(document.c.id == document_id).values(copies=document.c.copies + 1))
