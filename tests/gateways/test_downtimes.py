"""What the gateway says of ways of paying that fail, and what of it concerns a desk at this moment."""

from typing import Any

import pytest

from desktop.services.domain.disturbance import Disturbance, GatewayAnswer, Severity
from desktop.services.gateways.port import Unknown, Unreachable
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from tests.gateways.conftest import SAMPLE_TIME, MakeGateway
from tests.gateways.practice_driver import MachineClock, PracticeDriver
from tests.gateways.stub_transport import StubTransport, read_sample

NOW = int(SAMPLE_TIME.timestamp())
DATE = SAMPLE_TIME.strftime("%a, %d %b %Y %H:%M:%S GMT")
DOWN: dict[str, Any] = {
    "method": "upi",
    "begin": NOW - 60,
    "end": None,
    "status": "started",
    "scheduled": False,
    "severity": "high",
    "instrument": {"vpa_handle": "ALL"},
}


def told(gateway: RazorpayGateway, transport: StubTransport, *items: object) -> list[tuple[str, str]]:
    transport.answer({"entity": "collection", "count": len(items), "items": list(items)}, Date=DATE)
    return [(found.method, found.severity.value) for found in gateway.disturbances()]


def documented(number: str) -> Any:
    return read_sample(f"webhooks__payments__{number}")["payload"]["payment.downtime"]["entity"]


def test_upi_is_disturbed_as_long_as_the_gateway_says_so(
    gateway: RazorpayGateway, practice: PracticeDriver
) -> None:
    asked = len(practice.items("GET"))
    practice.fault("upi_downtime", count=1)
    assert gateway.disturbances() == (Disturbance("upi", Severity.HIGH),)
    assert gateway.disturbances() == ()
    assert [item["path"] for item in practice.items("GET")[asked:]] == ["/v1/payments/downtimes"] * 2


@pytest.mark.parametrize("seconds_ahead", [-600, 600])
def test_the_gateways_own_clock_decides_what_is_now(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock, seconds_ahead: int
) -> None:
    machine_clock.advance(-seconds_ahead)
    practice.fault("upi_downtime")
    assert gateway.disturbances() == (Disturbance("upi", Severity.HIGH),)


@pytest.mark.parametrize(
    ("changed", "is_now"),
    [
        ({"status": "updated"}, True),
        ({"scheduled": True, "end": NOW + 60}, True),
        ({"scheduled": True, "status": "scheduled", "end": NOW + 60}, True),
        ({"begin": None}, True),
        ({"scheduled": True, "status": "scheduled", "begin": NOW + 60, "end": NOW + 3600}, False),
        ({"scheduled": True, "status": "scheduled", "begin": None}, False),
        ({"begin": NOW + 60}, False),
        ({"end": NOW - 1}, False),
        ({"status": "resolved"}, False),
        ({"status": "cancelled", "scheduled": True, "end": NOW + 60}, False),
    ],
)
def test_only_what_has_begun_and_not_ended_counts(
    live_gateway: RazorpayGateway, transport: StubTransport, changed: dict[str, Any], is_now: bool
) -> None:
    assert told(live_gateway, transport, {**DOWN, **changed}) == ([("upi", "high")] if is_now else [])


def test_each_way_is_told_once_with_its_worst_severity(
    live_gateway: RazorpayGateway, transport: StubTransport
) -> None:
    bank = {**DOWN, "method": "netbanking", "severity": "low", "instrument": {"bank": "COSB"}}
    found = told(live_gateway, transport, bank, {**DOWN, "severity": "medium"}, DOWN, {**bank})
    assert found == [("upi", "high"), ("netbanking", "low")]


@pytest.mark.parametrize("severity", ["severe", None, 3])
def test_a_severity_that_nobody_knows_is_a_disturbance(
    live_gateway: RazorpayGateway, transport: StubTransport, severity: object
) -> None:
    assert told(live_gateway, transport, {**DOWN, "severity": severity}) == [("upi", "unknown")]


def test_ways_that_the_desk_does_not_offer_are_left_out(
    live_gateway: RazorpayGateway, transport: StubTransport
) -> None:
    wallet = {**DOWN, "method": "wallet", "instrument": {"wallet": "freecharge"}}
    collect = {**DOWN, "instrument": {"psp": "bhim", "flow": "collect"}}
    assert told(live_gateway, transport, wallet, collect) == []
    scanned = {**DOWN, "instrument": {"psp": "bhim", "flow": "intent"}}
    assert told(live_gateway, transport, scanned) == [("upi", "high")]


def test_the_documented_downtimes_are_read(live_gateway: RazorpayGateway, transport: StubTransport) -> None:
    begun = [documented("13_netbanking"), documented("15_card_network"), documented("17_upi_psp")]
    assert told(live_gateway, transport, *begun) == [("card", "high"), ("netbanking", "high")]
    over = [documented("19_netbanking"), documented("20_card_issuer"), documented("23_upi_psp")]
    assert told(live_gateway, transport, *over) == []
    assert told(live_gateway, transport, documented("27_card_issuer")) == [("card", "high")]


@pytest.mark.parametrize("changed", [{"begin": "soon"}, {"end": True}, {"begin": 1.5}])
def test_a_moment_that_is_none_is_no_answer(
    live_gateway: RazorpayGateway, transport: StubTransport, changed: dict[str, Any]
) -> None:
    with pytest.raises(Unknown):
        told(live_gateway, transport, {**DOWN, **changed})


def test_trouble_is_told_as_everywhere(make_gateway: MakeGateway, practice: PracticeDriver) -> None:
    gateway = make_gateway()
    practice.fault("error_503")
    with pytest.raises(Unknown) as unclear:
        gateway.disturbances()
    assert unclear.value.answer is GatewayAnswer.SILENT
    with pytest.raises(Unreachable) as away:
        make_gateway(base_url="http://127.0.0.1:9").disturbances()
    assert away.value.answer is GatewayAnswer.SILENT
