"""To which units those go whose own are gone: a party side by side, a stay to one room. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from db.catalogue_words import Berth
from db.ids import BookingId, SlotId, UnitId

ORDERS_TRIED = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """A room, a seat or a place: where it is, and for whom."""

    id: UnitId
    name: str
    rank: int
    deck: int = 0
    row: int = 0
    column: int = 0
    berth: Berth | None = None
    by_window: bool = False
    ladies_only: bool = False

    @property
    def where(self) -> tuple[int, int, int]:
        """Its place in the coach."""
        return self.deck, self.row, self.column


# A line of a booking.
LineKey = tuple[BookingId, int]


@dataclass(frozen=True, slots=True)
class Rider:
    """Whoever had a seat or a place that is gone."""

    line: LineKey
    was: Spot
    is_woman: bool


@dataclass(frozen=True, slots=True)
class Party:
    """Those of one booking in one slot: who needs another unit, and where the others sit."""

    riders: tuple[Rider, ...]
    beside: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Stay:
    """Nights in one room that is gone, the first night first."""

    lines: tuple[tuple[LineKey, SlotId], ...]
    was: Spot


def may_sit(rider: Rider, spot: Spot) -> bool:
    """Whether it is of the kind that was bought, and no ladies' seat for others."""
    return spot.berth == rider.was.berth and (rider.is_woman or not spot.ladies_only)


def seat_parties(parties: Sequence[Party], free: Iterable[Spot]) -> dict[LineKey, Spot]:
    """Return a unit for each rider; whoever is missing finds none.

    Side by side and beside their party where that is possible, a window for a window, ladies' seats last. If
    there is a unit for everybody, nobody is missing.
    """
    seats = sorted(free, key=lambda spot: (spot.rank, spot.name))
    waiting = [rider for party in parties for rider in party.riders]
    found: dict[LineKey, Spot] = {}
    suffice = _suffice(waiting, seats)
    for party in parties:
        waiting = [rider for rider in waiting if rider not in party.riders]
        others = waiting if suffice else None
        way = _together(party, seats, others) or _one_by_one(party, seats, others)
        found |= way
        gone = {spot.id for spot in way.values()}
        seats = [spot for spot in seats if spot.id not in gone]
    return found


def _suffice(riders: Iterable[Rider], seats: Iterable[Spot]) -> bool:
    """Whether everybody can have a seat: for each kind, men in seats for all, women anywhere."""
    room: dict[tuple[Berth | None, bool], int] = {}
    for spot in seats:
        for any_seat in (True, False):
            if any_seat or not spot.ladies_only:
                room[spot.berth, any_seat] = room.get((spot.berth, any_seat), 0) + 1
    for rider in riders:
        for any_seat in (True, False):
            if any_seat or not rider.is_woman:
                room[rider.was.berth, any_seat] = room.get((rider.was.berth, any_seat), 0) - 1
    return all(left >= 0 for left in room.values())


def _without(seats: Iterable[Spot], gone: Iterable[Spot]) -> list[Spot]:
    ids = {spot.id for spot in gone}
    return [spot for spot in seats if spot.id not in ids]


def _together(
    party: Party, seats: Sequence[Spot], others: Sequence[Rider] | None
) -> dict[LineKey, Spot] | None:
    """Return the best run of seats side by side, None when there is none that leaves enough to the others.

    `others` None: there is not enough for everybody anyway.
    """
    wanted = len(party.riders)
    by_place = sorted(seats, key=lambda spot: (spot.where, spot.rank))
    runs = [by_place[start : start + wanted] for start in range(len(by_place) - wanted + 1)]
    ways = []
    for run in runs:
        leaves_enough = others is None or _suffice(others, _without(seats, run))
        way = _sit(party.riders, run) if _is_run(run) and leaves_enough else None
        if way is not None:
            apart = bool(party.beside) and not any(
                _is_next(spot, mate) for spot in run for mate in party.beside
            )
            ladies = sum(spot.ladies_only for spot in run)
            ways.append(((apart, ladies, _windows_lost(party.riders, way), run[0].rank), way))
    return min(ways, key=lambda way: way[0])[1] if ways else None


