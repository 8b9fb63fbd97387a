"""Papers out of the books, reduced to what a return counts of them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from db import return_papers
from db.database import Session
from db.document_kinds import ADVANCES, BACK, BILLS, KINDS
from db.ids import BookingId, DocumentId
from db.return_papers import PaperRow
from db.states import DocumentKind
from desktop.services.domain.counted_paper import CountedPaper, count_paper
from desktop.services.domain.financial_year import INDIA
from desktop.services.domain.period import Period
from desktop.services.records.paper_record import content_from_text

COUNTED = tuple(dict.fromkeys((*BILLS, *ADVANCES, *BACK, DocumentKind.DEBIT_NOTE)))
"""The kinds that count money of a sale; slips and tickets list what these count."""
IN_TABLE_13 = tuple(kind for kind, traits in KINDS.items() if traits.table_13 is not None)


def papers_between(session: Session, period: Period) -> Iterator[CountedPaper]:
    """Yield every paper of the period, of all registrations and of the house, as they were made."""
    return _counted(return_papers.between(session, period.first, period.last, COUNTED))


def papers_before(session: Session, bookings: Collection[BookingId], day: date) -> list[CountedPaper]:
    """Return the papers of these bookings that were issued before a day."""
    return list(_counted(return_papers.of_bookings(session, sorted(bookings), day, COUNTED)))


def papers_named(session: Session, ids: Collection[DocumentId]) -> list[CountedPaper]:
    """Return these papers, as far as they keep what they say."""
    return list(_counted(return_papers.by_ids(session, sorted(ids))))


def numbers_without_content(session: Session, period: Period) -> Sequence[str]:
    """Return the numbers of tax papers of the period that keep nothing of what they say."""
    first_at, end_at = moments_of(period)
    return return_papers.without_content(session, first_at, end_at, IN_TABLE_13)


def moments_of(period: Period) -> tuple[datetime, datetime]:
    """Return when the period begins and ends in India."""
    midnight = datetime.min.time()
    first = datetime.combine(period.first, midnight, INDIA)
    return first, datetime.combine(period.last + timedelta(days=1), midnight, INDIA)


def _counted(rows: Iterable[PaperRow]) -> Iterator[CountedPaper]:
    for row in rows:
        content = content_from_text(row.content)
        yield count_paper(row.id, row.kind, row.number, row.made_at, row.issued_on, content)
