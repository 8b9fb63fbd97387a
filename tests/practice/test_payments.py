"""Payments: every step of their life, capture, late success, the simulator's own rules."""

import re

import pytest

from desktop.practice.api.signatures import checkout_signature
from tests.practice.client import KEY_SECRET, Client

DAY = 86400


def test_an_approved_payment_is_captured_with_its_fee_and_its_bank_reference(merchant: Client) -> None:
    payment = merchant.paid_order(250000)
    assert re.fullmatch(r"pay_[0-9A-Za-z]{14}", payment["id"])
    assert (payment["status"], payment["captured"], payment["method"]) == ("captured", True, "upi")
    assert (payment["fee"], payment["tax"]) == (5900, 900)
    assert re.fullmatch(r"\d{12}", payment["acquirer_data"]["rrn"])
    assert payment["error_code"] is None


def test_a_declined_payment_says_why(merchant: Client) -> None:
    payment = merchant.paid_order(outcome="decline", decline_reason="payment_cancelled")
    assert (payment["status"], payment["captured"], payment["fee"]) == ("failed", False, None)
    assert payment["error_code"] == "BAD_REQUEST_ERROR"
    assert payment["error_reason"] == "payment_cancelled"
    assert (payment["error_source"], payment["error_step"]) == ("customer", "payment_authentication")
    assert payment["acquirer_data"] == {"rrn": None}


@pytest.mark.parametrize(
    ("amount", "reason"),
    [
        (201, "insufficient_funds"),
        (204, "incorrect_pin"),
        (302, "payment_cancelled"),
        (402, "payment_declined"),
    ],
)
def test_some_upi_amounts_always_fail_as_in_razorpays_simulator(
    merchant: Client, amount: int, reason: str
) -> None:
    assert merchant.paid_order(amount)["error_reason"] == reason
    assert merchant.paid_order(amount, method="card")["status"] == "captured"


def test_a_reason_to_decline_counts_only_for_a_decline(merchant: Client) -> None:
    assert merchant.paid_order(decline_reason="incorrect_pin")["status"] == "captured"
    declined = merchant.paid_order(201, outcome="decline", decline_reason="incorrect_pin")
    assert declined["error_reason"] == "incorrect_pin"


def test_razorpays_test_addresses_decide_for_themselves(merchant: Client) -> None:
    assert merchant.paid_order(vpa="failure@razorpay")["status"] == "failed"
    succeeded = merchant.paid_order(vpa="success@razorpay")
    assert (succeeded["status"], succeeded["vpa"]) == ("captured", "success@razorpay")


@pytest.mark.parametrize(
    ("method", "filled", "reference"),
    [
        ("card", "card_id", "auth_code"),
        ("netbanking", "bank", "bank_transaction_id"),
        ("wallet", "wallet", "transaction_id"),
        ("upi", "vpa", "rrn"),
    ],
)
def test_each_method_fills_its_own_fields(merchant: Client, method: str, filled: str, reference: str) -> None:
    payment = merchant.paid_order(method=method)
    assert payment["method"] == method
    assert {name for name in ("card_id", "bank", "wallet", "vpa") if payment[name]} == {filled}
    assert reference in payment["acquirer_data"]


def test_the_card_is_told_when_it_is_asked_for(merchant: Client) -> None:
    payment = merchant.paid_order(method="card")
    assert "card" not in payment
    expanded = merchant.get(f"/v1/payments/{payment['id']}?expand[]=card")
    assert (expanded["card"]["id"], expanded["card"]["entity"]) == (payment["card_id"], "card")


def test_upi_carries_at_most_a_lakh_and_a_card_more(merchant: Client) -> None:
    order_id = merchant.order(10_000_001)["id"]
    body = {"target": order_id, "outcome": "approve", "method": "upi"}
    assert merchant.refused("POST", "/__practice/pay", body)["reason"] == "above_upi_limit"
    assert merchant.payment(merchant.pay(order_id)["payment_id"])["method"] == "card"


def test_an_order_with_manual_capture_waits_for_the_merchant(merchant: Client) -> None:
    order_id = merchant.order(payment={"capture": "manual"})["id"]
    payment_id = merchant.pay(order_id)["payment_id"]
    assert merchant.payment(payment_id)["status"] == "authorized"
    captured = merchant.post(f"/v1/payments/{payment_id}/capture", {"amount": 50000, "currency": "INR"})
    assert (captured["status"], captured["captured"]) == ("captured", True)
    assert merchant.get(f"/v1/orders/{order_id}")["status"] == "paid"


