"""From a return on no paper is dated in its month, unless a manager opens it again."""

from datetime import timedelta

import pytest

from desktop.services.buyer_errors import MonthChanged, MonthFiled, MonthNotOver
from desktop.services.domain.returns import MonthState
from desktop.services.errors import BadRequest
from desktop.services.returns.file_month import FileMonth, ListFiledMonths, ReopenMonth
from tests.conftest import SteppedClock
from tests.counter import Counter

DAY = 86_400


def this_month(counter: Counter) -> str:
    return f"{counter.day(0):%Y-%m}"


def last_month(counter: Counter) -> str:
    return f"{counter.day(0).replace(day=1) - timedelta(days=1):%Y-%m}"


def state(counter: Counter, month: str) -> MonthState:
    (found,) = [
        one for one in ListFiledMonths(counter.database)() if one.month == month and one.registration == "MH"
    ]
    return found


def file(counter: Counter, month: str, registration: str = "MH") -> None:
    FileMonth(counter.database)(registration, month, actor=counter.actor)


def reopen(counter: Counter, month: str) -> None:
    ReopenMonth(counter.database)("MH", month, "a row was wrong", actor=counter.actor)


def test_who_filed_and_who_opened_again_stands_in_the_list(any_counter: Counter) -> None:
    month = last_month(any_counter)
    assert not state(any_counter, month).is_filed
    file(any_counter, month)
    filed = state(any_counter, month)
    assert (filed.is_filed, filed.filed_by, filed.filed_at) == (True, "clerk", any_counter.now())
    reopen(any_counter, month)
    opened = state(any_counter, month)
    assert (opened.is_filed, opened.reopened_by, opened.reason) == (False, "clerk", "a row was wrong")
    file(any_counter, month)
    assert state(any_counter, month).is_filed
    tags = [tag for tag, _ in any_counter.told() if tag.startswith("MONTH_")]
    assert tags == ["MONTH_FILED", "MONTH_REOPENED", "MONTH_FILED"]


def test_a_month_is_filed_once(any_counter: Counter) -> None:
    month = last_month(any_counter)
    file(any_counter, month)
    before = any_counter.rows()
    file(any_counter, month)
    assert any_counter.rows() == before


def test_sales_of_today_go_on(counter: Counter) -> None:
    file(counter, last_month(counter))
    counter.pay(counter.hold())
    assert counter.faults() == []


def test_with_the_clock_set_back_nothing_is_sold_into_it_until_it_is_opened(
    any_counter: Counter, clock: SteppedClock
) -> None:
    month = this_month(any_counter)
    clock.advance(40 * DAY)
    file(any_counter, month)
    clock.advance(-40 * DAY)
    hold = any_counter.hold()
    before = any_counter.rows()
    with pytest.raises(MonthFiled) as refusal:
        any_counter.pay(hold)
    assert (refusal.value.registration, refusal.value.month) == ("MH", month)
    assert any_counter.rows() == before
    reopen(any_counter, month)
    any_counter.pay(hold)


def test_a_later_month_that_is_filed_stops_nothing_in_one_that_is_open(
    counter: Counter, clock: SteppedClock
) -> None:
    clock.advance(70 * DAY)
    file(counter, last_month(counter))
    clock.advance(-70 * DAY)
    counter.pay(counter.hold())


@pytest.mark.parametrize(
    "month", ["", "2026", "2026-13", "2026-00", "26-01", "2026-1", "२०२६-०१", "2026-011"]
)
def test_what_is_no_month_is_refused(counter: Counter, month: str) -> None:
    for act in (file, reopen):
        with pytest.raises(BadRequest):
            act(counter, month)


def test_a_month_that_is_not_over_and_an_unknown_registration_are_refused(counter: Counter) -> None:
    with pytest.raises(MonthNotOver):
        file(counter, this_month(counter))
    with pytest.raises(MonthNotOver):
        file(counter, "2098-01")
    with pytest.raises(BadRequest):
        file(counter, last_month(counter), "XX")


def test_what_is_open_is_not_opened_again(counter: Counter) -> None:
    with pytest.raises(MonthChanged):
        reopen(counter, last_month(counter))
    with pytest.raises(BadRequest):
        ReopenMonth(counter.database)("MH", last_month(counter), " ", actor=counter.actor)
