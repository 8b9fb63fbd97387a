"""Nights of one guest as one stay, with or without a change of room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from db.day_lists import ListedLine, MovedFrom
from db.ids import BookingId
from desktop.services.domain.day_lists import ListKind, ListRow, Mark

NIGHT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stay:
    """The nights of one guest, in their order; each room's nights follow those of the room before."""

    lines: tuple[ListedLine, ...]

    @property
    def first(self) -> ListedLine:
        """The first night."""
        return self.lines[0]

    @property
    def last(self) -> ListedLine:
        """The last night."""
        return self.lines[-1]

    @property
    def until(self) -> date:
        """The day of check-out."""
        return self.last.day + NIGHT

    @property
    def arrived_at(self) -> datetime | None:
        """When the guest came."""
        return min((line.arrived_at for line in self.lines if line.arrived_at), default=None)

    @property
    def departed_at(self) -> datetime | None:
        """When the guest left: that is said of the stay, whichever night it was."""
        return max((line.departed_at for line in self.lines if line.departed_at), default=None)

    def on(self, day: date) -> ListedLine | None:
        """Return the night of a day."""
        return next((line for line in self.lines if line.day == day), None)


def stays_of(lines: Iterable[ListedLine]) -> list[Stay]:
    """Return the stays of room lines, by booking and first night.

    Rooms of one item are stays of their own; where a room ends on the day on which another one of the same
    item begins, the guest has changed rooms.
    """
    groups: dict[tuple[BookingId, int], list[ListedLine]] = {}
    for line in lines:
        groups.setdefault((line.booking_id, line.stay), []).append(line)
    return [Stay(tuple(chain)) for group in groups.values() for chain in _chains(group)]


def _chains(group: Sequence[ListedLine]) -> list[list[ListedLine]]:
    chains: list[list[ListedLine]] = []
    for run in _runs(group):
        before = next((chain for chain in chains if chain[-1].day + NIGHT == run[0].day), None)
        if before is None:
            chains.append(run)
        else:
            before.extend(run)
    return chains


def _runs(group: Sequence[ListedLine]) -> list[list[ListedLine]]:
    """Return nights in a row in one room, by their first night."""
    runs: list[list[ListedLine]] = []
    last: dict[str, list[ListedLine]] = {}
    for line in sorted(group, key=lambda line: (line.day, line.number)):
        run = last.get(line.unit_id)
        if run is None or run[-1].day + NIGHT != line.day:
            run = last[line.unit_id] = []
            runs.append(run)
        run.append(line)
    return runs


def stay_rows(
    lines: Iterable[ListedLine], kind: ListKind, day: date, moved: Iterable[MovedFrom], now: datetime
) -> list[ListRow]:
    """Return the rows of a list of rooms, by room.

    In house is who sleeps there on `day`: stays that began before it, and those of the day that came.
    """
    before = {(one.booking_id, one.number): one.from_name for one in moved}
    found = []
    for stay in stays_of(lines):
        line = _listed(stay, kind, day)
        if line is not None:
            row = _row(stay, line, now)
            found.append(replace(row, came_from=_came_from(stay, line, before)))
    return sorted(found, key=lambda row: (_room_order(row.unit_name), row.reference))


def _listed(stay: Stay, kind: ListKind, day: date) -> ListedLine | None:
    """Return the night with which a stay stands in a list of this day; None where it is not in it."""
    if kind is ListKind.ARRIVALS:
        return stay.first if stay.first.day == day else None
    if kind is ListKind.DEPARTURES:
        return stay.last if stay.until == day else None
    is_there = stay.first.day < day or stay.arrived_at is not None
    return stay.on(day) if is_there and stay.departed_at is None else None


def _row(stay: Stay, line: ListedLine, now: datetime) -> ListRow:
    first = stay.first
    return ListRow(
        booking_id=line.booking_id,
        reference=line.reference,
        numbers=frozenset(one.number for one in stay.lines),
        unit_name=line.unit_name,
        guest_name=first.guest_name or first.customer_name,
        customer_name=first.customer_name,
        telephone=first.telephone,
        gender=first.guest_gender,
        adults=line.adults,
        children=line.children,
        begins_at=first.starts_now_at,
        first_day=first.day,
        until=stay.until,
        stop="",
        details=" · ".join(part for part in (line.thing, line.details) if part),
        came_from="",
        balance_paise=line.balance_paise,
        mark=_mark(stay, now),
        arrived_at=stay.arrived_at,
        departed_at=stay.departed_at,
    )


def _mark(stay: Stay, now: datetime) -> Mark:
    if stay.departed_at is not None:
        return Mark.DEPARTED
    if stay.arrived_at is not None:
        return Mark.ARRIVED
    if stay.first.departure_cancelled:
        return Mark.NOT_RUNNING
    return Mark.NO_SHOW if stay.first.over_at <= now else Mark.EXPECTED


def _came_from(stay: Stay, line: ListedLine, before: dict[tuple[BookingId, int], str]) -> str:
    """Return the room of the night before where it was another, else where the line was before it moved."""
    yesterday = stay.on(line.day - NIGHT)
    if yesterday is not None and yesterday.unit_name != line.unit_name:
        return yesterday.unit_name
    moved = before.get((line.booking_id, line.number), "")
    return moved if moved != line.unit_name else ""


def _room_order(name: str) -> tuple[int, str]:
    """Room 9 stands before room 101."""
    figures = "".join(sign for sign in name if sign.isdecimal())
    return (int(figures) if figures else 0, name)
