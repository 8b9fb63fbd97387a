"""Bookings by what people say of them: the reference, the number of a paper, the name of who travels."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import literal, or_, select

from db.customers import has_words
from db.database import Session
from db.ids import BookingReference
from db.record import Shape
from db.schema import booking, booking_line, document


@dataclass(frozen=True, slots=True)
class NamedBooking:
    """A booking with what it sold; `guest` is the name that was looked for, else nothing."""

    reference: BookingReference
    title: str
    guest: str


BY_NAME = Shape(NamedBooking, booking, guest=literal("").label("guest"))
BY_GUEST = Shape(NamedBooking, booking, guest=booking_line.c.guest_name)


def of_name(session: Session, *, reference: str = "", paper_number: str = "") -> NamedBooking | None:
    """Return the booking of a reference, or of a receipt, ticket or voucher."""
    tests = []
    if reference:
        tests.append(booking.c.reference == reference)
    if paper_number:
        of_paper = select(document.c.booking_id).where(document.c.number == paper_number)
        tests.append(booking.c.id.in_(of_paper))
    return BY_NAME.first(session.execute(BY_NAME.select().where(or_(*tests)))) if tests else None


def of_guest(session: Session, keys: Sequence[str], rows_max: int) -> list[NamedBooking]:
    """Return the newest bookings with somebody whose name has every one of these folded words."""
    statement = (
        BY_GUEST.select()
        .join(booking_line, booking_line.c.booking_id == booking.c.id)
        # Empty keys are in no index.
        .where(booking_line.c.search_key != "", has_words(booking_line.c.search_key, list(keys)))
        .order_by(booking.c.reserved_at.desc(), booking.c.id.desc(), booking_line.c.number)
        .limit(rows_max)
    )
    return BY_GUEST.list(session.execute(statement))
