"""Refunds: one refund for each key, whatever happens on the way."""

import json

import pytest

from db.ids import GatewayPaymentId, RequestKey
from db.states import InstrumentKind
from desktop.services.gateways.port import Busy, Rejected, Unknown
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from tests.gateways.practice_driver import MachineClock, PracticeDriver
from tests.gateways.stub_transport import StubTransport

KEY = "refund-0001-key"
PAYMENT = "pay_29QQoUBi66xm2f"
BODY = json.dumps({"amount": 2000, "receipt": "refund-0001", "notes": {"refund": "refund-0001"}})


@pytest.fixture
def payment_id(gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock) -> str:
    code = gateway.open_instrument(
        InstrumentKind.QR,
        attempt_id="attempt-1",
        amount_paise=5000,
        description="Desk",
        ends_at=machine_clock.after(570),
    )
    return practice.pay(code.id)


def test_a_refund_is_made_once_for_a_key_however_often_it_is_sent(
    gateway: RazorpayGateway, practice: PracticeDriver, payment_id: GatewayPaymentId
) -> None:
    first = gateway.refund(payment_id, request_key=RequestKey(KEY), body=BODY)
    assert (first.amount_paise, first.payment_id, first.receipt) == (2000, payment_id, "refund-0001")
    assert gateway.refund(payment_id, request_key=RequestKey(KEY), body=BODY) == first
    assert gateway.refunds_of(payment_id) == (first,)
    assert practice.posts()[f"/v1/payments/{payment_id}/refund", KEY] == 2
    assert gateway.fetch_payment(payment_id).refunded_paise == 2000


def test_a_refund_whose_answer_was_lost_is_found_and_not_made_again(
    gateway: RazorpayGateway, practice: PracticeDriver, payment_id: GatewayPaymentId
) -> None:
    practice.fault("drop_after_commit", path="/refund$")
    with pytest.raises(Unknown):
        gateway.refund(payment_id, request_key=RequestKey(KEY), body=BODY)
    [found] = gateway.refunds_of(payment_id)
    assert found.receipt == "refund-0001"
    assert gateway.refund(payment_id, request_key=RequestKey(KEY), body=BODY) == found
    assert practice.state()["refunded_paise"] == 2000


def test_the_same_bytes_leave_with_every_try(
    gateway: RazorpayGateway, practice: PracticeDriver, payment_id: GatewayPaymentId
) -> None:
    for _ in range(2):
        gateway.refund(payment_id, request_key=RequestKey(KEY), body=BODY)
    digests = [item["body_digest"] for item in practice.items() if item["path"].endswith("/refund")]
    assert len(digests) == 2
    assert len(set(digests)) == 1


def test_a_body_goes_out_as_it_was_written(live_gateway: RazorpayGateway, transport: StubTransport) -> None:
    transport.sample("api__refunds__create-normal__01_success")
    body = '{"receipt" : "r-1","amount":500100 }'
    live_gateway.refund(GatewayPaymentId(PAYMENT), request_key=RequestKey(KEY), body=body)
    [sent] = transport.sent
    assert sent.body == body.encode()
    assert sent.headers["X-Refund-Idempotency"] == KEY
    assert sent.headers["Content-Type"] == "application/json"


def test_another_body_under_the_same_key_makes_no_refund(
    gateway: RazorpayGateway, practice: PracticeDriver, payment_id: GatewayPaymentId
) -> None:
    gateway.refund(payment_id, request_key=RequestKey(KEY), body=BODY)
    with pytest.raises(Busy):
        gateway.refund(payment_id, request_key=RequestKey(KEY), body=BODY.replace("2000", "2500"))
    assert practice.state()["refunded_paise"] == 2000


def test_a_refund_in_progress_is_busy(
    gateway: RazorpayGateway, practice: PracticeDriver, payment_id: GatewayPaymentId
) -> None:
    practice.fault("refund_in_progress")
    with pytest.raises(Busy):
        gateway.refund(payment_id, request_key=RequestKey(KEY), body=BODY)


def test_a_refund_goes_from_pending_to_its_end(
    gateway: RazorpayGateway, practice: PracticeDriver, payment_id: GatewayPaymentId
) -> None:
    practice.fault("refund_pending", seconds=86400)
    refund = gateway.refund(payment_id, request_key=RequestKey(KEY), body=BODY)
    assert refund.status == "pending"
    practice.end_refund(refund.id, "failed")
    [after] = gateway.refunds_of(payment_id)
    assert after.status == "failed"


@pytest.mark.parametrize(
    ("knob", "reason"),
    [("refund_insufficient_balance", "insufficient_balance"), (None, "above_captured")],
)
def test_a_refused_refund_says_why(
    gateway: RazorpayGateway,
    practice: PracticeDriver,
    payment_id: GatewayPaymentId,
    knob: str | None,
    reason: str,
) -> None:
    if knob is not None:
        practice.fault(knob)
    body = BODY if knob else BODY.replace("2000", "5001")
    with pytest.raises(Rejected) as refusal:
        gateway.refund(payment_id, request_key=RequestKey(KEY), body=body)
    assert (refusal.value.status, refusal.value.reason) == (400, reason)
    assert gateway.refunds_of(payment_id) == ()


@pytest.mark.parametrize(
    "body", ["", "500", "[]", "{}", '{"amount": 99}', '{"amount": 200.5}', '{"amount": true}']
)
def test_a_body_without_a_whole_amount_is_not_sent(
    gateway: RazorpayGateway, practice: PracticeDriver, body: str
) -> None:
    with pytest.raises(Rejected) as refusal:
        gateway.refund(GatewayPaymentId(PAYMENT), request_key=RequestKey(KEY), body=body)
    assert refusal.value.status == 0
    assert practice.posts() == {}


@pytest.mark.parametrize(("name", "value"), [("amount", 500099), ("payment_id", "pay_29QQoUBi66xm2g")])
def test_an_answer_about_another_refund_is_unknown(
    live_gateway: RazorpayGateway, transport: StubTransport, name: str, value: object
) -> None:
    transport.sample("api__refunds__create-normal__01_success", **{name: value})
    with pytest.raises(Unknown):
        live_gateway.refund(GatewayPaymentId(PAYMENT), request_key=RequestKey(KEY), body='{"amount": 500100}')
