"""Balances that nobody paid in time: each is listed with its rule, and decided by a key only."""

from datetime import timedelta

import pytest

from db.states import BookingState
from desktop.services.cancelling.list_overdue import ListOverdue
from desktop.services.deposits.keep_overdue import KeepOverdue
from desktop.services.domain.booking import Hold
from desktop.services.errors import BadRequest, NotPermitted, WrongState
from tests.conftest import SteppedClock
from tests.counter import Counter
from tests.paying.test_deposits import TWENTY, fifth_of, set_rules, take_deposit
from tests.staff import keep_staff


def overdue_booking(counter: Counter, clock: SteppedClock) -> Hold:
    """Confirm a night of today against a fifth, and let two days pass."""
    set_rules(counter, TWENTY)
    hold = counter.hold(counter.quote(counter.item("DLX", ahead=0)))
    take_deposit(counter, hold, fifth_of(hold))
    assert ListOverdue(counter.database)() == ()
    clock.advance(timedelta(days=2).total_seconds())
    return hold


def test_it_stands_on_the_list_until_it_is_paid(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    hold = overdue_booking(counter, clock)
    (one,) = ListOverdue(counter.database)()
    assert one.booking.is_overdue
    assert one.plan.kept_paise == fifth_of(hold)
    counter.pay(hold, cash_paise=one.booking.due_paise)
    assert ListOverdue(counter.database)() == ()
    assert counter.faults() == []


def test_it_is_cancelled_by_the_plan_that_stood_there(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    hold = overdue_booking(counter, clock)
    (one,) = ListOverdue(counter.database)()
    counter.cancel(hold, one.plan)
    booking = counter.booking(hold)
    assert (booking.state, booking.due_paise) == (BookingState.CANCELLED, 0)
    assert ListOverdue(counter.database)() == ()
    assert counter.faults() == []


def test_it_is_kept_until_another_moment_once(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    hold = overdue_booking(counter, clock)
    shown = counter.booking(hold).balance_by
    assert shown is not None
    keep, until = KeepOverdue(counter.database, counter.publish), counter.now() + timedelta(hours=5)
    keep(hold.booking_id, shown, until, actor=counter.actor)
    keep(hold.booking_id, shown, until, actor=counter.actor)
    assert ListOverdue(counter.database)() == ()
    with pytest.raises(WrongState):
        keep(hold.booking_id, shown, until + timedelta(hours=1), actor=counter.actor)
    with pytest.raises(BadRequest, match="past"):
        keep(hold.booking_id, until, counter.now() - timedelta(hours=1), actor=counter.actor)
    clock.advance(timedelta(hours=6).total_seconds())
    assert len(ListOverdue(counter.database)()) == 1
    assert counter.faults() == []


def test_to_keep_it_needs_a_manager(counter: Counter, clock: SteppedClock) -> None:
    hold = overdue_booking(counter, clock)
    shown = counter.booking(hold).balance_by
    assert shown is not None
    keep_staff(counter.database)
    with pytest.raises(NotPermitted):
        KeepOverdue(counter.database, counter.publish)(
            hold.booking_id, shown, counter.now() + timedelta(hours=5), actor=counter.actor
        )
