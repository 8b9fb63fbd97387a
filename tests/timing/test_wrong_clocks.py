"""A wrong clock at a real desk: what is sold by it, what is not, and how it is put right."""

from datetime import UTC, datetime, timedelta

import pytest

from db import journal
from db.halt import HaltKind, Purpose
from db.halts import WritesHalted
from db.states import BookingState
from desktop.services.domain.clock_state import ClockQuestion
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import NotPermitted
from desktop.services.halted import ClockGoesBack, ClockRefused
from tests.staff import keep_staff
from tests.timing.conftest import ClockDesk

DAY, HOUR, MINUTE, SECOND = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1), timedelta(seconds=1)


def test_a_confirmed_morning_sells_and_asks_no_more(desk: ClockDesk) -> None:
    assert desk.look() is ClockQuestion.NONE
    assert not desk.known.asks_day
    desk.counter.pay(desk.counter.hold())
    assert "CLOCK_CONFIRMED" in desk.publish.tags()
    assert desk.counter.faults() == []


def test_day_and_time_are_shown_once_a_day_and_no_sale_waits_for_it(desk: ClockDesk) -> None:
    desk.boot(wall=desk.machine.wall + 20 * HOUR)
    asked = [desk.known.asks_day]
    desk.counter.hold()
    desk.confirm()
    asked.append(desk.known.asks_day)
    desk.boot(wall=desk.machine.wall + HOUR)
    asked.append(desk.known.asks_day)
    assert asked == [True, False, False]


@pytest.mark.parametrize("off", [timedelta(days=365), timedelta(days=30), timedelta(days=4), -DAY, -HOUR])
def test_a_start_by_a_wrong_clock_sells_and_completes_nothing(desk: ClockDesk, off: timedelta) -> None:
    desk.counter.pay(desk.counter.hold(desk.counter.quote(desk.counter.item("DLX", ahead=1))))
    wall = desk.machine.wall
    desk.boot(wall=wall + off)
    with pytest.raises(WritesHalted):
        desk.counter.quote()
    assert sum(one.kind is HaltKind.CLOCK for one in desk.database.halts.current) == 1
    if off > timedelta(0):
        with pytest.raises(WritesHalted):
            desk.complete()
    desk.boot(wall=wall + HOUR)
    assert desk.look() is ClockQuestion.NONE
    assert desk.complete() == 0
    desk.counter.hold(desk.counter.quote(desk.counter.item("DLX", ahead=3)))
    assert desk.counter.faults() == []


def test_four_weeks_of_holidays_are_one_key(desk: ClockDesk) -> None:
    desk.boot(wall=desk.machine.wall + 28 * DAY)
    assert desk.look() is ClockQuestion.LONG_AFTER
    desk.confirm()
    assert desk.look() is ClockQuestion.NONE
    with desk.database.write(desk.counter.actor, Purpose.HOLD), desk.database.read():
        pass
    desk.boot(wall=desk.machine.wall + HOUR)
    assert desk.look() is ClockQuestion.NONE


def test_a_confirmation_is_of_what_was_shown(desk: ClockDesk) -> None:
    desk.boot(wall=desk.machine.wall + 28 * DAY)
    with pytest.raises(ClockRefused):
        desk.confirm(desk.machine.wall - DAY)


def test_a_flat_battery_is_typed_right(desk: ClockDesk) -> None:
    last = desk.now
    desk.boot(wall=datetime(1970, 1, 1, 0, 2, tzinfo=UTC))
    assert desk.look() is ClockQuestion.BEFORE_RELEASE
    with pytest.raises(ClockRefused):
        desk.confirm()
    with pytest.raises(ClockRefused):
        desk.type(datetime(2020, 1, 1, tzinfo=UTC))
    desk.type(last + 12 * HOUR)
    assert desk.look() is ClockQuestion.NONE
    assert desk.now == last + 12 * HOUR
    desk.machine.pass_time(60)
    assert desk.now == last + 12 * HOUR + MINUTE
    desk.counter.hold()
    assert desk.counter.faults() == []


def test_an_offset_lasts_over_a_boot_until_the_clock_is_put_right(desk: ClockDesk) -> None:
    last, wall = desk.now, datetime(1970, 1, 1, tzinfo=UTC)
    desk.boot(wall=wall)
    desk.type(last + HOUR)
    desk.boot(wall=wall + 10 * MINUTE)
    assert desk.look() is ClockQuestion.NONE
    assert desk.now == last + HOUR + 10 * MINUTE
    desk.boot(wall=last + 2 * HOUR)
    assert desk.look() is ClockQuestion.LONG_AFTER
    desk.type(last + 2 * HOUR)
    assert desk.look() is ClockQuestion.NONE
    assert desk.now == last + 2 * HOUR


