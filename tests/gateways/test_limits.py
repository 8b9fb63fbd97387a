"""Limits of the adapter, each a step to either side."""

from datetime import timedelta

import pytest
from requests import Response

from desktop.services.gateways.clock_offset import ClockOffset
from desktop.services.gateways.port import Busy, Rejected
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from desktop.services.gateways.razorpay_ids import check_amount
from desktop.services.gateways.razorpay_refusals import check_status
from tests.gateways.practice_driver import MachineClock, PracticeDriver
from tests.gateways.test_clock_offset import Machine, ask
from tests.gateways.test_qr_codes import QR, open_code


@pytest.mark.parametrize(("told", "seconds"), [("3599", 3599.0), ("3600", 3600.0), ("3601", 3600.0)])
def test_a_gateway_that_is_busy_is_waited_for_an_hour_at_most(told: str, seconds: float) -> None:
    answer = Response()
    answer.status_code = 429
    answer.headers["Retry-After"] = told
    with pytest.raises(Busy) as busy:
        check_status(answer)
    assert busy.value.retry_after_seconds == seconds


@pytest.mark.parametrize(("jump", "is_learned"), [(2.0, True), (2.01, False), (-2.0, True), (-2.01, False)])
def test_a_clock_that_was_set_by_more_than_two_seconds_meanwhile_teaches_nothing(
    jump: float, is_learned: bool
) -> None:
    machine = Machine()
    offset = ClockOffset(lambda: machine.wall, lambda: machine.monotonic)
    sent = offset.mark()
    machine.wall += timedelta(seconds=jump)
    later = machine.wall + timedelta(hours=1)
    offset.observe(sent, later.strftime("%a, %d %b %Y %H:%M:%S GMT"))
    assert (offset.seconds > 3_000) is is_learned
    ask(offset, machine, 3_600)
    assert offset.seconds > 3_000


def test_one_rupee_is_the_least_that_is_asked_for() -> None:
    check_amount(100)
    with pytest.raises(Rejected, match="amount_below_minimum"):
        check_amount(99)


@pytest.mark.parametrize(("seconds", "is_found"), [(120, True), (121, False)])
def test_a_code_made_two_minutes_before_the_question_is_looked_at(
    gateway: RazorpayGateway,
    practice: PracticeDriver,
    machine_clock: MachineClock,
    seconds: int,
    is_found: bool,
) -> None:
    open_code(gateway, machine_clock)
    practice.advance(seconds)
    machine_clock.advance(seconds)
    found = gateway.find_instrument(QR, attempt_id="attempt-1", since=machine_clock())
    assert (found is not None) is is_found
