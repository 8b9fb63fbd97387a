"""The desk learns within minutes that a way of paying is disturbed, and that it is well again."""

from typing import Any

import pytest

from desktop.background_jobs import jobs
from desktop.services.domain.disturbance import Disturbance, GatewayAnswer, GatewayState, Severity
from desktop.services.events import GatewayAnswered, GatewayDisturbed
from tests.gateway_money.conftest import GatewayDesk

UPI_IS_DOWN = (Disturbance("upi", Severity.HIGH),)


def watch(desk: GatewayDesk) -> list[Any]:
    """Run the job once and return what it told."""
    desk.published.events.clear()
    desk.built.poll_downtimes()
    return desk.published.events


def test_a_disturbance_is_told_when_it_begins_and_when_it_ends(gateway_desk: GatewayDesk) -> None:
    answered = GatewayAnswered(GatewayAnswer.GOOD)
    assert gateway_desk.built.services.show_gateway() == GatewayState(None, ())
    assert watch(gateway_desk) == [answered]
    gateway_desk.practice.fault("upi_downtime", count=2)
    assert watch(gateway_desk) == [answered, GatewayDisturbed(UPI_IS_DOWN)]
    assert watch(gateway_desk) == [answered]
    assert gateway_desk.built.services.show_gateway() == GatewayState(GatewayAnswer.GOOD, UPI_IS_DOWN)
    assert watch(gateway_desk) == [answered, GatewayDisturbed(())]
    assert gateway_desk.built.services.show_gateway() == GatewayState(GatewayAnswer.GOOD, ())


@pytest.mark.parametrize(
    ("fault", "answer"),
    [
        ("error_502", GatewayAnswer.SILENT),
        ("drop_before", GatewayAnswer.SILENT),
        ("too_many_requests", GatewayAnswer.GOOD),
        ("unauthorized", GatewayAnswer.KEYS_REFUSED),
    ],
)
def test_without_an_answer_the_last_one_stands(
    gateway_desk: GatewayDesk, fault: str, answer: GatewayAnswer
) -> None:
    gateway_desk.practice.fault("upi_downtime")
    watch(gateway_desk)
    gateway_desk.practice.fault(fault)
    assert watch(gateway_desk) == [GatewayAnswered(answer)]
    assert gateway_desk.built.services.show_gateway() == GatewayState(answer, UPI_IS_DOWN)


def test_it_is_asked_at_the_start_and_every_three_minutes(gateway_desk: GatewayDesk) -> None:
    built_jobs = jobs(gateway_desk.built, gateway_desk.database)
    (job,) = (job for job in built_jobs if job.name == "poll_downtimes")
    assert job.every_seconds == 180
    job.work()
    assert gateway_desk.published.events[-1] == GatewayAnswered(GatewayAnswer.GOOD)


def test_a_disturbance_never_keeps_anyone_from_paying(gateway_desk: GatewayDesk) -> None:
    gateway_desk.practice.fault("upi_downtime", count=None)
    watch(gateway_desk)
    payment = gateway_desk.qr(gateway_desk.hold(gateway_desk.customer()))
    assert payment.instrument_content
