"""A hold lives ten minutes longer: once by the clerk, three times in all by a manager, by no other way."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.actor import Actor
from db.ids import BookingId, PaymentId, RequestKey
from db.schema import booking as booking_table
from db.schema import claim
from db.states import BookingState, InstrumentKind
from desktop.services.domain.booking import Hold, Payment
from desktop.services.domain.extending import CodeAfter, Extended
from desktop.services.errors import DeskError, HoldExpired, NotFound, NotPermitted, WrongState
from desktop.services.hold_errors import EndMoved, ExtendedEnough
from desktop.services.holding.extend_hold import ExtendHold
from desktop.services.holding.hold_again import HoldAgain
from tests.conftest import open_database
from tests.counter import Counter
from tests.staff import keep_staff

TEN = timedelta(minutes=10)


def no_stop(payment_id: PaymentId, *, actor: Actor) -> Payment:
    raise AssertionError("no code is open")


def no_begin(
    booking_id: BookingId, wallet_paise: int, kind: InstrumentKind, request_key: RequestKey, *, actor: Actor
) -> Payment:
    raise AssertionError("no code is open")


def extend(counter: Counter, hold: Hold, shown: datetime, actor: Actor | None = None) -> Extended:
    use_case = ExtendHold(counter.database, no_stop, no_begin, counter.publish)
    return use_case(hold.booking_id, shown, actor=actor or counter.actor)


def claim_ends(counter: Counter, hold: Hold) -> set[datetime | None]:
    with counter.database.read() as session:
        found = select(claim.c.expires_at).where(claim.c.booking_id == hold.booking_id)
        return set(session.execute(found).scalars())


def test_ten_minutes_are_added_to_the_end_that_is_shown(any_counter: Counter, clock: Any) -> None:
    counter = any_counter
    hold = counter.hold(counter.quote(counter.item("DLX", "203"), counter.item("GOA21", "4A")))
    clock.advance(500)
    extended = extend(counter, hold, hold.expires_at)
    assert extended.hold.expires_at == hold.expires_at + TEN
    assert extended.code is CodeAfter.NONE
    assert claim_ends(counter, hold) == {hold.expires_at + TEN}
    clock.advance(699)
    assert counter.booking(hold).state is BookingState.HELD
    assert counter.faults() == []
    clock.advance(1)
    assert counter.booking(hold).state is BookingState.EXPIRED
    _, content = next(one for one in counter.told() if one[0] == "HOLD_EXTENDED")
    assert hold.expires_at.isoformat() in content
    assert (hold.expires_at + TEN).isoformat() in content


def test_a_double_press_and_a_lost_answer_extend_once(any_counter: Counter) -> None:
    counter = any_counter
    hold = counter.hold()
    first = extend(counter, hold, hold.expires_at)
    assert extend(counter, hold, hold.expires_at) == first
    assert [tag for tag, _ in counter.told()].count("HOLD_EXTENDED") == 1


def test_a_clerk_extends_once_and_a_manager_three_times_in_all(any_counter: Counter) -> None:
    counter = any_counter
    hold = counter.hold()
    staff = keep_staff(counter.database)
    end = extend(counter, hold, hold.expires_at, staff.clerk).hold.expires_at
    with pytest.raises(NotPermitted):
        extend(counter, hold, end, staff.clerk)
    end = extend(counter, hold, end, staff.manager).hold.expires_at
    end = extend(counter, hold, end, staff.manager).hold.expires_at
    with pytest.raises(ExtendedEnough):
        extend(counter, hold, end, staff.manager)
    assert counter.booking(hold).expires_at == hold.expires_at + 3 * TEN
    assert counter.faults() == []


def test_another_end_than_the_one_shown_is_not_extended(any_counter: Counter) -> None:
    hold = any_counter.hold()
    for shown in (hold.expires_at - TEN, hold.expires_at + TEN, hold.reserved_at):
        with pytest.raises(EndMoved) as refusal:
            extend(any_counter, hold, shown)
        assert refusal.value.expires_at == hold.expires_at


def test_at_the_second_of_its_end_nothing_is_extended(any_counter: Counter, clock: Any) -> None:
    counter = any_counter
    hold = counter.hold()
    clock.advance(600)
    with pytest.raises(HoldExpired):
        extend(counter, hold, hold.expires_at)
    counter.sweep()
    with pytest.raises(WrongState):
        extend(counter, hold, hold.expires_at)
    with pytest.raises(NotFound):
        extend(counter, Hold(BookingId("nobody"), hold.reference, 0, clock(), clock()), clock())


def test_what_is_sold_is_not_extended(counter: Counter) -> None:
    hold = counter.hold()
    counter.pay(hold)
    with pytest.raises(WrongState):
        extend(counter, hold, hold.expires_at)


def test_an_extended_hold_is_taken_again_once_and_counts_anew(any_counter: Counter, clock: Any) -> None:
    counter = any_counter
    hold = counter.hold()
    extend(counter, hold, hold.expires_at)
    clock.advance(1200)
    again = HoldAgain(counter.database, counter.publish)(hold.booking_id, actor=counter.actor)
    assert again.expires_at - again.reserved_at == TEN
    assert extend(counter, hold, again.expires_at).hold.expires_at == again.expires_at + TEN
    assert counter.faults() == []


@pytest.mark.parametrize("rivals", ["extend", "pay", "release"])
def test_of_two_desks_at_once_one_thing_comes_out(
    any_counter: Counter, engine_url: str, clock: Any, publish: Any, rivals: str
) -> None:
    """Two extend from one end, or one extends while the other takes the money or gives back."""
    counter = any_counter
    hold = counter.hold(counter.quote(counter.item("DLX"), counter.item("DLX", ahead=6)))
    other = Counter(open_database(engine_url, clock, publish, "D2"), clock, counter.publish)
    gate = Barrier(2)

    def first() -> str:
        gate.wait()
        return answer(lambda: extend(counter, hold, hold.expires_at))

    def second() -> str:
        gate.wait()
        if rivals == "extend":
            return answer(lambda: extend(other, hold, hold.expires_at))
        if rivals == "pay":
            return answer(lambda: other.pay(hold))
        return answer(lambda: counter.sweep())

    with ThreadPoolExecutor(2) as pool:
        answers = [pool.submit(first), pool.submit(second)]
        said = [one.result(timeout=30) for one in answers]
    found = counter.booking(hold)
    extended = [tag for tag, _ in counter.told()].count("HOLD_EXTENDED")
    assert extended <= 1
    assert found.expires_at == hold.expires_at + extended * TEN
    if rivals == "pay":
        assert found.state is BookingState.CONFIRMED
        assert set(said) <= {"done", "WrongState"}
    else:
        assert said == ["done", "done"]
    assert counter.faults() == []
    other.database.close()


def answer(act: Any) -> str:
    try:
        act()
    except DeskError as refused:
        return type(refused).__name__
    return "done"


STEPS = st.lists(
    st.tuples(st.sampled_from(["wait", "extend", "old", "pay part", "sweep", "again"]), st.integers(1, 700)),
    max_size=8,
)


@pytest.mark.parametrize("of", ["sqlite"])
def test_the_end_moves_by_an_extension_and_by_nothing_else(counter: Counter, clock: Any, of: str) -> None:
    units = iter(counter.units("DLX", "203", "204", "205"))
    assert units

    @given(STEPS)
    @settings(max_examples=25)
    def run(steps: list[tuple[str, int]]) -> None:
        day = next(days)
        hold = counter.hold(counter.quote(counter.item("DLX", ahead=day)))
        expected, extensions = hold.expires_at, 0
        for step, seconds in steps:
            if step == "wait":
                clock.advance(seconds)
            elif step == "pay part":
                answer(lambda: counter.pay(hold, cash_paise=100))
            elif step == "sweep":
                counter.sweep()
            elif step == "old":
                answer(lambda end=expected: extend(counter, hold, end - TEN))
            elif step == "extend":
                lives = clock() < expected and counter.booking(hold).state is BookingState.HELD
                done = answer(lambda end=expected: extend(counter, hold, end))
                assert (done == "done") is (lives and extensions < 3)
                if done == "done":
                    expected, extensions = expected + TEN, extensions + 1
            assert counter.booking(hold).expires_at == expected
            with counter.database.read() as session:
                row = session.execute(
                    select(booking_table.c.extensions).where(booking_table.c.id == hold.booking_id)
                ).scalar_one()
            assert row == extensions

    days = iter(range(5, 60))
    run()
    assert counter.faults() == []
