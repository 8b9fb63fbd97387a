"""What is free, held, sold and blocked, to the second."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from db.database import Database
from db.ids import OfferingId
from desktop.services.catalogue.block_units import BlockUnits
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.catalogue.find_availability import FindAvailability
from desktop.services.catalogue.stop_sale import StopSale
from desktop.services.domain.catalogue import Availability, CellState, Offering, Suggestion, UnitCell
from desktop.services.errors import BadRequest, NotFound
from tests.actors import actor_of
from tests.catalogue.steps import TODAY, take

TOMORROW = TODAY + timedelta(days=1)
Look = Callable[..., Availability]
Find = Callable[[str], Offering]


def cell(seen: Availability, name: str) -> UnitCell:
    return next(found for found in seen.cells if found.unit.name == name)


def test_everything_is_free_at_first(look: Look) -> None:
    seen = look("DLX", TODAY)
    assert {found.state for found in seen.cells} == {CellState.FREE}
    assert seen.free_count == 12 == seen.days[0].free_count == seen.days[0].unit_count


def test_a_hold_ends_at_its_second_and_not_before(database: Database, look: Look, clock: Any) -> None:
    ends = clock() + timedelta(seconds=600)
    take(database, look("DLX", TODAY), "203", until=ends)
    held = cell(look("DLX", TODAY), "203")
    assert (held.state, held.free_at, held.holder) == (CellState.HELD, ends, "D1 asha")
    clock.advance(seconds=599, microseconds=999_999)
    assert cell(look("DLX", TODAY), "203").state is CellState.HELD
    clock.advance(microseconds=1)
    seen = look("DLX", TODAY)
    assert (cell(seen, "203").state, seen.as_of) == (CellState.FREE, ends)
    assert seen.days[0].free_count == 12


def test_a_sold_unit_says_to_whom(database: Database, look: Look) -> None:
    reference = take(database, look("DLX", TODAY), "203", until=None)
    sold = cell(look("DLX", TODAY), "203")
    assert (sold.state, sold.free_at, sold.holder) == (CellState.SOLD, None, reference)
    assert look("DLX", TODAY).days[0].free_count == 11


def test_a_blocked_unit_says_why(database: Database, look: Look, offering: Find) -> None:
    room = cell(look("DLX", TODAY), "203").unit.id
    BlockUnits(database, lambda _: None)(
        offering("DLX").id, (room,), TODAY, TODAY, "tap drips", actor=actor_of(database)
    )
    blocked = cell(look("DLX", TODAY), "203")
    assert (blocked.state, blocked.holder) == (CellState.BLOCKED, "tap drips")
    assert cell(look("DLX", TOMORROW), "203").state is CellState.FREE


def test_a_room_is_free_only_when_every_night_is(database: Database, look: Look) -> None:
    take(database, look("DLX", TOMORROW), "203", until=None)
    seen = look("DLX", TODAY, TODAY + timedelta(days=3))
    assert cell(seen, "203").state is CellState.SOLD
    assert [day.free_count for day in seen.days] == [12, 11, 12]
    assert cell(look("DLX", TODAY), "203").state is CellState.FREE


def test_a_stay_is_held_until_its_last_hold_ends(database: Database, look: Look, clock: Any) -> None:
    take(database, look("DLX", TODAY), "203", until=clock() + timedelta(seconds=100))
    late = clock() + timedelta(seconds=500)
    take(database, look("DLX", TOMORROW), "203", until=late)
    assert cell(look("DLX", TODAY, TODAY + timedelta(days=2)), "203").free_at == late


def test_one_day_that_is_stopped_stops_the_stay(database: Database, look: Look, offering: Find) -> None:
    StopSale(database, lambda _: None)(
        offering("DLX").id, TOMORROW, TOMORROW, True, "wedding", actor=actor_of(database)
    )
    seen = look("DLX", TODAY, TODAY + timedelta(days=2))
    assert seen.free_count == 0
    assert {found.holder for found in seen.cells} == {"wedding"}
    assert [day.stopped for day in seen.days] == [False, True]
    assert seen.suggestion == Suggestion.NOTHING_FREE


def test_a_cancelled_departure_has_no_free_seat(database: Database, look: Look, offering: Find) -> None:
    CancelDeparture(database, lambda _: None)(
        offering("GOA21").id, TODAY, "landslide", actor=actor_of(database)
    )
    seen = look("GOA21", TODAY)
    assert (seen.free_count, seen.days[0].cancelled) == (0, True)
    assert look("GOA21", TOMORROW).free_count == 40


@pytest.mark.parametrize("day", [TODAY - timedelta(days=1), TODAY + timedelta(days=90), date(2027, 5, 1)])
def test_a_day_without_a_slot_is_not_free(look: Look, day: date) -> None:
    seen = look("DLX", day)
    assert (seen.days, seen.free_count) == ((), 0)


def test_a_bus_that_has_left_has_no_free_seat(look: Look) -> None:
    assert look("MUM06", TODAY).free_count == 0
    assert look("MUM06", TOMORROW).free_count == 40
    assert look("GOA21", TODAY).free_count == 40


def test_a_bus_is_on_sale_until_the_second_it_passes_its_last_boarding_stop(look: Look, clock: Any) -> None:
    seen = look("GOA21", TODAY)
    minutes = max(stop.after_minutes for stop in seen.offering.boarding)
    leaves = seen.days[0].starts_at + timedelta(minutes=minutes)
    assert (minutes > 0, seen.days[0].sold_until) == (True, leaves)
    clock.now = leaves - timedelta(microseconds=1)
    assert look("GOA21", TODAY).free_count == 40
    clock.now = leaves
    assert look("GOA21", TODAY).free_count == 0


def test_a_room_is_sold_by_its_date_until_check_out_and_never_after(look: Look, clock: Any) -> None:
    ends = look("DLX", TODAY).days[0].starts_at + timedelta(hours=21)
    clock.now = ends - timedelta(seconds=1)
    assert look("DLX", TODAY).free_count == 12
    clock.now = ends
    assert look("DLX", TODAY).free_count == 0


def test_the_last_night_is_not_included_but_the_last_departure_is(look: Look) -> None:
    assert [day.day for day in look("DLX", TODAY, TOMORROW).days] == [TODAY]
    assert [day.day for day in look("GOA21", TODAY, TOMORROW).days] == [TODAY, TOMORROW]


def test_impossible_questions_are_refused(database: Database, look: Look) -> None:
    with pytest.raises(BadRequest):
        look("DLX", TODAY, TODAY)
    with pytest.raises(BadRequest):
        look("DLX", TODAY, TODAY + timedelta(days=5_000))
    with pytest.raises(NotFound):
        FindAvailability(database)(OfferingId("nothing"), TODAY, TOMORROW, 1)


def test_the_first_free_room_is_proposed(database: Database, look: Look) -> None:
    take(database, look("DLX", TODAY), "201", until=None)
    seen = look("DLX", TODAY, wanted=2)
    names = [cell.unit.name for cell in seen.cells if cell.unit.id in seen.suggested_unit_ids]
    assert (names, seen.suggestion) == (["202", "203"], "first_room")
