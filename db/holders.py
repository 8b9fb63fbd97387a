"""Who has what in the slots to come: what a change of the catalogue must not leave without a place."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, bindparam, or_, select

from db.catalogue_words import Berth, Gender
from db.claims import Cell
from db.database import Session
from db.ids import BookingId, BookingReference, OfferingId, SlotId, UnitId
from db.record import Shape
from db.schema import booking, booking_line, claim, slot, unit


@dataclass(frozen=True, slots=True)
class HolderRow:
    """A live line with its live claim; its times are the slot's, as they are now."""

    booking_id: BookingId
    reference: BookingReference
    reserved_at: datetime
    number: int
    stay: int
    guest_gender: Gender | None
    unit_id: UnitId
    unit_name: str
    slot_id: SlotId
    offering_id: OfferingId
    day: date
    starts_at: datetime
    ends_at: datetime
    time_zone: str


@dataclass(frozen=True, slots=True)
class StoredUnit:
    """A unit, on sale or not."""

    id: UnitId
    offering_id: OfferingId
    name: str
    rank: int
    row_number: int | None
    column_number: int | None
    deck: int | None
    berth: Berth | None
    by_window: bool
    ladies_only: bool
    active: bool


HOLDER = Shape(HolderRow, booking_line, booking, slot, starts_at=slot.c.starts_at, ends_at=slot.c.ends_at)
SLOT_TIME = slot.c.ends_at.type
UNIT = Shape(StoredUnit, unit)


def _live() -> ColumnElement[bool]:
    return or_(claim.c.expires_at.is_(None), claim.c.expires_at > bindparam("now", type_=SLOT_TIME))


def lock(session: Session, offering_ids: Collection[OfferingId]) -> None:
    """Keep the bookings that have something live of these offerings as they are, until the commit."""
    theirs = (
        select(claim.c.booking_id)
        .join(slot, slot.c.id == claim.c.slot_id)
        .where(
            slot.c.offering_id.in_(offering_ids), slot.c.ends_at > bindparam("now", type_=SLOT_TIME), _live()
        )
    )
    statement = select(booking.c.id).where(booking.c.id.in_(theirs)).order_by(booking.c.id)
    session.execute(statement.with_for_update(key_share=True), {"now": session.now}).all()


def list_holders(session: Session, offering_ids: Collection[OfferingId], from_day: date) -> list[HolderRow]:
    """Return the live lines of these offerings' slots that take place on `from_day` or later.

    In the order in which they were booked.
    """
    statement = (
        HOLDER.select()
        .select_from(claim)
        .join(
            booking_line,
            and_(
                booking_line.c.booking_id == claim.c.booking_id,
                booking_line.c.unit_id == claim.c.unit_id,
                booking_line.c.slot_id == claim.c.slot_id,
                booking_line.c.cancelled_at.is_(None),
            ),
        )
        .join(booking, booking.c.id == claim.c.booking_id)
        .join(slot, slot.c.id == claim.c.slot_id)
        .where(slot.c.offering_id.in_(offering_ids), slot.c.day >= from_day, slot.c.cancelled == 0, _live())
        .order_by(booking.c.reserved_at, booking.c.id, booking_line.c.number)
    )
    return HOLDER.list(session.execute(statement, {"now": session.now}))


def live_cells(session: Session, offering_ids: Collection[OfferingId]) -> set[Cell]:
    """Return what is held, sold or blocked in these offerings' slots that have not ended."""
    statement = (
        select(claim.c.unit_id, claim.c.slot_id)
        .join(slot, slot.c.id == claim.c.slot_id)
        .where(slot.c.offering_id.in_(offering_ids), slot.c.ends_at > session.now, _live())
    )
    rows = session.execute(statement, {"now": session.now})
    return {(UnitId(row.unit_id), SlotId(row.slot_id)) for row in rows}


def list_units(session: Session, offering_ids: Collection[OfferingId]) -> list[StoredUnit]:
    """Return these offerings' units, on sale or not, in the order of their ranks."""
    statement = UNIT.select().where(unit.c.offering_id.in_(offering_ids))
    return UNIT.list(session.execute(statement.order_by(unit.c.rank, unit.c.name)))
