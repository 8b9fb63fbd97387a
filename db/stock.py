"""What a manager takes off sale, as the slots and claims show it: stopped, cancelled, blocked.

The closure is the truth; `slot.stopped` and the claims of a block are what it leaves on the slots that exist.
"""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from sqlalchemy import bindparam, delete, exists, or_, select, update

from db import claims, closures
from db.catalogue_words import ClosureKind
from db.closures import ClosureRow
from db.database import Session
from db.ids import ClosureId, OfferingId, SlotId, UnitId
from db.schema import claim, closure_unit, slot, unit

CELLS_PER_STATEMENT = 1_000
ONE_DAY = timedelta(days=1)

IN_DAYS = (slot.c.offering_id == bindparam("offering")) & slot.c.day.between(
    bindparam("first", type_=slot.c.day.type), bindparam("last", type_=slot.c.day.type)
)
STOP = (
    update(slot)
    .where(IN_DAYS, slot.c.stopped != bindparam("to"), slot.c.cancelled == 0)
    .values(stopped=bindparam("to"), stop_reason=bindparam("reason"))
)
CANCEL = (
    update(slot)
    .where(slot.c.id == bindparam("slot"), slot.c.cancelled == 0)
    .values(cancelled=1, stop_reason=bindparam("reason"))
)
# What a block should keep and nobody has: the slots to come that were not there when it was made.
OPEN_CELLS = (
    select(closure_unit.c.unit_id, slot.c.id.label("slot_id"))
    .select_from(closure_unit)
    .join(unit, unit.c.id == closure_unit.c.unit_id)
    .join(slot, IN_DAYS)
    .where(
        closure_unit.c.closure_id == bindparam("closure"),
        unit.c.active == 1,
        slot.c.cancelled == 0,
        slot.c.ends_at > bindparam("now", type_=slot.c.ends_at.type),
        ~exists().where(
            claim.c.unit_id == closure_unit.c.unit_id,
            claim.c.slot_id == slot.c.id,
            or_(
                claim.c.expires_at.is_(None),
                claim.c.expires_at > bindparam("now", type_=claim.c.expires_at.type),
            ),
        ),
    )
)

FREE_RETIRED = delete(claim).where(
    claim.c.closure_id == bindparam("closure"),
    claim.c.unit_id.in_(select(unit.c.id).where(unit.c.active == 0)),
)


def stop_slots(session: Session, offering_id: OfferingId, first: date, last: date, reason: str) -> int:
    """Mark the slots of those days as stopped; return how many that changed."""
    return _mark(session, offering_id, first, last, stopped=True, reason=reason)


def open_slots(session: Session, offering_id: OfferingId, first: date, last: date) -> int:
    """Put the slots of those days back on sale that no stop closes any more; return how many."""
    opened = _mark(session, offering_id, first, last, stopped=False, reason=None)
    return opened - sum(
        stop_slots(session, offering_id, max(first, stop.first_day), min(last, stop.last_day), stop.reason)
        for stop in closures.stops(session, offering_id, first, last)
    )


def _mark(
    session: Session, offering_id: OfferingId, first: date, last: date, *, stopped: bool, reason: str | None
) -> int:
    params = {"offering": offering_id, "first": first, "last": last, "to": stopped, "reason": reason}
    return session.execute(STOP, params).rowcount


def cancel_slot(session: Session, slot_id: SlotId, reason: str) -> bool:
    """Mark a departure as not taking place; False when it is marked already."""
    return session.execute(CANCEL, {"slot": slot_id, "reason": reason}).rowcount == 1


def keep_closed(session: Session, offering_ids: Collection[OfferingId]) -> None:
    """Bring slots and claims of these offerings up to what is closed, after an import changed their rows.

    A slot that was born inside a stop is stopped; a block claims its units wherever they are free, and lets
    go of those that are not sold any more: nobody can take them, and they count for nothing.
    """
    closures.keep_still(session, offering_ids)
    # Wherever the site is, its today is not before yesterday in UTC.
    yesterday = session.now.date() - ONE_DAY
    for row in closures.standing(session, offering_ids, yesterday):
        if row.kind is ClosureKind.STOP:
            stop_slots(session, row.offering_id, row.first_day, row.last_day, row.reason)
        else:
            session.execute(FREE_RETIRED, {"closure": row.id})
            _claim_born(session, row)


def _claim_born(session: Session, block: ClosureRow) -> None:
    params = {"offering": block.offering_id, "first": block.first_day, "last": block.last_day}
    found = session.execute(OPEN_CELLS, params | {"closure": block.id, "now": session.now})
    cells = [(UnitId(row.unit_id), SlotId(row.slot_id)) for row in found]
    if not claim_for_block(session, block.id, cells):
        raise AssertionError("a cell that nobody had was taken within one transaction")


def claim_for_block(session: Session, closure_id: ClosureId, cells: Sequence[claims.Cell]) -> bool:
    """Take every cell for the block; False when one is taken: the transaction must roll back.

    In the one fixed order, some at a time, because engines limit the values of one statement.
    """
    ordered = sorted(cells)
    return all(
        claims.block(session, ordered[start : start + CELLS_PER_STATEMENT], closure_id=closure_id)
        for start in range(0, len(ordered), CELLS_PER_STATEMENT)
    )


def free_block(session: Session, closure_id: ClosureId) -> int:
    """Free a block's claims and return how many there were."""
    return session.execute(delete(claim).where(claim.c.closure_id == closure_id)).rowcount
