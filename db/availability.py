"""What is taken at the moment, and by whom. A claim counts while its time has not come."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, and_, bindparam, func, or_, select

from db.database import Session
from db.schema import block, booking, claim, desk, offering, site, slot, unit

NOW = bindparam("now", type_=claim.c.expires_at.type)
LIVE = or_(claim.c.expires_at.is_(None), claim.c.expires_at > NOW)
IN_RANGE = and_(
    slot.c.offering_id == bindparam("offering"),
    slot.c.day.between(bindparam("first", type_=slot.c.day.type), bindparam("last", type_=slot.c.day.type)),
)

UNITS = (
    select(unit)
    .where(unit.c.offering_id == bindparam("offering"), unit.c.active == 1)
    .order_by(unit.c.rank, unit.c.name)
)
SLOTS = select(slot).where(IN_RANGE).order_by(slot.c.day)
CLAIMS = (
    select(
        claim.c.unit_id,
        claim.c.slot_id,
        claim.c.expires_at,
        claim.c.block_id,
        block.c.reason,
        booking.c.reference,
        desk.c.code.label("desk_code"),
    )
    .join(slot, slot.c.id == claim.c.slot_id)
    .outerjoin(block, block.c.id == claim.c.block_id)
    .outerjoin(booking, booking.c.id == claim.c.booking_id)
    .outerjoin(desk, desk.c.id == booking.c.desk_id)
    .where(IN_RANGE, LIVE)
)
HIT = (
    select(booking.c.id, booking.c.reference, booking.c.state, func.count().label("unit_count"))
    .join(claim, claim.c.booking_id == booking.c.id)
    .where(claim.c.slot_id == bindparam("slot"), LIVE)
    .group_by(booking.c.id)
    .order_by(booking.c.reference)
)
OFFERING = (
    select(offering, site.c.time_zone)
    .join(site, site.c.id == offering.c.site_id)
    .where(offering.c.id == bindparam("offering"))
)


def find_offering(session: Session, offering_id: str) -> Row[Any] | None:
    """Return an offering, active or not, with the time zone of its site."""
    return session.execute(OFFERING, {"offering": offering_id}).one_or_none()


def list_units(session: Session, offering_id: str) -> Sequence[Row[Any]]:
    """Return the offering's units that are on sale, the first to be sold first."""
    return session.execute(UNITS, {"offering": offering_id}).all()


def list_slots(session: Session, offering_id: str, first: date, last: date) -> Sequence[Row[Any]]:
    """Return the offering's slots from `first` to `last`, both included, by day."""
    return session.execute(SLOTS, {"offering": offering_id, "first": first, "last": last}).all()


def list_live_claims(session: Session, offering_id: str, first: date, last: date) -> Sequence[Row[Any]]:
    """Return what is held, sold or blocked in those slots, with reason, reference and desk code."""
    params = {"offering": offering_id, "first": first, "last": last, "now": session.now}
    return session.execute(CLAIMS, params).all()


def list_bookings_of_slot(session: Session, slot_id: str) -> Sequence[Row[Any]]:
    """Return the bookings that have a live claim in this slot, with how many units each."""
    return session.execute(HIT, {"slot": slot_id, "now": session.now}).all()


def names_taken_by_others(
    session: Session, unit_ids: Collection[str], slot_ids: Collection[str], block_id: str
) -> list[str]:
    """Return the names of units that a booking or another block has in one of the slots."""
    statement = (
        select(unit.c.name)
        .distinct()
        .join(claim, claim.c.unit_id == unit.c.id)
        .where(claim.c.unit_id.in_(unit_ids), claim.c.slot_id.in_(slot_ids), LIVE)
        .where(or_(claim.c.block_id.is_(None), claim.c.block_id != block_id))
    )
    return sorted(session.execute(statement, {"now": session.now}).scalars())
