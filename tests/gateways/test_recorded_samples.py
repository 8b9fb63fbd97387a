"""Every documented answer that concerns the adapter is understood, and a false one is not believed."""

from datetime import UTC, datetime
from typing import Any

import pytest

from db.ids import GatewayPaymentId, InstrumentId, RequestKey
from db.states import InstrumentKind
from desktop.services.gateways.port import GatewayTrouble, Instrument, Rejected, Unknown
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from tests.gateways.conftest import SAMPLE_TIME
from tests.gateways.stub_transport import SAMPLES, StubTransport, read_sample

QR, LINK, CARD = InstrumentKind.QR, InstrumentKind.LINK, InstrumentKind.CARD_LINK
CODE = "qr_HMsVL8HOpbMcjU"
PAYMENT = "pay_29QQoUBi66xm2f"
LINK_ID = "plink_ExjpAUN3gVHrPJ"


def open_code(gateway: RazorpayGateway, amount_paise: int = 300) -> Instrument:
    return gateway.open_instrument(
        QR, attempt_id="attempt-1", amount_paise=amount_paise, description="Desk", ends_at=SAMPLE_TIME
    )


def test_the_documented_codes_are_read(live_gateway: RazorpayGateway, transport: StubTransport) -> None:
    sample = transport.sample(
        "api__qr-codes__image-content__create__01_success", notes={"attempt": "attempt-1"}
    )
    code = open_code(live_gateway)
    assert code.content == sample["image_content"]
    assert code.ends_at == datetime.fromtimestamp(1681615838, UTC)
    transport.sample("api__qr-codes__create__01_success", notes={"attempt": "attempt-1"})
    assert open_code(live_gateway).content == ""
    transport.sample("api__qr-codes__close__01_success")
    assert not live_gateway.close_instrument(QR, InstrumentId(CODE)).is_open
    transport.sample("api__qr-codes__entity__01_entity")
    assert not live_gateway.close_instrument(QR, InstrumentId(CODE)).is_open
    transport.sample("api__qr-codes__fetch-with-id__01_success")
    assert live_gateway.close_instrument(QR, InstrumentId("qr_FuZIYx6rMbP6gs")).is_open


def test_a_list_may_hold_codes_of_others(live_gateway: RazorpayGateway, transport: StubTransport) -> None:
    transport.sample("api__qr-codes__fetch-all__01_success")
    transport.sample("api__qr-codes__fetch-payment-id__01_success")
    for _ in range(2):
        assert live_gateway.find_instrument(QR, attempt_id="attempt-1", since=SAMPLE_TIME) is None


@pytest.mark.parametrize("notes", [[], {}, None, {"attempt": None}])
def test_notes_come_in_many_shapes(
    live_gateway: RazorpayGateway, transport: StubTransport, notes: object
) -> None:
    transport.sample("api__qr-codes__entity__01_entity", notes=notes)
    assert live_gateway.close_instrument(QR, InstrumentId(CODE)).attempt_id == ""


def test_payments_under_a_code_are_read(live_gateway: RazorpayGateway, transport: StubTransport) -> None:
    transport.sample("api__qr-codes__fetch-payments__01_success")
    paid, returned = live_gateway.payments_of(QR, InstrumentId(CODE))
    assert (paid.amount_paise, paid.status, paid.order_id) == (500, "captured", "")
    assert (returned.status, returned.captured, returned.refunded_paise) == ("refunded", True, 1000)


@pytest.mark.parametrize(
    "name",
    [
        "api__payments__capture__01_success",
        "api__payments__entity__01_success",
        "api__payments__entity__02_failure",
        "api__payments__fetch-with-id__01_netbanking",
        "api__payments__fetch-with-id__02_card",
        "api__payments__fetch-with-id__03_wallet",
        "api__payments__fetch-with-id__04_pay_later",
        "api__payments__update__01_success",
    ],
)
def test_every_documented_payment_is_read(
    live_gateway: RazorpayGateway, transport: StubTransport, name: str
) -> None:
    sample = transport.sample(name)
    payment = live_gateway.fetch_payment(sample["id"])
    assert (payment.amount_paise, payment.currency) == (sample["amount"], "INR")
    assert payment.captured == sample["captured"]


@pytest.mark.parametrize("name", ["01_standard_payment_link_entity", "02_upi_payment_link_entity"])
def test_the_documented_links_are_read(
    live_gateway: RazorpayGateway, transport: StubTransport, name: str
) -> None:
    sample = transport.sample(f"api__payments__payment-links__entity__{name}")
    link = live_gateway.close_instrument(LINK, InstrumentId(LINK_ID))
    assert (link.amount_paise, link.content, link.attempt_id) == (1000, sample["short_url"], "TS1989")
    assert link.is_open == (sample["status"] == "created")
    transport.answer(sample)
    assert live_gateway.payments_of(LINK, InstrumentId(LINK_ID)) == ()
    transport.answer(sample)
    transport.sample("api__payments__payment-links__resend__01_success")
    live_gateway.send_link(InstrumentId(LINK_ID), mobile="+919876543210")