def _sit(riders: Sequence[Rider], run: Sequence[Spot]) -> dict[LineKey, Spot] | None:
    orders = permutations(run) if len(run) <= ORDERS_TRIED else iter([tuple(run)])
    ways = [
        {rider.line: spot for rider, spot in zip(riders, order, strict=True)}
        for order in orders
        if all(may_sit(rider, spot) for rider, spot in zip(riders, order, strict=True))
    ]
    return min(ways, key=lambda way: _windows_lost(riders, way)) if ways else None


def _one_by_one(party: Party, seats: Sequence[Spot], others: Sequence[Rider] | None) -> dict[LineKey, Spot]:
    """Return seats as near to each other as there are."""
    left = list(seats)
    found: dict[LineKey, Spot] = {}
    for place, rider in enumerate(party.riders):
        mates = [*party.beside, *found.values()]
        fitting = [spot for spot in left if may_sit(rider, spot)]
        if others is not None:
            waiting = [*party.riders[place + 1 :], *others]
            fitting = [spot for spot in fitting if _suffice(waiting, _without(left, [spot]))]
        if not fitting:
            continue
        best = min(
            fitting,
            key=lambda spot: (
                min((_distance(spot, mate) for mate in mates), default=0),
                spot.ladies_only,
                rider.was.by_window and not spot.by_window,
                spot.rank,
            ),
        )
        found[rider.line] = best
        left.remove(best)
    return found


def _is_run(run: Sequence[Spot]) -> bool:
    """Whether they stand side by side in one row; an aisle is a column without seats."""
    return all(_is_next(one, other) for one, other in pairwise(run))


def _is_next(one: Spot, other: Spot) -> bool:
    return (one.deck, one.row) == (other.deck, other.row) and abs(one.column - other.column) == 1


def _distance(one: Spot, other: Spot) -> int:
    decks, rows, columns = (abs(a - b) for a, b in zip(one.where, other.where, strict=True))
    return decks * 10_000 + rows * 100 + columns


def _windows_lost(riders: Sequence[Rider], way: Mapping[LineKey, Spot]) -> int:
    return sum(rider.was.by_window and not way[rider.line].by_window for rider in riders)


def house_stays(
    stays: Sequence[Stay], rooms: Sequence[Spot], taken: set[tuple[UnitId, SlotId]]
) -> dict[LineKey, Spot]:
    """Return a room for each night; what is missing finds none. `taken` gets what is given.

    A stay keeps together where one room is free on all its nights, else it changes rooms as seldom as can be.
    A room that only got another name before its number is the first choice.
    """
    found: dict[LineKey, Spot] = {}
    for stay in sorted(stays, key=lambda stay: -len(stay.lines)):
        left = list(stay.lines)
        while left:
            best, nights = _longest(left, stay.was, rooms, taken)
            for line, slot_id in left[: max(nights, 1)]:
                if best is not None:
                    found[line] = best
                    taken.add((best.id, slot_id))
            left = left[max(nights, 1) :]
    return found


def _longest(
    left: Sequence[tuple[LineKey, SlotId]],
    was: Spot,
    rooms: Sequence[Spot],
    taken: set[tuple[UnitId, SlotId]],
) -> tuple[Spot | None, int]:
    """Return the room that is free for the most nights from the first on, and how many those are."""

    def nights(room: Spot) -> int:
        count = 0
        while count < len(left) and (room.id, left[count][1]) not in taken:
            count += 1
        return count

    number = was.name.split()[-1]
    best = min(
        rooms, key=lambda room: (-nights(room), room.name.split()[-1] != number, room.rank), default=None
    )
    return (best, nights(best)) if best is not None and nights(best) else (None, 0)
