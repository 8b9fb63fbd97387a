"""The free nights of rooms: which gap a stay would fill, and which rooms by turns would cover it."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from db.ids import UnitId
from desktop.services.domain.catalogue import RoomPart

NIGHT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """The nights that are looked at, both included: some before and after those of the stay."""

    first: date
    last: date


def gap_nights(taken: AbstractSet[date], first: date, until: date, window: Window) -> int:
    """Return how many nights are free just before `first` and from `until` on, within the window."""
    before, after = first - NIGHT, until
    while before >= window.first and before not in taken:
        before -= NIGHT
    while after <= window.last and after not in taken:
        after += NIGHT
    return (first - before).days - 1 + (after - until).days


def change_of_room(
    taken: Mapping[UnitId, AbstractSet[date]], nights: Sequence[date], window: Window
) -> tuple[RoomPart, ...]:
    """Return the fewest rooms in turn that cover the nights; none where on some night nothing is free.

    `taken` stands in the order of rank. Going on in the room that stays free longest makes the fewest
    changes; among equals the tightest gap is filled.
    """
    parts: list[RoomPart] = []
    left = list(nights)
    while left:
        free = {unit: _nights_free(taken[unit], left) for unit in taken}
        longest = max(free.values(), default=0)
        if not longest:
            return ()
        first, until = left[0], left[0] + longest * NIGHT
        reaching = [unit for unit in taken if free[unit] == longest]
        room = min(reaching, key=lambda unit: gap_nights(taken[unit], first, until, window))
        parts.append(RoomPart(room, first, until))
        left = left[longest:]
    return tuple(parts)


def _nights_free(taken: AbstractSet[date], nights: Sequence[date]) -> int:
    return next((count for count, night in enumerate(nights) if night in taken), len(nights))
