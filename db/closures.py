"""Closures: stops of sale and blocks as intents over days, whether or not a slot is there yet."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, insert, select, update

from db.catalogue_words import ClosureKind
from db.database import Session
from db.ids import ClosureId, OfferingId, UnitId
from db.keys import new_key
from db.record import Shape
from db.schema import closure, closure_unit, offering, unit

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ClosureRow:
    """What is closed from `first_day` to `last_day`, both included, why, and who did it."""

    id: ClosureId
    kind: ClosureKind
    offering_id: OfferingId
    first_day: date
    last_day: date
    reason: str
    clerk: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class BlockedUnit:
    """A unit that a standing block keeps."""

    closure_id: ClosureId
    name: str
    rank: int


CLOSURE = Shape(ClosureRow, closure)
BLOCKED_UNIT = Shape(BlockedUnit, unit, closure_id=closure.c.id)
STANDING = closure.c.lifted_at.is_(None)
OVER_DAYS = (closure.c.first_day <= bindparam("last", type_=closure.c.first_day.type)) & (
    closure.c.last_day >= bindparam("first", type_=closure.c.last_day.type)
)

LIFT = (
    update(closure)
    .where(closure.c.id == bindparam("closure"), STANDING)
    .values(lifted_at=bindparam("at", type_=closure.c.lifted_at.type))
)
OF_BLOCKS = (
    BLOCKED_UNIT.select()
    .select_from(closure_unit)
    .join(unit, unit.c.id == closure_unit.c.unit_id)
    .join(closure, closure.c.id == closure_unit.c.closure_id)
)
BLOCKED_UNITS = OF_BLOCKS.where(closure.c.offering_id == bindparam("offering"), STANDING).order_by(
    unit.c.rank, unit.c.name
)


def keep_still(session: Session, offering_ids: Collection[OfferingId]) -> None:
    """Let no other writer close these offerings, or bring them slots, before this transaction ends.

    A row that is written waits for its other writers on every engine; a read would not.
    """
    same = update(offering).where(offering.c.id.in_(sorted(offering_ids)))
    session.execute(same.values(active=offering.c.active))


def add(
    session: Session, kind: ClosureKind, offering_id: OfferingId, first: date, last: date, reason: str
) -> ClosureId:
    """Write a new closure by this clerk and return its id."""
    return _insert(
        session,
        ClosureRow(
            ClosureId(new_key()), kind, offering_id, first, last, reason, session.actor.person, session.now
        ),
    )


def add_units(session: Session, closure_id: ClosureId, unit_ids: Collection[UnitId]) -> None:
    """Write which units a block keeps."""
    units = [{"closure_id": closure_id, "unit_id": one, "home": session.home} for one in sorted(unit_ids)]
    session.execute(insert(closure_unit), units)


def find(session: Session, closure_id: ClosureId) -> ClosureRow | None:
    """Return a closure, lifted or not."""
    return CLOSURE.first(session.execute(CLOSURE.select().where(closure.c.id == closure_id)))


def standing(
    session: Session, offering_ids: Collection[OfferingId], first: date, last: date = date.max
) -> list[ClosureRow]:
    """Return the closures of these offerings over one of those days, the oldest first."""
    statement = (
        CLOSURE.select()
        .where(closure.c.offering_id.in_(offering_ids), STANDING, OVER_DAYS)
        .order_by(closure.c.created_at, closure.c.id)
    )
    return CLOSURE.list(session.execute(statement, {"first": first, "last": last}))


def stops(session: Session, offering_id: OfferingId, first: date, last: date) -> list[ClosureRow]:
    """Return the stops over one of those days, the oldest first."""
    return [row for row in standing(session, [offering_id], first, last) if row.kind is ClosureKind.STOP]


def list_blocked_units(session: Session, offering_id: OfferingId) -> list[BlockedUnit]:
    """Return the units of every block that stands, by rank."""
    return BLOCKED_UNIT.list(session.execute(BLOCKED_UNITS, {"offering": offering_id}))


def names_blocked(session: Session, unit_ids: Collection[UnitId], first: date, last: date) -> list[str]:
    """Return the names of those of the units that a block keeps on one of those days."""
    statement = (
        select(unit.c.name)
        .distinct()
        .join(closure_unit, closure_unit.c.unit_id == unit.c.id)
        .join(closure, closure.c.id == closure_unit.c.closure_id)
        .where(closure_unit.c.unit_id.in_(unit_ids), STANDING, OVER_DAYS)
    )
    return sorted(session.execute(statement, {"first": first, "last": last}).scalars())


def lift(session: Session, closure_id: ClosureId) -> bool:
    """End a closure; False when it was lifted before."""
    return session.execute(LIFT, {"closure": closure_id, "at": session.now}).rowcount == 1


def cut_out(session: Session, row: ClosureRow, first: date, last: date) -> None:
    """End a closure over those days; what is left of it before and after stands as it was made."""
    lift(session, row.id)
    for begins, ends in ((row.first_day, first - ONE_DAY), (last + ONE_DAY, row.last_day)):
        if begins <= ends:
            rest = ClosureRow(
                ClosureId(new_key()),
                row.kind,
                row.offering_id,
                begins,
                ends,
                row.reason,
                row.clerk,
                row.created_at,
            )
            _insert(session, rest)


def _insert(session: Session, row: ClosureRow) -> ClosureId:
    values = {name: getattr(row, name) for name in ClosureRow.__slots__}
    session.execute(insert(closure), values | {"home": session.home})
    return row.id
