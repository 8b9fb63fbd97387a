"""How far a desk has written, as the books tell it: compared with the mark that is kept outside."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import false, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from db.document_kinds import kind_of, number_begin
from db.ids import DeskId
from db.schema import desk, document, journal, series
from db.session import Session
from db.taxes import registrations, series_digits

ACCEPTED = "MARK_ACCEPTED"
ADOPTED = "MARK_ADOPTED"
NUMBERS_LOST = "NUMBERS_LOST"


@dataclass(frozen=True, slots=True)
class Mark:
    """The last record of a desk's journal, when it was made, and the last number of each kind and year."""

    number: int
    hash: str
    at: datetime | None = None
    numbers: Mapping[tuple[str, int], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper's number and when it was made."""

    number: str
    made_at: datetime


def desk_of(session: Session, code: str) -> DeskId:
    """Return the desk with this code, "" where the books know none."""
    return DeskId(session.execute(select(desk.c.id).where(desk.c.code == code)).scalar() or "")


def read(session: Session, desk_id: DeskId) -> Mark:
    """Return how far the books go for a desk."""
    head = session.execute(
        select(desk.c.journal_number, desk.c.journal_hash).where(desk.c.id == desk_id)
    ).one()
    at = session.execute(
        select(journal.c.at).where(journal.c.desk_id == desk_id, journal.c.number == head.journal_number)
    ).scalar()
    rows = session.execute(select(series).where(series.c.desk_id == desk_id))
    numbers = {(row.kind, row.year): row.last_number for row in rows}
    return Mark(head.journal_number, head.journal_hash, at, numbers)


def newest_accepted(session: Session, desk_id: DeskId) -> Mapping[str, Any]:
    """Return what the desk's newest acceptance of a loss says; nothing where none was ever accepted."""
    wanted = select(journal.c.content).where(journal.c.desk_id == desk_id, journal.c.tag == ACCEPTED)
    found = session.execute(wanted.order_by(journal.c.number.desc()).limit(1)).scalar()
    content: Mapping[str, Any] = json.loads(found) if found else {}
    return content


def newest_paper(session: Session, code: str) -> Paper | None:
    """Return the paper that the desk made last."""
    digits = series_digits(registrations(session))
    of_desk = select(series.c.kind, series.c.year).join(desk, desk.c.id == series.c.desk_id)
    begins = [
        number_begin(code, kind_of(row.kind), row.year, digits.get(row.kind.partition(":")[2], ""))
        for row in session.execute(of_desk.where(desk.c.code == code))
    ]
    named = or_(false(), *(document.c.number.startswith(begin, autoescape=True) for begin in begins))
    newest = select(document.c.number, document.c.made_at).where(named)
    row = session.execute(
        newest.order_by(document.c.made_at.desc(), document.c.number.desc()).limit(1)
    ).one_or_none()
    return Paper(row.number, row.made_at) if row else None


def raise_series(session: Session, kind: str, year: int, last_number: int) -> None:
    """Let the acting desk's next paper of this kind and year take the number after `last_number`."""
    make = postgresql.insert if session.on_server else sqlite.insert
    values = {"desk_id": session.actor.desk_id, "kind": kind, "year": year, "home": session.home}
    statement = make(series).values(values | {"last_number": last_number})
    session.execute(
        statement.on_conflict_do_update(
            index_elements=["desk_id", "kind", "year"],
            set_={"last_number": last_number},
            where=series.c.last_number < last_number,
        )
    )
