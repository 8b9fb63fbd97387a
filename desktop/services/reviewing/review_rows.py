"""Rows of the manager's list, with what was sold, paid and given back."""

from collections import Counter, defaultdict
from datetime import datetime
from typing import Any, cast

from db import review
from db.database import Session
from db.ids import BookingId
from db.review import BookingQuery
from db.states import Kind, Tender
from desktop.services.domain.people import mask_mobile
from desktop.services.domain.review import ReviewRow
from desktop.services.records.booking_record import shown_state

Place = tuple[datetime, BookingId]
SEPARATOR = ", "


def read_rows(
    session: Session, query: BookingQuery, *, after: Place | None, rows_max: int
) -> list[ReviewRow]:
    """Return the next rows, the newest first; four statements however many there are."""
    found = review.page_of_bookings(session, query, after=after, rows_max=rows_max)
    ids = [row.id for row in found]
    kinds: defaultdict[BookingId, list[Kind]] = defaultdict(list)
    paid: defaultdict[BookingId, Counter[Tender]] = defaultdict(Counter)
    accounts: defaultdict[BookingId, set[str]] = defaultdict(set)
    back: dict[BookingId, int] = {}
    if ids:
        for sold in review.kinds_of(session, ids):
            kinds[sold.booking_id].append(sold.kind)
        for captured in review.paid_by_tender(session, ids):
            paid[captured.booking_id][captured.tender] += captured.paise
            accounts[captured.booking_id] |= {captured.account} - {""}
        back = {given.booking_id: given.paise for given in review.refunded(session, ids)}
    return [
        ReviewRow(
            booking_id=row.id,
            reference=row.reference,
            reserved_at=row.reserved_at,
            state=shown_state(cast("Any", row), session),
            was_sold=row.confirmed_at is not None,
            kinds=SEPARATOR.join(kinds[row.id]),
            title=row.title,
            customer_name=row.customer_name,
            masked_mobile=mask_mobile(row.customer_mobile),
            desk_code=row.desk_code,
            clerk=row.clerk,
            tenders=SEPARATOR.join(tender for tender in Tender if tender in paid[row.id]),
            accounts=SEPARATOR.join(sorted(accounts[row.id])),
            total_paise=row.total_paise,
            paid_paise=sum(paid[row.id].values()),
            refunded_paise=back.get(row.id, 0),
            balance_paise=row.balance_paise,
        )
        for row in found
    ]


def place_of(row: ReviewRow) -> Place:
    """Return where a row stands in the list."""
    return row.reserved_at, row.booking_id
