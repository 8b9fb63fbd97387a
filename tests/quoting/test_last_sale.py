"""Until when a night and a coach are sold: asked of the slot and the boarding stop, never of the calendar."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from db import bookings
from db.schema import site
from db.states import BookingState
from desktop.services.catalogue.find_availability import FindAvailability
from desktop.services.errors import BadRequest
from desktop.services.steps.revive_booking import can_revive
from tests.counter import Counter

CLOSE = timedelta(seconds=1)


def ist(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}:00+05:30").astimezone(UTC)


@pytest.mark.parametrize("hour", ["11-24T00:30", "11-24T05:00", "11-24T05:59", "11-24T06:00", "11-24T10:59"])
def test_a_guest_after_midnight_gets_the_night_that_has_begun(
    any_counter: Counter, clock: Any, hour: str
) -> None:
    night = any_counter.item("DLX", "203", ahead=0)
    clock.now = ist(hour)
    hold = any_counter.hold(any_counter.quote(night))
    any_counter.pay(hold)
    assert any_counter.booking(hold).state is BookingState.CONFIRMED
    assert any_counter.faults() == []


def test_last_night_is_sold_until_the_second_of_check_out(any_counter: Counter, clock: Any) -> None:
    night = any_counter.item("DLX", "203", ahead=0)
    clock.now = ist("11-24T11:00") - CLOSE
    quote = any_counter.quote(night)
    clock.advance(1)
    with pytest.raises(BadRequest, match="past") as at_hold:
        any_counter.hold(quote)
    with pytest.raises(BadRequest, match="past") as at_quote:
        any_counter.quote(night)
    assert (at_hold.value.field, at_quote.value.field) == ("first_day", "first_day")


def test_a_stay_that_began_last_night_is_sold_with_its_first_night(any_counter: Counter, clock: Any) -> None:
    stay = any_counter.item("DLX", "203", ahead=0, nights=3)
    clock.now = ist("11-24T05:00")
    assert len(any_counter.quote(stay).lines) == 3


def test_a_site_in_another_zone_has_its_own_last_second(any_counter: Counter, clock: Any) -> None:
    """A slot's end is a moment: what the site's clock says of it changes nothing."""
    night = any_counter.item("DLX", "203", ahead=0)
    with any_counter.database.write(any_counter.actor) as session:
        session.execute(update(site).values(time_zone="Asia/Kathmandu", night_ends_minute=0))
    clock.now = ist("11-24T11:00") - CLOSE
    assert any_counter.quote(night).lines[0].time_zone == "Asia/Kathmandu"
    clock.advance(1)
    with pytest.raises(BadRequest, match="past"):
        any_counter.quote(night)


# GOA21 leaves Swargate at 21:30, is at Katraj at 21:45 and at the Satara bypass at 23:30.


def test_a_passenger_for_a_later_stop_is_sold_a_seat_after_the_departure(
    any_counter: Counter, clock: Any
) -> None:
    seat = any_counter.item("GOA21", "4A", ahead=0, boarding="Satara bypass")
    clock.now = ist("11-23T21:32")
    hold = any_counter.hold(any_counter.quote(seat))
    any_counter.pay(hold)
    assert any_counter.booking(hold).lines[0].boarding_minutes == 120


@pytest.mark.parametrize(
    ("stop", "minutes"), [("Swargate", "21:30"), ("Katraj", "21:45"), ("Satara bypass", "23:30")]
)
def test_a_stop_that_was_passed_is_refused_to_the_second(
    any_counter: Counter, clock: Any, stop: str, minutes: str
) -> None:
    seat = any_counter.item("GOA21", "4A", ahead=0, boarding=stop)
    clock.now = ist(f"11-23T{minutes}") - CLOSE
    quote = any_counter.quote(seat)
    clock.advance(1)
    refused = []
    for sell in (lambda: any_counter.quote(seat), lambda: any_counter.hold(quote)):
        with pytest.raises(BadRequest, match="departed") as caught:
            sell()
        refused.append(caught.value.field)
    last = stop == "Satara bypass"
    assert refused[0] == ("first_day" if last else "boarding")
    assert refused[1] == ("first_day" if stop == "Swargate" else "boarding")


@pytest.mark.parametrize(
    ("hour", "stop"),
    [("21:29", "Swargate"), ("21:30", "Katraj"), ("21:45", "Satara bypass"), ("23:29", "Satara bypass")],
)
def test_without_a_choice_the_first_stop_that_is_not_passed_is_taken(
    any_counter: Counter, clock: Any, hour: str, stop: str
) -> None:
    seat = any_counter.item("GOA21", "4A", ahead=0)
    clock.now = ist(f"11-23T{hour}")
    assert any_counter.quote(seat).lines[0].details.startswith(f"{stop} - ")


def test_each_line_of_a_basket_is_asked_by_its_own_stop(any_counter: Counter, clock: Any) -> None:
    early = any_counter.item("GOA21", "4A", ahead=0, boarding="Katraj")
    late = any_counter.item("GOA21", "4B", ahead=0, boarding="Satara bypass")
    clock.now = ist("11-23T21:44")
    both, only_late = any_counter.quote(early, late), any_counter.quote(late)
    clock.now = ist("11-23T21:46")
    with pytest.raises(BadRequest, match="departed"):
        any_counter.hold(both)
    assert any_counter.hold(only_late).total_paise == only_late.total_paise


def test_availability_says_how_long_a_coach_is_sold(any_counter: Counter, clock: Any) -> None:
    offering, day = any_counter.offering("GOA21"), any_counter.day(0)
    look = FindAvailability(any_counter.database)
    clock.now = ist("11-23T21:32")
    assert look(offering.id, day, day, 1).free_count == 40
    clock.now = ist("11-23T23:30")
    assert look(offering.id, day, day, 1).free_count == 0


@pytest.mark.parametrize(("hour", "taken"), [("23:29", True), ("23:30", False)])
def test_late_money_takes_the_seat_again_until_its_stop_is_passed(
    any_counter: Counter, clock: Any, hour: str, taken: bool
) -> None:
    seat = any_counter.item("GOA21", "4A", ahead=0, boarding="Satara bypass")
    hold = any_counter.hold(any_counter.quote(seat))
    clock.advance(601)
    any_counter.sweep()
    clock.now = ist(f"11-23T{hour}")
    with any_counter.database.read() as session:
        row = bookings.get(session, hold.booking_id)
        assert can_revive(session, row, coming_paise=hold.total_paise) is taken
