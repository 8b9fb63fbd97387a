"""The proposal fills the tightest gap, and says where only a change of room fits."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from db.database import Database
from db.states import Kind
from desktop.services.domain.catalogue import Availability, Suggestion
from tests.catalogue.steps import TODAY, take

DEC = date(2026, 12, 1)
Look = Callable[..., Availability]


def dec(day: int) -> date:
    return DEC + timedelta(days=day - 1)


def names(seen: Availability) -> list[str]:
    """The proposed rooms."""
    known = {cell.unit.id: cell.unit.name for cell in seen.cells}
    return [known[unit] for unit in seen.suggested_unit_ids]


def sell(database: Database, look: Look, room: str, first: int, until: int) -> None:
    take(database, look("DLX", dec(first), dec(until)), room, until=None)


def every_room(look: Look) -> list[str]:
    return [cell.unit.name for cell in look("DLX", DEC).cells]


def test_a_stay_goes_where_it_fits_exactly_between_two_others(database: Database, look: Look) -> None:
    second = every_room(look)[1]
    sell(database, look, second, 1, 3)
    sell(database, look, second, 5, 8)
    seen = look("DLX", dec(3), dec(5))
    assert (names(seen), seen.suggestion) == ([second], Suggestion.TIGHTEST_ROOM)


def test_an_empty_house_proposes_its_first_room(database: Database, look: Look) -> None:
    seen = look("DLX", dec(3), dec(5))
    assert (names(seen), seen.suggestion) == (every_room(look)[:1], Suggestion.FIRST_ROOM)


def test_nights_that_are_over_leave_no_gap(database: Database, look: Look, clock: Any) -> None:
    """A room sold until this morning fits tonight no better than one that stood empty."""
    third = every_room(look)[2]
    take(database, look("DLX", TODAY), third, until=None)
    tomorrow = TODAY + timedelta(days=1)
    assert names(look("DLX", tomorrow)) == [third]
    clock.advance(days=1)
    assert names(look("DLX", tomorrow)) == every_room(look)[:1]


def test_several_rooms_take_the_tightest_gaps_and_the_fallback_knows_them(
    database: Database, look: Look
) -> None:
    rooms = every_room(look)
    for room in rooms[3:5]:
        sell(database, look, room, 1, 3)
        sell(database, look, room, 5, 8)
    sell(database, look, rooms[6], 1, 3)
    seen = look("DLX", dec(3), dec(5), wanted=3)
    assert names(seen) == [rooms[3], rooms[4], rooms[6]]
    gaps = {cell.unit.name: cell.gap_nights for cell in seen.cells}
    assert gaps[rooms[3]] == 0 < gaps[rooms[6]] < gaps[rooms[0]]


def test_a_room_free_on_each_night_is_found_by_a_change_of_room(database: Database, look: Look) -> None:
    first, second, *others = every_room(look)
    for room in others:
        sell(database, look, room, 1, 8)
    sell(database, look, second, 1, 3)
    sell(database, look, second, 5, 8)
    sell(database, look, first, 3, 5)
    seen = look("DLX", dec(1), dec(8))
    known = {cell.unit.id: cell.unit.name for cell in seen.cells}
    assert (names(seen), seen.suggestion) == ([], Suggestion.CHANGE_OF_ROOM)
    assert [(known[part.unit_id], part.first_day, part.last_day) for part in seen.room_change] == [
        (first, dec(1), dec(3)),
        (second, dec(3), dec(5)),
        (first, dec(5), dec(8)),
    ]
    several = look("DLX", dec(1), dec(8), wanted=2)
    assert (several.suggestion, several.room_change) == (Suggestion.NOTHING_FREE, ())


def test_where_a_night_is_full_nothing_is_proposed(database: Database, look: Look) -> None:
    for room in every_room(look):
        sell(database, look, room, 4, 5)
    seen = look("DLX", dec(3), dec(6))
    assert (seen.suggestion, seen.room_change) == (Suggestion.NOTHING_FREE, ())
    assert seen.offering.kind is Kind.ROOM
