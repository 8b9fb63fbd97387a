"""One item of a basket checked against the catalogue: every refusal that needs no stock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from db import rules
from db.database import Session
from db.states import Kind
from desktop.services.domain.cancellation import PolicyTier
from desktop.services.domain.quote import BasketItem, Guest
from desktop.services.errors import BadRequest, DepartureCancelled, NotFound, NotOnSale, SlotStopped
from desktop.services.quoting.check_guests import check_guests
from desktop.services.records.quote_record import tiers_from_text

NIGHTS_MAX = 60


@dataclass(frozen=True, slots=True)
class Wanted:
    """One unit in one slot that can be priced."""

    offering: Any
    unit: Any
    slot: Any
    guest: Guest
    details: str
    extra_paise: int
    tiers: tuple[PolicyTier, ...]


def read_item(session: Session, item: BasketItem) -> list[Wanted]:
    """Return what the item asks for, unit by unit and slot by slot.

    Raises BadRequest (field and reason), NotFound, NotOnSale, SlotStopped, DepartureCancelled.
    """
    offering = rules.find_offering(session, item.offering_id)
    if offering is None:
        raise NotFound("offering", item.offering_id)
    today = session.now.astimezone(ZoneInfo(offering.time_zone)).date()
    first, until = _days(Kind(offering.kind), item, today)
    units = _units(session, offering, item)
    if len(item.guests) > len(units):
        raise BadRequest("persons", "over_capacity", most=len(units))
    guests = [*item.guests, *([Guest()] * (len(units) - len(item.guests)))]
    check_guests(offering, units, guests)
    slots = _slots(session, offering, first, until)
    details, extra_paise = _details(session, offering, item)
    tiers = tiers_from_text(rules.policy_tiers(session, offering.policy_code, today))
    return [
        Wanted(offering, unit, slot, guest, details, extra_paise, tiers)
        for unit, guest in zip(units, guests, strict=True)
        for slot in slots
    ]


def _days(kind: Kind, item: BasketItem, today: date) -> tuple[date, date]:
    if item.first_day < today:
        raise BadRequest("first_day", "past")
    if kind is not Kind.ROOM:
        return item.first_day, item.first_day + timedelta(days=1)
    if item.last_day is None or item.last_day <= item.first_day:
        raise BadRequest("last_day", "not_after_first")
    if (item.last_day - item.first_day).days > NIGHTS_MAX:
        raise BadRequest("last_day", "too_long", most=NIGHTS_MAX)
    return item.first_day, item.last_day


def _units(session: Session, offering: Any, item: BasketItem) -> list[Any]:
    if not item.unit_ids:
        raise BadRequest("units", "none")
    if len(set(item.unit_ids)) != len(item.unit_ids):
        raise BadRequest("units", "twice")
    found = rules.units(session, offering.id, item.unit_ids)
    for unit_id in item.unit_ids:
        if unit_id not in found:
            raise NotFound("unit", unit_id)
    return [found[unit_id] for unit_id in item.unit_ids]


def _slots(session: Session, offering: Any, first: date, until: date) -> list[Any]:
    found = rules.slots(session, offering.id, first, until)
    days = [first + timedelta(days=ahead) for ahead in range((until - first).days)]
    return [checked_slot(offering.name, offering.kind, found.get(day), day, session.now) for day in days]


def checked_slot(name: str, kind: str, slot: Any, day: date, now: datetime) -> Any:
    """Return the slot if it can be sold now; raise as `read_item` does if not."""
    if slot is None:
        raise NotOnSale(name=name, day=day)
    if slot.cancelled:
        raise DepartureCancelled(name=name, day=day)
    if slot.stopped:
        raise SlotStopped(name=name, day=day, reason=slot.stop_reason or "")
    # A room may still be taken in the evening of its day; a bus that has left may not.
    if (slot.ends_at if kind == Kind.ROOM else slot.starts_at) <= now:
        raise BadRequest("first_day", "departed")
    return slot


def _details(session: Session, offering: Any, item: BasketItem) -> tuple[str, int]:
    if offering.kind == Kind.ROOM:
        plan = _chosen(rules.meal_plans(session, offering.id), "code", item.meal_plan, "meal_plan")
        return (plan.name, plan.supplement_paise) if plan else ("", 0)
    if offering.kind == Kind.BUS:
        boarding = _chosen(
            rules.stop_points(session, offering.id, "boarding"), "name", item.boarding, "boarding"
        )
        dropping = _chosen(
            rules.stop_points(session, offering.id, "dropping"), "name", item.dropping, "dropping"
        )
        return " - ".join(point.name for point in (boarding, dropping) if point), 0
    return "", 0


def _chosen(rows: Sequence[Any], column: str, wanted: str, field: str) -> Any:
    """Return the row that was asked for, or the first one when nothing was."""
    if not wanted:
        return rows[0] if rows else None
    found = next((row for row in rows if getattr(row, column) == wanted), None)
    if found is None:
        raise BadRequest(field, "unknown", text=wanted)
    return found
