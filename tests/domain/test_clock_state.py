"""Every wrong clock that a desk may meet, each with what the desk does then: trust, section 4."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desktop.services.domain.clock_state import (
    ClockFacts,
    ClockQuestion,
    ClockRemedy,
    ClockState,
    judge_clock,
)

RELEASED = datetime(2026, 11, 1, tzinfo=UTC)
# The last sale of yesterday evening, and nine o'clock this morning, in India.
LAST = datetime(2026, 11, 28, 15, 43, tzinfo=UTC)
MORNING = datetime(2026, 11, 29, 3, 30, tzinfo=UTC)
LUNCH = datetime(2026, 11, 29, 8, 30, tzinfo=UTC)
HALF_PAST_FIVE = timedelta(hours=5, minutes=30)
DAY, MINUTE, SECOND = timedelta(days=1), timedelta(minutes=1), timedelta(seconds=1)


@dataclass(frozen=True)
class Case:
    """What somebody at the desk would tell, what is known of it, and what has to come of it."""

    told: str
    now: datetime
    question: ClockQuestion = ClockQuestion.NONE
    sells: bool = True
    ends: bool = True
    remedy: ClockRemedy = ClockRemedy.NOTHING
    seen: datetime | None = LAST
    known: tuple[tuple[str, Any], ...] = ()


def known(**facts: Any) -> tuple[tuple[str, Any], ...]:
    return tuple(facts.items())


def running(drift: timedelta = timedelta(0), **facts: Any) -> tuple[tuple[str, Any], ...]:
    return known(counts_on=True, drift=drift, **facts)


Q, R = ClockQuestion, ClockRemedy
SITUATIONS = (
    Case("an ordinary morning without a network", MORNING),
    Case("an ordinary morning, and the gateway bears it out", MORNING, known=known(witness=MORNING + SECOND)),
    Case("the very first start of a new desk", MORNING, seen=None),
    Case(
        "the very first start, and the battery is flat",
        datetime(1970, 1, 1, tzinfo=UTC),
        Q.BEFORE_RELEASE,
        seen=None,
        sells=False,
        ends=False,
    ),
    Case(
        "a flat battery: it is 1970",
        datetime(1970, 1, 1, 0, 3, tzinfo=UTC),
        Q.BEFORE_RELEASE,
        sells=False,
        ends=False,
    ),
    Case(
        "a flat battery: it is the day that the board was made",
        datetime(2024, 3, 15, tzinfo=UTC),
        Q.BEFORE_RELEASE,
        sells=False,
        ends=False,
    ),
    Case(
        "a flat battery, and the gateway knows the time",
        datetime(1970, 1, 1, tzinfo=UTC),
        Q.PC_WRONG,
        ends=False,
        remedy=R.TAKE_WITNESS,
        known=known(witness=MORNING),
    ),
    Case("the year was typed wrong", MORNING + 365 * DAY, Q.LONG_AFTER, sells=False, ends=False),
    Case(
        "the year was typed wrong, and the gateway knows the time",
        MORNING + 365 * DAY,
        Q.PC_WRONG,
        ends=False,
        remedy=R.TAKE_WITNESS,
        known=known(witness=MORNING),
    ),
    Case(
        "the month was typed wrong: 30 days ahead", MORNING + 30 * DAY, Q.LONG_AFTER, sells=False, ends=False
    ),
    Case("one day ahead, which nobody can tell from a closed day", MORNING + DAY, Q.DAYS_AFTER, ends=False),
    Case("a day ahead before the evening's hour, which nobody can tell at all", LAST + DAY - MINUTE),
    Case("one day behind", MORNING - DAY, Q.BEFORE_RECORD, sells=False, ends=False),
    Case("5:30 ahead in the morning: another system has set the clock", MORNING + HALF_PAST_FIVE),
    Case(
        "5:30 ahead in the morning, and the gateway knows",
        MORNING + HALF_PAST_FIVE,
        Q.PC_WRONG,
        ends=False,
        remedy=R.TAKE_WITNESS,
        known=known(witness=MORNING),
    ),
    Case("5:30 behind in the morning, later than the last sale", MORNING - HALF_PAST_FIVE),
    Case(
        "5:30 behind after lunch: the morning's sales lie ahead",
        LUNCH - HALF_PAST_FIVE,
        Q.BEFORE_RECORD,
        seen=LUNCH - MINUTE,
        sells=False,
        ends=False,
    ),
    Case("5:30 ahead after lunch", LUNCH + HALF_PAST_FIVE, seen=LUNCH - MINUTE),
    Case("the network sets the clock 3 s ahead", MORNING, remedy=R.FOLLOW_PC, known=running(3 * SECOND)),
    Case("the same while a hold lives", MORNING, known=running(3 * SECOND, hold_lives=True)),
    Case(
        "the network sets the clock 3 minutes ahead, late",
        MORNING,
        Q.PC_MOVED,
        ends=False,
        known=running(3 * MINUTE),
    ),
    Case(
        "the same, and the gateway agrees with the PC",
        MORNING,
        Q.GATEWAY_DIFFERS,
        ends=False,
        remedy=R.TAKE_WITNESS,
        known=running(3 * MINUTE, witness=MORNING + 3 * MINUTE),
    ),
    Case(
        "somebody sets the PC's clock back by an hour",
        MORNING,
        Q.PC_MOVED,
        ends=False,
        known=running(-60 * MINUTE),
    ),
    Case(
        "somebody sets it, and the gateway agrees with the desk",
        MORNING,
        known=running(-60 * MINUTE, witness=MORNING),
    ),
    Case("the lid was closed for 8 hours, and the count went on", MORNING, known=running()),
    Case(
        "the lid was closed for 8 hours, and the count stood still",
        MORNING,
        Q.PC_MOVED,
        ends=False,
        known=running(8 * 60 * MINUTE),
    ),
    Case(
        "the same, and the gateway knows",
        MORNING,
        Q.GATEWAY_DIFFERS,
        sells=False,
        ends=False,
        known=running(8 * 60 * MINUTE, witness=MORNING + 8 * 60 * MINUTE),
    ),
    Case("two days closed", LAST + 2 * DAY, Q.DAYS_AFTER, ends=False),
    Case(
        "two days closed, and the gateway bears it out", LAST + 2 * DAY, known=known(witness=LAST + 2 * DAY)
    ),
    Case(
        "two days closed, not confirmed, and the desk has sold since",
        LAST + 2 * DAY,
        Q.DAYS_AFTER,
        ends=False,
        seen=LAST + 2 * DAY,
        known=running(doubt=Q.DAYS_AFTER),
    ),
    Case("4 weeks of holidays without a network", LAST + 28 * DAY, Q.LONG_AFTER, sells=False, ends=False),
    Case(
        "4 weeks of holidays, and the gateway bears it out",
        LAST + 28 * DAY,
        known=known(witness=LAST + 28 * DAY),
    ),
    Case("a closed season of half a year", LAST + 182 * DAY, Q.LONG_AFTER, sells=False, ends=False),
    Case("2038", datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC), Q.LONG_AFTER, sells=False, ends=False),
    Case(
        "2106, beyond 32 bits without a sign",
        datetime(2106, 2, 7, 7, tzinfo=UTC),
        Q.LONG_AFTER,
        sells=False,
        ends=False,
    ),
    Case(
        "a gateway that tells a time two years on is not believed",
        MORNING,
        Q.LONG_AFTER,
        sells=False,
        ends=False,
        known=known(witness=MORNING + 730 * DAY),
    ),
    Case(
        "a gateway that tells 1970 is not believed",
        MORNING,
        Q.RECORD_AHEAD,
        sells=False,
        ends=False,
        known=known(witness=datetime(1970, 1, 1, tzinfo=UTC)),
    ),
    Case(
        "an earlier wrong boot has sold in December",
        MORNING,
        Q.BEFORE_RECORD,
        seen=MORNING + 30 * DAY,
        sells=False,
        ends=False,
    ),
    Case(
        "an earlier wrong boot has sold in December, and the gateway knows",
        MORNING,
        Q.RECORD_AHEAD,
        seen=MORNING + 30 * DAY,
        sells=False,
        ends=False,
        known=known(witness=MORNING),
    ),
    Case(
        "a captive portal's Date is no witness, for no certificate stands behind it",
        MORNING,
        known=known(witness=None),
    ),
    Case("another desk of this PC has sold a minute ago", MORNING, seen=MORNING - MINUTE, known=running()),
    Case(
        "another desk has written a record of the future",
        MORNING,
        Q.BEFORE_RECORD,
        seen=MORNING + 30 * DAY,
        known=running(),
        sells=False,
        ends=False,
    ),
    Case(
        "the server is 40 s ahead",
        MORNING,
        remedy=R.TAKE_WITNESS,
        seen=MORNING,
        known=running(witness=MORNING - 40 * SECOND, on_server=True),
    ),
    Case(
        "the server is 14 minutes ahead",
        MORNING,
        Q.GATEWAY_DIFFERS,
        ends=False,
        remedy=R.TAKE_WITNESS,
        seen=MORNING,
        known=running(witness=MORNING - 14 * MINUTE, on_server=True),
    ),
    Case(
        "the server is 14 minutes ahead, and a hold lives",
        MORNING,
        Q.GATEWAY_DIFFERS,
        ends=False,
        seen=MORNING,
        known=running(witness=MORNING - 14 * MINUTE, on_server=True, hold_lives=True),
    ),
    Case(
        "the server is 20 minutes ahead",
        MORNING,
        Q.GATEWAY_DIFFERS,
        sells=False,
        ends=False,
        seen=MORNING,
        known=running(witness=MORNING - 20 * MINUTE, on_server=True),
    ),
    Case(
        "the server is 20 minutes ahead when the desk comes",
        MORNING,
        Q.GATEWAY_DIFFERS,
        sells=False,
        ends=False,
        seen=MORNING,
        known=known(witness=MORNING - 20 * MINUTE, on_server=True),
    ),
    Case(
        "the server's clock leaps, and nobody else tells the time",
        MORNING,
        Q.SERVER_MOVED,
        sells=False,
        ends=False,
        known=running(20 * MINUTE, on_server=True),
    ),
    Case(
        "the PC's clock was wrong and has been put right by the gateway",
        MORNING,
        Q.PC_WRONG,
        ends=False,
        known=running(witness=MORNING, doubt=Q.PC_WRONG),
    ),
    Case(
        "the gateway is 40 s ahead of a running desk",
        MORNING,
        remedy=R.TAKE_WITNESS,
        known=running(witness=MORNING + 40 * SECOND),
    ),
)


def judged(case: Case) -> ClockState:
    return judge_clock(ClockFacts(case.now, RELEASED, case.seen, **dict(case.known)))


@pytest.mark.parametrize("case", SITUATIONS, ids=lambda case: case.told)
def test_the_desk_does_what_the_table_says(case: Case) -> None:
    state = judged(case)
    assert (state.question, state.sells, state.ends) == (case.question, case.sells, case.ends)
    assert state.remedy is case.remedy


def test_there_are_all_the_situations() -> None:
    assert len(SITUATIONS) >= 34
    assert {case.question for case in SITUATIONS} == set(ClockQuestion)


def test_the_difference_is_told_in_hours_and_minutes() -> None:
    two_systems = next(case for case in SITUATIONS if case.told.startswith("5:30 ahead in the morning, and"))
    assert judged(two_systems).ahead == HALF_PAST_FIVE
