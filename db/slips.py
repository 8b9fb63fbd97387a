"""Where the reference of a slip, a transfer or a cheque was entered before, for money in or back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Table, func, select

from db.database import Session
from db.ids import BookingReference, DeskId
from db.schema import booking, payment, refund
from db.states import Tender


@dataclass(frozen=True, slots=True)
class Slip:
    """A reference that was entered before, for which booking and when."""

    reference: BookingReference
    at: datetime


def find_slip(
    session: Session, tender: Tender, slip: str, *, since: datetime, desk_id: DeskId | None, but: str
) -> Slip | None:
    """Return the newest use of a slip since then, capitals or not; the payment or refund `but` is left out.

    `desk_id`: at this desk only.
    """
    found = [
        one
        for table in (payment, refund)
        for one in session.execute(
            select(booking.c.reference, table.c.settled_at)
            .join(booking, booking.c.id == table.c.booking_id)
            .where(*_same(table, tender, slip, since, desk_id), table.c.id != but)
            .order_by(table.c.settled_at.desc())
            .limit(1)
        )
    ]
    newest = max(found, key=lambda row: row.settled_at, default=None)
    return Slip(newest.reference, newest.settled_at) if newest is not None else None


def _same(
    table: Table, tender: Tender, slip: str, since: datetime, desk_id: DeskId | None
) -> list[ColumnElement[bool]]:
    columns = table.c
    same = [
        func.lower(columns.reference) == slip.lower(),
        columns.tender == tender,
        columns.settled_at >= since,
    ]
    return [*same, columns.desk_id == desk_id] if desk_id is not None else same
