"""Blocks that stand on units which the catalogue retires, brings back or sells under another offering."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, delete, insert, select, update

from db.catalogue_words import ClosureKind
from db.database import Session
from db.ids import ClosureId, OfferingId, UnitId
from db.keys import new_key
from db.record import Shape, values_of
from db.schema import claim, closure, closure_unit, slot, unit


@dataclass(frozen=True, slots=True)
class BlockOnUnit:
    """A block that has not been lifted, for one of its units; `active`: the unit is on sale."""

    closure_id: ClosureId
    unit_id: UnitId
    offering_id: OfferingId
    active: bool
    first_day: date
    last_day: date
    reason: str
    clerk: str
    created_at: datetime


BLOCK_ON_UNIT = Shape(
    BlockOnUnit, closure_unit, closure, unit, offering_id=unit.c.offering_id, active=unit.c.active
)


def standing(session: Session, offering_ids: Collection[OfferingId], from_day: date) -> list[BlockOnUnit]:
    """Return the blocks on units of these offerings, on sale or not, that last until `from_day` or longer."""
    statement = (
        BLOCK_ON_UNIT.select()
        .select_from(closure_unit)
        .join(closure, closure.c.id == closure_unit.c.closure_id)
        .join(unit, unit.c.id == closure_unit.c.unit_id)
        .where(
            unit.c.offering_id.in_(offering_ids),
            closure.c.kind == ClosureKind.BLOCK,
            closure.c.lifted_at.is_(None),
            closure.c.last_day >= from_day,
        )
        .order_by(closure.c.created_at, closure.c.id, unit.c.id)
    )
    return BLOCK_ON_UNIT.list(session.execute(statement))


def free_retired(session: Session, unit_ids: Collection[UnitId]) -> None:
    """Delete the claims of blocks on units that are gone, in slots to come: they keep nobody from buying."""
    to_come = select(slot.c.id).where(slot.c.ends_at > session.now)
    mine = and_(claim.c.unit_id.in_(unit_ids), claim.c.closure_id.is_not(None), claim.c.slot_id.in_(to_come))
    session.execute(delete(claim).where(mine))


def copy_to(session: Session, block: BlockOnUnit, offering_id: OfferingId) -> ClosureId:
    """Write the same block for another offering, without units, and return its id."""
    closure_id = ClosureId(new_key())
    values = values_of(block)
    kept = {name: values[name] for name in ("first_day", "last_day", "reason", "clerk", "created_at")}
    row = {"id": closure_id, "kind": ClosureKind.BLOCK, "offering_id": offering_id, "home": session.home}
    session.execute(insert(closure), row | kept)
    return closure_id


def move_unit(session: Session, block: BlockOnUnit, closure_id: ClosureId, unit_id: UnitId) -> None:
    """Take a unit out of its block, lifted when it was the last, and put another into `closure_id`."""
    own = closure_unit.c.closure_id == block.closure_id
    session.execute(delete(closure_unit).where(own, closure_unit.c.unit_id == block.unit_id))
    session.execute(
        insert(closure_unit), {"closure_id": closure_id, "unit_id": unit_id, "home": session.home}
    )
    if session.execute(select(closure_unit.c.unit_id).where(own).limit(1)).first() is None:
        session.execute(update(closure).where(closure.c.id == block.closure_id).values(lifted_at=session.now))
