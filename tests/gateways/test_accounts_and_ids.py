"""Which keys and addresses are taken, which ids are sent, and what never leaves the program."""

import logging
import threading
from collections.abc import Callable

import pytest

from db.ids import GatewayPaymentId, InstrumentId, RequestKey
from db.states import InstrumentKind
from desktop.services.gateways.port import GatewayTrouble, Rejected
from desktop.services.gateways.razorpay_gateway import RazorpayGateway, WrongAccount
from tests.gateways.conftest import KEY_ID, KEY_SECRET, LIVE_KEY_ID, LIVE_SECRET, SAMPLE_TIME, MakeGateway
from tests.gateways.practice_driver import MachineClock, PracticeDriver
from tests.gateways.stub_transport import StubTransport

QR, LINK = InstrumentKind.QR, InstrumentKind.LINK
HERE = "http://127.0.0.1:49152"


def build(
    key_id: str = KEY_ID, secret: str = KEY_SECRET, url: str | None = HERE, *, practice: bool = True
) -> RazorpayGateway:
    return RazorpayGateway(key_id, secret, base_url=url, practice=practice, now=lambda: SAMPLE_TIME)


@pytest.mark.parametrize(
    "url",
    [
        None,
        "https://api.razorpay.com",
        "https://127.0.0.1:49152",
        "http://localhost:49152",
        "http://127.0.0.1",
        "http://127.0.0.1:0",
        "http://127.0.0.1:49152/v1",
        "http://127.0.0.1:49152@example.com",
        "http://127.0.0.1:49152\n",
        "http://10.0.0.1:49152",
    ],
)
def test_practice_asks_this_computer_only(url: str | None) -> None:
    with pytest.raises(WrongAccount):
        build(url=url)


def test_practice_takes_no_live_key_and_live_takes_no_address() -> None:
    with pytest.raises(WrongAccount) as refused:
        build(LIVE_KEY_ID, LIVE_SECRET)
    assert LIVE_KEY_ID not in str(refused.value)
    with pytest.raises(WrongAccount):
        build(LIVE_KEY_ID, LIVE_SECRET, practice=False)
    assert build(LIVE_KEY_ID, LIVE_SECRET, None, practice=False).clock_offset_seconds == 0


@pytest.mark.parametrize(
    ("key_id", "secret"), [("", "s"), ("key", "s"), (KEY_ID, ""), (KEY_ID, "a b"), (KEY_ID, "ü")]
)
def test_keys_that_can_be_none_are_refused(key_id: str, secret: str) -> None:
    with pytest.raises(WrongAccount):
        build(key_id, secret)


def test_practice_looks_at_no_proxy(
    gateway: RazorpayGateway, machine_clock: MachineClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert gateway.payments_between(machine_clock(), machine_clock()) == ()


CALLS: list[Callable[[RazorpayGateway, str], object]] = [
    lambda gateway, text: gateway.close_instrument(QR, InstrumentId(text)),
    lambda gateway, text: gateway.close_instrument(InstrumentKind.CARD_LINK, InstrumentId(text)),
    lambda gateway, text: gateway.payments_of(QR, InstrumentId(text)),
    lambda gateway, text: gateway.payments_of(LINK, InstrumentId(text)),
    lambda gateway, text: gateway.fetch_payment(GatewayPaymentId(text)),
    lambda gateway, text: gateway.refunds_of(GatewayPaymentId(text)),
    lambda gateway, text: gateway.send_link(InstrumentId(text), mobile="+919876543210"),
    lambda gateway, text: gateway.refund(
        GatewayPaymentId(text), request_key=RequestKey("refund-0001"), body='{"amount": 100}'
    ),
    lambda gateway, text: gateway.refund(
        GatewayPaymentId("pay_29QQoUBi66xm2f"), request_key=RequestKey(text), body='{"amount": 100}'
    ),
    lambda gateway, text: gateway.send_link(InstrumentId("plink_ExjpAUN3gVHrPJ"), mobile=text),
    lambda gateway, text: gateway.find_instrument(QR, attempt_id=text, since=SAMPLE_TIME),
    lambda gateway, text: gateway.open_instrument(
        QR, attempt_id=text, amount_paise=100, description="", ends_at=SAMPLE_TIME
    ),
]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    "text",
    ["", "../orders", "pay_1/../../orders", "pay_29QQoUBi66xm2f\n", "pay_29QQoUBi66xm2f?a=1", "x" * 200],
)
def test_what_is_no_id_is_not_sent(
    transport: StubTransport, call: Callable[[RazorpayGateway, str], object], text: str
) -> None:
    with pytest.raises(Rejected) as refusal:
        call(build(), text)
    assert refusal.value.status == 0
    assert transport.sent == []


@pytest.mark.parametrize("amount", [99, 0, -100, True, 100.0])
@pytest.mark.parametrize("kind", InstrumentKind)
def test_less_than_a_rupee_is_not_asked_for(
    transport: StubTransport, kind: InstrumentKind, amount: int
) -> None:
    with pytest.raises(Rejected) as refusal:
        build().open_instrument(
            kind, attempt_id="attempt-1", amount_paise=amount, description="", ends_at=SAMPLE_TIME
        )
    assert refusal.value.reason == "amount_below_minimum"
    assert transport.sent == []


def test_live_payments_go_to_razorpay_with_the_keys_in_the_header_only(
    live_gateway: RazorpayGateway, transport: StubTransport
) -> None:
    transport.answer({"items": []})
    live_gateway.payments_between(SAMPLE_TIME, SAMPLE_TIME)
    [sent] = transport.sent
    assert (sent.url or "").startswith("https://api.razorpay.com/v1/payments?")
    assert LIVE_SECRET not in f"{sent.url}{sent.body!r}"
    assert "Counterfoil" in sent.headers["User-Agent"]


def test_no_trouble_and_no_log_names_a_secret_or_a_whole_number(
    live_gateway: RazorpayGateway, transport: StubTransport, caplog: pytest.LogCaptureFixture
) -> None:
    mobile = "+919876543210"
    caplog.set_level(logging.DEBUG)
    said: list[str] = [repr(live_gateway), str(live_gateway)]
    for status in (400, 401, 404, 409, 429, 500):
        text = f"contact {mobile} or 98765 43210 of {mobile[3:]} is invalid"
        transport.answer(
            {"error": {"code": "BAD_REQUEST_ERROR", "description": text, "field": mobile}}, status
        )
        with pytest.raises(GatewayTrouble) as trouble:
            live_gateway.open_instrument(
                LINK, attempt_id="a", amount_paise=100, description="", ends_at=SAMPLE_TIME, mobile=mobile
            )
        said += [repr(trouble.value), str(trouble.value), str(trouble.value.__cause__)]
    said += [record.getMessage() for record in caplog.records]
    whole = "\n".join(said)
    for secret in (LIVE_SECRET, LIVE_KEY_ID, "9876543210", "43210"):
        assert secret not in whole
    assert "...3210" in whole


def test_threads_do_not_mix_up_their_answers(
    make_gateway: MakeGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    gateway = make_gateway()
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for turn in range(5):
                attempt = f"thread-{number}-{turn}"
                code = gateway.open_instrument(
                    QR,
                    attempt_id=attempt,
                    amount_paise=100 + number,
                    description="",
                    ends_at=machine_clock.after(570),
                )
                assert (code.attempt_id, code.amount_paise) == (attempt, 100 + number)
        except BaseException as error:
            failures.append(error)
            raise

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert set(practice.posts().values()) == {1}
    assert len(practice.items()) == 30
