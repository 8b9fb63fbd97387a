"""Answers that no gateway should give: each is a trouble with a name, never a fault, never a wrong amount."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.ids import GatewayPaymentId, RequestKey
from desktop.services.gateways.port import GatewayTrouble, Unknown
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from tests.gateways.stub_transport import StubTransport

PAYMENT = GatewayPaymentId("pay_29QQoUBi66xm2f")
WHOLE: dict[str, Any] = {
    "id": PAYMENT,
    "amount": 12_300,
    "currency": "INR",
    "status": "captured",
    "captured": True,
    "method": "upi",
    "amount_refunded": 0,
    "created_at": 1_623_660_301,
    "order_id": None,
    "notes": [],
    "description": "a room",
}
TEXT = json.dumps(WHOLE)
ODD_BODIES = {
    "utf-16": TEXT.encode("utf-16"),
    "utf-16 without a mark": TEXT.encode("utf-16-le"),
    "utf-32": TEXT.encode("utf-32"),
    "latin-1": TEXT.replace("a room", "à la room").encode("latin-1"),
    "bytes that are no text": b'{"id": "\xff\xfe\xfd"}',
    "deep": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "deep lists": b"[" * 100_000,
    "NaN": TEXT.replace("12300", "NaN").encode(),
    "Infinity": TEXT.replace("12300", "Infinity").encode(),
    "1e400": TEXT.replace("12300", "1e400").encode(),
    "a number of five thousand figures": TEXT.replace("12300", "9" * 5_000).encode(),
    "the amount twice": TEXT.replace('"amount": 12300', '"amount": 12300, "amount": 1').encode(),
    "the amount twice, once escaped": TEXT.replace(
        '"amount": 12300', '"amount": 12300, "\\u0061mount": 1'
    ).encode(),
    "nothing": b"",
    "null": b"null",
    "a text": b'"paid"',
    "two objects": (TEXT + TEXT).encode(),
    "more behind it": (TEXT + "x").encode(),
    "zeros": b"\0" * 64,
    "10^18 paise": TEXT.replace("12300", str(10**18)).encode(),
    "10^13 paise": TEXT.replace("12300", str(10**13)).encode(),
    "less than nothing": TEXT.replace("12300", "-12300").encode(),
    "a fraction": TEXT.replace("12300", "12300.0").encode(),
    "a text of figures": TEXT.replace("12300", '"12300"').encode(),
    "true for an amount": TEXT.replace("12300", "true").encode(),
    "the year 292 billion": TEXT.replace("1623660301", str(2**63)).encode(),
    "milliseconds": TEXT.replace("1623660301", "1623660301000").encode(),
    "before there was a gateway": TEXT.replace("1623660301", "-1").encode(),
    "a moment in words": TEXT.replace("1623660301", '"today"').encode(),
    "a fraction of a moment": TEXT.replace("1623660301", "1623660301.5").encode(),
    "a list for an id": TEXT.replace(f'"{PAYMENT}"', "[]").encode(),
    "a state of its own": TEXT.replace('"captured"', '"stolen"', 1).encode(),
}


@pytest.mark.parametrize("body", ODD_BODIES.values(), ids=ODD_BODIES)
def test_an_odd_body_is_looked_at_again(
    live_gateway: RazorpayGateway, transport: StubTransport, body: bytes
) -> None:
    transport.answer(body)
    with pytest.raises(Unknown):
        live_gateway.fetch_payment(PAYMENT)


@pytest.mark.parametrize("body", ODD_BODIES.values(), ids=ODD_BODIES)
def test_a_refund_with_an_odd_answer_is_not_known(
    live_gateway: RazorpayGateway, transport: StubTransport, body: bytes
) -> None:
    transport.answer(body)
    with pytest.raises(Unknown):
        live_gateway.refund(PAYMENT, request_key=RequestKey("a" * 20), body='{"amount": 12300}')
    assert len(transport.sent) == 1


@pytest.mark.parametrize("charset", ["utf-16", "latin-1", "utf-7", "no such thing", '"'])
def test_the_text_is_read_as_utf8_whatever_its_header_says(
    live_gateway: RazorpayGateway, transport: StubTransport, charset: str
) -> None:
    whole = WHOLE | {"description": "कमरा"}
    body = json.dumps(whole, ensure_ascii=False).encode()
    transport.answer(body, Content_Type=f"application/json; charset={charset}")
    assert live_gateway.fetch_payment(PAYMENT).marked.description == "कमरा"


def test_half_signs_and_zeros_in_a_note_do_not_reach_the_books(
    live_gateway: RazorpayGateway, transport: StubTransport
) -> None:
    transport.answer(WHOLE | {"notes": {"for\0": "a\ud800b", "who": "c\0d"}, "description": "e\udfff"})
    marked = live_gateway.fetch_payment(PAYMENT).marked
    kept = "".join((*(part for pair in marked.notes for part in pair), marked.description))
    assert "\0" not in kept
    kept.encode()


@pytest.mark.parametrize("wrong", [[], {}, 7, None, True, 1.5])
def test_a_list_of_things_without_an_id_is_no_list(
    live_gateway: RazorpayGateway, transport: StubTransport, wrong: object
) -> None:
    transport.answer({"items": [WHOLE | {"id": wrong}]})
    with pytest.raises(Unknown):
        live_gateway.refunds_of(PAYMENT)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def changed(name: str, value: object) -> dict[str, Any]:
    return WHOLE | {name: value}


ODD = st.one_of(
    st.binary(max_size=200),
    ANYTHING.map(lambda value: json.dumps(value).encode()),
    st.builds(changed, st.sampled_from(sorted(WHOLE)), ANYTHING).map(lambda body: json.dumps(body).encode()),
)


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(body=ODD, status=st.sampled_from((200, 200, 200, 201, 400, 401, 404, 409, 422)))
def test_whatever_comes_is_a_payment_in_paise_or_a_trouble(
    live_gateway: RazorpayGateway, transport: StubTransport, body: bytes, status: int
) -> None:
    transport.answer(body, status)
    try:
        found = live_gateway.fetch_payment(PAYMENT)
    except GatewayTrouble:
        return
    said = json.loads(body)
    assert status < 300
    assert type(said["amount"]) is int
    assert found.amount_paise == said["amount"]
    assert 0 <= found.amount_paise <= 10**12
    assert found.id == PAYMENT
    found.marked.description.encode()
