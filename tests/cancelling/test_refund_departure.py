"""Everybody of a cancelled departure gets the money back in one act, each by his own plan."""

from collections.abc import Sequence

import pytest

from db.ids import RequestKey
from db.states import BookingState, Kind
from desktop.services.cancelling.list_departure_refunds import ListDepartureRefunds
from desktop.services.cancelling.refund_departure import RefundDeparture
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.domain.booking import Hold
from desktop.services.domain.departures import DepartureRefund, DepartureRefunded
from desktop.services.errors import BadRequest
from desktop.services.holding.show_today import ShowToday
from tests.counter import FACTS, ZONE, Counter


def sold(counter: Counter, *items: object) -> Hold:
    hold = counter.hold(counter.quote(*items))  # type: ignore[arg-type]  # items of the counter
    counter.pay(hold)
    return hold


def call_off(counter: Counter) -> None:
    cancel = CancelDeparture(counter.database, counter.publish)
    cancel(counter.offering("GOA21").id, counter.day(5), "landslide", actor=counter.actor)


def listed(counter: Counter) -> tuple[DepartureRefund, ...]:
    return ListDepartureRefunds(counter.database)(counter.offering("GOA21").id, counter.day(5))


def refund(
    counter: Counter, shown: Sequence[DepartureRefund], stop_after: int = 1_000, reason: str = "landslide"
) -> DepartureRefunded:
    give = RefundDeparture(counter.database, FACTS, counter.publish)
    key = RequestKey(counter.key())
    return give(shown, reason, key, actor=counter.actor, progress=lambda done: done < stop_after)


def test_all_get_their_money_back_and_other_lines_go_on(any_counter: Counter) -> None:
    counter = any_counter
    one = sold(counter, counter.item("GOA21", "1A", "1B"))
    mixed = sold(counter, counter.item("DLX", nights=2), counter.item("GOA21", "2A"))
    elsewhere = sold(counter, counter.item("GOA21", "1A", ahead=6))
    call_off(counter)
    shown = listed(counter)
    assert {row.reference for row in shown} == {one.reference, mixed.reference}
    ride = counter.booking(mixed).lines[-1]
    back = {row.reference: row.plan.refund_paise for row in shown}
    assert back == {one.reference: one.total_paise, mixed.reference: ride.total_paise}
    done = refund(counter, shown)
    assert (done.done_count, done.failed, done.left_count) == (2, (), 0)
    assert done.refund_paise == sum(back.values())
    assert counter.booking(one).state is BookingState.CANCELLED
    assert counter.booking(mixed).state is BookingState.CONFIRMED
    assert [line.kind for line in counter.booking(mixed).live_lines] == ["room", "room"]
    assert counter.booking(elsewhere).state is BookingState.CONFIRMED
    assert listed(counter) == ()
    assert counter.faults() == []


def test_a_hold_goes_on_without_its_cancelled_bus_and_is_paid_for_the_rest(any_counter: Counter) -> None:
    counter = any_counter
    hold = counter.hold(counter.quote(counter.item("DLX"), counter.item("GOA21", "2A")))
    alone = counter.hold(counter.quote(counter.item("GOA21", "3A")))
    call_off(counter)
    assert refund(counter, listed(counter)).done_count == 2
    booking = counter.booking(hold)
    assert [line.kind for line in booking.lines] == ["room"]
    assert booking.total_paise == booking.lines[0].total_paise == booking.due_paise
    assert "Goa" not in booking.title
    assert counter.booking(alone).state is BookingState.CANCELLED
    counter.pay(hold, cash_paise=booking.total_paise)
    assert counter.booking(hold).state is BookingState.CONFIRMED
    assert counter.faults() == []


def test_a_hold_without_its_first_line_still_tells_what_it_is(any_counter: Counter) -> None:
    counter = any_counter
    hold = counter.hold(counter.quote(counter.item("GOA21", "2A"), counter.item("DLX")))
    call_off(counter)
    refund(counter, listed(counter))
    (shown,) = ShowToday(counter.database, counter.actor.desk_id, ZONE)().holds
    assert (shown.booking_id, shown.kind) == (hold.booking_id, Kind.ROOM)


def test_a_hold_that_was_paid_for_more_than_the_rest_gets_all_of_it_back(any_counter: Counter) -> None:
    counter = any_counter
    hold = counter.hold(counter.quote(counter.item("DLX"), counter.item("GOA21", "2A")))
    counter.pay(hold, cash_paise=hold.total_paise - 100)
    call_off(counter)
    (row,) = listed(counter)
    assert (row.taken_out, row.plan.refund_paise) == (frozenset(), hold.total_paise - 100)
    refund(counter, [row])
    assert counter.booking(hold).state is BookingState.CANCELLED
    assert counter.faults() == []


def test_what_was_stopped_half_way_is_listed_for_the_next_time(any_counter: Counter) -> None:
    counter = any_counter
    for name in ("1A", "2A", "3A"):
        sold(counter, counter.item("GOA21", name))
    call_off(counter)
    done = refund(counter, listed(counter), stop_after=1)
    assert (done.done_count, done.left_count) == (1, 2)
    assert len(listed(counter)) == 2
    assert refund(counter, listed(counter)).done_count == 2
    assert counter.faults() == []


def test_a_booking_whose_plan_has_changed_is_named_and_left(any_counter: Counter) -> None:
    counter = any_counter
    first, second = sold(counter, counter.item("GOA21", "1A")), sold(counter, counter.item("GOA21", "2A"))
    call_off(counter)
    shown = listed(counter)
    counter.cancel(first)
    done = refund(counter, shown)
    assert (done.done_count, done.failed) == (1, (first.reference,))
    assert counter.booking(second).state is BookingState.CANCELLED


def test_nothing_is_listed_while_the_bus_goes_and_a_reason_is_asked(any_counter: Counter) -> None:
    sold(any_counter, any_counter.item("GOA21", "1A"))
    assert listed(any_counter) == ()
    with pytest.raises(BadRequest):
        refund(any_counter, (), reason=" ")
