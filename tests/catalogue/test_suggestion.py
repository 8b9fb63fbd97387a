"""Which seats are proposed."""

from hypothesis import given
from hypothesis import strategies as st

from db.catalogue_words import Berth
from db.ids import UnitId
from db.states import Kind
from desktop.services.domain.catalogue import CellState, Suggestion, Unit, UnitCell
from desktop.services.domain.suggestion import suggest

COLUMNS = {"A": 1, "B": 2, "C": 4, "D": 5}
ALL = [f"{row}{letter}" for row in range(1, 5) for letter in COLUMNS]


def coach(taken: str = "", ladies: str = "") -> list[UnitCell]:
    """Four rows of two and two seats, named 1A to 4D."""
    cells = []
    for name in ALL:
        row, column = int(name[0]), COLUMNS[name[1]]
        unit = Unit(
            UnitId(name), name, row, column, 1, Berth.SEAT, column in (1, 5), name in ladies.split(), 0
        )
        state = CellState.SOLD if name in taken.split() else CellState.FREE
        cells.append(UnitCell(unit, state, None, ""))
    return cells


def seats(count: int, taken: str = "", ladies: str = "") -> tuple[str, str]:
    found, reason = suggest(Kind.BUS, coach(taken, ladies), count)
    return " ".join(found), reason


def test_one_person_sits_in_front() -> None:
    assert seats(1) == ("1A", "front_seat")
    assert seats(1, taken="1A 1B") == ("1C", "front_seat")


def test_two_sit_side_by_side_and_not_across_the_aisle() -> None:
    assert seats(2) == ("1A 1B", "adjacent_seats")
    assert seats(2, taken="1A") == ("1C 1D", "adjacent_seats")
    assert seats(2, taken="1A 1D") == ("2A 2B", "adjacent_seats")


def test_a_ladies_seat_is_left_alone_while_others_are_free() -> None:
    assert seats(1, ladies="1A 1B 1C 1D") == ("2A", "front_seat")
    assert seats(2, ladies="1A") == ("1C 1D", "adjacent_seats")


def test_a_ladies_seat_is_proposed_when_nothing_else_is_left() -> None:
    others = " ".join(name for name in ALL if name != "3C")
    assert seats(1, taken=others, ladies="3C") == ("3C", "ladies_seats")


def test_a_group_that_can_not_sit_in_a_row_stays_close() -> None:
    assert seats(4) == ("1A 1B 1C 1D", "seats_apart")
    assert seats(3, taken="1B 1C 1D") == ("2A 2B 2C", "seats_apart")


def test_too_few_and_none() -> None:
    assert seats(17) == ("", "too_few_free")
    assert seats(0) == ("", "too_few_free")
    assert seats(1, taken=" ".join(ALL)) == ("", "nothing_free")


def test_a_tour_takes_its_next_places() -> None:
    places = [
        UnitCell(
            Unit(UnitId(str(n)), str(n), None, None, None, None, False, False, 0),
            CellState.SOLD if n == 1 else CellState.FREE,
            None,
            "",
        )
        for n in range(1, 5)
    ]
    assert suggest(Kind.TOUR, places, 2) == (("2", "3"), Suggestion.NEXT_PLACES)


@given(st.sets(st.sampled_from(ALL)), st.sets(st.sampled_from(ALL)), st.integers(1, 6))
def test_whatever_is_proposed_is_free_enough_and_fair(taken: set[str], ladies: set[str], count: int) -> None:
    found, reason = suggest(Kind.BUS, coach(" ".join(taken), " ".join(ladies)), count)
    free = set(ALL) - taken
    assert len(found) == (count if len(free) >= count else 0)
    assert set(found) <= free
    assert len(set(found)) == len(found)
    if len(free - ladies) >= count:
        assert not set(found) & ladies
    if reason is Suggestion.ADJACENT_SEATS:
        assert len({name[0] for name in found}) == 1
