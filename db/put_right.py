"""Holds that live longer or were ended by another desk, and customers put right: read from the journal."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text

from db.database import Session
from db.ids import BookingId, BookingReference
from db.record import Shape
from db.schema import booking, customer, journal
from db.schema.desks import PUT_RIGHT


@dataclass(frozen=True, slots=True)
class PutRightRow:
    """A record of such an act; `content` is JSON. Of a customer alone there is no booking."""

    at: datetime
    tag: str
    clerk: str
    booking_id: BookingId | None
    reference: BookingReference | None
    name: str | None
    amount_paise: int | None
    content: str


ROW = Shape(
    PutRightRow,
    journal,
    reference=booking.c.reference,
    name=customer.c.name,
    amount_paise=booking.c.total_paise,
)
# Written out, so that the index of these few records is used.
OF_THESE = text(f"journal.tag IN ({', '.join(repr(tag) for tag in PUT_RIGHT)})")


def since(session: Session, moment: datetime) -> list[PutRightRow]:
    """Return what was done since then, the newest first."""
    statement = (
        ROW.select()
        .outerjoin(booking, booking.c.id == journal.c.booking_id)
        .outerjoin(customer, customer.c.id == booking.c.customer_id)
        .where(OF_THESE, journal.c.at >= moment)
    )
    return ROW.list(session.execute(statement.order_by(journal.c.at.desc(), journal.c.number.desc())))
