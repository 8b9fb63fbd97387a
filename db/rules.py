"""The rows that decide a price, and what a quote needs to know of the things asked for."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import BigInteger, Text, and_, bindparam, func, or_, select, type_coerce

from db.availability import LIVE
from db.catalogue import (
    BY_ID,
    MEAL_PLAN,
    OFFERING,
    SLOT,
    STOP_POINT,
    UNIT,
    MealPlanRow,
    OfferingRow,
    SlotRow,
    StopPointRow,
    UnitRow,
)
from db.catalogue_words import StopDirection
from db.database import Session
from db.ids import OfferingId, SlotId, UnitId
from db.prepared import Prepared
from db.record import Shape
from db.schema import claim, fee_rule, meal_plan, offering, policy, slot, stop_point, unit
from db.schema.columns import from_microseconds
from db.states import Kind


@dataclass(frozen=True, slots=True)
class FeeRuleRow:
    """The fee of the house on a kind of offering."""

    kind: Kind
    rate_bp: int
    cap_paise: int | None
    effective_from: date


FEE_RULE = Shape(FeeRuleRow, fee_rule)
ON_SALE = BY_ID.where(offering.c.active == 1)


def fees(session: Session) -> list[FeeRuleRow]:
    """Return every fee rule."""
    return FEE_RULE.list(session.execute(FEE_RULE.select()))


def policy_tiers(session: Session, code: str, today: date) -> str:
    """Return the tiers (JSON) of the policy in force on `today`; none in force gives nothing back."""
    statement = (
        select(policy.c.tiers)
        .where(policy.c.code == code, policy.c.effective_from <= today)
        .order_by(policy.c.effective_from.desc())
        .limit(1)
    )
    return session.execute(statement).scalar() or "[]"


def find_offering(session: Session, offering_id: OfferingId) -> OfferingRow | None:
    """Return an offering that is on sale."""
    return OFFERING.first(session.execute(ON_SALE, {"offering": offering_id}))


def units(session: Session, offering_id: OfferingId, unit_ids: Collection[UnitId]) -> dict[UnitId, UnitRow]:
    """Return the active units among `unit_ids` that belong to the offering, by id."""
    statement = UNIT.select().where(
        unit.c.offering_id == offering_id, unit.c.id.in_(unit_ids), unit.c.active == 1
    )
    return {row.id: row for row in UNIT.list(session.execute(statement))}


def slots(session: Session, offering_id: OfferingId, first: date, until: date) -> dict[date, SlotRow]:
    """Return the offering's slots from `first` up to, not including, `until`, by day."""
    statement = SLOT.select().where(
        slot.c.offering_id == offering_id, slot.c.day >= first, slot.c.day < until
    )
    return {row.day: row for row in SLOT.list(session.execute(statement))}


@dataclass(frozen=True, slots=True)
class SlotNow:
    """A slot as it is at the moment, with the name of what it belongs to."""

    id: SlotId
    name: str
    day: date
    starts_at: datetime
    ends_at: datetime
    stopped: bool
    stop_reason: str
    cancelled: bool
    # Whether what it belongs to is sold at all.
    on_sale: bool


def doubtful_slots(session: Session, starts: Mapping[SlotId, datetime]) -> list[SlotNow]:
    """Return those of the slots that are stopped, cancelled, off sale or have started, or in which somebody
    has a retired unit, or that start at another time than is thought: as a rule none.
    """
    params: dict[str, Any] = {"now": session.now}
    for number, (slot_id, starts_at) in enumerate(starts.items()):
        params[f"slot_{number}"], params[f"starts_{number}"] = slot_id, starts_at
    return [_slot_now(*row) for row in _doubtful_slots(len(starts)).run(session, params).fetchall()]


PLACES = (
    select(func.count(unit.c.id))
    .where(unit.c.offering_id == slot.c.offering_id, unit.c.active == 1)
    .correlate(slot)
    .scalar_subquery()
)
TAKEN = select(func.count(claim.c.unit_id)).where(claim.c.slot_id == slot.c.id, LIVE).correlate(slot)
PLACES_LEFT = select(PLACES - TAKEN.scalar_subquery()).where(slot.c.id == bindparam("slot"))


