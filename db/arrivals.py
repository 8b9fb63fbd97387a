"""Who has come, line by line: one row for each line whose guest or passenger is there."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.ids import BookingId
from db.record import Shape
from db.schema import arrival, booking_line, offering, slot


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """Since when the guest of a line is there, by whose word, and until when."""

    booking_id: BookingId
    number: int
    arrived_at: datetime
    arrived_clerk: str
    departed_at: datetime | None
    departed_clerk: str


ARRIVAL = Shape(ArrivalRow, arrival)
LINE = ("booking_id", "number")


def arrived(session: Session, booking_id: BookingId) -> set[int]:
    """Return the numbers of a booking's lines whose guest or passenger came; the others are no-shows once
    their slot is over.
    """
    return {row.number for row in of_booking(session, booking_id)}


def no_shows(session: Session, booking_id: BookingId) -> set[int]:
    """Return the numbers of a booking's lines to whose slot nobody came, where arrivals are marked.

    They are where somebody came on that day at that site. Ask it when the slots are over.
    """
    marked_line, marked_slot, marked_offering = booking_line.alias(), slot.alias(), offering.alias()
    marks = (
        select(arrival.c.number)
        .join(marked_line, and_(*(marked_line.c[name] == arrival.c[name] for name in LINE)))
        .join(marked_slot, marked_slot.c.id == marked_line.c.slot_id)
        .join(marked_offering, marked_offering.c.id == marked_slot.c.offering_id)
        .where(marked_slot.c.day == slot.c.day, marked_offering.c.site_id == offering.c.site_id)
    )
    came = select(arrival.c.number).where(*(arrival.c[name] == booking_line.c[name] for name in LINE))
    statement = (
        select(booking_line.c.number)
        .join(slot, slot.c.id == booking_line.c.slot_id)
        .join(offering, offering.c.id == slot.c.offering_id)
        .where(
            booking_line.c.booking_id == booking_id,
            booking_line.c.cancelled_at.is_(None),
            ~came.correlate(booking_line).exists(),
            marks.correlate(slot, offering).exists(),
        )
    )
    return set(session.execute(statement).scalars())


def of_booking(session: Session, booking_id: BookingId) -> list[ArrivalRow]:
    """Return every mark of a booking, by its lines."""
    statement = ARRIVAL.select().where(arrival.c.booking_id == booking_id).order_by(arrival.c.number)
    return ARRIVAL.list(session.execute(statement))


def mark(session: Session, booking_id: BookingId, numbers: Collection[int]) -> list[int]:
    """Note now that these lines' guests came; return those that were not noted before."""
    make = postgresql.insert if session.on_server else sqlite.insert
    rows = [
        {
            "booking_id": booking_id,
            "number": number,
            "arrived_at": session.now,
            "arrived_clerk": session.actor.person,
            "arrived_desk_id": session.actor.desk_id,
            "home": session.home,
        }
        for number in sorted(numbers)
    ]
    statement = make(arrival).values(rows).on_conflict_do_nothing().returning(arrival.c.number)
    return sorted(session.execute(statement).scalars()) if rows else []


def take_back(session: Session, booking_id: BookingId, numbers: Collection[int], seen: datetime) -> int:
    """Take back marks of these lines that were made at `seen` and whose guests have not left; count them."""
    statement = delete(arrival).where(
        arrival.c.booking_id == booking_id,
        arrival.c.number.in_(numbers),
        arrival.c.arrived_at == seen,
        arrival.c.departed_at.is_(None),
    )
    return session.execute(statement).rowcount


def depart(session: Session, booking_id: BookingId, numbers: Collection[int]) -> int:
    """Note now that these lines' guests left; count those who had not left yet."""
    statement = (
        update(arrival)
        .where(
            arrival.c.booking_id == booking_id,
            arrival.c.number.in_(numbers),
            arrival.c.departed_at.is_(None),
        )
        .values(departed_at=session.now, departed_clerk=session.actor.person)
    )
    return session.execute(statement).rowcount


def come_back(session: Session, booking_id: BookingId, numbers: Collection[int], seen: datetime) -> int:
    """Take back that these lines' guests left at `seen`; count them."""
    statement = (
        update(arrival)
        .where(
            arrival.c.booking_id == booking_id,
            arrival.c.number.in_(numbers),
            arrival.c.departed_at == seen,
        )
        .values(departed_at=None, departed_clerk="")
    )
    return session.execute(statement).rowcount


def first_arrival(session: Session, booking_id: BookingId, numbers: Collection[int]) -> datetime | None:
    """Return when the first guest of these lines came."""
    statement = select(arrival.c.arrived_at).where(
        arrival.c.booking_id == booking_id, arrival.c.number.in_(numbers)
    )
    return min(session.execute(statement).scalars(), default=None)
