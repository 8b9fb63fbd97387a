"""Papers with numbers without gaps: a number is taken in the transaction that needs it."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Insert, bindparam, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.document_kinds import ADVANCES, BILLS, NUMBERS_A_YEAR_MAX, number_begin, number_of, series_of
from db.errors import SeriesUsedUp
from db.ids import BookingId, DocumentId, TopUpId
from db.keys import new_key
from db.prepared import Prepared
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
    """Number a paper in this desk's series of its kind, registration and year, and keep it.

    Raises SeriesUsedUp.
    """
    (made,) = number(session, [new], desk_code)
    add(session, [(made, new)])
    return made


def number(session: Session, papers: Sequence[NewDocument], desk_code: str) -> list[Made]:
    """Take the numbers of papers of one year, in their order; the transaction has to `add` each of them.

    Raises SeriesUsedUp.
    """
    year = papers[0].year
    names = [series_of(new.kind, new.registration) for new in papers]
    # In one order in every transaction, so that no two ever wait for each other.
    wanted = sorted(Counter(names).items())
    params: dict[str, object] = {"desk": session.actor.desk_id, "year": year, "home": session.home}
    for at, (name, count) in enumerate(wanted):
        params |= {f"kind_{at}": name, f"count_{at}": count}
    lasts = dict(_take(len(wanted)).run(session, params).fetchall())
    at_number = {name: lasts[name] - count for name, count in wanted}
    made = []
    # Of one moment their keys still sort as their numbers do.
    for new, name, key in zip(papers, names, sorted(new_key() for _ in papers), strict=True):
        at_number[name] += 1
        own = at_number[name]
        if own > NUMBERS_A_YEAR_MAX:
            raise SeriesUsedUp(number_begin(desk_code, new.kind, year, new.digit))
        made.append(Made(DocumentId(key), number_of(desk_code, new.kind, year, own, new.digit)))
    session.numbers |= {(name, year): last for name, last in lasts.items()}
    session.papers.extend(one.number for one in made)
    return made


@cache
def _take(count: int) -> Prepared:
    """Return the statement that raises so many series of a desk at once."""

    def build(on_server: bool) -> Insert:
        make = postgresql.insert if on_server else sqlite.insert
        rows: list[dict[str, BindParameter[Any]]] = [
            {
                "desk_id": bindparam("desk"),
                "kind": bindparam(f"kind_{at}"),
                "year": bindparam("year"),
                "last_number": bindparam(f"count_{at}"),
                "home": bindparam("home"),
            }
            for at in range(count)
        ]
        first = make(series).values(rows)
        raised = series.c.last_number + first.excluded.last_number
        statement = first.on_conflict_do_update(
            index_elements=["desk_id", "kind", "year"], set_={"last_number": raised}
        )
        return statement.returning(series.c.kind, series.c.last_number)

    return Prepared(build)


def add(session: Session, papers: Sequence[tuple[Made, NewDocument]]) -> None:
    """Keep papers that have their numbers, and what they answer."""
    params: dict[str, object] = {"made_at": session.now, "home": session.home}
    for at, (made, new) in enumerate(papers):
        row = {
            "id": made.id,
            "kind": new.kind,
            "number": made.number,
            "booking_id": new.booking_id,
            "practice": new.practice,
            "registration": new.registration,
            "issued_on": new.issued_on,
            "content": new.content,
        }
        params |= {f"{name}_{at}": value for name, value in row.items()}
    _keep(len(papers)).run(session, params)
    answers = [
        {"document_id": made.id, "answers_id": one, "home": session.home}
        for made, new in papers
        for one in new.answers
    ]
    if answers:
        session.execute(insert(document_answer), answers)


OF_EACH = ("id", "kind", "number", "booking_id", "practice", "registration", "issued_on", "content")


@cache
def _keep(count: int) -> Prepared:
    """Return the statement that keeps so many papers at once."""

    def build(_: bool) -> Insert:
        rows = [
            {name: bindparam(f"{name}_{at}", type_=document.c[name].type) for name in OF_EACH}
            | {name: bindparam(name, type_=document.c[name].type) for name in ("made_at", "home")}
            for at in range(count)
        ]
        return insert(document).values(rows)

    return Prepared(build)


def fill(session: Session, document_id: DocumentId, content: str) -> None:
    """Let a paper say what it says: once, in the transaction that has begun it or freezes it later."""
    is_empty = (document.c.id == document_id) & (document.c.content == "")
    changed = session.execute(update(document).where(is_empty).values(content=content))
    if changed.rowcount != 1:
        raise AssertionError(f"the paper {document_id} says something already")


def not_frozen(session: Session, count: int) -> list[DocumentRow]:
    """Return some papers of before that have not been frozen yet, at most `count`; empty once all are."""
    # The series of before knew no registration: with it the index finds the few without a day at once.
    waiting = (document.c.registration == "") & document.c.issued_on.is_(None)
    can_be = document.c.booking_id.is_not(None) | (document.c.kind == DocumentKind.Z_SLIP)
    return DOCUMENT.list(session.execute(DOCUMENT.select().where(waiting, can_be).limit(count)))


def freeze(session: Session, document_id: DocumentId, issued_on: date, content: str) -> bool:
    """Let a paper of before keep what it says and its day; False where another desk has done it."""
    waiting = (document.c.id == document_id) & document.c.issued_on.is_(None) & (document.c.content == "")
    changed = session.execute(update(document).where(waiting).values(issued_on=issued_on, content=content))
    return changed.rowcount == 1


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
