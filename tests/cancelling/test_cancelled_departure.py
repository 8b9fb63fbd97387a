"""A departure that the house cancelled: whoever paid for it gets everything back, whenever they come."""

import pytest

from db.states import BookingState
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.domain.booking import Hold
from desktop.services.holding.complete_bookings import CompleteBookings
from tests.actors import actor_of
from tests.conftest import SteppedClock
from tests.counter import Counter

DAY = 86_400


def call_off(counter: Counter, code: str) -> None:
    """Cancel the departure that the counter's items are for."""
    CancelDeparture(counter.database, counter.publish)(
        counter.offering(code).id, counter.day(5), "landslide", actor=actor_of(counter.database)
    )


def sold(counter: Counter, *codes: str) -> Hold:
    """Sell one unit of each, paid in cash."""
    hold = counter.hold(counter.quote(*[counter.item(code) for code in codes]))
    counter.pay(hold)
    return hold


@pytest.mark.parametrize("codes", [("HERI",), ("GOA21",)], ids=["tour", "bus"])
def test_the_refund_waits_for_a_customer_who_comes_days_later(
    any_counter: Counter, clock: SteppedClock, codes: tuple[str, ...]
) -> None:
    counter = any_counter
    hold = sold(counter, *codes)
    call_off(counter, codes[-1])
    clock.advance(8 * DAY)
    assert CompleteBookings(counter.database, counter.publish)(actor=actor_of(counter.database)) == 0
    assert counter.booking(hold).state is BookingState.CONFIRMED
    plan = counter.plan(hold)
    assert (plan.refund_paise, plan.kept_paise) == (hold.total_paise, 0)
    assert counter.cancel(hold, plan).refund_paise == hold.total_paise
    assert counter.faults() == []


def test_of_a_basket_only_the_cancelled_departure_comes_back_once_the_stay_is_over(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter = any_counter
    hold = sold(counter, "DLX", "GOA21")
    call_off(counter, "GOA21")
    clock.advance(8 * DAY)
    assert CompleteBookings(counter.database, counter.publish)(actor=actor_of(counter.database)) == 0
    stay, ride = counter.booking(hold).lines
    plan = counter.plan(hold)
    assert plan.numbers == frozenset({ride.number})
    assert (plan.refund_paise, plan.kept_paise) == (ride.total_paise, 0)
    assert counter.cancel(hold, plan).state is BookingState.CONFIRMED
    assert [line.is_live for line in counter.booking(hold).lines] == [True, False]
    assert counter.booking(hold).title == f"Deluxe {stay.unit_name}, 28-29 Nov"
    assert CompleteBookings(counter.database, counter.publish)(actor=actor_of(counter.database)) == 1
    assert counter.faults() == []


def test_what_took_place_is_completed_beside_it(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    called_off, went = sold(counter, "GOA21"), sold(counter, "HERI")
    call_off(counter, "GOA21")
    clock.advance(8 * DAY)
    assert CompleteBookings(counter.database, counter.publish)(actor=actor_of(counter.database)) == 1
    assert counter.booking(went).state is BookingState.COMPLETED
    assert counter.booking(called_off).state is BookingState.CONFIRMED
