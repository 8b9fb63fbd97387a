"""The rows of a departure or tour date: by boarding stop and seat, or by booking."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from db.catalogue import StopPointRow
from db.day_lists import ListedLine, ListedSlot, MovedFrom, SlotUnit
from db.ids import BookingId, UnitId
from desktop.services.domain.day_lists import ListRow, Mark, StopCount

BETWEEN = " - "


def chart_rows(
    lines: Sequence[ListedLine],
    units: Iterable[SlotUnit],
    points: Sequence[StopPointRow],
    moved: Iterable[MovedFrom],
    now: datetime,
) -> list[ListRow]:
    """Return the passengers by stop and seat; those who cancelled stand behind the others."""
    ranks: Mapping[UnitId, int] = {one.unit_id: place for place, one in enumerate(units)}
    before = _before(moved)
    found = [(line, _row(line, _stop(line, points), before, now)) for line in lines]
    found.sort(
        key=lambda one: (
            one[1].mark is Mark.CANCELLED,
            one[1].begins_at,
            one[1].stop,
            ranks.get(one[0].unit_id, len(ranks)),
            one[1].unit_name,
        )
    )
    return [row for _line, row in found]


def tour_rows(lines: Sequence[ListedLine], moved: Iterable[MovedFrom], now: datetime) -> list[ListRow]:
    """Return the places of a tour by whose they are, those of one booking together."""
    before = _before(moved)
    rows = [_row(line, "", before, now) for line in lines]
    rows.sort(
        key=lambda row: (
            row.mark is Mark.CANCELLED,
            row.customer_name.casefold(),
            row.reference,
            min(row.numbers),
        )
    )
    return rows


def stop_counts(rows: Iterable[ListRow]) -> tuple[StopCount, ...]:
    """Return how many board at each stop, in the order of the stops."""
    counts: dict[tuple[str, datetime], int] = {}
    for row in rows:
        if row.is_expected:
            counts[row.stop, row.begins_at] = counts.get((row.stop, row.begins_at), 0) + row.persons
    return tuple(StopCount(name, at, count) for (name, at), count in counts.items())


def units_left(
    slot: ListedSlot, units: Iterable[SlotUnit], now: datetime
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the names of the units that are free, held and blocked."""
    free, held, blocked = [], [], []
    for one in units:
        is_claimed = one.expires_at is None or one.expires_at > now
        if one.closure_id is not None:
            blocked.append(one.name)
        elif one.booking_id is not None and is_claimed:
            if one.expires_at is not None:
                held.append(one.name)
        elif one.active:
            free.append(one.name)
    return tuple(() if slot.cancelled else free), tuple(held), tuple(blocked)


def _before(moved: Iterable[MovedFrom]) -> dict[tuple[BookingId, int], str]:
    return {(one.booking_id, one.number): one.from_name for one in moved}


def _row(line: ListedLine, stop: str, before: Mapping[tuple[BookingId, int], str], now: datetime) -> ListRow:
    came_from = before.get((line.booking_id, line.number), "")
    return ListRow(
        booking_id=line.booking_id,
        reference=line.reference,
        numbers=frozenset({line.number}),
        unit_name=line.unit_name,
        guest_name=line.guest_name or line.customer_name,
        customer_name=line.customer_name,
        telephone=line.telephone,
        gender=line.guest_gender,
        adults=line.adults,
        children=line.children,
        begins_at=line.boards_at,
        first_day=line.day,
        until=line.day,
        stop=stop,
        details=_dropping(line, stop) if stop else line.details,
        came_from=came_from if came_from != line.unit_name else "",
        balance_paise=line.balance_paise,
        mark=_mark(line, now),
        arrived_at=line.arrived_at,
        departed_at=line.departed_at,
    )


def _mark(line: ListedLine, now: datetime) -> Mark:
    if line.cancelled_at is not None:
        return Mark.CANCELLED
    if line.departed_at is not None:
        return Mark.DEPARTED
    if line.arrived_at is not None:
        return Mark.ARRIVED
    if line.departure_cancelled:
        return Mark.NOT_RUNNING
    return Mark.NO_SHOW if line.over_at <= now else Mark.EXPECTED


def _stop(line: ListedLine, points: Sequence[StopPointRow]) -> str:
    """Return the name of the stop as the service has it now, else as it was sold.

    Two stops may be reached at one time; then the one that the line names.
    """
    sold = line.details.partition(BETWEEN)[0]
    there = [point.name for point in points if point.after_minutes == line.boarding_now_minutes]
    named = [name for name in there if line.details == name or line.details.startswith(name + BETWEEN)]
    return (named or there or [sold])[0]


def _dropping(line: ListedLine, stop: str) -> str:
    """Return where the passenger gets off."""
    if line.details.startswith(stop + BETWEEN):
        return line.details.removeprefix(stop + BETWEEN)
    return line.details.partition(BETWEEN)[2]
