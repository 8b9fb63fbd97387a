"""The report of settlements is read strictly: what is not as documented is no row."""

from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlparse

import pytest

from desktop.services.gateways.port import Rejected, Unknown
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from tests.gateways.stub_transport import StubTransport, read_sample

DAY = date(2026, 11, 23)
ROW: dict[str, Any] = {
    "entity_id": "pay_DEXrnipqTmWVGE",
    "type": "payment",
    "debit": 0,
    "credit": 97_100,
    "amount": 100_000,
    "currency": "INR",
    "fee": 2_900,
    "tax": 442,
    "settled": True,
    "created_at": 1_567_692_556,
    "settled_at": 1_568_176_960,
    "settlement_id": "setl_DGlQ1Rj8os78Ec",
    "description": None,
    "notes": "Beam me up Scotty.",
    "payment_id": None,
    "settlement_utr": "1568176960vxp0rj",
    "method": "card",
    "dispute_id": None,
}


def page(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"entity": "collection", "count": len(rows), "items": list(rows)}


def test_a_row_is_read_with_fee_tax_and_utr(live_gateway: RazorpayGateway, transport: StubTransport) -> None:
    transport.answer(page(ROW, {**ROW, "settled": False, "settled_at": None}))
    settled, waits = live_gateway.settled_on(DAY, skip=1000)
    assert (settled.utr, settled.fee_paise, settled.tax_paise) == ("1568176960vxp0rj", 2_900, 442)
    assert (settled.payment_id, waits.settled_at) == ("pay_DEXrnipqTmWVGE", None)
    asked = parse_qs(urlparse(transport.sent[-1].url or "").query)
    assert (asked["year"], asked["month"], asked["skip"]) == (["2026"], ["11"], ["1000"])
    assert asked["count"] == ["1000"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": 10.5},
        {"fee": -1},
        {"tax": 3_000},
        {"credit": True},
        {"currency": "USD"},
        {"entity_id": "../orders"},
        {"entity_id": None},
        {"type": "PAYMENT"},
        {"settled_at": "yesterday"},
        {"settled_at": None},
        {"settlement_id": 7},
    ],
)
def test_what_is_not_as_documented_is_no_row(
    live_gateway: RazorpayGateway, transport: StubTransport, wrong: dict[str, Any]
) -> None:
    transport.answer(page({**ROW, **wrong}))
    with pytest.raises(Unknown):
        live_gateway.settled_on(DAY, skip=0)


def test_the_documented_report_is_read(live_gateway: RazorpayGateway, transport: StubTransport) -> None:
    transport.sample("api__settlements__fetch-recon__01_success")
    payment, refund, transfer, adjustment = live_gateway.settled_on(DAY, skip=0)
    assert [one.entity_type for one in (payment, refund, transfer, adjustment)] == [
        "payment",
        "refund",
        "transfer",
        "adjustment",
    ]
    assert (transfer.debit_paise, transfer.fee_paise, adjustment.credit_paise) == (100_296, 296, 1_012)
    transport.answer(read_sample("api__settlements__fetch-recon__02_failure"), status=400)
    with pytest.raises(Rejected):
        live_gateway.settled_on(DAY, skip=0)
