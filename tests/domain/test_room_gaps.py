"""Which gap a stay fills, and the fewest rooms by turns that cover it."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from db.ids import UnitId
from desktop.services.domain.room_gaps import Window, change_of_room, gap_nights

DAY = date(2026, 12, 1)
WINDOW = Window(DAY - timedelta(days=10), DAY + timedelta(days=20))


def night(ahead: int) -> date:
    return DAY + timedelta(days=ahead)


def nights(*aheads: int) -> frozenset[date]:
    return frozenset(map(night, aheads))


def test_a_stay_that_fits_exactly_leaves_no_night() -> None:
    assert gap_nights(nights(0, 1, 4), night(2), night(4), WINDOW) == 0


def test_the_nights_left_on_both_sides_count() -> None:
    assert gap_nights(nights(0, 7), night(2), night(4), WINDOW) == 1 + 3
    assert gap_nights(frozenset(), night(2), night(4), WINDOW) == 12 + 17


def test_a_stay_goes_on_in_another_room() -> None:
    taken = {UnitId("101"): nights(2, 3), UnitId("102"): nights(0, 1, 4, 5, 6)}
    parts = change_of_room(taken, [night(ahead) for ahead in range(7)], WINDOW)
    assert [(part.unit_id, part.first_day, part.last_day) for part in parts] == [
        ("101", night(0), night(2)),
        ("102", night(2), night(4)),
        ("101", night(4), night(7)),
    ]


def test_a_night_on_which_nothing_is_free_can_not_be_covered() -> None:
    taken = {UnitId("101"): nights(1), UnitId("102"): nights(1)}
    assert change_of_room(taken, [night(0), night(1)], WINDOW) == ()


TAKEN = st.lists(st.frozensets(st.integers(0, 7)), min_size=1, max_size=4)


@given(TAKEN)
def test_every_night_is_slept_in_a_free_room_with_the_fewest_changes(rooms: list[frozenset[int]]) -> None:
    taken = {UnitId(str(101 + at)): nights(*room) for at, room in enumerate(rooms)}
    stay = [night(ahead) for ahead in range(8)]
    parts = change_of_room(taken, stay, WINDOW)
    if not parts:
        assert frozenset.intersection(*taken.values()) & set(stay)
        return
    slept = [(part.unit_id, day) for part in parts for day in stay if part.first_day <= day < part.last_day]
    assert [day for _, day in slept] == stay
    assert not any(day in taken[room] for room, day in slept)
    assert all(before.unit_id != after.unit_id for before, after in pairwise(parts))
    assert len(parts) == _fewest(list(taken.values()), stay)


def _fewest(rooms: list[frozenset[date]], stay: list[date]) -> int:
    """Try every way: rooms so far by the room of the last night."""
    counts = {at: 1 for at, room in enumerate(rooms) if stay[0] not in room}
    for day in stay[1:]:
        counts = {
            at: min(count + (at != before) for before, count in counts.items())
            for at, room in enumerate(rooms)
            if day not in room
        }
    return min(counts.values())


@given(st.frozensets(st.integers(-10, 20)), st.integers(-5, 10), st.integers(1, 5))
def test_the_gap_is_what_could_be_sold_to_nobody_else(taken: frozenset[int], first: int, count: int) -> None:
    free = nights(*taken) - {night(first + ahead) for ahead in range(count)}
    gap = gap_nights(free, night(first), night(first + count), WINDOW)
    whole = gap_nights(free, night(first), night(first), WINDOW)
    assert 0 <= gap <= (WINDOW.last - WINDOW.first).days + 1 - count
    assert whole == gap + count
