"""What a basket is called in lists and on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from db.states import Kind
from desktop.services.domain.kinds import TRAITS


@dataclass(frozen=True, slots=True)
class Sold:
    """One unit in one slot, named: "Deluxe", "203", 24 Nov; `starts_at` is told of what has an hour."""

    kind: Kind
    thing: str
    unit_name: str
    day: date
    starts_at: datetime
    time_zone: str


def title_of(sold: Sequence[Sold], today: date) -> str:
    """Return e.g. "Deluxe 203, 24-26 Nov; Goa 21:30 24 Nov 4A 4B; Sunrise trek 29 Nov x3"."""
    del today
    groups: dict[tuple[Kind, str], list[Sold]] = {}
    for one in sold:
        groups.setdefault((one.kind, thing_with_hour(one)), []).append(one)
    return "; ".join(_group(kind, thing, group) for (kind, thing), group in groups.items())


def thing_with_hour(one: Sold) -> str:
    """Return "Pune-Goa 21:30" for what is told by its hour, else the thing alone."""
    if not TRAITS[one.kind].has_route:
        return one.thing
    return f"{one.thing} {one.starts_at.astimezone(ZoneInfo(one.time_zone)):%H:%M}"


def _group(kind: Kind, thing: str, group: list[Sold]) -> str:
    names = " ".join(dict.fromkeys(one.unit_name for one in group))
    first, last = min(one.day for one in group), max(one.day for one in group)
    traits = TRAITS[kind]
    if traits.has_nights:
        return f"{thing} {names}, {stay(first, last + timedelta(days=1))}"
    if traits.has_named_units:
        return f"{thing} {short_day(first)} {names}"
    return f"{thing} {short_day(first)} x{len(group)}"


def stay(first: date, until: date) -> str:
    """Return "24-26 Nov" or "30 Nov-2 Dec" for check-in and check-out."""
    if (first.year, first.month) == (until.year, until.month):
        return f"{first.day}-{short_day(until)}"
    return f"{short_day(first)}-{short_day(until)}"


def short_day(day: date) -> str:
    """Return "24 Nov" in English, whatever the machine's language is."""
    return f"{day.day} {MONTHS[day.month - 1]}"


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
