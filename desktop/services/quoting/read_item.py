"""One item of a basket checked against the catalogue: every refusal that needs no stock."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from db import rules
from db.catalogue import MealPlanRow, OfferingRow, SlotRow, StopPointRow, UnitRow
from db.catalogue_words import StopDirection
from db.database import Session
from db.ids import UnitId
from db.states import Kind
from desktop.services.domain.business_date import business_date
from desktop.services.domain.cancellation import PolicyTier
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.quote import BasketItem, Guest
from desktop.services.errors import BadRequest, DepartureCancelled, NotFound, NotOnSale, SlotStopped
from desktop.services.quoting.check_guests import check_guests
from desktop.services.records.quote_record import tiers_from_text

NIGHTS_MAX = 60
# How long after its last sale something can still be sold by permission.
PAST_SALE_MAX = timedelta(hours=24)
Choice = TypeVar("Choice", MealPlanRow, StopPointRow)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One unit in one slot that can be priced."""

    offering: OfferingRow
    unit: UnitRow
    slot: SlotRow
    guest: Guest
    details: str
    extra_paise: int
    boarding_minutes: int
    # Empty where it is not known.
    boarding_state: str
    tiers: tuple[PolicyTier, ...]
    stay: int
    is_past: bool


def read_item(session: Session, item: BasketItem, stay: int, *, past_last_sale: bool = False) -> list[Wanted]:
    """Return what the item asks for, unit by unit and slot by slot; `stay` numbers the items of a basket.

    `past_last_sale` lets what is sold no more through, for a day.

    Raises BadRequest (field and reason), NotFound, NotOnSale, SlotStopped, DepartureCancelled.
    """
    offering = rules.find_offering(session, item.offering_id)
    if offering is None:
        raise NotFound("offering", item.offering_id)
    today = session.now.astimezone(ZoneInfo(offering.time_zone)).date()
    first, until = _days(offering.kind, item)
    units = _units(session, offering, item)
    guests = _guests(item, len(units))
    check_guests(offering, units, guests)
    now = session.now - PAST_SALE_MAX if past_last_sale else session.now
    slots = _slots(session, offering, first, until, now)
    extras = _extras(session, offering, item, slots[0], now)
    tiers = tiers_from_text(rules.policy_tiers(session, offering.policy_code, today))
    rooms = _rooms_by_night(item, first, until) if item.change else {}
    wanted = [
        Wanted(
            offering, unit, slot, guest, *extras, tiers, stay, _is_past(session, offering, slot, extras[2])
        )
        for unit, guest in zip(units, guests, strict=True)
        for slot in slots
        if not rooms or rooms[slot.day] == unit.id
    ]
    return sorted(wanted, key=lambda one: one.slot.day) if rooms else wanted


def _is_past(session: Session, offering: OfferingRow, slot: SlotRow, boarding_minutes: int) -> bool:
    until = TRAITS[offering.kind].sold_until(slot.starts_at, slot.ends_at, boarding_minutes=boarding_minutes)
    return until <= session.now


def _guests(item: BasketItem, unit_count: int) -> list[Guest]:
    """Return one guest for each unit; in a stay with a change of room they are the same in every room."""
    if len(item.guests) > (1 if item.change else unit_count):
        raise BadRequest("persons", "over_capacity", most=unit_count)
    if item.change:
        return [*item.guests, Guest()][:1] * unit_count
    return [*item.guests, *([Guest()] * (unit_count - len(item.guests)))]


def _rooms_by_night(item: BasketItem, first: date, until: date) -> dict[date, UnitId]:
    """Return the room of each night of a stay with a change of room, one room and no other for each."""
    rooms: dict[date, UnitId] = {}
    for part in item.change:
        for ahead in range((part.last_day - part.first_day).days):
            night = part.first_day + timedelta(days=ahead)
            if night in rooms:
                raise BadRequest("units", "twice")
            rooms[night] = part.unit_id
    nights = {first + timedelta(days=ahead) for ahead in range((until - first).days)}
    if rooms.keys() != nights or set(rooms.values()) != set(item.unit_ids):
        raise BadRequest("units", "not_each_night")
    return rooms


def _days(kind: Kind, item: BasketItem) -> tuple[date, date]:
    if not TRAITS[kind].has_nights:
        return item.first_day, item.first_day + timedelta(days=1)
    if item.last_day is None or item.last_day <= item.first_day:
        raise BadRequest("last_day", "not_after_first")
    if (item.last_day - item.first_day).days > NIGHTS_MAX:
        raise BadRequest("last_day", "too_long", most=NIGHTS_MAX)
    return item.first_day, item.last_day


