"""What a manager takes off sale: slots stopped or cancelled, units blocked."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, insert, select, update

from db import claims
from db.database import Session
from db.ids import BlockId
from db.keys import new_key
from db.schema import block, claim, slot, unit

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
    update(block)
    .where(block.c.id == bindparam("block"), block.c.lifted_at.is_(None))
    .values(lifted_at=bindparam("at"))
)
STANDING = (
    select(
        block.c.id,
        block.c.reason,
        block.c.clerk,
        block.c.created_at,
        func.min(slot.c.day).label("first_day"),
        func.max(slot.c.day).label("last_day"),
    )
    .join(claim, claim.c.block_id == block.c.id)
    .join(slot, slot.c.id == claim.c.slot_id)
    .where(block.c.offering_id == bindparam("offering"), block.c.lifted_at.is_(None))
    .group_by(block.c.id)
    .having(func.max(slot.c.day) >= bindparam("from_day", type_=slot.c.day.type))
    .order_by(func.min(slot.c.day), block.c.created_at, block.c.id)
)
BLOCKED_UNITS = (
    select(claim.c.block_id, unit.c.name, unit.c.rank)
    .distinct()
    .join(unit, unit.c.id == claim.c.unit_id)
    .join(block, block.c.id == claim.c.block_id)
    .where(block.c.offering_id == bindparam("offering"), block.c.lifted_at.is_(None))
    .order_by(unit.c.rank, unit.c.name)
)


def stop_slots(
    session: Session, offering_id: str, first: date, last: date, *, stopped: bool, reason: str
) -> int:
    """Stop or open the sale from `first` to `last`, both included; return how many slots that changed."""
    params = {"offering": offering_id, "first": first, "last": last, "to": int(stopped)}
    return session.execute(STOP, params | {"reason": reason if stopped else None}).rowcount


def cancel_slot(session: Session, slot_id: str, reason: str) -> bool:
    """Mark a departure as not taking place; False when it is marked already."""
    return session.execute(CANCEL, {"slot": slot_id, "reason": reason}).rowcount == 1


def add_block(session: Session, offering_id: str, reason: str) -> str:
    """Write a new block and return its id; its claims come with `claim_for_block`."""
    row = {
        "id": new_key(),
        "offering_id": offering_id,
        "reason": reason,
        "clerk": session.clerk,
        "created_at": session.now,
        "home": session.home,
    }
    session.execute(insert(block), row)
    return str(row["id"])


def claim_for_block(session: Session, block_id: str, cells: Sequence[claims.Cell]) -> bool:
    """Take every cell for the block; False when one is taken: the transaction must roll back.

    In the one fixed order, some at a time, because engines limit the values of one statement.
    """
    ordered = sorted(cells)
    return all(
        claims.block(session, ordered[start : start + CELLS_PER_STATEMENT], block_id=BlockId(block_id))
        for start in range(0, len(ordered), CELLS_PER_STATEMENT)
    )


def find_block(session: Session, block_id: str) -> Row[Any] | None:
    """Return a block."""
    return session.execute(select(block).where(block.c.id == block_id)).one_or_none()


def list_blocks(session: Session, offering_id: str, from_day: date) -> Sequence[Row[Any]]:
    """Return the blocks that stand on `from_day` or later, with their first and last day, by first day."""
    return session.execute(STANDING, {"offering": offering_id, "from_day": from_day}).all()


def list_blocked_units(session: Session, offering_id: str) -> Sequence[Row[Any]]:
    """Return the id of every block that stands with the names of its units, by rank."""
    return session.execute(BLOCKED_UNITS, {"offering": offering_id}).all()


def lift_block(session: Session, block_id: str) -> int | None:
    """Free the block's claims and return how many there were; None when it was lifted before."""
    if session.execute(LIFT, {"block": block_id, "at": session.now}).rowcount != 1:
        return None
    return session.execute(delete(claim).where(claim.c.block_id == block_id)).rowcount
