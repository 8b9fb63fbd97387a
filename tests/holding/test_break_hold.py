"""A manager ends what another desk holds; that desk is told who did it and why."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from db import broken_holds
from db.ids import RequestKey
from db.states import BookingState
from desktop.services.cancelling.cancel_booking import CancelBooking
from desktop.services.domain.booking import Hold
from desktop.services.errors import BadRequest, DeskError, NotPermitted, WrongState
from desktop.services.hold_errors import OwnHold
from desktop.services.holding.break_hold import BreakHold, ReadBrokenHold
from desktop.services.holding.release_hold import ReleaseHold
from tests.conftest import open_database
from tests.counter import FACTS, Counter
from tests.staff import keep_staff


@pytest.fixture
def other(any_counter: Counter, engine_url: str, clock: Any, publish: Any) -> Iterator[Counter]:
    """Return the counter of desk 2 on the same books."""
    database = open_database(engine_url, clock, publish, "D2")
    yield Counter(database, clock, any_counter.publish)
    database.close()


def break_it(counter: Counter, hold: Hold, reason: str = "the group needs it", actor: Any = None) -> None:
    BreakHold(counter.database, counter.publish)(hold.booking_id, reason, actor=actor or counter.actor)


def test_the_units_are_free_at_once_and_the_desk_is_told(any_counter: Counter, other: Counter) -> None:
    counter = any_counter
    before = counter.free("DLX")
    hold = counter.hold()
    break_it(other, hold)
    assert counter.free("DLX") == before
    assert counter.booking(hold).state is BookingState.CANCELLED
    with counter.database.read() as session:
        (told,) = broken_holds.unread(session, counter.actor.desk_id)
        assert broken_holds.unread(session, other.actor.desk_id) == []
    assert (told.reference, told.desk_code, told.reason) == (hold.reference, "D2", "the group needs it")
    ReadBrokenHold(other.database)(hold.booking_id, actor=other.actor)
    with counter.database.read() as session:
        assert broken_holds.unread(session, counter.actor.desk_id)  # nobody reads it for the other desk
    ReadBrokenHold(counter.database)(hold.booking_id, actor=counter.actor)
    with counter.database.read() as session:
        assert broken_holds.unread(session, counter.actor.desk_id) == []
    assert [tag for tag, _ in counter.told()].count("HOLD_BROKEN") == 1
    assert counter.faults() == []


def test_a_clerk_neither_breaks_nor_releases_what_another_desk_holds(
    any_counter: Counter, other: Counter
) -> None:
    hold = any_counter.hold()
    staff = keep_staff(other.database)
    with pytest.raises(NotPermitted):
        break_it(other, hold, actor=staff.clerk)
    with pytest.raises(NotPermitted):
        ReleaseHold(other.database, other.publish)(hold.booking_id, actor=staff.clerk)
    assert any_counter.booking(hold).state is BookingState.HELD
    break_it(other, hold, actor=staff.manager)
    assert any_counter.booking(hold).state is BookingState.CANCELLED


def test_an_own_hold_is_released_and_a_reason_is_asked_for(any_counter: Counter, other: Counter) -> None:
    hold = any_counter.hold()
    with pytest.raises(OwnHold):
        break_it(any_counter, hold)
    with pytest.raises(BadRequest):
        break_it(other, hold, " ")


def test_money_that_was_taken_goes_back_by_a_cancellation(any_counter: Counter, other: Counter) -> None:
    hold = any_counter.hold()
    any_counter.pay(hold, cash_paise=1_000_00)
    with pytest.raises(WrongState) as refusal:
        break_it(other, hold)
    assert refusal.value.state == "part_paid"


def test_a_hold_with_money_is_cancelled_at_another_desk_by_permission_only(
    any_counter: Counter, other: Counter
) -> None:
    hold = any_counter.hold()
    any_counter.pay(hold, cash_paise=1_000_00)
    staff = keep_staff(other.database)
    cancel = CancelBooking(other.database, FACTS, other.publish)
    plan = other.plan(hold)
    with pytest.raises(NotPermitted):
        cancel(hold.booking_id, "asked", plan, frozenset(), RequestKey("one"), actor=staff.clerk)
    cancel(hold.booking_id, "asked", plan, frozenset(), RequestKey("one"), actor=staff.manager)
    with any_counter.database.read() as session:
        (told,) = broken_holds.unread(session, any_counter.actor.desk_id)
    assert (told.clerk, told.reason) == ("Meena", "asked")
    assert any_counter.faults() == []


def test_against_a_payment_one_of_both_wins(any_counter: Counter, other: Counter) -> None:
    counter = any_counter
    hold = counter.hold()
    gate = Barrier(2)

    def act(do: Any) -> str:
        gate.wait()
        try:
            do()
        except DeskError as refused:
            return type(refused).__name__
        return "done"

    with ThreadPoolExecutor(2) as pool:
        broken = pool.submit(act, lambda: break_it(other, hold))
        paid = pool.submit(act, lambda: counter.pay(hold))
        said = {broken.result(timeout=30), paid.result(timeout=30)}
    assert said == {"done", "WrongState"}
    assert counter.faults() == []
