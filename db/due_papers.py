"""Bookings whose invoice is due: what was paid has vouchers, and what they are for is over."""

from sqlalchemy import func, select

from db.bookings import NAMED, NamedRow
from db.database import Session
from db.deposits import OPEN_BALANCE
from db.document_kinds import ADVANCES, BILLS
from db.ids import BookingId
from db.schema import booking, booking_line, document, slot
from db.states import BookingState

USED = (BookingState.CONFIRMED, BookingState.COMPLETED)


def waiting(session: Session, after: BookingId | None, limit: int) -> list[NamedRow]:
    """Return the sold bookings that may need an invoice, in the order of their keys and after one of them.

    One that had a bill after all of it was over needs none. Of the others some wait for nothing: who reads
    the papers sees it.
    """
    ends = (
        select(func.min(slot.c.ends_at).label("first"), func.max(slot.c.ends_at).label("last"))
        .join(booking_line, booking_line.c.slot_id == slot.c.id)
        .where(booking_line.c.booking_id == booking.c.id, booking_line.c.cancelled_at.is_(None))
        .correlate(booking)
    )
    of_booking = document.c.booking_id == booking.c.id
    has_voucher = select(document.c.id).where(of_booking, document.c.kind.in_(ADVANCES)).exists()
    last = ends.with_only_columns(func.max(slot.c.ends_at)).scalar_subquery()
    has_bill = select(document.c.id).where(of_booking, document.c.kind.in_(BILLS), document.c.made_at >= last)
    first = ends.with_only_columns(func.min(slot.c.ends_at)).scalar_subquery()
    statement = NAMED.select().where(
        booking.c.state.in_(USED), ~OPEN_BALANCE, has_voucher, ~has_bill.exists(), first <= session.now
    )
    if after is not None:
        statement = statement.where(booking.c.id > after)
    return NAMED.list(session.execute(statement.order_by(booking.c.id).limit(limit)))
