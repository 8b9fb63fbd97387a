"""The register of guests: rows of personal data that can be blanked, and that no journal repeats."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, insert, or_, select, update

from db.database import Session
from db.ids import BookingId, BookingReference, GuestEntryId
from db.keys import new_key
from db.record import Shape, values_of
from db.schema import booking, guest_entry


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the register asks of a guest: see the table for each column. Empty: not told."""

    is_foreign: bool
    name: str
    nationality: str
    passport: str
    visa: str
    arrived_from: str
    going_to: str
    address: str
    id_kind: str
    id_last: str
    vehicle: str
    purpose: str


@dataclass(frozen=True, slots=True)
class GuestRow(Particulars):
    """An entry of the register, and what became of its forms."""

    id: GuestEntryId
    booking_id: BookingId
    number: int
    reference: BookingReference
    arrived_at: datetime
    leaves_at: datetime
    departed_at: datetime | None
    sent_at: datetime | None
    departure_sent_at: datetime | None
    entered_at: datetime
    clerk: str
    changed_at: datetime


GUEST = Shape(GuestRow, guest_entry, booking, id=guest_entry.c.id)
TEXTS = (
    *("name", "nationality", "passport", "visa", "arrived_from", "going_to", "address"),
    *("id_kind", "id_last", "vehicle", "purpose"),
)
BLANK = dict.fromkeys(TEXTS, "")
IS_KEPT = guest_entry.c.blanked_at.is_(None)


def add(
    session: Session,
    told: Particulars,
    booking_id: BookingId,
    number: int,
    *,
    arrived_at: datetime,
    leaves_at: datetime,
    departed_at: datetime | None,
) -> GuestEntryId:
    """Enter a guest of a stay, which is named by its first line."""
    entry_id = GuestEntryId(new_key())
    row = {
        **values_of(told),
        "id": entry_id,
        "booking_id": booking_id,
        "number": number,
        "arrived_at": arrived_at,
        "leaves_at": leaves_at,
        "departed_at": departed_at,
        "entered_at": session.now,
        "changed_at": session.now,
        "clerk": session.actor.person,
        "home": session.home,
    }
    session.execute(insert(guest_entry), row)
    return entry_id


def change(session: Session, entry_id: GuestEntryId, told: Particulars, seen: datetime) -> bool:
    """Put other particulars into an entry; False when it was changed since `seen`, or blanked."""
    statement = update(guest_entry).where(
        guest_entry.c.id == entry_id, guest_entry.c.changed_at == seen, IS_KEPT
    )
    values = {**values_of(told), "changed_at": session.now, "clerk": session.actor.person}
    return session.execute(statement.values(values)).rowcount == 1


def find(session: Session, entry_id: GuestEntryId) -> GuestRow | None:
    """Return an entry that was not blanked."""
    statement = GUEST.select().join(booking, booking.c.id == guest_entry.c.booking_id)
    return GUEST.first(session.execute(statement.where(guest_entry.c.id == entry_id, IS_KEPT)))


def of_booking(session: Session, booking_id: BookingId) -> list[GuestRow]:
    """Return the entries of a booking in the order in which they were made."""
    return _list(session, guest_entry.c.booking_id == booking_id)


def waiting(session: Session) -> list[GuestRow]:
    """Return the foreigners of whom a form has to be sent: of the arrival, or of the departure."""
    is_open = or_(
        guest_entry.c.sent_at.is_(None),
        guest_entry.c.departed_at.is_not(None) & guest_entry.c.departure_sent_at.is_(None),
    )
    return _list(session, guest_entry.c.is_foreign == 1, is_open)


def between(session: Session, since: datetime, until: datetime) -> list[GuestRow]:
    """Return who arrived from `since` on and before `until`."""
    return _list(session, guest_entry.c.arrived_at >= since, guest_entry.c.arrived_at < until)


def _list(session: Session, *wanted: ColumnElement[bool]) -> list[GuestRow]:
    statement = (
        GUEST.select()
        .join(booking, booking.c.id == guest_entry.c.booking_id)
        .where(IS_KEPT, *wanted)
        .order_by(guest_entry.c.arrived_at, guest_entry.c.id)
    )
    return GUEST.list(session.execute(statement))


def mark_sent(session: Session, entry_id: GuestEntryId, *, departure: bool) -> bool:
    """Note that a form was handed in; False when it was before, or is not to be."""
    sent = guest_entry.c.departure_sent_at if departure else guest_entry.c.sent_at
    statement = update(guest_entry).where(
        guest_entry.c.id == entry_id, guest_entry.c.is_foreign == 1, IS_KEPT, sent.is_(None)
    )
    if departure:
        statement = statement.where(guest_entry.c.departed_at.is_not(None))
    return session.execute(statement.values({sent.name: session.now})).rowcount == 1


def leave(session: Session, booking_id: BookingId, numbers: Collection[int]) -> None:
    """The guests of these lines left now: their entries are kept from here on."""
    statement = update(guest_entry).where(
        guest_entry.c.booking_id == booking_id,
        guest_entry.c.number.in_(list(numbers)),
        guest_entry.c.departed_at.is_(None),
    )
    session.execute(statement.values(departed_at=session.now, leaves_at=session.now))


def come_back(session: Session, booking_id: BookingId, numbers: Collection[int], leaves_at: datetime) -> None:
    """The guests of these lines did not leave; a form of their departure that was sent stays sent."""
    statement = update(guest_entry).where(
        guest_entry.c.booking_id == booking_id,
        guest_entry.c.number.in_(list(numbers)),
        guest_entry.c.departure_sent_at.is_(None),
    )
    session.execute(statement.values(departed_at=None, leaves_at=leaves_at))


def blank(session: Session, entry_id: GuestEntryId) -> bool:
    """Take everything that tells who it was out of an entry; False when it was blanked before."""
    statement = update(guest_entry).where(guest_entry.c.id == entry_id, IS_KEPT)
    return session.execute(statement.values(**BLANK, blanked_at=session.now)).rowcount == 1


def has_old(session: Session, before: datetime) -> bool:
    """Whether an entry is to be blanked whose guest left before a moment."""
    old = select(guest_entry.c.id).where(IS_KEPT, guest_entry.c.leaves_at < before).limit(1)
    return session.execute(old).first() is not None


def blank_old(session: Session, before: datetime) -> int:
    """Blank the entries whose guests left before a moment; count them."""
    statement = update(guest_entry).where(IS_KEPT, guest_entry.c.leaves_at < before)
    return session.execute(statement.values(**BLANK, blanked_at=session.now)).rowcount
