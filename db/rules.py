"""The rows that decide a price, and what a quote needs to know of the things asked for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Row, bindparam, func, literal, select

from db.database import Session
from db.prepared import Prepared
from db.schema import fee_rule, meal_plan, offering, policy, site, slot, stop_point, tax_rule, unit
from db.schema.columns import from_microseconds

OFFERING = (
    select(offering, site.c.name.label("site_name"), site.c.city, site.c.time_zone)
    .join(site, site.c.id == offering.c.site_id)
    .where(offering.c.id == bindparam("id"), offering.c.active == 1)
)


def taxes(session: Session) -> Sequence[Row[Any]]:
    """Return every tax rule."""
    return session.execute(select(tax_rule)).all()


def fees(session: Session) -> Sequence[Row[Any]]:
    """Return every fee rule."""
    return session.execute(select(fee_rule)).all()


def policy_tiers(session: Session, code: str, today: date) -> str:
    """Return the tiers (JSON) of the policy in force on `today`; none in force gives nothing back."""
    statement = (
        select(policy.c.tiers)
        .where(policy.c.code == code, policy.c.effective_from <= today)
        .order_by(policy.c.effective_from.desc())
        .limit(1)
    )
    return session.execute(statement).scalar() or "[]"


def find_offering(session: Session, offering_id: str) -> Row[Any] | None:
    """Return an offering that is on sale, with its site."""
    return session.execute(OFFERING, {"id": offering_id}).one_or_none()


def units(session: Session, offering_id: str, unit_ids: Collection[str]) -> dict[str, Row[Any]]:
    """Return the active units among `unit_ids` that belong to the offering, by id."""
    statement = select(unit).where(
        unit.c.offering_id == offering_id, unit.c.id.in_(unit_ids), unit.c.active == 1
    )
    return {row.id: row for row in session.execute(statement)}


def slots(session: Session, offering_id: str, first: date, until: date) -> dict[date, Row[Any]]:
    """Return the offering's slots from `first` up to, not including, `until`, by day."""
    statement = select(slot).where(slot.c.offering_id == offering_id, slot.c.day >= first, slot.c.day < until)
    return {row.day: row for row in session.execute(statement)}


@dataclass(frozen=True, slots=True)
class SlotNow:
    """A slot as it is at the moment, with the name of what it belongs to."""

    id: str
    name: str
    day: date
    starts_at: datetime
    ends_at: datetime
    stopped: bool
    stop_reason: str
    cancelled: bool


def slots_by_id(session: Session, slot_ids: Collection[str]) -> list[SlotNow]:
    """Return slots as they are now."""
    return slots_and_units(session, slot_ids, ())[0]


def slots_and_units(
    session: Session, slot_ids: Collection[str], unit_ids: Collection[str]
) -> tuple[list[SlotNow], int]:
    """Return slots as they are now, and how many of the units are on sale."""
    params = {f"slot_{number}": slot_id for number, slot_id in enumerate(slot_ids)}
    params |= {f"unit_{number}": unit_id for number, unit_id in enumerate(unit_ids)}
    rows = _slots_and_units(len(slot_ids), len(unit_ids)).run(session, params).fetchall()
    return [_slot_now(*row[:-1]) for row in rows], rows[0][-1] if rows else 0


def _slot_now(
    slot_id: str,
    name: str,
    day: str,
    starts: int,
    ends: int,
    stopped: int,
    reason: str | None,
    cancelled: int,
) -> SlotNow:
    starts_at, ends_at = from_microseconds(starts), from_microseconds(ends)
    on_day = date.fromisoformat(day)
    return SlotNow(slot_id, name, on_day, starts_at, ends_at, bool(stopped), reason or "", bool(cancelled))


@lru_cache(maxsize=256)
def _slots_and_units(slot_count: int, unit_count: int) -> Prepared:
    columns = (slot.c.starts_at, slot.c.ends_at, slot.c.stopped, slot.c.stop_reason, slot.c.cancelled)
    slots: list[Any] = [bindparam(f"slot_{number}") for number in range(slot_count)]
    units: list[Any] = [bindparam(f"unit_{number}") for number in range(unit_count)]
    on_sale = (
        select(func.count()).select_from(unit).where(unit.c.id.in_(units), unit.c.active == 1)
        if units
        else select(literal(0))
    )
    return Prepared(
        lambda _: (
            select(slot.c.id, offering.c.name, slot.c.day, *columns, on_sale.scalar_subquery())
            .join(offering, offering.c.id == slot.c.offering_id)
            .where(slot.c.id.in_(slots))
        )
    )


def meal_plans(session: Session, offering_id: str) -> Sequence[Row[Any]]:
    """Return a room type's meal plans, the default first."""
    statement = select(meal_plan).where(meal_plan.c.offering_id == offering_id).order_by(meal_plan.c.rank)
    return session.execute(statement).all()


def stop_points(session: Session, offering_id: str, direction: str) -> Sequence[Row[Any]]:
    """Return a bus service's boarding or dropping points, the earliest first."""
    statement = (
        select(stop_point)
        .where(stop_point.c.offering_id == offering_id, stop_point.c.direction == direction)
        .order_by(stop_point.c.after_minutes)
    )
    return session.execute(statement).all()
