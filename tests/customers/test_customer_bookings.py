"""A customer's bookings and holds: the soonest first, those of others in which they travel, never all."""

from typing import Any

from db.states import BookingState
from desktop.services.customers.list_customer_bookings import MOST, ListCustomerBookings
from desktop.services.domain.booking import Hold
from desktop.services.domain.customer_bookings import CustomerBookings
from desktop.services.domain.people import Customer
from desktop.services.domain.quote import Guest
from tests.counter import Counter


def listed(counter: Counter, customer: Customer) -> CustomerBookings:
    return ListCustomerBookings(counter.database)(customer.id)


def held(counter: Counter, customer: Customer, *names: str, ahead: int, **fields: Any) -> Hold:
    item = counter.item("DLX", *names, ahead=ahead, **fields)
    return counter.hold(counter.quote(item, customer=customer), customer)


def test_holds_and_bookings_stand_the_soonest_first_and_what_is_over_last(any_counter: Counter) -> None:
    asha = any_counter.customer()
    later = held(any_counter, asha, "203", ahead=9)
    any_counter.pay(later)
    cancelled = held(any_counter, asha, "204", ahead=2)
    any_counter.pay(cancelled)
    any_counter.cancel(cancelled)
    soon = held(any_counter, asha, "205", ahead=4)
    found = listed(any_counter, asha)
    assert [row.booking_id for row in found.rows] == [
        soon.booking_id,
        later.booking_id,
        cancelled.booking_id,
    ]
    states = [BookingState.HELD, BookingState.CONFIRMED, BookingState.CANCELLED]
    assert [row.state for row in found.rows] == states
    assert found.more_count == 0


def test_a_hold_that_is_over_is_told_as_expired_and_behind(any_counter: Counter, clock: Any) -> None:
    asha = any_counter.customer()
    over = held(any_counter, asha, "203", ahead=2)
    clock.advance(600)
    live = held(any_counter, asha, "204", ahead=5)
    rows = listed(any_counter, asha).rows
    assert [row.booking_id for row in rows] == [live.booking_id, over.booking_id]
    assert rows[1].state is BookingState.EXPIRED


def test_a_buyer_without_a_mobile_has_bookings_too(any_counter: Counter) -> None:
    bela = any_counter.customer(mobile="", name="Bela Sen")
    other = any_counter.customer(mobile="", name="Bela Sen")
    held(any_counter, bela, "203", ahead=3)
    assert len(listed(any_counter, bela).rows) == 1
    assert listed(any_counter, other).rows == ()


def test_who_travels_in_anothers_booking_finds_it_with_the_buyers_name(any_counter: Counter) -> None:
    asha = any_counter.customer()
    ravi = any_counter.customer(mobile="9876511111", name="Ravi Kulkarni")
    guests = (Guest("ravi KULKARNI"),)
    item = any_counter.item("GOA22", "L2", ahead=4, guests=guests)
    hold = any_counter.hold(any_counter.quote(item, customer=asha), asha)
    (row,) = listed(any_counter, ravi).rows
    assert (row.booking_id, row.travels_with) == (hold.booking_id, "Asha")
    (own,) = listed(any_counter, asha).rows
    assert own.travels_with == ""


def test_more_than_fit_are_counted(any_counter: Counter) -> None:
    asha = any_counter.customer()
    for ahead in range(2, MOST + 5):
        any_counter.pay(held(any_counter, asha, "203", ahead=ahead))
    found = listed(any_counter, asha)
    assert len(found.rows) == MOST
    assert found.more_count == 3
