"""Papers are what was told of them, answer each other rightly, and count what the house holds.

One pass over papers, bookings and answers, in the order of the bookings: memory does not grow with them.
"""

from collections.abc import Generator, Iterator
from contextlib import closing
from itertools import groupby
from typing import Any

from sqlalchemy import Row, Select, case, func, select

from db.audits.check import FAULTS_MAX, Finding, limited
from db.audits.papers_counted import (
    READ,
    SMALL_SALE,
    Paper,
    counted_paise,
    is_of_before,
    wrong_answers,
)
from db.audits.papers_told import BATCH, Digests, Told, digest_of, told_papers
from db.database import Session
from db.ids import BookingId, DocumentId
from db.refunds import OF_SALE
from db.schema import booking, document, document_answer, payment, refund
from db.states import BookingState, DocumentKind, PaymentState

TOLD = "papers_say_what_was_told"
ANSWERS = "papers_answer_papers"
SALES = "papers_and_sales"
SOLD = (BookingState.CONFIRMED, BookingState.COMPLETED, BookingState.CANCELLED)

# What papers of before say is kept from the moment on at which they were frozen: then they have their day.
KEPT = document.c.issued_on.is_not(None) & (document.c.kind != DocumentKind.Z_SLIP)
COLUMNS = (
    document.c.booking_id,
    document.c.id,
    document.c.kind,
    document.c.number,
    document.c.registration,
    document.c.issued_on,
    document.c.content,
)


def check_papers(session: Session) -> Iterator[Finding]:
    """Return the three findings."""
    digests, faults = Digests(), _Faults()
    for number, digest in told_papers(session):
        digests.add(number, digest, -1)
    # Nobody reads these to their end: a cursor that stays open on a server is warned of later.
    with closing(_rows(session, _papers())) as by_booking, closing(_rows(session, _answers())) as answering:
        papers, answers = _ByBooking(by_booking), _ByBooking(answering)
        for held in _rows(session, _held()):
            found = [_paper(row, digests, faults) for row in papers.of(held.booking_id)]
            _check_booking(held, found, answers.of(held.booking_id), faults)
    for row in _rows(session, select(*COLUMNS).where(document.c.booking_id.is_(None))):
        _paper(row, digests, faults)
    faults.told += digests.faults(lambda: _stored(session), session)
    yield Finding(TOLD, faults.papers, limited(faults.told))
    yield Finding(ANSWERS, faults.papers, limited(faults.answers))
    yield Finding(SALES, faults.sales_count, limited(faults.sales))


class _Faults:
    """What was found so far; of each check only the first ones are kept."""

    def __init__(self) -> None:
        self.papers = self.sales_count = 0
        self.told: list[str] = []
        self.answers: list[str] = []
        self.sales: list[str] = []


def _papers() -> Select[Any]:
    of_bookings = select(*COLUMNS).where(document.c.booking_id.is_not(None))
    return of_bookings.order_by(document.c.booking_id, document.c.id)


def _held() -> Select[Any]:
    """What the house holds of each booking that was sold: what was taken less what goes back of it."""
    taken = (
        select(func.coalesce(func.sum(payment.c.amount_paise), 0))
        .where(payment.c.booking_id == booking.c.id, payment.c.state == PaymentState.CAPTURED)
        .scalar_subquery()
    )
    back = (
        select(func.coalesce(func.sum(refund.c.amount_paise), 0))
        .where(refund.c.booking_id == booking.c.id, OF_SALE)
        .scalar_subquery()
    )
    is_sold = booking.c.state.in_(SOLD) & booking.c.confirmed_at.is_not(None)
    columns = (booking.c.reference, case((is_sold, taken - back)).label("held_paise"))
    return select(booking.c.id.label("booking_id"), *columns).order_by(booking.c.id)


def _answers() -> Select[Any]:
    columns = (document.c.booking_id, document_answer.c.document_id, document_answer.c.answers_id)
    joined = select(*columns).join(document, document.c.id == document_answer.c.document_id)
    return joined.where(document.c.booking_id.is_not(None)).order_by(document.c.booking_id)


def _rows(session: Session, statement: Select[Any]) -> Generator[Row[Any], None, None]:
    with session.execute(statement.execution_options(yield_per=BATCH)) as rows:
        yield from rows


class _ByBooking:
    """Rows of bookings in their order, asked for in the same order."""

    def __init__(self, rows: Iterator[Row[Any]]) -> None:
        self._groups = groupby(rows, key=lambda row: row.booking_id)
        self._next: tuple[BookingId, list[Row[Any]]] | None = None

    def of(self, booking_id: BookingId) -> list[Row[Any]]:
        """Return the rows of a booking that comes after all that were asked for."""
        while self._next is None or self._next[0] < booking_id:
            found = next(self._groups, None)
            if found is None:
                return []
            self._next = found[0], list(found[1])
        return self._next[1] if self._next[0] == booking_id else []


def _paper(row: Row[Any], digests: Digests, faults: _Faults) -> Paper | None:
    """Return a paper of a row, None for what keeps nothing of its own; count it among those that are told."""
    if row.kind == DocumentKind.Z_SLIP or row.issued_on is None:
        return None
    faults.papers += 1
    digests.add(row.number, digest_of(row.content))
    try:
        content = READ.decode(row.content)
    except ValueError:
        if len(faults.told) <= FAULTS_MAX:
            faults.told.append(f"number={row.number} fault=unreadable")
        return None
    return Paper(row.id, DocumentKind(row.kind), row.number, row.registration, content)


def _check_booking(
    held: Row[Any], found: list[Paper | None], answers: list[Row[Any]], faults: _Faults
) -> None:
    papers = [one for one in found if one is not None]
    is_late = len(papers) < len(found) or is_of_before(papers)
    if len(faults.answers) <= FAULTS_MAX:
        rows: dict[DocumentId, set[DocumentId]] = {}
        for row in answers:
            rows.setdefault(row.document_id, set()).add(row.answers_id)
        faults.answers += wrong_answers(papers, rows, is_late=is_late)
    has_small = any(SMALL_SALE in one.content.words for one in papers)
    if is_late or has_small or held.held_paise is None:
        return
    faults.sales_count += 1
    counted = counted_paise(papers)
    if counted != held.held_paise and len(faults.sales) <= FAULTS_MAX:
        faults.sales.append(f"booking={held.reference} papers_paise={counted} held_paise={held.held_paise}")


def _stored(session: Session) -> Iterator[Told]:
    for row in _rows(session, select(document.c.number, document.c.content).where(KEPT)):
        yield row.number, digest_of(row.content)