def test_the_gateway_sets_a_wrong_clock_right_and_the_desk_sells_at_once(desk: ClockDesk) -> None:
    last = desk.now
    desk.boot(wall=last + 5 * HOUR + 30 * MINUTE)
    desk.hear(-5 * HOUR - 30 * MINUTE + MINUTE)
    assert desk.look() is ClockQuestion.PC_WRONG
    assert abs(desk.now - (last + MINUTE)) <= SECOND
    assert desk.known.state.ahead == 5 * HOUR + 29 * MINUTE
    desk.counter.hold()
    with pytest.raises(WritesHalted), desk.database.write(desk.counter.actor, Purpose.FINAL):
        pass
    desk.deaf()
    assert desk.look() is ClockQuestion.PC_WRONG
    desk.confirm()
    assert desk.look() is ClockQuestion.NONE
    assert desk.counter.faults() == []


def test_what_was_sold_by_a_wrong_boot_is_listed_and_reopened(desk: ClockDesk) -> None:
    """The desk of before sold 30 days ahead, and completed what was to come."""
    counter, start = desk.counter, desk.machine.wall
    early = counter.hold(counter.quote(counter.item("DLX", ahead=2)))
    counter.pay(early)
    desk.boot(wall=start + 30 * DAY)
    desk.confirm()
    assert desk.complete() == 1
    late = desk.counter.hold(desk.counter.quote(desk.counter.item("DLX", ahead=4)))
    desk.counter.pay(late)
    waiting = desk.counter.hold(desk.counter.quote(desk.counter.item("DLX", ahead=4)))
    desk.boot(wall=start + HOUR)
    assert desk.look() is ClockQuestion.BEFORE_RECORD
    with pytest.raises(ClockGoesBack) as told:
        desk.confirm()
    assert told.value.newest_record > start + 29 * DAY
    put = desk.type(start + HOUR, back=True)
    assert put.reopened == (early.reference,)
    assert set(put.made) == {late.reference, waiting.reference}
    assert desk.look() is ClockQuestion.NONE
    assert desk.now == start + HOUR
    desk.machine.pass_time(1)
    assert desk.counter.sweep() == 1
    assert desk.counter.booking(waiting).state is BookingState.EXPIRED
    assert desk.counter.booking(early).state is BookingState.CONFIRMED
    assert desk.complete() == 0
    assert desk.counter.faults() == []
    desk.boot(wall=start + 2 * HOUR)
    assert desk.look() is ClockQuestion.NONE


def test_setting_back_needs_permission(desk: ClockDesk) -> None:
    last = desk.work()
    keep_staff(desk.counter.database)
    with pytest.raises(NotPermitted) as refused:
        desk.type(last - HOUR, back=True)
    assert refused.value.act is ManagerAct.SET_CLOCK_BACK
    desk.type(last + HOUR)
    assert desk.now == last + HOUR


@pytest.mark.parametrize("by", [HOUR, -HOUR, 3 * DAY])
def test_a_hold_keeps_its_ten_minutes_when_the_clock_is_set(desk: ClockDesk, by: timedelta) -> None:
    hold = desk.counter.hold()
    desk.machine.pass_time(200)
    desk.type(desk.now + by, back=True)
    desk.machine.pass_time(399)
    assert desk.counter.sweep() == 0
    desk.machine.pass_time(1)
    assert desk.counter.sweep() == 1
    assert desk.counter.booking(hold).state is BookingState.EXPIRED
    assert desk.counter.faults() == []


def test_the_network_moves_the_clock_a_little_and_no_hold_notices(desk: ClockDesk) -> None:
    hold = desk.counter.hold()
    desk.machine.wall += 3 * SECOND
    assert desk.look() is ClockQuestion.NONE
    assert desk.now == desk.machine.wall - 3 * SECOND
    desk.machine.pass_time(599.9)
    assert desk.counter.sweep() == 0
    desk.machine.pass_time(0.1)
    assert desk.counter.sweep() == 1
    assert desk.look() is ClockQuestion.NONE
    assert desk.now == desk.machine.wall
    assert desk.counter.booking(hold).state is BookingState.EXPIRED
    assert "CLOCK_FOLLOWED" in desk.publish.tags()


