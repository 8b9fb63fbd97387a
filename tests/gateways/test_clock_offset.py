"""The gateway's clock as it is seen from here."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from desktop.services.gateways.clock_offset import ClockOffset

START = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


class Machine:
    """A wall clock and a monotonic one that agree until the wall clock is set."""

    def __init__(self) -> None:
        self.wall = START
        self.monotonic = 50.0

    def pass_by(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.monotonic += seconds


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def offset(machine: Machine) -> ClockOffset:
    return ClockOffset(lambda: machine.wall, lambda: machine.monotonic)


def ask(offset: ClockOffset, machine: Machine, ahead: float, took: float = 0.2) -> None:
    """One question, answered in its middle by a gateway whose clock is so many seconds ahead."""
    sent = offset.mark()
    machine.pass_by(took / 2)
    header = format_datetime(machine.wall + timedelta(seconds=ahead), usegmt=True)
    machine.pass_by(took / 2)
    offset.observe(sent, header)


def test_clocks_that_agree_have_no_offset_at_all(offset: ClockOffset, machine: Machine) -> None:
    for took in (0.02, 0.9, 3.0, 0.3):
        ask(offset, machine, 0, took)
        assert offset.seconds == 0.0


@pytest.mark.parametrize("ahead", [600.0, -600.0, 90.5, -7200.25])
def test_another_clock_is_known_to_the_second(offset: ClockOffset, machine: Machine, ahead: float) -> None:
    for _ in range(5):
        ask(offset, machine, ahead)
        machine.pass_by(3.1)
    assert offset.seconds == pytest.approx(ahead, abs=1.2)


def test_a_slow_answer_does_not_spoil_what_is_known(offset: ClockOffset, machine: Machine) -> None:
    ask(offset, machine, 600)
    known = offset.seconds
    ask(offset, machine, 600, took=14)
    assert offset.seconds == known


def test_a_clock_set_during_the_question_teaches_nothing(offset: ClockOffset, machine: Machine) -> None:
    sent = offset.mark()
    machine.wall += timedelta(hours=1)
    offset.observe(sent, format_datetime(START, usegmt=True))
    assert offset.seconds == 0.0


@pytest.mark.parametrize("header", [None, "", "soon", "Mon, 99 Nov 2026 10:00:00 GMT"])
def test_a_header_that_is_no_date_teaches_nothing(offset: ClockOffset, header: str | None) -> None:
    offset.observe(offset.mark(), header)
    assert offset.seconds == 0.0


def test_moments_go_there_and_back(offset: ClockOffset, machine: Machine) -> None:
    ask(offset, machine, 600)
    there = offset.there(START)
    assert there == pytest.approx(START.timestamp() + 600, abs=1.2)
    assert abs(offset.here(round(there)) - START) <= timedelta(seconds=0.6)
