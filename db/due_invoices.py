"""Bookings that may have a supply without its invoice."""

from sqlalchemy import exists, select

from db.database import Session
from db.document_kinds import ADVANCES, BILLS
from db.ids import BookingId
from db.schema import booking, booking_line, document, document_answer, slot
from db.states import BookingState

SOLD = (BookingState.CONFIRMED, BookingState.COMPLETED)
BILL = document.alias("bill")


def candidates(session: Session) -> list[BookingId]:
    """Return sold bookings that a slot of is over, with an advance that no invoice sets off, or no invoice.

    Papers of before kept no content and were given at once: they leave nothing due.
    """
    is_over = exists().where(
        booking_line.c.booking_id == booking.c.id,
        booking_line.c.cancelled_at.is_(None),
        slot.c.id == booking_line.c.slot_id,
        slot.c.ends_at <= session.now,
    )
    is_set_off = exists().where(
        document_answer.c.answers_id == document.c.id,
        BILL.c.id == document_answer.c.document_id,
        BILL.c.kind.in_(BILLS),
    )
    advanced = (
        select(document.c.booking_id)
        .where(document.c.kind.in_(ADVANCES), document.c.content != "", ~is_set_off)
        .scalar_subquery()
    )
    # Confirmed against a part, which may have been nothing.
    without = booking.c.balance_by.is_not(None) & booking.c.sold_at.is_(None)
    statement = select(booking.c.id).where(
        booking.c.state.in_(SOLD), booking.c.id.in_(advanced) | without, is_over
    )
    return [BookingId(one) for one in session.execute(statement).scalars()]
