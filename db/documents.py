"""Papers with numbers without gaps: a number is taken in the transaction that needs it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.document_kinds import ADVANCES, BILLS, number_of, series_of
from db.ids import BookingId, DocumentId, TopUpId
from db.keys import new_key
from db.record import Shape
from db.schema import desk, document, document_answer, series
from db.states import DocumentKind

# What a customer shows: it says what they have.
VALID = (*BILLS, *ADVANCES, DocumentKind.TICKET)


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as it is stored: see the table for each column."""

    id: DocumentId
    kind: DocumentKind
    number: str
    booking_id: BookingId | None
    made_at: datetime
    copies: int
    practice: bool
    balance_by: datetime | None
    registration: str
    issued_on: date | None
    content: str


DOCUMENT = Shape(DocumentRow, document)


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A paper to be numbered.

    `year`: the financial year of `issued_on` (2627); `digit`: what tells the numbers of its registration
    apart.
    """

    kind: DocumentKind
    year: int
    issued_on: date
    practice: bool
    booking_id: BookingId | None = None
    registration: str = ""
    digit: str = ""
    content: str = ""
    answers: tuple[DocumentId, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that has its number."""

    id: DocumentId
    number: str


def code_of_desk(session: Session) -> str:
    """Return the acting desk's code, with which its numbers begin."""
    code: str = session.execute(select(desk.c.code).where(desk.c.id == session.actor.desk_id)).scalar_one()
    return code


def make(session: Session, new: NewDocument, desk_code: str) -> Made:
    """Number a paper in this desk's series of its kind, registration and year."""
    name = series_of(new.kind, new.registration)
    taken = _next_number(session, name, new.year)
    session.numbers[(name, new.year)] = taken
    made = Made(DocumentId(new_key()), number_of(desk_code, new.kind, new.year, taken, new.digit))
    session.papers.append(made.number)
    row = {
        "id": made.id,
        "kind": new.kind,
        "number": made.number,
        "booking_id": new.booking_id,
        "made_at": session.now,
        "practice": new.practice,
        "registration": new.registration,
        "issued_on": new.issued_on,
        "content": new.content,
        "home": session.home,
    }
    session.execute(insert(document), row)
    if new.answers:
        rows = [{"document_id": made.id, "answers_id": one, "home": session.home} for one in new.answers]
        session.execute(insert(document_answer), rows)
    return made


def _next_number(session: Session, name: str, year: int) -> int:
    make = postgresql.insert if session.on_server else sqlite.insert
    first = make(series).values(
        desk_id=session.actor.desk_id, kind=name, year=year, last_number=1, home=session.home
    )
    statement = first.on_conflict_do_update(
        index_elements=["desk_id", "kind", "year"], set_={"last_number": series.c.last_number + 1}
    )
    return int(session.execute(statement.returning(series.c.last_number)).scalar_one())


def fill(session: Session, document_id: DocumentId, content: str) -> None:
    """Let a paper say what it says: once, in the transaction that has begun it or freezes it later."""
    is_empty = (document.c.id == document_id) & (document.c.content == "")
    changed = session.execute(update(document).where(is_empty).values(content=content))
    if changed.rowcount != 1:
        raise AssertionError(f"the paper {document_id} says something already")


def find(session: Session, document_id: DocumentId) -> DocumentRow | None:
    """Return a document."""
    return DOCUMENT.first(session.execute(DOCUMENT.select().where(document.c.id == document_id)))


def of_booking(session: Session, booking_id: BookingId) -> list[DocumentRow]:
    """Return all papers of a booking, the first one first.

    Of one moment the key decides: those of one act were made by one process.
    """
    found = DOCUMENT.select().where(document.c.booking_id == booking_id)
    statement = found.order_by(document.c.made_at, document.c.id)
    return DOCUMENT.list(session.execute(statement))


def answered_by(session: Session, document_ids: Sequence[DocumentId]) -> dict[DocumentId, list[DocumentId]]:
    """Return which papers answer each of these; what nothing answers is left out."""
    columns = (document_answer.c.answers_id, document_answer.c.document_id)
    wanted = select(*columns).where(document_answer.c.answers_id.in_(document_ids))
    found: dict[DocumentId, list[DocumentId]] = {}
    for row in session.execute(wanted.order_by(document_answer.c.document_id)):
        found.setdefault(row.answers_id, []).append(row.document_id)
    return found


def newest_of_booking(
    session: Session,
    booking_id: BookingId,
    kinds: Collection[DocumentKind] = tuple(DocumentKind),
    *,
    before_key: str = "",
) -> DocumentRow | None:
    """Return the document of these kinds that was made last for a booking, or last before a key was."""
    statement = DOCUMENT.select().where(document.c.booking_id == booking_id, document.c.kind.in_(kinds))
    if before_key:
        statement = statement.where(document.c.id < before_key)
    newest = statement.order_by(document.c.made_at.desc(), document.c.id.desc()).limit(1)
    return DOCUMENT.first(session.execute(newest))


def money_receipt_of(session: Session, top_up_id: TopUpId) -> DocumentRow | None:
    """Return the receipt of a top-up; None for one of before there were receipts."""
    wanted = DOCUMENT.select().where(
        document.c.kind == DocumentKind.MONEY_RECEIPT, document.c.content.contains(f'"{top_up_id}"')
    )
    return DOCUMENT.first(session.execute(wanted.limit(1)))


def count_copy(session: Session, document_id: DocumentId) -> None:
    """Count one printing more."""
    session.execute(update(document).where(document.c.id == document_id).values(copies=document.c.copies + 1))
