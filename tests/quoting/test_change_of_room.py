"""A stay with a change of room is one item, one stay and one booking, from the quote to its end."""

from dataclasses import replace
from datetime import timedelta

import pytest

from db.catalogue_words import Gender
from db.states import BookingState
from desktop.services.domain.catalogue import RoomPart
from desktop.services.domain.quote import BasketItem, Guest
from desktop.services.errors import BadRequest
from tests.conftest import SteppedClock
from tests.counter import Counter

ASHA = Guest("Asha Rao", Gender.FEMALE, 2, 1)


def stay(counter: Counter, *parts: tuple[str, int, int], guests: tuple[Guest, ...] = (ASHA,)) -> BasketItem:
    """Sleep in each room from one day up to another, counted from today."""
    rooms = dict.fromkeys(room for room, _, _ in parts)
    ids = dict(zip(rooms, counter.units("DLX", *rooms), strict=True))
    return BasketItem(
        offering_id=counter.offering("DLX").id,
        unit_ids=tuple(ids.values()),
        first_day=counter.day(parts[0][1]),
        last_day=counter.day(parts[-1][2]),
        guests=guests,
        change=tuple(
            RoomPart(ids[room], counter.day(first), counter.day(until)) for room, first, until in parts
        ),
    )


def test_it_is_one_stay_with_its_guest_in_every_room(any_counter: Counter) -> None:
    found = any_counter.quote(stay(any_counter, ("202", 5, 7), ("201", 7, 9), ("202", 9, 10)))
    assert [line.unit_name for line in found.lines] == ["202", "202", "201", "201", "202"]
    assert [line.day for line in found.lines] == [any_counter.day(ahead) for ahead in range(5, 10)]
    assert {(line.stay, line.guest_name, line.adults, line.details) for line in found.lines} == {
        (1, "Asha Rao", 2, found.lines[0].details)
    }
    assert found.title == "Deluxe 202, 28-30 Nov, then 201, 30 Nov-2 Dec, then 202, 2-3 Dec"


def test_it_is_held_paid_and_given_back_by_the_limit_of_its_first_check_in(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter = any_counter
    hold = counter.hold(counter.quote(stay(counter, ("202", 5, 7), ("201", 7, 9))))
    counter.pay(hold)
    booking = counter.booking(hold)
    assert (booking.state, booking.title) == (
        BookingState.CONFIRMED,
        "Deluxe 202, 28-30 Nov, then 201, 30 Nov-2 Dec",
    )
    early = counter.plan(hold).refund_paise
    check_in = min(line.starts_at for line in booking.lines)
    clock.advance((check_in - counter.now() + timedelta(minutes=1)).total_seconds())
    late = counter.plan(hold)
    assert (early, late.refund_paise) == (hold.total_paise, 0)
    assert counter.faults() == []


def test_a_room_is_not_taken_on_the_nights_of_the_other(counter: Counter) -> None:
    counter.hold(counter.quote(stay(counter, ("202", 5, 7), ("201", 7, 9))))
    counter.hold(counter.quote(stay(counter, ("201", 5, 7), ("202", 7, 9))))
    assert counter.faults() == []


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ((("202", 5, 7), ("201", 8, 9)), "not_each_night"),
        ((("202", 5, 7), ("201", 6, 9)), "twice"),
        ((("202", 5, 5), ("201", 5, 9)), "not_each_night"),
    ],
)
def test_each_night_has_one_room(
    counter: Counter, parts: tuple[tuple[str, int, int], ...], reason: str
) -> None:
    with pytest.raises(BadRequest) as refused:
        counter.quote(stay(counter, *parts))
    assert (refused.value.field, refused.value.reason) == ("units", reason)


def test_a_stay_with_a_change_has_one_guest_row(counter: Counter) -> None:
    with pytest.raises(BadRequest) as refused:
        counter.quote(stay(counter, ("202", 5, 7), ("201", 7, 9), guests=(ASHA, ASHA)))
    assert refused.value.reason == "over_capacity"


def test_a_seat_has_no_change_of_room(counter: Counter) -> None:
    seat = counter.item("GOA21", "4A")
    part = RoomPart(seat.unit_ids[0], counter.day(5), counter.day(5))
    with pytest.raises(BadRequest):
        counter.quote(replace(seat, change=(part,)))
