"""Which units to propose first, and why. The ui has a sentence for each reason."""

from collections.abc import Sequence

from db.ids import UnitId
from db.states import Kind
from desktop.services.domain.catalogue import CellState, Suggestion, Unit, UnitCell
from desktop.services.domain.kinds import TRAITS


def suggest(
    kind: Kind, cells: Sequence[UnitCell], wanted_count: int, places_left: int | None = None
) -> tuple[tuple[UnitId, ...], Suggestion]:
    """Return the ids of the units to propose and the reason. `cells` stand in the order of their rank.

    Rooms: where the fewest free nights are left around the stay, so that long gaps stay whole. Tour places:
    the first free ones. Seats: next to each other, as far to the front as possible;
    a ladies' seat only where nothing else is left. `places_left` may be fewer than the free units: somebody
    may have a unit that is retired.
    """
    free = [cell.unit for cell in cells if cell.state is CellState.FREE]
    left = len(free) if places_left is None else min(len(free), places_left)
    if left < 1:
        return (), Suggestion.NOTHING_FREE
    if left < wanted_count or wanted_count < 1:
        return (), Suggestion.TOO_FEW_FREE
    traits = TRAITS[kind]
    if traits.has_physical_rooms:
        gaps = {cell.unit.id: cell.gap_nights for cell in cells}
        rooms = sorted(free, key=lambda unit: gaps[unit.id])[:wanted_count]
        reason = Suggestion.FIRST_ROOM if rooms == free[:wanted_count] else Suggestion.TIGHTEST_ROOM
        return tuple(unit.id for unit in rooms), reason
    if not traits.has_seats:
        return tuple(unit.id for unit in free[:wanted_count]), Suggestion.NEXT_PLACES
    seats, reason = _suggest_seats(free, wanted_count)
    return tuple(unit.id for unit in seats), reason


def _suggest_seats(free: Sequence[Unit], wanted_count: int) -> tuple[Sequence[Unit], Suggestion]:
    open_to_all = sorted((unit for unit in free if not unit.ladies_only), key=_place)
    if len(open_to_all) < wanted_count:
        ladies = sorted((unit for unit in free if unit.ladies_only), key=_place)
        return [*open_to_all, *ladies][:wanted_count], Suggestion.LADIES_SEATS
    if wanted_count == 1:
        return open_to_all[:1], Suggestion.FRONT_SEAT
    together = [
        run
        for start in range(len(open_to_all) - wanted_count + 1)
        if _is_run(run := open_to_all[start : start + wanted_count])
    ]
    if together:
        return together[0], Suggestion.ADJACENT_SEATS
    windows = [
        open_to_all[start : start + wanted_count] for start in range(len(open_to_all) - wanted_count + 1)
    ]
    return min(windows, key=_spread), Suggestion.SEATS_APART


def _place(unit: Unit) -> tuple[int, int, int]:
    return unit.deck or 0, unit.row or 0, unit.column or 0


def _is_run(seats: Sequence[Unit]) -> bool:
    """Whether the seats stand side by side in one row; an aisle is a column without seats."""
    deck, row, first = _place(seats[0])
    return [_place(seat) for seat in seats] == [(deck, row, first + step) for step in range(len(seats))]


def _spread(seats: Sequence[Unit]) -> tuple[int, int, tuple[int, int, int]]:
    """Order seats in the coach's order: one deck before two, few rows before many, the front first."""
    first, last = _place(seats[0]), _place(seats[-1])
    return last[0] - first[0], last[1] - first[1], first
