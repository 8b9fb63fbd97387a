"""How long the poll waits before it asks again: longer and longer while no answer comes, never for ever."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

from db import payments
from db.database import Session
from desktop.services.paying.poll_open_payments import PollOpenPayments
from tests.conftest import START, SteppedClock
from tests.counter import Counter


@dataclass
class Open:
    """A payment that stays open, as far as the poll looks at one."""

    id: str = "payment"
    created_at: datetime = START
    answered_at: datetime | None = None
    instrument_closed_at: datetime | None = None


@dataclass
class Gateway:
    """Answers as it is told, and keeps the seconds after the start at which it was asked."""

    clock: SteppedClock
    last_answer: str = "open"
    asked: list[float] = field(default_factory=list)

    def __call__(self, *_payment: object, **_actor: object) -> "Gateway":
        self.asked.append((self.clock.now - START).total_seconds())
        return self


@pytest.fixture
def poll(
    counter: Counter, clock: SteppedClock, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Open, Gateway, int], list[float]]:
    """A function that polls every tenth of a second for so many seconds; it tells the pauses it saw.

    Nothing is shaken: each pause is as long as it is meant.
    """
    shaken: list[tuple[float, float]] = []

    def in_the_middle(least: float, most: float) -> float:
        shaken.append((round(least, 3), round(most, 3)))
        return 1.0

    monkeypatch.setattr(random, "uniform", in_the_middle)

    def polled(payment: Open, gateway: Gateway, seconds: int) -> list[float]:
        listed: Callable[[Session, int], list[Any]] = lambda _session, _most: [payment]  # noqa: E731  a stand-in
        monkeypatch.setattr(payments, "list_open", listed)
        check: Any = gateway
        use_case = PollOpenPayments(counter.database, check)
        for _ in range(seconds * 2):
            use_case(actor=counter.actor)
            clock.advance(0.5)
        assert set(shaken) == {(0.8, 1.2)}, "several desks do not ask in step"
        return [later - before for before, later in zip(gateway.asked, gateway.asked[1:], strict=False)]

    return polled


def test_the_pause_doubles_while_no_answer_comes_and_stops_growing_at_a_minute(
    poll: Callable[[Open, Gateway, int], list[float]], clock: SteppedClock
) -> None:
    for trouble in ("unknown", "unreachable", "busy", "rejected", "misconfigured"):
        clock.now = START
        assert poll(Open(), Gateway(clock, trouble), 200) == [10, 20, 40, 60, 60]


def test_after_an_answer_the_pause_is_short_again_and_grows_anew(
    poll: Callable[[Open, Gateway, int], list[float]], clock: SteppedClock
) -> None:
    gateway = Gateway(clock)
    answers = iter(["unknown", "unknown", "open", "unknown", "unknown"])

    class Wavering(Gateway):
        def __call__(self, *payment: object, **actor: object) -> Gateway:
            super().__call__(*payment, **actor)
            return Gateway(clock, next(answers))

    wavering = Wavering(clock, asked=gateway.asked)
    assert poll(Open(), wavering, 44) == [10, 20, 3, 10]


def test_a_code_is_asked_about_every_three_seconds_for_two_minutes_and_then_every_five(
    poll: Callable[[Open, Gateway, int], list[float]], clock: SteppedClock
) -> None:
    gateway = Gateway(clock)
    pauses = poll(Open(), gateway, 141)
    assert pauses == [3] * 40 + [5] * 4
    clock.now = START
    almost = Gateway(clock)
    poll(Open(created_at=START - timedelta(seconds=119.5)), almost, 9)
    assert almost.asked == [0, 3, 8]


@pytest.mark.parametrize(("closed_for_seconds", "pause"), [(299.5, 5), (300, 60)])
def test_a_code_closed_for_five_minutes_is_asked_about_once_a_minute(
    poll: Callable[[Open, Gateway, int], list[float]],
    clock: SteppedClock,
    closed_for_seconds: float,
    pause: float,
) -> None:
    old = Open(
        created_at=START - timedelta(minutes=20),
        instrument_closed_at=START - timedelta(seconds=closed_for_seconds),
    )
    assert poll(old, Gateway(clock), 61)[0] == pause


def test_what_another_desk_has_asked_just_now_is_not_asked_again(
    poll: Callable[[Open, Gateway, int], list[float]], clock: SteppedClock
) -> None:
    payment = Open(created_at=START - timedelta(minutes=5))

    class Another(Gateway):
        def __call__(self, *asked: object, **actor: object) -> Gateway:
            payment.answered_at = clock.now + timedelta(seconds=4)
            return super().__call__(*asked, **actor)

    assert poll(payment, Another(clock), 20) == [8, 8]
