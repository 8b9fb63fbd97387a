"""The postings of some time, entry by entry, with what they are told of by."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from db.database import Session
from db.ids import BookingId, BookingReference, EntryId
from db.schema import account, booking, desk, entry, posting
from db.states import AccountKind


@dataclass(frozen=True, slots=True)
class PostingRow:
    """One posting with the head of its entry; positive: debit."""

    entry_id: EntryId
    entry_kind: str
    at: datetime
    clerk: str
    desk_code: str
    booking_id: BookingId | None
    reference: BookingReference | None
    account: AccountKind
    amount_paise: int


def postings_between(session: Session, first_at: datetime, end_at: datetime) -> Iterator[PostingRow]:
    """Yield every posting, those of one entry together, the entries in the order in which they were made."""
    wanted = (
        select(
            entry.c.id,
            entry.c.kind,
            entry.c.at,
            entry.c.clerk,
            desk.c.code,
            entry.c.booking_id,
            booking.c.reference,
            account.c.kind,
            posting.c.amount_paise,
        )
        .join(posting, posting.c.entry_id == entry.c.id)
        .join(account, account.c.id == posting.c.account_id)
        .join(desk, desk.c.id == entry.c.desk_id)
        .outerjoin(booking, booking.c.id == entry.c.booking_id)
        .where(entry.c.at >= first_at, entry.c.at < end_at)
        .order_by(entry.c.id, posting.c.number)
    )
    for row in session.execute(wanted):
        values: tuple[Any, ...] = tuple(row)
        yield PostingRow(*values)