def test_capture_takes_only_the_authorized_amount_and_only_once(merchant: Client) -> None:
    payment_id = merchant.pay(merchant.order()["id"], "authorize")["payment_id"]
    path = f"/v1/payments/{payment_id}/capture"
    assert merchant.refused("POST", path, {"amount": 49999, "currency": "INR"})["field"] == "amount"
    assert merchant.refused("POST", path, {"amount": 50000})["field"] == "currency"
    assert merchant.refused("POST", path, {"currency": "INR"})["field"] == "amount"
    error = merchant.refused("POST", path, {"amount": 50000.5, "currency": "INR"})
    assert error["description"] == "The amount must be an integer."
    merchant.post(path, {"amount": 50000, "currency": "INR"})
    error = merchant.refused("POST", path, {"amount": 50000, "currency": "INR"})
    assert error["description"] == "This payment has already been captured"


def test_a_failed_payment_cannot_be_captured(merchant: Client) -> None:
    payment = merchant.paid_order(outcome="decline")
    merchant.refused("POST", f"/v1/payments/{payment['id']}/capture", {"amount": 50000, "currency": "INR"})


def test_a_failed_payment_can_succeed_late(merchant: Client) -> None:
    payment = merchant.paid_order(outcome="decline")
    merchant.advance(600)
    late = merchant.post("/__practice/late", {"payment_id": payment["id"]})
    assert (late["status"], late["captured"], late["error_code"]) == ("captured", True, None)
    assert late["created_at"] == payment["created_at"]
    assert merchant.get(f"/v1/orders/{payment['order_id']}")["status"] == "paid"
    assert merchant.refused("POST", "/__practice/late", {"payment_id": payment["id"]})["reason"] == "captured"


def test_late_money_for_an_order_that_is_paid_goes_back_by_itself(merchant: Client) -> None:
    order_id = merchant.order()["id"]
    first = merchant.pay(order_id, "decline")["payment_id"]
    merchant.pay(order_id)
    late = merchant.post("/__practice/late", {"payment_id": first})
    assert (late["status"], late["amount_refunded"], late["refund_status"]) == ("refunded", 50000, "full")
    assert merchant.get(f"/v1/payments/{first}/refunds")["items"][0]["amount"] == 50000
    assert merchant.get(f"/v1/orders/{order_id}")["amount_paid"] == 50000


def test_money_that_is_not_captured_goes_back_after_three_days(merchant: Client) -> None:
    payment_id = merchant.pay(merchant.order()["id"], "authorize")["payment_id"]
    merchant.advance(3 * DAY - 1)
    assert merchant.payment(payment_id)["status"] == "authorized"
    merchant.advance(1)
    returned = merchant.payment(payment_id)
    assert (returned["status"], returned["captured"], returned["amount_refunded"]) == (
        "refunded",
        False,
        50000,
    )


def test_an_order_can_shorten_the_time_for_capture(merchant: Client) -> None:
    rule = {"capture": "manual", "capture_options": {"manual_expiry_period": 12}}
    payment_id = merchant.pay(merchant.order(payment=rule)["id"])["payment_id"]
    merchant.advance(12 * 60)
    assert merchant.payment(payment_id)["status"] == "refunded"


def test_the_checkout_hands_over_a_signature_over_order_and_payment(merchant: Client) -> None:
    order_id = merchant.order()["id"]
    answer = merchant.pay(order_id)
    assert answer == {
        "payment_id": answer["payment_id"],
        "razorpay_order_id": order_id,
        "razorpay_signature": checkout_signature(KEY_SECRET, order_id, answer["payment_id"]),
    }
    declined = merchant.pay(merchant.order()["id"], "decline")
    assert set(declined) == {"payment_id"}


def test_only_the_notes_of_a_payment_can_be_edited(merchant: Client) -> None:
    payment = merchant.paid_order()
    path = f"/v1/payments/{payment['id']}"
    assert merchant.send("PATCH", path, {"notes": {"a": "b"}}).json() == {**payment, "notes": {"a": "b"}}
    assert merchant.refused("PATCH", path, {"notes": {}, "amount": 1})["field"] == "amount"


@pytest.mark.parametrize(
    "body",
    [
        {"target": "order_00000000000000", "outcome": "approve"},
        {"target": "cash", "outcome": "approve"},
        {"outcome": "approve"},
        {"target": "order_00000000000000", "outcome": "maybe"},
        {"target": "order_00000000000000", "outcome": "approve", "amount": 1.5},
        {"target": "order_00000000000000", "outcome": "approve", "tip": 1},
    ],
)
def test_the_customer_cannot_pay_what_is_not_there(merchant: Client, body: dict[str, object]) -> None:
    merchant.refused("POST", "/__practice/pay", body)
    assert merchant.get("/v1/payments")["count"] == 0
