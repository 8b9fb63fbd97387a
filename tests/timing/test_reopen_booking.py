"""`completed` has a way back, for what only a wrong clock saw used up."""

from datetime import timedelta

import pytest

from db.ids import BookingId
from db.states import BookingState
from desktop.services.domain.counter_acts import CounterActKind
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import BadRequest, NotFound, NotPermitted, WrongState
from desktop.services.halted import NotReopened
from desktop.services.holding.complete_bookings import CompleteBookings
from desktop.services.reviewing.list_counter_acts import ListCounterActs
from desktop.services.timing.reopen_booking import ReopenBooking
from tests.conftest import SteppedClock
from tests.counter import Counter
from tests.staff import keep_staff

MONTH = timedelta(days=30)


def test_what_is_still_to_come_is_confirmed_again(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    hold = counter.hold()
    counter.pay(hold)
    clock.now += MONTH
    assert CompleteBookings(counter.database, counter.publish)(actor=counter.actor) == 1
    reopen = ReopenBooking(counter.database, counter.publish)
    with pytest.raises(NotReopened):
        reopen(hold.booking_id, "the clock was wrong", actor=counter.actor)
    clock.now -= MONTH
    with pytest.raises(BadRequest):
        reopen(hold.booking_id, " ", actor=counter.actor)
    reopen(hold.booking_id, "the clock was wrong", actor=counter.actor)
    assert counter.booking(hold).state is BookingState.CONFIRMED
    with pytest.raises(WrongState):
        reopen(hold.booking_id, "the clock was wrong", actor=counter.actor)
    (act,) = ListCounterActs(counter.database)()
    assert (act.kind, act.reason, act.reference) == (
        CounterActKind.REOPENED,
        "the clock was wrong",
        hold.reference,
    )


def test_who_may_not_does_not(counter: Counter, clock: SteppedClock) -> None:
    hold = counter.hold()
    counter.pay(hold)
    clock.now += MONTH
    CompleteBookings(counter.database, counter.publish)(actor=counter.actor)
    clock.now -= MONTH
    clerk = keep_staff(counter.database).clerk
    with pytest.raises(NotPermitted) as refused:
        ReopenBooking(counter.database, counter.publish)(hold.booking_id, "wrong", actor=clerk)
    assert refused.value.act is ManagerAct.REOPEN_COMPLETED
    assert counter.booking(hold).state is BookingState.COMPLETED


def test_what_is_no_booking_is_not_found(counter: Counter) -> None:
    with pytest.raises(NotFound):
        ReopenBooking(counter.database, counter.publish)(BookingId("nobody"), "wrong", actor=counter.actor)
