"""What a basket is called in lists and on paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from db.states import Kind
from desktop.services.domain.kinds import TRAITS


@dataclass(frozen=True, slots=True)
class Sold:
    """One unit in one slot, named: "Deluxe", "203", 24 Nov; `starts_at` is told of what has an hour.

    `stay` is shared by the lines that were chosen as one item.
    """

    kind: Kind
    thing: str
    unit_name: str
    day: date
    starts_at: datetime
    time_zone: str
    stay: int = 1


def title_of(sold: Sequence[Sold], today: date) -> str:
    """Return e.g. "Deluxe 203, 24-26 Nov; Goa 21:30 24 Nov 4A 4B; Sunrise trek 29 Nov x3".

    Every day is named, with its year where that is not the one of `today`, the site's day.
    """
    return "; ".join(f"{thing} {_group(kind, group, today)}" for (kind, thing), group in _groups(sold))


def units_first(sold: Sequence[Sold], today: date) -> str:
    """Return e.g. "203, 24-26 Nov · Deluxe": what tells two bookings of one thing apart stands first."""
    return "; ".join(f"{_group(kind, group, today)} · {thing}" for (kind, thing), group in _groups(sold))


def _groups(sold: Sequence[Sold]) -> Iterable[tuple[tuple[Kind, str], list[Sold]]]:
    groups: dict[tuple[Kind, str], list[Sold]] = {}
    for one in sold:
        groups.setdefault((one.kind, thing_with_hour(one)), []).append(one)
    return groups.items()


def thing_with_hour(one: Sold) -> str:
    """Return "Pune-Goa 21:30" for what is told by its hour, else the thing alone."""
    if not TRAITS[one.kind].has_route:
        return one.thing
    return f"{one.thing} {one.starts_at.astimezone(ZoneInfo(one.time_zone)):%H:%M}"


def stay(first: date, until: date, today: date) -> str:
    """Return "24-26 Nov" or "30 Nov-2 Dec" for check-in and check-out, "30 Dec-2 Jan 2027" where it must."""
    if (first.year, first.month) == (until.year, until.month):
        return f"{first.day}-{short_day(until, today)}"
    # One year that both have is told once, at the end.
    start = short_day(first, first if first.year == until.year else today)
    return f"{start}-{short_day(until, today)}"


def short_day(day: date, today: date) -> str:
    """Return "24 Nov" in English, whatever the machine's language is; "2 Jan 2027" in another year."""
    year = f" {day.year}" if day.year != today.year else ""
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _group(kind: Kind, group: Sequence[Sold], today: date) -> str:
    if TRAITS[kind].has_nights:
        return _nights(group, today)
    by_day: dict[date, list[str]] = {}
    for one in sorted(group, key=lambda one: one.day):
        by_day.setdefault(one.day, []).append(one.unit_name)
    return "; ".join(f"{short_day(day, today)} {_units(kind, names)}" for day, names in by_day.items())


def _units(kind: Kind, names: Sequence[str]) -> str:
    return " ".join(dict.fromkeys(names)) if TRAITS[kind].has_named_units else f"x{len(names)}"


@dataclass(slots=True)
class _Run:
    """One room for nights in a row, as part of these stays."""

    unit_name: str
    first: date
    until: date
    stays: set[int] = field(default_factory=set)


def _nights(group: Sequence[Sold], today: date) -> str:
    """Name rooms with the same nights together, and a change of room as the one stay that it is."""
    alone: dict[str, list[_Run]] = {}
    parts = []
    for chain in _chains(_runs(group)):
        if len(chain) > 1:
            parts.append(", then ".join(_named(run.unit_name, [run], today) for run in chain))
        else:
            alone.setdefault(chain[0].unit_name, []).append(chain[0])
    together: dict[tuple[tuple[date, date], ...], list[str]] = {}
    for name, runs in alone.items():
        together.setdefault(tuple((run.first, run.until) for run in runs), []).append(name)
    told = [_named(" ".join(names), alone[names[0]], today) for names in together.values()]
    return "; ".join([*told, *parts])


def _named(names: str, runs: Sequence[_Run], today: date) -> str:
    return f"{names}, {'; '.join(stay(run.first, run.until, today) for run in runs)}"


def _runs(group: Sequence[Sold]) -> list[_Run]:
    """Return the nights of each room in a row, by their first night; rooms of one day as they were sold."""
    runs: list[_Run] = []
    last: dict[str, _Run] = {}
    for one in sorted(group, key=lambda one: one.day):
        run = last.get(one.unit_name)
        if run is None or run.until < one.day:
            run = last[one.unit_name] = _Run(one.unit_name, one.day, one.day)
            runs.append(run)
        run.until = one.day + timedelta(days=1)
        run.stays.add(one.stay)
    return runs


def _chains(runs: Sequence[_Run]) -> list[list[_Run]]:
    """Join runs where a stay goes on in another room on the day on which it leaves one."""
    chains: list[list[_Run]] = []
    for run in runs:
        left = (chain for chain in chains if chain[-1].until == run.first and chain[-1].stays & run.stays)
        chain = next(left, None)
        if chain is None:
            chains.append([run])
        else:
            chain.append(run)
    return chains
