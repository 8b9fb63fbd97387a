"""Whether papers count what the ledger moved, booking by booking, worked out apart from the tables.

The ledger posts the tax when a booking is sold. A deposit before that has a voucher with the tax in it and
stands in the ledger as an advance: so papers = ledger moves + what the tax in open deposits has changed by.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from db import return_papers
from db.database import Session
from db.ids import BookingId
from db.states import AccountKind, DocumentKind
from desktop.services.domain.counted_paper import CountedPaper, Sums
from desktop.services.domain.financial_year import issued_on
from desktop.services.domain.period import Period
from desktop.services.domain.tax_return import Fault, FaultKind
from desktop.services.returns.open_advances import AdvanceMove, follow_advances
from desktop.services.returns.read_papers import moments_of

Suspect = tuple[BookingId, tuple[CountedPaper, ...], tuple[int, int], Sums]
"""A booking with its papers, what the ledger says (in all, of it tax), and what they count in the period."""
TAKES_BACK = (DocumentKind.CREDIT_NOTE, DocumentKind.FINANCIAL_NOTE, DocumentKind.REFUND_RECEIPT)


@dataclass(frozen=True, slots=True)
class LedgerCheck:
    """The whole house's: what papers count, what the ledger moved, and the tax in deposits between them."""

    papers: Sums
    ledger_tax_paise: int
    open_tax_paise: int
    faults: tuple[Fault, ...]


def signed(paper: CountedPaper) -> Sums:
    """Return by how much a paper changes what was sold or paid in advance, but for what it sets off."""
    if paper.is_advance_back or paper.kind in TAKES_BACK:
        return -paper.sums
    if paper.kind is DocumentKind.CONSOLIDATED_INVOICE:
        return Sums()
    return paper.sums


def check_ledger(
    session: Session, period: Period, before: Iterable[CountedPaper], papers: Iterable[CountedPaper]
) -> LedgerCheck:
    """Compare the papers of a period with the ledger; `before`: earlier ones of the same bookings."""
    earlier, now = _by_booking(before), _by_booking(papers)
    first_at, end_at = moments_of(period)
    moved: dict[BookingId, dict[AccountKind, int]] = defaultdict(dict)
    for row in return_papers.moved(session, first_at, end_at):
        moved[row.booking_id][row.kind] = -row.amount_paise
    bookings = sorted({*now, *moved})
    sold = return_papers.first_sold(session, bookings)
    suspects: list[Suspect] = []
    whole, tax, opened = Sums(), 0, 0
    for booking in bookings:
        history = (*earlier.get(booking, ()), *now.get(booking, ()))
        counted = _counted(history, period.first)
        ledger = moved.get(booking, {})
        sold_on = issued_on(sold[booking]) if booking in sold else None
        change = _open_tax(history, period, sold_on)
        ledger_tax = ledger.get(AccountKind.TAX_PAYABLE, 0)
        whole, tax, opened = whole + counted, tax + ledger_tax, opened + change
        expected = (sum(ledger.values()), ledger_tax + change)
        if expected != (counted.total_paise, counted.tax_paise):
            suspects.append((booking, history, expected, counted))
    faults = [
        _fault(suspect, now)
        for suspect in suspects
        if not _agrees_by_now(session, suspect[0], suspect[1], end_at)
    ]
    return LedgerCheck(whole, tax, opened, tuple(faults))


def _agrees_by_now(
    session: Session, booking: BookingId, history: tuple[CountedPaper, ...], end_at: datetime
) -> bool:
    """Whether it is only not told yet, or was told later: a part taken for a hold has its paper when the hold
    is confirmed, which may be in the next period."""
    if not history and not return_papers.first_sold(session, [booking]):
        return True
    moved = return_papers.moved_of(session, booking, end_at)
    return -sum(moved.values()) == _counted(history, date.min).total_paise


def _fault(suspect: Suspect, now: Mapping[BookingId, list[CountedPaper]]) -> Fault:
    booking, history, (total, tax), counted = suspect
    numbers = tuple(paper.number for paper in now.get(booking, history)) or (booking,)
    if total != counted.total_paise:
        return Fault(FaultKind.LEDGER, numbers, total, counted.total_paise)
    return Fault(FaultKind.LEDGER, numbers, tax, counted.tax_paise)


def _by_booking(papers: Iterable[CountedPaper]) -> Mapping[BookingId, list[CountedPaper]]:
    found: dict[BookingId, list[CountedPaper]] = defaultdict(list)
    for paper in papers:
        if paper.booking_id is not None:
            found[paper.booking_id].append(paper)
    return found


def _counted(history: Iterable[CountedPaper], first: date) -> Sums:
    """Return what the papers from a day on count of a booking, less what they set off."""
    history = tuple(history)
    result = Sums()
    for paper in history:
        if paper.issued_on >= first:
            result = result + signed(paper)
    for advance in follow_advances(history):
        if advance.move is AdvanceMove.SET_OFF and advance.by.issued_on >= first:
            result = result - advance.line.sums
    return result


def _open_tax(history: tuple[CountedPaper, ...], period: Period, sold_on: date | None) -> int:
    """Return by how much the tax inside deposits changed that no sale had followed."""
    at_begin = at_end = 0
    for advance in follow_advances(history):
        paise = advance.line.sums.tax_paise * (1 if advance.move is AdvanceMove.TAKEN else -1)
        at_begin += paise if advance.by.issued_on < period.first else 0
        at_end += paise
    is_sold_before = sold_on is not None and sold_on < period.first
    is_sold_now = sold_on is not None and sold_on <= period.last
    return (0 if is_sold_now else at_end) - (0 if is_sold_before else at_begin)