def test_a_clock_put_back_a_little_never_makes_time_stand_still(desk: ClockDesk) -> None:
    last = desk.work()
    desk.machine.wall -= MINUTE
    desk.machine.pass_time(10)
    desk.look()
    assert desk.now == last + 10 * SECOND
    desk.machine.pass_time(60)
    desk.look()
    assert desk.now == desk.machine.wall
    assert desk.counter.faults() == []


def test_a_clock_that_somebody_moves_sells_by_the_count_and_completes_nothing(desk: ClockDesk) -> None:
    before = desk.work()
    desk.machine.wall += 3 * MINUTE
    assert desk.look() is ClockQuestion.PC_MOVED
    assert desk.now == before
    desk.counter.hold()
    with pytest.raises(WritesHalted), desk.database.write(desk.counter.actor, Purpose.FINAL):
        pass
    desk.confirm()
    assert desk.look() is ClockQuestion.NONE
    assert desk.now == before
    desk.machine.wall += HOUR
    assert desk.look() is ClockQuestion.PC_MOVED


def test_the_pc_is_moved_and_the_gateway_agrees_with_the_desk(desk: ClockDesk) -> None:
    desk.work()
    desk.hear()
    desk.machine.wall -= HOUR
    assert desk.look() is ClockQuestion.NONE
    assert desk.known.state.ends


def test_a_few_seconds_beside_the_gateway_are_taken_when_no_hold_lives(desk: ClockDesk) -> None:
    hold = desk.counter.hold()
    before = desk.now
    desk.hear(40 * SECOND)
    assert desk.look() is ClockQuestion.NONE
    assert desk.now == before
    desk.machine.pass_time(600)
    desk.counter.sweep()
    assert desk.look() is ClockQuestion.NONE
    assert abs(desk.now - desk.machine.wall - 40 * SECOND) <= SECOND
    assert desk.counter.booking(hold).state is BookingState.EXPIRED


def test_far_from_the_gateway_no_new_hold_is_placed_and_a_live_one_is_paid(desk: ClockDesk) -> None:
    quote, hold = desk.counter.quote(), desk.counter.hold()
    desk.hear(8 * HOUR)
    assert desk.look() is ClockQuestion.GATEWAY_DIFFERS
    with pytest.raises(WritesHalted):
        desk.counter.hold(quote)
    desk.counter.pay(hold)
    desk.confirm()
    assert desk.look() is ClockQuestion.NONE
    desk.hear(9 * HOUR)
    assert desk.look() is ClockQuestion.GATEWAY_DIFFERS


def test_a_closed_weekend_sells_and_completes_after_one_key(desk: ClockDesk) -> None:
    desk.boot(wall=desk.machine.wall + 2 * DAY)
    assert desk.look() is ClockQuestion.DAYS_AFTER
    desk.counter.hold()
    desk.open()
    assert desk.look() is ClockQuestion.DAYS_AFTER
    with pytest.raises(WritesHalted), desk.database.write(desk.counter.actor, Purpose.FINAL):
        pass
    desk.confirm()
    assert desk.look() is ClockQuestion.NONE


def test_a_clock_that_leaps_between_the_look_and_the_first_write_is_not_taken(desk: ClockDesk) -> None:
    start = desk.machine.wall
    desk.boot(wall=start + HOUR)
    desk.machine.wall += 30 * DAY
    desk.counter.hold()
    assert desk.now == start + HOUR
    assert desk.look() is ClockQuestion.PC_MOVED


def test_late_network_time_at_the_start_does_no_harm(desk: ClockDesk) -> None:
    right = desk.machine.wall + HOUR
    desk.boot(wall=datetime(1970, 1, 1, tzinfo=UTC))
    assert desk.look() is ClockQuestion.BEFORE_RELEASE
    desk.machine.wall = right
    assert desk.look() is ClockQuestion.NONE
    desk.counter.hold()
    assert desk.now == right
    assert desk.counter.faults() == []


def test_a_time_that_falls_without_a_setting_is_found_by_the_audit(desk: ClockDesk) -> None:
    desk.work()
    desk.type(desk.now - HOUR, back=True)
    desk.work()
    assert desk.counter.faults() == []
    set_back = desk.machine.wall - 5 * HOUR
    with desk.database.write(desk.counter.actor) as session:
        session.go_on_at(set_back)
        journal.record(session, "TESTED", {})
    assert any("fault=time_falls" in fault for fault in desk.counter.faults())
