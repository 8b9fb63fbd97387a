"""Orders: limits, states, lists, receipts."""

from typing import Any

import pytest

from tests.practice.client import Client


def test_a_new_order_owes_everything_and_has_not_been_attempted(merchant: Client) -> None:
    order = merchant.order(50000, receipt="BK-1", notes={"booking": "BK-1"})
    assert order["id"].startswith("order_")
    assert (order["amount"], order["amount_paid"], order["amount_due"]) == (50000, 0, 50000)
    assert (order["status"], order["attempts"], order["receipt"]) == ("created", 0, "BK-1")
    assert order["notes"] == {"booking": "BK-1"}
    assert merchant.get(f"/v1/orders/{order['id']}") == order


def test_notes_that_were_not_given_come_back_as_an_empty_list(merchant: Client) -> None:
    assert merchant.order()["notes"] == []


@pytest.mark.parametrize("amount", [99, 0, -100])
def test_less_than_one_rupee_is_refused(merchant: Client, amount: int) -> None:
    error = merchant.refused("POST", "/v1/orders", {"amount": amount, "currency": "INR"})
    assert (error["description"], error["field"]) == ("The amount must be at least INR 1.00", "amount")
    assert (error["source"], error["step"]) == ("business", "payment_initiation")
    assert (error["reason"], error["metadata"]) == ("input_validation_failed", {})


def test_one_rupee_is_taken_and_so_is_the_accounts_limit_but_no_more(merchant: Client) -> None:
    assert merchant.order(100)["amount"] == 100
    assert merchant.order(50_000_000)["amount"] == 50_000_000
    error = merchant.refused("POST", "/v1/orders", {"amount": 50_000_001, "currency": "INR"})
    assert error["description"] == "Amount exceeds maximum amount allowed."


@pytest.mark.parametrize("amount", [100.5, 500.0, "500", True, [500], {"paise": 500}])
def test_an_amount_is_an_integer_and_nothing_that_looks_like_one(merchant: Client, amount: object) -> None:
    error = merchant.refused("POST", "/v1/orders", {"amount": amount, "currency": "INR"})
    assert error["description"] == "The amount must be an integer."


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"currency": "INR"}, "amount"),
        ({"amount": 500}, "currency"),
        ({"amount": 500, "currency": "USD"}, "currency"),
        ({"amount": 500, "currency": "INR", "receipt": "r" * 41}, "receipt"),
        ({"amount": 500, "currency": "INR", "receipt": 7}, "receipt"),
        ({"amount": 500, "currency": "INR", "notes": "text"}, "notes"),
        ({"amount": 500, "currency": "INR", "notes": {"a": 1.5}}, "notes"),
        ({"amount": 500, "currency": "INR", "notes": {"a": "x" * 257}}, "notes"),
        ({"amount": 500, "currency": "INR", "notes": {str(n): "x" for n in range(16)}}, "notes"),
        ({"amount": 500, "currency": "INR", "partial_payment": "yes"}, "partial_payment"),
        ({"amount": 500, "currency": "INR", "payment": "manual"}, "payment"),
    ],
)
def test_a_refused_field_is_named(merchant: Client, body: dict[str, Any], field: str) -> None:
    assert merchant.refused("POST", "/v1/orders", body)["field"] == field


def test_the_longest_receipt_and_notes_are_taken(merchant: Client) -> None:
    notes = {str(number): "x" * 256 for number in range(15)}
    order = merchant.order(receipt="r" * 40, notes=notes)
    assert (order["receipt"], order["notes"]) == ("r" * 40, notes)


def test_an_unknown_field_is_refused_by_name(merchant: Client) -> None:
    error = merchant.refused("POST", "/v1/orders", {"amount": 500, "currency": "INR", "expire_by": 1})
    assert error["description"] == "expire_by is/are not required and should not be sent"
    body = {"amount": 500, "currency": "INR", "expire_by": 1, "colour": "red"}
    error = merchant.refused("POST", "/v1/orders", body)
    assert error["description"] == "expire_by, colour is/are not required and should not be sent"


def test_an_order_goes_from_created_over_attempted_to_paid_and_takes_no_more(merchant: Client) -> None:
    order_id = merchant.order()["id"]
    merchant.pay(order_id, "decline")
    attempted = merchant.get(f"/v1/orders/{order_id}")
    assert (attempted["status"], attempted["attempts"], attempted["amount_paid"]) == ("attempted", 1, 0)
    merchant.pay(order_id)
    paid = merchant.get(f"/v1/orders/{order_id}")
    assert (paid["status"], paid["attempts"], paid["amount_paid"], paid["amount_due"]) == (
        "paid",
        2,
        50000,
        0,
    )
    refusal = merchant.refused("POST", "/__practice/pay", {"target": order_id, "outcome": "approve"})
    assert refusal["reason"] == "paid"
    statuses = [one["status"] for one in merchant.get(f"/v1/orders/{order_id}/payments")["items"]]
    assert statuses == ["captured", "failed"]


