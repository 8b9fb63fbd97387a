"""Rows of the manager's list, with what was sold, paid and given back."""

from collections import defaultdict
from datetime import datetime
from typing import Any, cast

from db import review
from db.database import Session
from db.review import BookingQuery
from db.states import Tender
from desktop.services.domain.people import mask_mobile
from desktop.services.domain.review import ReviewRow
from desktop.services.records.booking_record import shown_state

Place = tuple[datetime, str]
SEPARATOR = ", "


def read_rows(
    session: Session, query: BookingQuery, *, after: Place | None, rows_max: int
) -> list[ReviewRow]:
    """Return the next rows, the newest first; four statements however many there are."""
    found = review.page_of_bookings(session, query, after=after, rows_max=rows_max)
    ids = [row.id for row in found]
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    paid: defaultdict[str, dict[str, int]] = defaultdict(dict)
    if ids:
        for row in review.kinds_of(session, ids):
            kinds[row.booking_id].append(row.kind)
        for row in review.paid_by_tender(session, ids):
            paid[row.booking_id][row.tender] = int(row.paise)
    back = {row.booking_id: int(row.paise) for row in review.refunded(session, ids)} if ids else {}
    return [
        ReviewRow(
            booking_id=row.id,
            reference=row.reference,
            reserved_at=row.reserved_at,
            state=shown_state(cast("Any", row), session),
            kinds=SEPARATOR.join(kinds[row.id]),
            title=row.title,
            customer_name=row.customer_name,
            masked_mobile=mask_mobile(row.customer_mobile),
            desk_code=row.desk_code,
            clerk=row.clerk,
            tenders=SEPARATOR.join(tender for tender in Tender if tender in paid[row.id]),
            total_paise=row.total_paise,
            paid_paise=sum(paid[row.id].values()),
            refunded_paise=back.get(row.id, 0),
        )
        for row in found
    ]


def place_of(row: ReviewRow) -> Place:
    """Return where a row stands in the list."""
    return row.reserved_at, row.booking_id
