"""Fewer places, another coach, rooms that go: who has bought keeps a place, or the import is refused."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Integer, cast, update

from db.catalogue_words import Gender
from db.schema import unit
from desktop.services.catalogue.block_units import BlockUnits
from desktop.services.domain.quote import Guest
from desktop.services.errors import SlotTaken
from tests.catalogue.changes import (
    bring_in,
    coach,
    lines_of,
    nights,
    rooms,
    sell,
    stock_of,
    told,
    units,
    women,
)
from tests.catalogue.steps import tags
from tests.counter import Counter


def places(count: int) -> str:
    return lines_of("tours.csv", {"HERI": {"places": str(count)}})


def service(coach_code: str, code: str = "GOA21") -> str:
    return lines_of("services.csv", {code: {"coach": coach_code}})


def test_a_tour_is_not_sold_beyond_its_new_places(counter: Counter, tmp_path: Path) -> None:
    holds = [sell(counter, "HERI", *(str(n) for n in range(first, first + 5))) for first in (6, 11)]
    report = bring_in(counter.database, tmp_path, tours=places(10))
    assert told(report) == [
        (holds[1].reference, "carried", f"HERI {nights(counter, 5)}", "11 12 13 14 15", "1 2 3 4 5")
    ]
    assert counter.free("HERI") == 0
    assert counter.faults() == []


def test_fewer_places_than_people_are_refused_by_name(counter: Counter, tmp_path: Path) -> None:
    first = sell(counter, "HERI", "1", "2", "3", "4", "5")
    second = sell(counter, "HERI", "11", "12", "13", "14", "15", paid=False)
    before = stock_of(counter)
    for dry_run in (True, False):
        report = bring_in(counter.database, tmp_path, dry_run=dry_run, tours=places(9))
        (fault,) = report.faults
        assert (fault.file, fault.line, fault.column) == ("tours.csv", 2, "places")
        assert second.reference in fault.reason
        assert first.reference not in fault.reason
        assert stock_of(counter) == before


def test_two_who_sat_together_sit_together_in_another_coach(counter: Counter, tmp_path: Path) -> None:
    hold = sell(counter, "GOA21", "10A", "10B")
    report = bring_in(counter.database, tmp_path, services=service("SMALL"), seats=coach("SMALL", 4))
    assert told(report) == [(hold.reference, "carried", f"GOA21 {nights(counter, 5)}", "10A 10B", "1A 1B")]
    booking = counter.booking(hold)
    assert [(line.moves[0].from_name, line.unit_name) for line in booking.lines] == [
        ("10A", "1A"),
        ("10B", "1B"),
    ]
    assert "1A 1B" in booking.title
    assert counter.free("GOA21") == 14
    assert counter.faults() == []


def test_who_keeps_the_seat_is_joined_by_the_others(counter: Counter, tmp_path: Path) -> None:
    hold = sell(counter, "GOA21", "4A", "10B")
    bring_in(counter.database, tmp_path, services=service("SMALL"), seats=coach("SMALL", 6))
    assert units(counter, hold) == ["4A", "4B"]


def test_a_man_is_not_put_into_a_ladies_seat(counter: Counter, tmp_path: Path) -> None:
    man = sell(counter, "GOA21", "10A", guests=(Guest(name="Ravi", gender=Gender.MALE),))
    woman = sell(counter, "GOA21", "9A", guests=women(1))
    seats = coach("SMALL", 1, ladies="1A", letters="AB")
    bring_in(counter.database, tmp_path, services=service("SMALL"), seats=seats)
    assert (units(counter, man), units(counter, woman)) == (["1B"], ["1A"])


def test_a_seat_that_becomes_a_ladies_seat_is_no_longer_a_mans(counter: Counter, tmp_path: Path) -> None:
    man = sell(counter, "GOA21", "1A", guests=(Guest(name="Ravi", gender=Gender.MALE),))
    woman = sell(counter, "GOA21", "1B", guests=women(1))
    seats = coach("SMALL", 2, ladies="1A 1B")
    bring_in(counter.database, tmp_path, services=service("SMALL"), seats=seats)
    assert (units(counter, man), units(counter, woman)) == (["1D"], ["1B"])


def test_only_who_finds_no_seat_is_named(counter: Counter, tmp_path: Path) -> None:
    pair, man = sell(counter, "GOA21", "10A", "10B"), sell(counter, "GOA21", "9A")
    before = stock_of(counter)
    seats = coach("SMALL", 1, letters="AB")
    report = bring_in(counter.database, tmp_path, services=service("SMALL"), seats=seats)
    (fault,) = report.faults
    assert (fault.file, fault.column) == ("services.csv", "coach")
    assert man.reference in fault.reason
    assert pair.reference not in fault.reason
    assert stock_of(counter) == before


def test_who_bought_a_berth_is_not_given_a_seat(counter: Counter, tmp_path: Path) -> None:
    hold = sell(counter, "GOA22")
    small, seats = service("SMALL", "GOA22"), coach("SMALL", 8)
    (fault,) = bring_in(counter.database, tmp_path, services=small, seats=seats).faults
    assert hold.reference in fault.reason
    berths = coach("SMALL", 8, berth="sleeper")
    assert not bring_in(counter.database, tmp_path, services=small, seats=berths).faults


def test_a_coach_that_has_left_is_not_changed_under_its_passengers(
    counter: Counter, tmp_path: Path, clock: Any
) -> None:
    hold = sell(counter, "GOA21", "10A", ahead=0)
    clock.advance(hours=13)  # it left at 21:30
    report = bring_in(counter.database, tmp_path, services=service("SMALL"), seats=coach("SMALL", 4))
    assert told(report) == []
    assert units(counter, hold) == ["10A"]
    assert counter.faults() == []


def test_a_whole_stay_goes_to_one_room(counter: Counter, tmp_path: Path) -> None:
    sell(counter, "DLX", "201", ahead=6)
    hold = sell(counter, "DLX", "212", nights=3)
    report = bring_in(counter.database, tmp_path, rooms=rooms(DLX="201-211"))
    assert told(report) == [(hold.reference, "carried", f"DLX {nights(counter, 5, 3)}", "212", "202")]
    assert set(units(counter, hold)) == {"202"}
    assert counter.faults() == []


def test_a_guest_whose_night_has_begun_keeps_a_room_too(counter: Counter, tmp_path: Path, clock: Any) -> None:
    hold = sell(counter, "DLX", "212", ahead=0)
    clock.advance(hours=10)  # after check-in
    bring_in(counter.database, tmp_path, rooms=rooms(DLX="201-211"))
    assert units(counter, hold) == ["201"]


def test_a_stay_changes_rooms_only_where_no_room_is_free_throughout(counter: Counter, tmp_path: Path) -> None:
    bring_in(counter.database, tmp_path, rooms=rooms(DLX="201-203"))
    sell(counter, "DLX", "201", ahead=5)
    sell(counter, "DLX", "202", ahead=6)
    hold = sell(counter, "DLX", "203", ahead=5, nights=2)
    bring_in(counter.database, tmp_path, rooms=rooms(DLX="201-202"))
    assert units(counter, hold) == ["202", "201"]
    assert counter.faults() == []


def test_a_blocked_room_is_no_place_to_go(counter: Counter, tmp_path: Path) -> None:
    bring_in(counter.database, tmp_path, rooms=rooms(DLX="201-202"))
    hold = sell(counter, "DLX", "202")
    block = BlockUnits(counter.database, lambda _: None)
    room, dlx = counter.units("DLX", "201"), counter.offering("DLX")
    block(dlx.id, room, counter.day(5), counter.day(5), "paint", actor=counter.actor)
    (fault,) = bring_in(counter.database, tmp_path, rooms=rooms(DLX="201")).faults
    assert hold.reference in fault.reason


def test_a_cancelled_part_of_a_booking_needs_no_place(counter: Counter, tmp_path: Path) -> None:
    gone, stays = sell(counter, "HERI", "14", "15"), sell(counter, "HERI", "13")
    counter.cancel(gone)
    report = bring_in(counter.database, tmp_path, tours=places(10))
    assert [hit[0] for hit in told(report)] == [stays.reference]


def test_a_hold_that_is_over_needs_no_place(counter: Counter, tmp_path: Path, clock: Any) -> None:
    sell(counter, "HERI", "14", "15", paid=False)
    clock.advance(seconds=600)
    assert told(bring_in(counter.database, tmp_path, tours=places(10))) == []
    assert counter.faults() == []


def test_who_was_carried_has_a_record_that_names_the_import(counter: Counter, tmp_path: Path) -> None:
    sell(counter, "HERI", "14", "15")
    bring_in(counter.database, tmp_path, tours=places(10))
    found = dict(tags(counter.database))
    assert found["BOOKING_LINES_MOVED"]["reason"] == "the catalogue changed"
    assert found["CATALOGUE_IMPORTED"]["bookings_hit"]["carried"] == 1


@pytest.mark.parametrize("taken", [10, 15])
def test_people_on_retired_places_count_as_people(counter: Counter, taken: int) -> None:
    """Of a database in which an earlier program has retired places that were sold."""
    heri = counter.offering("HERI").id
    for first in range(15 - taken + 1, 16, 5):
        sell(counter, "HERI", *(str(n) for n in range(first, first + 5)))
    quotes = [counter.quote(counter.item("HERI", "1"))] if taken == 10 else []
    with counter.database.write(counter.actor) as session:
        gone = (unit.c.offering_id == heri) & (cast(unit.c.name, Integer) > 10)
        session.execute(update(unit).where(gone).values(active=0))
    seen = counter.look("HERI")
    assert (seen.free_count, seen.days[0].free_count) == (0, 0)
    assert seen.suggestion == "nothing_free"
    for quote in quotes:
        with pytest.raises(SlotTaken):
            counter.hold(quote)
