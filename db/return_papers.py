"""Papers by their Indian dates, and the moves of the ledger beside them: what returns are made of."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select, type_coerce

from db.database import Session
from db.document_kinds import kind_of, number_begin
from db.ids import BookingId, DocumentId
from db.mark import NUMBERS_LOST
from db.record import Shape
from db.schema import account, desk, document, entry, journal, posting
from db.states import AccountKind, DocumentKind
from db.taxes import registration_codes, registrations, series_digits

BATCH = 500
SALE = (AccountKind.SALES, AccountKind.TAX_PAYABLE, AccountKind.ADVANCE_RECEIVED)
"""The accounts that hold what papers count: what was sold, its tax, and what was paid before."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper with what it says."""

    id: DocumentId
    kind: DocumentKind
    number: str
    made_at: datetime
    issued_on: date
    registration: str
    content: str


@dataclass(frozen=True, slots=True)
class MovedRow:
    """What the ledger moved on one kind of account for one booking; positive: debit."""

    booking_id: BookingId
    kind: AccountKind
    amount_paise: int


# Papers of before that are not frozen yet have no day, and are not asked for.
DAY = type_coerce(document.c.issued_on, document.c.issued_on.type)
PAPER = Shape(PaperRow, document, issued_on=DAY)


def between(session: Session, first: date, last: date, kinds: Collection[DocumentKind]) -> Iterator[PaperRow]:
    """Yield the papers that were issued on these days, in the order in which they were made."""
    wanted = (
        PAPER.select()
        .where(document.c.registration.in_(("", *registration_codes(session))))
        .where(document.c.issued_on.between(first, last), document.c.kind.in_(kinds))
        .where(document.c.content != "")
        .order_by(document.c.id)
    )
    with session.execute(wanted.execution_options(yield_per=BATCH)) as rows:
        yield from PAPER.each(rows)


def of_bookings(
    session: Session, bookings: Sequence[BookingId], before: date, kinds: Collection[DocumentKind]
) -> Iterator[PaperRow]:
    """Yield the papers of these bookings that were issued before a day, in the order of their making."""
    for start in range(0, len(bookings), BATCH):
        some = bookings[start : start + BATCH]
        wanted = PAPER.select().where(document.c.booking_id.in_(some), document.c.issued_on < before)
        wanted = wanted.where(document.c.kind.in_(kinds), document.c.content != "").order_by(document.c.id)
        yield from PAPER.list(session.execute(wanted))


def by_ids(session: Session, ids: Sequence[DocumentId]) -> Iterator[PaperRow]:
    """Yield these papers, as far as they keep what they say."""
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        wanted = PAPER.select().where(document.c.id.in_(some), document.c.content != "")
        yield from PAPER.list(session.execute(wanted))


def without_content(
    session: Session, first_at: datetime, end_at: datetime, kinds: Collection[DocumentKind]
) -> list[str]:
    """Return the numbers of the papers of these kinds that keep nothing of what they say."""
    wanted = select(document.c.number).where(document.c.made_at >= first_at, document.c.made_at < end_at)
    wanted = wanted.where(document.c.kind.in_(kinds), document.c.content == "").order_by(document.c.number)
    return list(session.execute(wanted).scalars())


def moved(session: Session, first_at: datetime, end_at: datetime) -> list[MovedRow]:
    """Return what the ledger moved for each booking on the accounts of sales, tax and advances."""
    amount = func.sum(posting.c.amount_paise)
    wanted = (
        select(entry.c.booking_id, account.c.kind, amount.label("paise"))
        .join(posting, posting.c.entry_id == entry.c.id)
        .join(account, account.c.id == posting.c.account_id)
        .where(entry.c.at >= first_at, entry.c.at < end_at, account.c.kind.in_(SALE))
        .where(entry.c.booking_id.is_not(None))
        .group_by(entry.c.booking_id, account.c.kind)
    )
    return [MovedRow(row.booking_id, row.kind, int(row.paise)) for row in session.execute(wanted)]


def moved_of(session: Session, booking_id: BookingId, end_at: datetime) -> dict[AccountKind, int]:
    """Return all that the ledger moved for a booking on those accounts before a moment; positive: debit."""
    wanted = (
        select(account.c.kind, func.sum(posting.c.amount_paise).label("paise"))
        .join(posting, posting.c.account_id == account.c.id)
        .join(entry, entry.c.id == posting.c.entry_id)
        .where(entry.c.booking_id == booking_id, entry.c.at < end_at, account.c.kind.in_(SALE))
        .group_by(account.c.kind)
    )
    return {row.kind: int(row.paise) for row in session.execute(wanted)}


def first_sold(session: Session, bookings: Sequence[BookingId]) -> dict[BookingId, datetime]:
    """Return when the ledger first told of a sale of each booking; what was never sold is left out."""
    found: dict[BookingId, datetime] = {}
    for start in range(0, len(bookings), BATCH):
        some = bookings[start : start + BATCH]
        wanted = (
            select(entry.c.booking_id, func.min(entry.c.at).label("at"))
            .join(posting, posting.c.entry_id == entry.c.id)
            .join(account, account.c.id == posting.c.account_id)
            .where(entry.c.booking_id.in_(some), account.c.kind == AccountKind.SALES)
            .group_by(entry.c.booking_id)
        )
        found.update({row.booking_id: row.at for row in session.execute(wanted)})
    return found


@dataclass(frozen=True, slots=True)
class LostRow:
    """Numbers of a series that were accepted as lost: what they begin with, and the last six figures."""

    begin: str
    kind: DocumentKind
    registration: str
    first: int
    last: int
    at: datetime


def lost_numbers(session: Session) -> list[LostRow]:
    """Return every gap that a record calls lost."""
    digits = series_digits(registrations(session))
    wanted = select(desk.c.code, journal.c.content, journal.c.at).join(desk, desk.c.id == journal.c.desk_id)
    rows = session.execute(wanted.where(journal.c.tag == NUMBERS_LOST).order_by(journal.c.at))
    return [_lost(row.code, json.loads(row.content), row.at, digits) for row in rows]


def _lost(code: str, gap: Mapping[str, str | int], at: datetime, digits: Mapping[str, str]) -> LostRow:
    name, year = str(gap["kind"]), int(gap["year"])
    kind, registration = kind_of(name), name.partition(":")[2]
    begin = number_begin(code, kind, year, digits.get(registration, ""))
    return LostRow(begin, kind, registration, int(gap["first"]), int(gap["last"]), at)
