"""ListPapers: every paper of some days with its amounts, for the accountant."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from decimal import Decimal

from db import return_papers
from db.database import Database
from db.patience import READING
from db.return_papers import PaperRow
from db.states import DocumentKind, Tender
from desktop.services.domain.cells import Row
from desktop.services.domain.financial_year import INDIA
from desktop.services.domain.paper import PaperContent
from desktop.services.domain.period import Period, day_of
from desktop.services.records.paper_record import content_from_text
from desktop.services.returns.check_ledger import TAKES_BACK
from desktop.services.returns.read_papers import COUNTED

SLIPS = (DocumentKind.PAYMENT_SLIP, DocumentKind.REFUND_SLIP)
LISTED = (*COUNTED, *SLIPS, DocumentKind.TICKET, DocumentKind.MONEY_RECEIPT)
BACK = (*TAKES_BACK, DocumentKind.REFUND_VOUCHER)
HEAD = (
    *("date", "time", "paper", "number", "reference", "title", "customer", "gstin", "seller", "place"),
    *("travel_from", "travel_to", "units", "promo", "discount"),
    *("taxable_value", "central_tax", "state_tax", "integrated_tax", "total", "advance_set_off"),
    *Tender,
    *("rounding", "fee_kept", "answers", "desk", "clerk", "reason"),
)


class ListPapers:
    """Read them a day at a time.

    What money came in or went back stands on the rows of slips, by tender; what was sold and taxed on the
    rows of the papers that a slip lists. So each column adds up. What goes back is negative.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, days: Period) -> Iterator[Row]:
        """Yield the head, then a row a paper, in the order in which they were made."""
        yield HEAD
        day = days.first
        while day <= days.last:
            with self._database.read(READING) as session:
                one = day_of(day)
                rows = list(return_papers.between(session, one.first, one.last, LISTED))
            yield from map(_row, rows)
            day += timedelta(days=1)


def _row(row: PaperRow) -> Row:
    content = content_from_text(row.content)
    sign = -1 if row.kind in BACK else 1
    lines, levies = content.lines, content.levies
    days = [line.day for line in lines]
    moment = row.made_at.astimezone(INDIA)
    booking = content.booking
    is_slip = row.kind in SLIPS
    tenders = _tenders(content) if is_slip else {}
    answers = [*content.answers, *content.listed]
    value = content.value_paise
    return (
        *(row.issued_on, f"{moment:%H:%M}", row.kind, row.number),
        *((booking.reference, booking.title) if booking else ("", "")),
        *(content.buyer.name, content.buyer.gstin, content.seller.registration, content.place_state),
        *((min(days), max(days)) if days else ("", "")),
        ", ".join(dict.fromkeys(line.unit_name for line in lines)),
        booking.promo_code if booking else "",
        _rupees(0 if is_slip else sum(line.discount_paise for line in lines)),
        _rupees(sign * value),
        *(_rupees(sign * one) for one in (levies.cgst_paise, levies.sgst_paise, levies.igst_paise)),
        _rupees(sign * (value + levies.tax_paise)),
        _rupees(-content.advance_paise),
        *(_rupees(tenders.get(tender, 0)) for tender in Tender),
        _rupees(_rounding(content) if is_slip else 0),
        _rupees(_kept(content) if row.kind is DocumentKind.REFUND_SLIP else 0),
        " ".join(one.number for one in answers),
        *(content.desk_code, content.clerk, content.reason),
    )


def _tenders(content: PaperContent) -> Mapping[Tender, int]:
    found: dict[Tender, int] = {}
    for paid in content.paid:
        found[paid.tender] = found.get(paid.tender, 0) + paid.taken_paise
    for back in content.back:
        found[back.tender] = found.get(back.tender, 0) - back.given_paise
    return found


def _rounding(content: PaperContent) -> int:
    taken = sum(one.rounding_paise for one in content.paid)
    return taken - sum(one.rounding_paise for one in content.back)


def _kept(content: PaperContent) -> int:
    """Return what the house keeps of the lines that ended: what was paid for them and does not go back."""
    return sum(line.total_paise - line.refund_paise - line.unpaid_paise for line in content.lines)


def _rupees(paise: int) -> Decimal:
    return Decimal(paise).scaleb(-2)
