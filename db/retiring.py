"""What an import would take off sale, and who has bought it."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, or_, select

from db.database import Session
from db.ids import BookingReference, OfferingId, UnitId
from db.record import Shape
from db.schema import booking, claim, offering, slot, unit


@dataclass(frozen=True, slots=True)
class UnitOnSale:
    """An active unit."""

    id: UnitId
    offering_id: OfferingId
    name: str


ON_SALE = Shape(UnitOnSale, unit)
BOUGHT = (
    select(claim.c.unit_id, booking.c.reference)
    .distinct()
    .join(slot, slot.c.id == claim.c.slot_id)
    .join(booking, booking.c.id == claim.c.booking_id)
    .where(
        slot.c.ends_at > bindparam("now", type_=slot.c.ends_at.type),
        or_(
            claim.c.expires_at.is_(None),
            claim.c.expires_at > bindparam("now", type_=claim.c.expires_at.type),
        ),
    )
    .order_by(booking.c.reference)
)


def active_offerings(session: Session) -> set[OfferingId]:
    """Return the offerings that are on sale."""
    return set(session.execute(select(offering.c.id).where(offering.c.active == 1)).scalars())


def units_on_sale(session: Session, offering_ids: Collection[OfferingId]) -> list[UnitOnSale]:
    """Return these offerings' active units, the first to be sold first."""
    statement = ON_SALE.select().where(unit.c.offering_id.in_(offering_ids), unit.c.active == 1)
    return ON_SALE.list(session.execute(statement.order_by(unit.c.rank, unit.c.name)))


def buyers(session: Session, offering_ids: Collection[OfferingId]) -> dict[UnitId, list[BookingReference]]:
    """Return the bookings that hold or have each unit in a slot that is not over, by unit."""
    found: dict[UnitId, list[BookingReference]] = {}
    statement = BOUGHT.where(slot.c.offering_id.in_(offering_ids))
    for row in session.execute(statement, {"now": session.now}):
        found.setdefault(row.unit_id, []).append(row.reference)
    return found
