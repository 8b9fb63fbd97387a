"""Every figure of the day by its own moment, and by the desk that took the money or gave it back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from desktop.services.domain.today import Today
from desktop.services.holding.release_hold import ReleaseHold
from desktop.services.holding.show_today import ShowToday
from tests.actors import actor_of
from tests.conftest import Recorder, open_database
from tests.counter import ZONE, Counter


def ist(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{text}:00+05:30").astimezone(UTC)


def today(counter: Counter, zone: str = ZONE) -> Today:
    return ShowToday(counter.database, actor_of(counter.database).desk_id, zone)()


def figures(counter: Counter, zone: str = ZONE) -> tuple[int, int, int, int]:
    """Return sold, its amount, cancelled and given back."""
    found = today(counter, zone)
    return found.sold_count, found.sold_paise, found.cancelled_count, found.refunded_paise


@pytest.fixture
def other_desk(any_counter: Counter, engine_url: str, clock: Any) -> Iterator[Counter]:
    """The second desk of the same house, on the same database."""
    publish = Recorder()
    database = open_database(engine_url, clock, publish, desk_code="D2")
    yield Counter(database, clock, publish)
    database.close()


def test_a_booking_held_at_2355_and_paid_at_0003_counts_for_the_day_of_0003(
    any_counter: Counter, clock: Any
) -> None:
    clock.now = ist("23T23:55")
    hold = any_counter.hold()
    assert figures(any_counter) == (0, 0, 0, 0)
    clock.now = ist("24T00:03")
    any_counter.pay(hold)
    assert figures(any_counter) == (1, hold.total_paise, 0, 0)
    clock.now = ist("25T00:00")
    assert figures(any_counter) == (0, 0, 0, 0)


def test_what_is_done_at_midnight_itself_belongs_to_the_new_day(any_counter: Counter, clock: Any) -> None:
    clock.now = ist("23T23:55")
    hold = any_counter.hold()
    clock.now = ist("24T00:00")
    any_counter.pay(hold)
    back = any_counter.cancel(hold).refund_paise
    assert figures(any_counter) == (1, hold.total_paise, 1, back)
    clock.now = ist("24T23:59")
    assert figures(any_counter) == (1, hold.total_paise, 1, back)


def test_a_sale_of_the_last_second_of_the_day_stays_in_that_day(any_counter: Counter, clock: Any) -> None:
    clock.now = ist("23T23:59")
    hold = any_counter.hold()
    clock.advance(59)
    any_counter.pay(hold)
    assert figures(any_counter)[0] == 1
    clock.advance(1)
    assert figures(any_counter)[0] == 0


@pytest.mark.parametrize(("zone", "sold"), [("Asia/Kathmandu", 0), ("Asia/Kolkata", 1), ("Asia/Dubai", 1)])
def test_the_day_begins_at_the_desks_own_midnight(
    any_counter: Counter, clock: Any, zone: str, sold: int
) -> None:
    clock.now = ist("23T23:40")  # 23:55 in Kathmandu, 22:10 in Dubai
    any_counter.pay(any_counter.hold())
    clock.now = ist("23T23:50")
    assert today(any_counter, zone).sold_count == sold


def test_a_cancellation_counts_on_its_own_day_and_the_sale_on_the_day_it_was_sold(
    any_counter: Counter, clock: Any
) -> None:
    hold = any_counter.hold()
    any_counter.pay(hold)
    clock.now = ist("24T10:00")
    back = any_counter.cancel(hold).refund_paise
    assert back > 0
    assert figures(any_counter) == (0, 0, 1, back)


def test_what_is_sold_and_cancelled_on_one_day_is_both(any_counter: Counter) -> None:
    hold = any_counter.hold()
    any_counter.pay(hold)
    back = any_counter.cancel(hold).refund_paise
    assert figures(any_counter) == (1, hold.total_paise, 1, back)


def test_a_released_hold_is_no_cancellation(any_counter: Counter, clock: Any) -> None:
    released = any_counter.hold()
    ReleaseHold(any_counter.database, any_counter.publish)(released.booking_id, actor=any_counter.actor)
    any_counter.cancel(any_counter.hold())
    paid_in_part = any_counter.hold()
    any_counter.pay(paid_in_part, cash_paise=100_00)
    any_counter.cancel(paid_in_part)
    any_counter.hold()
    clock.advance(600)
    any_counter.sweep()
    assert figures(any_counter) == (0, 0, 0, 0)
    assert any_counter.booking(released).was_released


def test_a_hold_of_one_desk_paid_at_another_counts_for_the_other(
    any_counter: Counter, other_desk: Counter
) -> None:
    hold = any_counter.hold()
    other_desk.pay(hold)
    assert figures(any_counter) == (0, 0, 0, 0)
    assert figures(other_desk) == (1, hold.total_paise, 0, 0)


def test_a_cancellation_counts_for_the_desk_that_gave_the_money_back(
    any_counter: Counter, other_desk: Counter
) -> None:
    hold = any_counter.hold()
    any_counter.pay(hold)
    back = other_desk.cancel(hold).refund_paise
    assert figures(any_counter) == (1, hold.total_paise, 0, 0)
    assert figures(other_desk) == (0, 0, 1, back)


def test_a_live_hold_is_told_with_its_units_first_and_whose_it_is(any_counter: Counter, clock: Any) -> None:
    first = any_counter.hold(any_counter.quote(any_counter.item("DLX", "203", nights=2)))
    clock.advance(30)
    other = any_counter.customer(mobile="9876511111", name="Ravi")
    any_counter.hold(any_counter.quote(any_counter.item("DLX", "204"), customer=other), other)
    one, two = today(any_counter).holds
    assert one.booking_id == first.booking_id
    assert one.units_title.startswith("203, ")
    assert one.units_title.endswith(" · Deluxe")
    assert (one.customer_id, two.customer_id) == (any_counter.booking(first).customer.id, other.id)
    assert two.units_title.startswith("204, ")
    told = [hold.units_title for hold in (one, two)]
    clock.advance(600)
    assert [hold.units_title for hold in reversed(today(any_counter).over)] == told, "also when it is over"