def _units(session: Session, offering: OfferingRow, item: BasketItem) -> list[UnitRow]:
    if not item.unit_ids:
        raise BadRequest("units", "none")
    if len(set(item.unit_ids)) != len(item.unit_ids):
        raise BadRequest("units", "twice")
    unit_ids = list(item.unit_ids)
    found = rules.units(session, offering.id, unit_ids)
    for unit_id in unit_ids:
        if unit_id not in found:
            raise NotFound("unit", unit_id)
    return [found[unit_id] for unit_id in unit_ids]


def _slots(session: Session, offering: OfferingRow, first: date, until: date, now: datetime) -> list[SlotRow]:
    found = rules.slots(session, offering.id, first, until)
    days = [first + timedelta(days=ahead) for ahead in range((until - first).days)]
    return [_checked_slot(session, offering, found.get(day), day, now) for day in days]


def _checked_slot(
    session: Session, offering: OfferingRow, slot: SlotRow | None, day: date, now: datetime
) -> SlotRow:
    """Return the slot if it can be sold now; raise as `read_item` does if not.

    Whether it is over is its own to say, not the calendar's. A coach is asked by its boarding stop.
    """
    if slot is None:
        if day < business_date(offering, session.now):
            raise BadRequest("first_day", "past")
        raise NotOnSale(name=offering.name, day=day)
    if slot.cancelled:
        raise DepartureCancelled(name=offering.name, day=day)
    if slot.stopped:
        raise SlotStopped(name=offering.name, day=day, reason=slot.stop_reason or "")
    traits = TRAITS[offering.kind]
    if not traits.has_route and traits.sold_until(slot.starts_at, slot.ends_at) <= now:
        raise _over(offering, slot, session)
    return slot


def _over(offering: OfferingRow, slot: SlotRow, session: Session) -> BadRequest:
    if slot.day < business_date(offering, session.now):
        return BadRequest("first_day", "past")
    return BadRequest("first_day", "departed")


def _extras(
    session: Session, offering: OfferingRow, item: BasketItem, slot: SlotRow, now: datetime
) -> tuple[str, int, int, str]:
    """Return the words of meals or stops, what they add to a line, when the boarding stop is reached, and its
    State.
    """
    traits = TRAITS[offering.kind]
    if traits.has_meal_plans:
        plans = rules.meal_plans(session, offering.id)
        plan = _chosen(plans, lambda row: row.code, item.meal_plan, "meal_plan")
        return (plan.name, plan.supplement_paise, 0, "") if plan else ("", 0, 0, "")
    if traits.has_route:
        boarding = _boarding(session, offering, item.boarding, slot, now)
        points = rules.stop_points(session, offering.id, StopDirection.DROPPING)
        dropping = _chosen(points, lambda row: row.name, item.dropping, StopDirection.DROPPING.value)
        words = " - ".join(point.name for point in (boarding, dropping) if point)
        return (words, 0, boarding.after_minutes, boarding.state_code) if boarding else (words, 0, 0, "")
    return "", 0, 0, ""


def _boarding(
    session: Session, offering: OfferingRow, wanted: str, slot: SlotRow, now: datetime
) -> StopPointRow | None:
    """Return the stop that was asked for, or the first one that the coach has not passed by `now`."""

    def passed(after_minutes: int) -> bool:
        until = traits.sold_until(slot.starts_at, slot.ends_at, boarding_minutes=after_minutes)
        return until <= now

    traits = TRAITS[offering.kind]
    points = rules.stop_points(session, offering.id, StopDirection.BOARDING)
    if all(passed(minutes) for minutes in [point.after_minutes for point in points] or [0]):
        raise _over(offering, slot, session)
    if not wanted:
        return next((point for point in points if not passed(point.after_minutes)), None)
    chosen = _chosen(points, lambda row: row.name, wanted, StopDirection.BOARDING.value)
    if chosen is not None and passed(chosen.after_minutes):
        raise BadRequest("boarding", "departed")
    return chosen


def _chosen(
    rows: Sequence[Choice], name_of: Callable[[Choice], str], wanted: str, field: str
) -> Choice | None:
    """Return the row that was asked for, or the first one when nothing was."""
    if not wanted:
        return rows[0] if rows else None
    found = next((row for row in rows if name_of(row) == wanted), None)
    if found is None:
        raise BadRequest(field, "unknown", text=wanted)
    return found