def test_a_paid_link_without_an_order_leads_to_its_payments(
    live_gateway: RazorpayGateway, transport: StubTransport
) -> None:
    payment = read_sample("api__payments__fetch-with-id__02_card")
    captured = [{"payment_id": payment["id"], "amount": 100, "status": "captured"}]
    transport.sample("api__payments__payment-links__entity__02_upi_payment_link_entity", payments=captured)
    transport.answer(payment)
    assert [found.id for found in live_gateway.payments_of(CARD, InstrumentId(LINK_ID))] == [payment["id"]]


def test_a_paid_link_with_an_order_leads_to_all_its_payments(
    live_gateway: RazorpayGateway, transport: StubTransport
) -> None:
    transport.sample(
        "api__payments__payment-links__entity__02_upi_payment_link_entity", order_id="order_DaaS6LOUAASb7Y"
    )
    sample = transport.sample("api__orders__fetch-payments__01_success")
    found = live_gateway.payments_of(LINK, InstrumentId(LINK_ID))
    assert [payment.id for payment in found] == [item["id"] for item in sample["items"]]


def test_the_documented_refunds_are_read(live_gateway: RazorpayGateway, transport: StubTransport) -> None:
    transport.sample("api__refunds__fetch-multiple-refund-payment__01_success")
    assert [refund.amount_paise for refund in live_gateway.refunds_of(GatewayPaymentId(PAYMENT))] == [
        300_100,
        200_000,
    ]
    for name in ("create-normal", "create-instant", "normal-refunds-idempotent"):
        sample = transport.sample(f"api__refunds__{name}__01_success")
        refund = live_gateway.refund(
            sample["payment_id"],
            request_key=RequestKey("refund-0001"),
            body=f'{{"amount": {sample["amount"]}}}',
        )
        assert refund.status in ("pending", "processed")


def test_every_documented_failure_is_a_refusal_or_unknown(
    live_gateway: RazorpayGateway, transport: StubTransport
) -> None:
    read_sample("errors__01_sample_error_response")
    for file in [*SAMPLES.glob("api__*_failure.json"), SAMPLES / "errors__01_sample_error_response.json"]:
        body: Any = read_sample(file.stem)
        if "error" not in body:
            continue
        transport.answer(body, 400)
        with pytest.raises(GatewayTrouble) as trouble:
            live_gateway.fetch_payment(GatewayPaymentId(PAYMENT))
        surely_not_done = body["error"]["code"] == "BAD_REQUEST_ERROR"
        assert isinstance(trouble.value, Rejected if surely_not_done else Unknown), file.name


@pytest.mark.parametrize(
    "changed",
    [
        {"payment_amount": 301},
        {"payment_amount": 300.0},
        {"payment_amount": "300"},
        {"payment_amount": True},
        {"payment_amount": None},
        {"notes": {"attempt": "attempt-2"}},
        {"notes": []},
        {"usage": "multiple_use"},
        {"fixed_amount": False},
        {"id": "qr_1"},
        {"id": None},
        {"status": "resting"},
        {"close_by": "tomorrow"},
        {"close_by": 10**30},
        {"image_url": 7},
    ],
)
def test_a_code_that_is_not_the_one_asked_for_is_unknown(
    live_gateway: RazorpayGateway, transport: StubTransport, changed: dict[str, Any]
) -> None:
    transport.sample("api__qr-codes__create__01_success", **{"notes": {"attempt": "attempt-1"}, **changed})
    with pytest.raises(Unknown):
        open_code(live_gateway)
    assert len(transport.sent) == 1


@pytest.mark.parametrize(
    "changed", [{"amount": 1001}, {"currency": "USD"}, {"reference_id": "TS1990"}, {"amount": 1000.0}]
)
def test_a_link_that_is_not_the_one_asked_for_is_unknown(
    live_gateway: RazorpayGateway, transport: StubTransport, changed: dict[str, Any]
) -> None:
    transport.sample("api__payments__payment-links__entity__02_upi_payment_link_entity", **changed)
    with pytest.raises(Unknown):
        live_gateway.open_instrument(
            LINK, attempt_id="TS1989", amount_paise=1000, description="Desk", ends_at=SAMPLE_TIME
        )


@pytest.mark.parametrize(
    "changed",
    [
        {"id": "pay_29QQoUBi66xm2g"},
        {"captured": False},
        {"status": "paid"},
        {"amount": -1},
        {"created_at": 0},
    ],
)
def test_a_payment_that_contradicts_itself_is_unknown(
    live_gateway: RazorpayGateway, transport: StubTransport, changed: dict[str, Any]
) -> None:
    sample = read_sample("api__payments__fetch-with-id__02_card")
    transport.answer({**sample, **changed})
    with pytest.raises(Unknown):
        live_gateway.fetch_payment(sample["id"])


def test_a_list_that_never_turns_its_page_ends(
    live_gateway: RazorpayGateway, transport: StubTransport
) -> None:
    [item, *_] = read_sample("api__refunds__fetch-multiple-refund-payment__01_success")["items"]
    for _ in range(3):
        transport.answer({"items": [{**item, "id": f"rfnd_{number:014}"} for number in range(100)]})
    with pytest.raises(Unknown, match="endless_list"):
        live_gateway.refunds_of(GatewayPaymentId(PAYMENT))
    assert len(transport.sent) == 2
