"""What is taken at the moment, and by whom. A claim counts while its time has not come."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, bindparam, func, or_, select

from db.catalogue import SLOT, UNIT, SlotRow, UnitRow
from db.database import Session
from db.ids import BookingId, BookingReference, ClosureId, OfferingId, SlotId, UnitId
from db.record import Shape
from db.schema import booking, claim, closure, desk, slot, unit
from db.states import BookingState


@dataclass(frozen=True, slots=True)
class LiveClaim:
    """A unit in a slot that a booking holds (until `expires_at`) or has for good, or that a block keeps."""

    unit_id: UnitId
    slot_id: SlotId
    day: date
    expires_at: datetime | None
    closure_id: ClosureId | None
    # Why it is blocked.
    reason: str | None
    # Whose it is, and at which desk it was sold.
    reference: BookingReference | None
    desk_code: str | None
    clerk: str | None


@dataclass(frozen=True, slots=True)
class BookingInSlot:
    """A booking with how many units it has in one slot."""

    id: BookingId
    reference: BookingReference
    state: BookingState
    unit_count: int


NOW = bindparam("now", type_=claim.c.expires_at.type)
LIVE = or_(claim.c.expires_at.is_(None), claim.c.expires_at > NOW)
IN_RANGE = and_(
    slot.c.offering_id == bindparam("offering"),
    slot.c.day.between(bindparam("first", type_=slot.c.day.type), bindparam("last", type_=slot.c.day.type)),
)

UNITS = (
    UNIT.select()
    .where(unit.c.offering_id == bindparam("offering"), unit.c.active == 1)
    .order_by(unit.c.rank, unit.c.name)
)
SLOTS = SLOT.select().where(IN_RANGE).order_by(slot.c.day)
LIVE_CLAIM = Shape(
    LiveClaim,
    claim,
    day=slot.c.day,
    reason=closure.c.reason,
    reference=booking.c.reference,
    desk_code=desk.c.code,
    clerk=booking.c.clerk,
)
CLAIMS = (
    LIVE_CLAIM.select()
    .join(slot, slot.c.id == claim.c.slot_id)
    .outerjoin(closure, closure.c.id == claim.c.closure_id)
    .outerjoin(booking, booking.c.id == claim.c.booking_id)
    .outerjoin(desk, desk.c.id == booking.c.desk_id)
    .where(IN_RANGE, LIVE)
)
IN_SLOT = Shape(BookingInSlot, booking, unit_count=func.count())
HIT = (
    IN_SLOT.select()
    .join(claim, claim.c.booking_id == booking.c.id)
    .where(claim.c.slot_id == bindparam("slot"), LIVE)
    .group_by(booking.c.id)
    .order_by(booking.c.reference)
)


def list_units(session: Session, offering_id: OfferingId) -> list[UnitRow]:
    """Return the offering's units that are on sale, the first to be sold first."""
    return UNIT.list(session.execute(UNITS, {"offering": offering_id}))


def list_slots(session: Session, offering_id: OfferingId, first: date, last: date) -> list[SlotRow]:
    """Return the offering's slots from `first` to `last`, both included, by day."""
    return SLOT.list(session.execute(SLOTS, {"offering": offering_id, "first": first, "last": last}))


def list_live_claims(session: Session, offering_id: OfferingId, first: date, last: date) -> list[LiveClaim]:
    """Return what is held, sold or blocked in those slots."""
    params = {"offering": offering_id, "first": first, "last": last, "now": session.now}
    return LIVE_CLAIM.list(session.execute(CLAIMS, params))


def list_bookings_of_slot(session: Session, slot_id: SlotId) -> list[BookingInSlot]:
    """Return the bookings that have a live claim in this slot."""
    return IN_SLOT.list(session.execute(HIT, {"slot": slot_id, "now": session.now}))


def free_units_like(session: Session, unit_id: UnitId, slot_ids: Collection[SlotId]) -> list[UnitRow]:
    """Return the active units of a unit's offering with its supplement that are free in all of the slots."""
    like = select(unit.c.offering_id, unit.c.supplement_paise).where(unit.c.id == unit_id).subquery()
    taken = select(claim.c.unit_id).where(claim.c.slot_id.in_(slot_ids), LIVE)
    statement = UNIT.select().where(
        unit.c.offering_id == like.c.offering_id,
        unit.c.supplement_paise == like.c.supplement_paise,
        unit.c.active == 1,
        unit.c.id.not_in(taken),
    )
    ordered = statement.order_by(unit.c.rank, unit.c.name)
    return UNIT.list(session.execute(ordered, {"now": session.now}))


def names_taken_by_others(
    session: Session, unit_ids: Collection[UnitId], slot_ids: Collection[SlotId], closure_id: ClosureId
) -> list[str]:
    """Return the names of units that a booking or another block has in one of the slots."""
    statement = (
        select(unit.c.name)
        .distinct()
        .join(claim, claim.c.unit_id == unit.c.id)
        .where(claim.c.unit_id.in_(unit_ids), claim.c.slot_id.in_(slot_ids), LIVE)
        .where(or_(claim.c.closure_id.is_(None), claim.c.closure_id != closure_id))
    )
    return sorted(session.execute(statement, {"now": session.now}).scalars())
