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


@pytest.fixture
def witness(machine: Machine) -> ClockOffset:
    """Return a gateway's clock that is counted on by the machine's steady clock."""
    return ClockOffset(
        lambda: machine.wall,
        lambda: machine.monotonic,
        lambda: machine.monotonic,
        lambda: machine.wall.timestamp(),
    )


def test_two_answers_that_agree_bear_witness(witness: ClockOffset, machine: Machine) -> None:
    ask(witness, machine, -19_800)
    assert witness.witness() is None
    machine.pass_by(3)
    ask(witness, machine, -19_800)
    machine.pass_by(7_200)
    told = witness.witness()
    assert told is not None
    assert abs((machine.wall - told).total_seconds() - 19_800) <= 2


def test_two_answers_that_do_not_agree_bear_none(witness: ClockOffset, machine: Machine) -> None:
    ask(witness, machine, 0)
    ask(witness, machine, 86_400)
    assert witness.witness() is None
    ask(witness, machine, 86_400)
    assert witness.witness() is not None


def test_after_a_sleep_that_was_not_counted_only_new_answers_bear_witness(
    witness: ClockOffset, machine: Machine
) -> None:
    ask(witness, machine, 0)
    ask(witness, machine, 0)
    machine.wall += timedelta(hours=8)
    assert witness.witness() is None
    ask(witness, machine, 0)
    assert witness.witness() is None
    ask(witness, machine, 0)
    assert witness.witness() is not None


def test_a_header_that_is_no_date_bears_none(witness: ClockOffset) -> None:
    for header in (None, "yesterday", ""):
        witness.observe(witness.mark(), header)
    assert witness.witness() is None
