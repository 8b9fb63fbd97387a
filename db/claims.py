"""The stock: one row says "this unit in this slot is taken by that booking". See DESIGN section 4."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Insert, and_, bindparam, delete, or_, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.ids import BookingId, ClosureId, SlotId, UnitId
from db.prepared import Prepared
from db.schema import booking_line, claim, unit

Cell = tuple[UnitId, SlotId]


def place(session: Session, cells: Sequence[Cell], *, booking_id: BookingId, expires_at: datetime) -> bool:
    """Take every (unit, slot) for a booking until `expires_at`; False when one of them is taken.

    On False some may have been written: the block must roll back.
    """
    return _take(session, cells, {"booking_id": booking_id, "closure_id": None, "expires_at": expires_at})


def block(session: Session, cells: Sequence[Cell], *, closure_id: ClosureId) -> bool:
    """Take every (unit, slot) for a block; False when one of them is taken: the block must roll back."""
    return _take(session, cells, {"booking_id": None, "closure_id": closure_id, "expires_at": None})


def place_for_good(session: Session, cells: Sequence[Cell], *, booking_id: BookingId) -> bool:
    """Take every (unit, slot) for a booking without a deadline; on False nothing is written."""
    with session.connection.begin_nested() as savepoint:
        taken = _take(session, cells, {"booking_id": booking_id, "closure_id": None, "expires_at": None})
        if not taken:
            savepoint.rollback()
    return taken


def _take(session: Session, cells: Sequence[Cell], owner: dict[str, object]) -> bool:
    params: dict[str, object] = {**owner, "home": session.home, "now": session.now}
    # One fixed order, so that two baskets never wait for each other crosswise.
    for number, (unit_id, slot_id) in enumerate(sorted(cells)):
        params[f"unit_{number}"], params[f"slot_{number}"] = unit_id, slot_id
    taken: int = _take_over(len(cells)).run(session, params).rowcount
    return taken == len(cells)


@lru_cache(maxsize=128)
def _take_over(count: int) -> Prepared:
    """One statement that inserts `count` rows, and takes over a row only when its time is over."""

    def build(on_server: bool) -> Insert:
        owner = {name: bindparam(name, type_=claim.c[name].type) for name in OWNER}
        rows = [
            {"unit_id": bindparam(f"unit_{number}"), "slot_id": bindparam(f"slot_{number}"), **owner}
            for number in range(count)
        ]
        insert: Any = (postgresql.insert if on_server else sqlite.insert)(claim).values(rows)
        taken_over: Insert = insert.on_conflict_do_update(
            index_elements=["unit_id", "slot_id"],
            set_={name: insert.excluded[name] for name in OWNER},
            where=claim.c.expires_at <= bindparam("now", type_=claim.c.expires_at.type),
        )
        return taken_over

    return Prepared(build)


OWNER = ("booking_id", "closure_id", "expires_at", "home")
# Found by the booking's lines, which are few: a claim needs no index by booking, and the hold writes less.
OF_BOOKING = and_(
    claim.c.booking_id == bindparam("booking"),
    tuple_(claim.c.slot_id, claim.c.unit_id).in_(
        select(booking_line.c.slot_id, booking_line.c.unit_id).where(
            booking_line.c.booking_id == bindparam("booking")
        )
    ),
)
STILL_LIVE = claim.c.expires_at > bindparam("now", type_=claim.c.expires_at.type)
CONFIRM = update(claim).where(OF_BOOKING, STILL_LIVE).values(expires_at=None)
EXTEND = update(claim).where(OF_BOOKING, STILL_LIVE).values(expires_at=bindparam("until"))
RELEASE = delete(claim).where(OF_BOOKING)
ONE = (
    (claim.c.booking_id == bindparam("booking"))
    & (claim.c.slot_id == bindparam("slot"))
    & (claim.c.unit_id == bindparam("unit"))
)
RELEASE_ONE = delete(claim).where(ONE)
TAKE_AWAY = delete(claim).where(ONE).returning(claim.c.expires_at)


def confirm(session: Session, booking_id: BookingId) -> int:
    """Make a booking's live claims permanent; return how many there were."""
    return session.execute(CONFIRM, {"booking": booking_id, "now": session.now}).rowcount


def extend(session: Session, booking_id: BookingId, until: datetime) -> int:
    """Move the deadline of a booking's live claims; return how many there were."""
    return session.execute(EXTEND, {"booking": booking_id, "now": session.now, "until": until}).rowcount


def release(session: Session, booking_id: BookingId) -> int:
    """Free every claim a booking still has; return how many there were."""
    return session.execute(RELEASE, {"booking": booking_id}).rowcount


def release_cells(session: Session, cells: Sequence[Cell], *, booking_id: BookingId) -> int:
    """Free some of a booking's claims; return how many there were."""
    return sum(
        session.execute(RELEASE_ONE, {"booking": booking_id, "unit": unit_id, "slot": slot_id}).rowcount
        for unit_id, slot_id in sorted(cells)
    )


def move(session: Session, old: Cell, new: Cell, *, booking_id: BookingId) -> bool:
    """Put a booking's claim on another cell, with its deadline; False when that is taken: roll back then.

    The deadline comes from the row as it is deleted: a payment at the same moment may have ended it.
    """
    cell = {"booking": booking_id, "unit": old[0], "slot": old[1]}
    gone = session.execute(TAKE_AWAY, cell).one_or_none()
    if gone is None:
        return False
    owner = {"booking_id": booking_id, "closure_id": None, "expires_at": gone.expires_at}
    return _take(session, [new], owner)


def names_of_taken(session: Session, cells: Sequence[Cell], booking_id: BookingId) -> list[str]:
    """Return the names of those units that somebody else than the booking has at the moment."""
    units, slots = {unit_id for unit_id, _ in cells}, {slot_id for _, slot_id in cells}
    statement = (
        select(claim.c.unit_id, claim.c.slot_id, unit.c.name)
        .join(unit, claim.c.unit_id == unit.c.id)
        .where(claim.c.unit_id.in_(units), claim.c.slot_id.in_(slots))
        .where(or_(claim.c.expires_at.is_(None), claim.c.expires_at > session.now))
        .where(or_(claim.c.booking_id.is_(None), claim.c.booking_id != booking_id))
    )
    wanted = set(cells)
    return sorted({row.name for row in session.execute(statement) if (row.unit_id, row.slot_id) in wanted})


def taken_by_others(session: Session, cells: Sequence[Cell], booking_id: BookingId) -> bool:
    """Whether somebody else has one of the (unit, slot) pairs at the moment."""
    wanted = or_(
        *(and_(claim.c.unit_id == unit_id, claim.c.slot_id == slot_id) for unit_id, slot_id in cells)
    )
    live = or_(claim.c.expires_at.is_(None), claim.c.expires_at > session.now)
    other = or_(claim.c.booking_id.is_(None), claim.c.booking_id != booking_id)
    return session.execute(select(claim.c.unit_id).where(wanted, live, other).limit(1)).first() is not None
