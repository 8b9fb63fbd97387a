"""What goes wrong on the wire becomes one of the four troubles, and nothing is sent twice."""

import socket

import pytest

from db.ids import GatewayPaymentId, InstrumentId
from db.states import InstrumentKind
from desktop.services.gateways.port import (
    Busy,
    GatewayTrouble,
    Misconfigured,
    Unknown,
    Unreachable,
)
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from tests.gateways.conftest import HURRIED, MakeGateway
from tests.gateways.practice_driver import MachineClock, PracticeDriver

QR, LINK = InstrumentKind.QR, InstrumentKind.LINK

WIRE: list[tuple[str, dict[str, object], type[GatewayTrouble], int]] = [
    ("drop_before", {}, Unknown, 0),
    ("drop_after_commit", {}, Unknown, 1),
    ("error_500", {}, Unknown, 0),
    ("error_502", {}, Unknown, 0),
    ("error_503", {}, Unknown, 0),
    ("error_500", {"after_commit": True}, Unknown, 1),
    ("html_502", {"after_commit": True}, Unknown, 1),
    ("html_200", {}, Unknown, 0),
    ("html_200", {"after_commit": True}, Unknown, 1),
    ("redirect", {}, Unknown, 0),
    ("redirect", {"after_commit": True}, Unknown, 1),
    ("malformed_body", {}, Unknown, 1),
    ("truncated_body", {}, Unknown, 1),
    ("empty_body", {}, Unknown, 1),
    ("null_body", {}, Unknown, 1),
    ("no_content", {}, Unknown, 1),
    ("error_in_success", {}, Unknown, 1),
    ("too_many_requests", {}, Busy, 0),
    ("too_many_requests", {"html": True, "retry_after": 20}, Busy, 0),
    ("unauthorized", {}, Misconfigured, 0),
]
NAMES = [f"{kind}-{'-'.join(knobs)}" if knobs else kind for kind, knobs, *_ in WIRE]


def open_one(gateway: RazorpayGateway, clock: MachineClock, kind: InstrumentKind = QR) -> str:
    return gateway.open_instrument(
        kind, attempt_id="attempt-1", amount_paise=5000, description="Desk", ends_at=clock.after(1200)
    ).id


@pytest.mark.parametrize(("fault", "knobs", "expected", "made"), WIRE, ids=NAMES)
@pytest.mark.parametrize("kind", [QR, LINK])
def test_a_bad_answer_to_a_post_is_a_trouble_and_the_post_is_not_repeated(
    gateway: RazorpayGateway,
    practice: PracticeDriver,
    machine_clock: MachineClock,
    kind: InstrumentKind,
    fault: str,
    knobs: dict[str, object],
    expected: type[GatewayTrouble],
    made: int,
) -> None:
    practice.fault(fault, **knobs)
    with pytest.raises(expected):
        open_one(gateway, machine_clock, kind)
    assert len(practice.items()) == 1
    found = gateway.find_instrument(kind, attempt_id="attempt-1", since=machine_clock())
    assert (found is not None) == bool(made)
    assert len(practice.items()) == 1


@pytest.mark.parametrize(("fault", "knobs", "expected", "made"), WIRE, ids=NAMES)
def test_a_bad_answer_to_a_question_is_the_same_trouble(
    gateway: RazorpayGateway,
    practice: PracticeDriver,
    machine_clock: MachineClock,
    fault: str,
    knobs: dict[str, object],
    expected: type[GatewayTrouble],
    made: int,
) -> None:
    code = open_one(gateway, machine_clock)
    practice.fault(fault, **knobs)
    with pytest.raises(expected):
        gateway.payments_of(QR, InstrumentId(code))
    assert gateway.payments_of(QR, InstrumentId(code)) == ()


@pytest.mark.parametrize("after_commit", [False, True])
def test_a_gateway_that_hangs_is_given_up(
    make_gateway: MakeGateway, practice: PracticeDriver, machine_clock: MachineClock, after_commit: bool
) -> None:
    hurried = make_gateway(timeouts_seconds=HURRIED)
    hurried.disturbances()  # the gateway's clock is known before the slow answer
    practice.fault("timeout", after_commit=after_commit, method="POST")
    with pytest.raises(Unknown, match="timeout"):
        open_one(hurried, machine_clock)
    patient = make_gateway()
    found = patient.find_instrument(QR, attempt_id="attempt-1", since=machine_clock())
    assert (found is not None) is after_commit


def test_an_answer_that_comes_after_the_time_out_is_found_later(
    make_gateway: MakeGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    hurried = make_gateway(timeouts_seconds=HURRIED)
    hurried.disturbances()
    practice.fault("latency_after", seconds=HURRIED[1] + 1)
    with pytest.raises(Unknown):
        open_one(hurried, machine_clock)
    assert make_gateway().find_instrument(QR, attempt_id="attempt-1", since=machine_clock())


def test_a_redirect_is_not_followed(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    asked = practice.items("GET")
    practice.fault("redirect", location=f"{practice.base_url}/v1/payments")
    with pytest.raises(Unknown, match="redirect"):
        open_one(gateway, machine_clock)
    assert practice.items("GET") == asked


def test_the_wait_that_the_gateway_asks_for_is_handed_on(
    gateway: RazorpayGateway, practice: PracticeDriver
) -> None:
    practice.fault("too_many_requests", retry_after=20)
    with pytest.raises(Busy) as busy:
        gateway.refunds_of(GatewayPaymentId("pay_29QQoUBi66xm2f"))
    assert busy.value.retry_after_seconds == 20


def test_wrong_keys_are_told_from_a_refusal(make_gateway: MakeGateway) -> None:
    with pytest.raises(Misconfigured) as refusal:
        make_gateway(key_secret="another-secret").fetch_payment(GatewayPaymentId("pay_29QQoUBi66xm2f"))
    assert refusal.value.status == 401


def test_nothing_was_sent_when_nobody_listens(make_gateway: MakeGateway, machine_clock: MachineClock) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        deaf = make_gateway(base_url=f"http://127.0.0.1:{taken.getsockname()[1]}")
        with pytest.raises(Unreachable):
            open_one(deaf, machine_clock)


def test_a_lost_answer_to_a_close_can_be_asked_for_again(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    code = open_one(gateway, machine_clock)
    practice.fault("drop_after_commit", path="/close$")
    with pytest.raises(Unknown):
        gateway.close_instrument(QR, InstrumentId(code))
    assert not gateway.close_instrument(QR, InstrumentId(code)).is_open


def test_nothing_is_printed_by_the_sdk(
    gateway: RazorpayGateway, practice: PracticeDriver, capsys: pytest.CaptureFixture[str]
) -> None:
    practice.fault("drop_before")
    with pytest.raises(Unknown):
        gateway.fetch_payment(GatewayPaymentId("pay_29QQoUBi66xm2f"))
    assert capsys.readouterr().out == ""


def test_an_answer_with_a_wrong_clock_is_forgotten_with_the_next(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    code = open_one(gateway, machine_clock)
    practice.fault("clock_skew", seconds=600)
    gateway.payments_of(QR, InstrumentId(code))
    assert abs(gateway.clock_offset_seconds - 600) <= 1
    gateway.payments_of(QR, InstrumentId(code))
    assert abs(gateway.clock_offset_seconds) <= 1
