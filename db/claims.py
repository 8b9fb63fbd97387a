"""The stock: one row says "this unit in this slot is taken by that booking". See DESIGN section 4."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Insert, and_, bindparam, delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.schema import claim, unit

Cell = tuple[str, str]


def place(session: Session, cells: Sequence[Cell], *, booking_id: str, expires_at: datetime) -> bool:
    """Take every (unit, slot) for a booking until `expires_at`; False when one of them is taken.

    On False some may have been written: the block must roll back.
    """
    return _take(session, cells, {"booking_id": booking_id, "block_id": None, "expires_at": expires_at})


def block(session: Session, cells: Sequence[Cell], *, block_id: str) -> bool:
    """Take every (unit, slot) for a block; False when one of them is taken: the block must roll back."""
    return _take(session, cells, {"booking_id": None, "block_id": block_id, "expires_at": None})


def place_for_good(session: Session, cells: Sequence[Cell], *, booking_id: str) -> bool:
    """Take every (unit, slot) for a booking without a deadline; on False nothing is written."""
    with session.connection.begin_nested() as savepoint:
        taken = _take(session, cells, {"booking_id": booking_id, "block_id": None, "expires_at": None})
        if not taken:
            savepoint.rollback()
    return taken


def _take(session: Session, cells: Sequence[Cell], owner: dict[str, Any]) -> bool:
    # One fixed order, so that two baskets never wait for each other crosswise.
    rows = [
        owner | {"unit_id": unit_id, "slot_id": slot_id, "home": session.home}
        for unit_id, slot_id in sorted(cells)
    ]
    # Without this option an INSERT's count is thrown away on PostgreSQL.
    statement = _take_over(session, rows).execution_options(preserve_rowcount=True)
    return session.execute(statement).rowcount == len(rows)


def _take_over(session: Session, rows: list[dict[str, Any]]) -> Insert:
    """One statement that inserts, and takes over a row only when its time is over."""
    if session.on_server:
        pg = postgresql.insert(claim).values(rows)
        return pg.on_conflict_do_update(
            index_elements=["unit_id", "slot_id"],
            set_={name: pg.excluded[name] for name in ("booking_id", "block_id", "expires_at", "home")},
            where=claim.c.expires_at <= session.now,
        )
    lite = sqlite.insert(claim).values(rows)
    return lite.on_conflict_do_update(
        index_elements=["unit_id", "slot_id"],
        set_={name: lite.excluded[name] for name in ("booking_id", "block_id", "expires_at", "home")},
        where=claim.c.expires_at <= session.now,
    )


CONFIRM = (
    update(claim)
    .where(
        claim.c.booking_id == bindparam("booking"),
        claim.c.expires_at > bindparam("now", type_=claim.c.expires_at.type),
    )
    .values(expires_at=None)
)
EXTEND = (
    update(claim)
    .where(
        claim.c.booking_id == bindparam("booking"),
        claim.c.expires_at > bindparam("now", type_=claim.c.expires_at.type),
    )
    .values(expires_at=bindparam("until"))
)
RELEASE = delete(claim).where(claim.c.booking_id == bindparam("booking"))


def confirm(session: Session, booking_id: str) -> int:
    """Make a booking's live claims permanent; return how many there were."""
    return session.execute(CONFIRM, {"booking": booking_id, "now": session.now}).rowcount


def extend(session: Session, booking_id: str, until: datetime) -> int:
    """Move the deadline of a booking's live claims; return how many there were."""
    return session.execute(EXTEND, {"booking": booking_id, "now": session.now, "until": until}).rowcount


def release(session: Session, booking_id: str) -> int:
    """Free every claim a booking still has; return how many there were."""
    return session.execute(RELEASE, {"booking": booking_id}).rowcount


def names_of_taken(session: Session, cells: Sequence[Cell]) -> list[str]:
    """Return the names of those units that somebody has at the moment."""
    units, slots = {unit_id for unit_id, _ in cells}, {slot_id for _, slot_id in cells}
    statement = (
        select(unit.c.name)
        .distinct()
        .join(claim, claim.c.unit_id == unit.c.id)
        .where(claim.c.unit_id.in_(units), claim.c.slot_id.in_(slots))
        .where(or_(claim.c.expires_at.is_(None), claim.c.expires_at > session.now))
    )
    return sorted(session.execute(statement).scalars())


def count_of_booking(session: Session, booking_id: str) -> int:
    """Return how many claims a booking has, live or past."""
    return int(session.execute(select(func.count()).where(claim.c.booking_id == booking_id)).scalar_one())


def taken_by_others(session: Session, cells: Sequence[Cell], booking_id: str) -> bool:
    """Whether somebody else has one of the (unit, slot) pairs at the moment."""
    wanted = or_(
        *(and_(claim.c.unit_id == unit_id, claim.c.slot_id == slot_id) for unit_id, slot_id in cells)
    )
    live = or_(claim.c.expires_at.is_(None), claim.c.expires_at > session.now)
    other = or_(claim.c.booking_id.is_(None), claim.c.booking_id != booking_id)
    return session.execute(select(claim.c.unit_id).where(wanted, live, other).limit(1)).first() is not None