def places_left(session: Session, slot_id: SlotId) -> int:
    """Return the units on sale in a slot less all that is live there, on retired units too."""
    left: int = session.execute(PLACES_LEFT, {"slot": slot_id, "now": session.now}).scalar_one()
    return left


def retired_units(session: Session, unit_ids: Collection[UnitId]) -> list[str]:
    """Return the names of those of the units that are no longer on sale: as a rule none.

    On a server an import that is about to retire one waits until this transaction's claims can be seen, or
    this transaction waits for the import.
    """
    params = {f"unit_{number}": unit_id for number, unit_id in enumerate(unit_ids)}
    found = _retired_units(len(unit_ids)).run(session, params).fetchall()
    return [name for name, is_active in found if not is_active]


def ladies_seats(session: Session, unit_ids: Collection[UnitId]) -> set[UnitId]:
    """Return those of the units that are for ladies only."""
    statement = select(unit.c.id).where(unit.c.id.in_(unit_ids), unit.c.ladies_only == 1)
    return set(session.execute(statement).scalars())


def _slot_columns() -> tuple[Any, ...]:
    """As both engines store them: the driver gives them back so."""
    stored = (type_coerce(column, Text) for column in (slot.c.day,))
    moments = (type_coerce(column, BigInteger) for column in (slot.c.starts_at, slot.c.ends_at))
    return (
        slot.c.id,
        offering.c.name,
        *stored,
        *moments,
        slot.c.stopped,
        slot.c.stop_reason,
        slot.c.cancelled,
        offering.c.active,
    )


def _slot_now(
    slot_id: SlotId,
    name: str,
    day: str,
    starts: int,
    ends: int,
    stopped: int,
    reason: str | None,
    cancelled: int,
    on_sale: int,
) -> SlotNow:
    starts_at, ends_at = from_microseconds(starts), from_microseconds(ends)
    on_day = date.fromisoformat(day)
    return SlotNow(
        slot_id,
        name,
        on_day,
        starts_at,
        ends_at,
        bool(stopped),
        reason or "",
        bool(cancelled),
        bool(on_sale),
    )


@lru_cache(maxsize=128)
def _doubtful_slots(count: int) -> Prepared:
    wanted: list[Any] = [bindparam(f"slot_{number}") for number in range(count)]
    now = bindparam("now", type_=slot.c.starts_at.type)
    on_retired = (
        select(claim.c.unit_id)
        .join(unit, unit.c.id == claim.c.unit_id)
        .where(claim.c.slot_id == slot.c.id, unit.c.active == 0, LIVE)
        .correlate(slot)
        .exists()
    )
    moved = [
        and_(
            slot.c.id == bindparam(f"slot_{number}"),
            slot.c.starts_at != bindparam(f"starts_{number}", type_=slot.c.starts_at.type),
        )
        for number in range(count)
    ]
    closed = (slot.c.stopped == 1, slot.c.cancelled == 1, offering.c.active == 0)
    doubtful = or_(*closed, slot.c.starts_at <= now, on_retired, *moved)
    return Prepared(
        lambda _: (
            select(*_slot_columns())
            .join(offering, offering.c.id == slot.c.offering_id)
            .where(slot.c.id.in_(wanted), doubtful)
        )
    )


@lru_cache(maxsize=128)
def _retired_units(count: int) -> Prepared:
    wanted: list[Any] = [bindparam(f"unit_{number}") for number in range(count)]
    return Prepared(
        lambda _: (
            select(unit.c.name, unit.c.active)
            .where(unit.c.id.in_(wanted))
            .order_by(unit.c.id)
            .with_for_update(read=True)
        )
    )


def meal_plans(session: Session, offering_id: OfferingId) -> list[MealPlanRow]:
    """Return a room type's meal plans, the default first."""
    statement = MEAL_PLAN.select().where(meal_plan.c.offering_id == offering_id).order_by(meal_plan.c.rank)
    return MEAL_PLAN.list(session.execute(statement))


def stop_points(session: Session, offering_id: OfferingId, direction: StopDirection) -> list[StopPointRow]:
    """Return a bus service's boarding or dropping points, the earliest first."""
    statement = (
        STOP_POINT.select()
        .where(stop_point.c.offering_id == offering_id, stop_point.c.direction == direction)
        .order_by(stop_point.c.after_minutes)
    )
    return STOP_POINT.list(session.execute(statement))
