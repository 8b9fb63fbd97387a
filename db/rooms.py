"""Rooms as things of a site: one room behind one door, whatever it is sold under."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select, update

from db.database import Session
from db.ids import OfferingId, UnitId
from db.record import Shape
from db.schema import offering, site, unit
from db.states import Kind


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room under one of the offerings that have or had it; `active`: it is on sale there."""

    id: UnitId
    name: str
    active: bool
    offering_id: OfferingId
    offering_code: str
    offering_active: bool
    site_code: str


ROOM = Shape(
    RoomRow, unit, offering_code=offering.c.code, offering_active=offering.c.active, site_code=site.c.code
)


def list_rooms(session: Session, kinds: Collection[Kind]) -> list[RoomRow]:
    """Return every unit of these kinds, on sale or not, in the order of their ranks."""
    statement = (
        ROOM.select()
        .join(offering, offering.c.id == unit.c.offering_id)
        .join(site, site.c.id == offering.c.site_id)
        .where(offering.c.kind.in_(kinds))
        .order_by(unit.c.rank, unit.c.name)
    )
    return ROOM.list(session.execute(statement))


def retire(session: Session, unit_ids: Collection[UnitId]) -> None:
    """Take units off sale; they stay stored."""
    if unit_ids:
        session.execute(update(unit).where(unit.c.id.in_(unit_ids)).values(active=0))


def lock_all(session: Session) -> None:
    """Keep holds from being placed until the commit: each reads its units for share.

    Before the first use of `session.now`. SQLite has one writer at a time anyway.
    """
    session.execute(select(unit.c.id).order_by(unit.c.id).with_for_update()).all()
