"""What a manager takes off sale: slots stopped or cancelled, units blocked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, delete, insert, update

from db import claims
from db.database import Session
from db.ids import ClosureId, OfferingId, SlotId, UnitId
from db.keys import new_key
from db.record import Shape
from db.schema import claim, closure, closure_unit, slot, unit
from db.states import ClosureKind


@dataclass(frozen=True, slots=True)
class BlockRow:
    """Why some units are kept from being sold, and who did it."""

    id: ClosureId
    reason: str
    clerk: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class StandingBlock(BlockRow):
    """A block that was not lifted, with its first and last day, both included."""

    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class BlockedUnit:
    """A unit that a standing block keeps."""

    closure_id: ClosureId
    name: str
    rank: int


BLOCK = Shape(BlockRow, closure)
STANDING_BLOCK = Shape(StandingBlock, closure)
BLOCKED_UNIT = Shape(BlockedUnit, unit, closure_id=closure.c.id)

CELLS_PER_STATEMENT = 1_000

STOP = (
    update(slot)
    .where(
        slot.c.offering_id == bindparam("offering"),
        slot.c.day.between(
            bindparam("first", type_=slot.c.day.type), bindparam("last", type_=slot.c.day.type)
        ),
        slot.c.stopped != bindparam("to"),
        slot.c.cancelled == 0,
    )
    .values(stopped=bindparam("to"), stop_reason=bindparam("reason"))
)
CANCEL = (
    update(slot)
    .where(slot.c.id == bindparam("slot"), slot.c.cancelled == 0)
    .values(cancelled=1, stop_reason=bindparam("reason"))
)
LIFT = (
    update(closure)
    .where(closure.c.id == bindparam("block"), closure.c.lifted_at.is_(None))
    .values(lifted_at=bindparam("at"))
)
STANDING = (
    STANDING_BLOCK.select()
    .where(
        closure.c.offering_id == bindparam("offering"),
        closure.c.kind == ClosureKind.BLOCK,
        closure.c.lifted_at.is_(None),
        closure.c.last_day >= bindparam("from_day", type_=closure.c.last_day.type),
    )
    .order_by(closure.c.first_day, closure.c.created_at, closure.c.id)
)
BLOCKED_UNITS = (
    BLOCKED_UNIT.select()
    .select_from(closure_unit)
    .join(unit, unit.c.id == closure_unit.c.unit_id)
    .join(closure, closure.c.id == closure_unit.c.closure_id)
    .where(closure.c.offering_id == bindparam("offering"), closure.c.lifted_at.is_(None))
    .order_by(unit.c.rank, unit.c.name)
)


def stop_slots(
    session: Session, offering_id: OfferingId, first: date, last: date, *, stopped: bool, reason: str
) -> int:
    """Stop or open the sale from `first` to `last`, both included; return how many slots that changed."""
    params = {"offering": offering_id, "first": first, "last": last, "to": stopped}
    return session.execute(STOP, params | {"reason": reason if stopped else None}).rowcount


def cancel_slot(session: Session, slot_id: SlotId, reason: str) -> bool:
    """Mark a departure as not taking place; False when it is marked already."""
    return session.execute(CANCEL, {"slot": slot_id, "reason": reason}).rowcount == 1


def add_block(
    session: Session,
    offering_id: OfferingId,
    unit_ids: Collection[UnitId],
    first: date,
    last: date,
    reason: str,
) -> ClosureId:
    """Write a new block and return its id; its claims come with `claim_for_block`."""
    closure_id = ClosureId(new_key())
    row = {
        "id": closure_id,
        "kind": ClosureKind.BLOCK,
        "offering_id": offering_id,
        "first_day": first,
        "last_day": last,
        "reason": reason,
        "clerk": session.actor.person,
        "created_at": session.now,
        "home": session.home,
    }
    session.execute(insert(closure), row)
    units = [{"closure_id": closure_id, "unit_id": one, "home": session.home} for one in sorted(unit_ids)]
    session.execute(insert(closure_unit), units)
    return closure_id


def claim_for_block(session: Session, closure_id: ClosureId, cells: Sequence[claims.Cell]) -> bool:
    """Take every cell for the block; False when one is taken: the transaction must roll back.

    In the one fixed order, some at a time, because engines limit the values of one statement.
    """
    ordered = sorted(cells)
    return all(
        claims.block(session, ordered[start : start + CELLS_PER_STATEMENT], closure_id=closure_id)
        for start in range(0, len(ordered), CELLS_PER_STATEMENT)
    )


def find_block(session: Session, closure_id: ClosureId) -> BlockRow | None:
    """Return a block, lifted or not."""
    return BLOCK.first(session.execute(BLOCK.select().where(closure.c.id == closure_id)))


def list_blocks(session: Session, offering_id: OfferingId, from_day: date) -> list[StandingBlock]:
    """Return the blocks that stand on `from_day` or later, by first day."""
    return STANDING_BLOCK.list(session.execute(STANDING, {"offering": offering_id, "from_day": from_day}))


def list_blocked_units(session: Session, offering_id: OfferingId) -> list[BlockedUnit]:
    """Return the units of every block that stands, by rank."""
    return BLOCKED_UNIT.list(session.execute(BLOCKED_UNITS, {"offering": offering_id}))


def lift_block(session: Session, closure_id: ClosureId) -> int | None:
    """Free the block's claims and return how many there were; None when it was lifted before."""
    if session.execute(LIFT, {"block": closure_id, "at": session.now}).rowcount != 1:
        return None
    return session.execute(delete(claim).where(claim.c.closure_id == closure_id)).rowcount
