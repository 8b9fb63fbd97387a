"""Documents with numbers without gaps: a number is taken in the transaction that needs it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.ids import BookingId, DocumentId
from db.keys import new_key
from db.record import Shape
from db.schema import desk, document, series
from db.states import DocumentKind

# What a customer shows: it says what they have.
VALID = (DocumentKind.DEPOSIT_RECEIPT, DocumentKind.RECEIPT, DocumentKind.TICKET)
LETTERS = {
    DocumentKind.RECEIPT: "R",
    DocumentKind.REFUND_VOUCHER: "V",
    DocumentKind.TICKET: "T",
    DocumentKind.Z_SLIP: "Z",
    DocumentKind.DEPOSIT_RECEIPT: "D",
}


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


DOCUMENT = Shape(DocumentRow, document)


def make(
    session: Session,
    kind: DocumentKind,
    *,
    booking_id: BookingId | None,
    year: int,
    practice: bool,
    balance_by: datetime | None = None,
) -> DocumentId:
    """Number a document in this desk's series of the year and return its id."""
    code = session.execute(select(desk.c.code).where(desk.c.id == session.actor.desk_id)).scalar_one()
    taken = _next_number(session, kind, year)
    session.numbers[(kind, year)] = taken
    number = number_of(code, kind, year, taken)
    session.papers.append(number)
    document_id = DocumentId(new_key())
    row = {
        "id": document_id,
        "kind": kind,
        "number": number,
        "booking_id": booking_id,
        "made_at": session.now,
    }
    session.execute(
        insert(document), row | {"practice": practice, "balance_by": balance_by, "home": session.home}
    )
    return document_id


def number_of(desk_code: str, kind: DocumentKind, year: int, taken: int) -> str:
    """Return a number of a desk's series as it stands on paper."""
    return f"{desk_code}-{LETTERS[kind]}-{year}-{taken:06d}"


def _next_number(session: Session, kind: DocumentKind, year: int) -> int:
    make = postgresql.insert if session.on_server else sqlite.insert
    first = make(series).values(
        desk_id=session.actor.desk_id, kind=kind, year=year, last_number=1, home=session.home
    )
    statement = first.on_conflict_do_update(
        index_elements=["desk_id", "kind", "year"], set_={"last_number": series.c.last_number + 1}
    )
    return int(session.execute(statement.returning(series.c.last_number)).scalar_one())


def find(session: Session, document_id: DocumentId) -> DocumentRow | None:
    """Return a document."""
    return DOCUMENT.first(session.execute(DOCUMENT.select().where(document.c.id == document_id)))


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
    # Of one moment the ticket, which tells what goes on: its letter is the last.
    newest = statement.order_by(document.c.made_at.desc(), document.c.kind.desc()).limit(1)
    return DOCUMENT.first(session.execute(newest))


def count_copy(session: Session, document_id: DocumentId) -> None:
    """Count one printing more."""
    session.execute(update(document).where(document.c.id == document_id).values(copies=document.c.copies + 1))
