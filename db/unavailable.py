"""Who or what keeps units from being sold over some days: read only where somebody asks why."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, or_

from db.catalogue_words import ClosureKind
from db.closures import CLOSURE, OVER_DAYS, STANDING, ClosureRow
from db.database import Session
from db.ids import BookingReference, OfferingId, UnitId
from db.record import Shape
from db.schema import booking, claim, closure, desk, slot, unit
from db.states import BookingState


@dataclass(frozen=True, slots=True)
class TakerRow:
    """A live claim on a unit in a slot: of a booking until `expires_at` or for good, or of a block."""

    unit_name: str
    day: date
    expires_at: datetime | None
    # Of a booking: whose it is, where and by whom it was sold.
    reference: BookingReference | None
    state: BookingState | None
    desk_code: str | None
    clerk: str | None
    # Of a block.
    reason: str | None
    last_day: date | None
    blocked_by: str | None


@dataclass(frozen=True, slots=True)
class AskedUnit:
    """A unit of an offering, on sale or not."""

    name: str
    active: bool
    ladies_only: bool


NOW = bindparam("now", type_=claim.c.expires_at.type)
TAKER = Shape(
    TakerRow,
    claim,
    unit_name=unit.c.name,
    day=slot.c.day,
    reference=booking.c.reference,
    state=booking.c.state,
    desk_code=desk.c.code,
    clerk=booking.c.clerk,
    reason=closure.c.reason,
    last_day=closure.c.last_day,
    blocked_by=closure.c.clerk,
)
ASKED = Shape(AskedUnit, unit)


def takers(
    session: Session, offering_id: OfferingId, unit_id: UnitId | None, first: date, last: date
) -> list[TakerRow]:
    """Return the live claims on a unit, or on every unit, from `first` to `last`, by unit and day."""
    statement = (
        TAKER.select()
        .join(slot, slot.c.id == claim.c.slot_id)
        .join(unit, unit.c.id == claim.c.unit_id)
        .outerjoin(closure, closure.c.id == claim.c.closure_id)
        .outerjoin(booking, booking.c.id == claim.c.booking_id)
        .outerjoin(desk, desk.c.id == booking.c.desk_id)
        .where(slot.c.offering_id == offering_id, slot.c.day.between(first, last))
        .where(or_(claim.c.expires_at.is_(None), claim.c.expires_at > NOW))
        .order_by(unit.c.rank, unit.c.name, slot.c.day)
    )
    if unit_id is not None:
        statement = statement.where(claim.c.unit_id == unit_id)
    return TAKER.list(session.execute(statement, {"now": session.now}))


def find_unit(session: Session, offering_id: OfferingId, unit_id: UnitId) -> AskedUnit | None:
    """Return a unit of an offering, on sale or not."""
    theirs = (unit.c.id == unit_id) & (unit.c.offering_id == offering_id)
    return ASKED.first(session.execute(ASKED.select().where(theirs)))


def stops(session: Session, offering_id: OfferingId, first: date, last: date) -> list[ClosureRow]:
    """Return the stops of sale that stand over some of these days."""
    statement = CLOSURE.select().where(
        closure.c.offering_id == offering_id, closure.c.kind == ClosureKind.STOP, STANDING, OVER_DAYS
    )
    ordered = statement.order_by(closure.c.first_day, closure.c.id)
    return CLOSURE.list(session.execute(ordered, {"first": first, "last": last}))