def test_an_authorized_payment_keeps_the_order_attempted_and_bars_a_second_one(merchant: Client) -> None:
    order_id = merchant.order()["id"]
    merchant.pay(order_id, "authorize")
    assert merchant.get(f"/v1/orders/{order_id}")["status"] == "attempted"
    refusal = merchant.refused("POST", "/__practice/pay", {"target": order_id, "outcome": "approve"})
    assert refusal["reason"] == "payment_pending"


def test_a_paid_order_stays_paid_after_a_refund(merchant: Client) -> None:
    payment = merchant.paid_order()
    merchant.post(f"/v1/payments/{payment['id']}/refund")
    assert merchant.get(f"/v1/orders/{payment['order_id']}")["status"] == "paid"


def test_orders_never_expire(merchant: Client) -> None:
    order_id = merchant.order()["id"]
    merchant.advance(400 * 86400)
    assert merchant.get(f"/v1/orders/{order_id}")["status"] == "created"


def test_a_receipt_may_repeat_unless_it_is_said_to_be_unique(merchant: Client) -> None:
    first = merchant.order(receipt="BK-1")
    assert merchant.order(receipt="BK-1")["id"] != first["id"]
    unique = merchant.order(receipt="BK-2", unique_receipt=True)
    assert merchant.order(receipt="BK-2", unique_receipt=True)["id"] == unique["id"]
    body = {"amount": 60000, "currency": "INR", "receipt": "BK-2", "unique_receipt": True}
    assert merchant.refused("POST", "/v1/orders", body)["description"] == "Order receipt should be unique."


def test_orders_are_found_by_their_receipt(merchant: Client) -> None:
    wanted = merchant.order(receipt="BK-1")
    merchant.order(receipt="BK-2")
    assert [one["id"] for one in merchant.get("/v1/orders", receipt="BK-1")["items"]] == [wanted["id"]]


def test_a_list_of_orders_can_carry_their_payments(merchant: Client) -> None:
    payment = merchant.paid_order()
    [order] = merchant.get("/v1/orders?expand[]=payments")["items"]
    assert order["payments"]["entity"] == "collection"
    assert [one["id"] for one in order["payments"]["items"]] == [payment["id"]]


def test_only_the_notes_of_an_order_can_be_edited(merchant: Client) -> None:
    order = merchant.order()
    edited = merchant.send("PATCH", f"/v1/orders/{order['id']}", {"notes": {"a": "b"}}).json()
    assert edited == {**order, "notes": {"a": "b"}}
    assert merchant.refused("PATCH", f"/v1/orders/{order['id']}", {"amount": 1})["field"] == "amount"
    assert merchant.refused("PATCH", f"/v1/orders/{order['id']}", {})["field"] == "notes"


def test_partial_payments_need_the_orders_leave_and_its_minimum(merchant: Client) -> None:
    whole = merchant.order(50000)["id"]
    body = {"target": whole, "outcome": "approve", "amount": 20000}
    assert merchant.refused("POST", "/__practice/pay", body)["reason"] == "wrong_amount"
    parts = merchant.order(50000, partial_payment=True, first_payment_min_amount=20000)["id"]
    body = {"target": parts, "outcome": "approve", "amount": 19999}
    assert merchant.refused("POST", "/__practice/pay", body)["reason"] == "wrong_amount"
    merchant.pay(parts, amount=20000)
    order = merchant.get(f"/v1/orders/{parts}")
    assert (order["status"], order["amount_paid"], order["amount_due"]) == ("attempted", 20000, 30000)
    merchant.pay(parts)
    assert merchant.get(f"/v1/orders/{parts}")["status"] == "paid"


@pytest.mark.parametrize(
    "options",
    [
        {"automatic_expiry_period": 11},
        {"manual_expiry_period": 7201},
        {"automatic_expiry_period": 30, "manual_expiry_period": 20},
    ],
)
def test_capture_periods_have_their_limits(merchant: Client, options: dict[str, int]) -> None:
    rule = {"capture": "automatic", "capture_options": options}
    merchant.refused("POST", "/v1/orders", {"amount": 500, "currency": "INR", "payment": rule})
    longest = {"automatic_expiry_period": 12, "manual_expiry_period": 7200, "refund_speed": "normal"}
    merchant.order(payment={"capture": "manual", "capture_options": longest})
