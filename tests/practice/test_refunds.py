"""Refunds: limits, states, and that the same wish never pays twice."""

import pytest

from tests.practice.client import Client

KEY = {"X-Refund-Idempotency": "refund-0001"}
DAY = 86400


def test_a_refund_is_processed_at_once_and_counted_on_its_payment(merchant: Client) -> None:
    payment = merchant.paid_order(50000)
    body = {"amount": 20000, "receipt": "RF-1", "notes": {"a": "b"}, "speed": "normal"}
    refund = merchant.post(f"/v1/payments/{payment['id']}/refund", body)
    assert (refund["status"], refund["amount"], refund["payment_id"]) == ("processed", 20000, payment["id"])
    assert (refund["receipt"], refund["notes"]) == ("RF-1", {"a": "b"})
    assert (refund["speed_requested"], refund["batch_id"]) == ("normal", None)
    after = merchant.payment(payment["id"])
    assert (after["status"], after["amount_refunded"], after["refund_status"]) == (
        "captured",
        20000,
        "partial",
    )
    rest = merchant.post(f"/v1/payments/{payment['id']}/refund")
    assert rest["amount"] == 30000
    after = merchant.payment(payment["id"])
    assert (after["status"], after["amount_refunded"], after["refund_status"]) == ("refunded", 50000, "full")


def test_a_refund_is_found_in_every_way(merchant: Client) -> None:
    first, second = merchant.paid_order(), merchant.paid_order()
    path = f"/v1/payments/{first['id']}"
    one = merchant.post(f"{path}/refund", {"amount": 100})
    two = merchant.post("/v1/refunds", {"payment_id": second["id"], "amount": 200})
    assert merchant.get(f"/v1/refunds/{one['id']}") == one
    assert merchant.get(f"{path}/refunds/{one['id']}") == one
    assert merchant.get(f"{path}/refunds")["items"] == [one]
    assert merchant.get("/v1/refunds")["items"] == [two, one]
    assert merchant.get("/v1/refunds", payment_id=first["id"])["items"] == [one]
    merchant.refused("GET", f"{path}/refunds/{two['id']}")


def test_no_more_is_given_back_than_was_captured(merchant: Client) -> None:
    payment = merchant.paid_order(50000)
    path = f"/v1/payments/{payment['id']}/refund"
    too_much = "The refund amount provided is greater than amount captured"
    assert merchant.refused("POST", path, {"amount": 50001})["description"] == too_much
    merchant.post(path, {"amount": 40000})
    assert merchant.refused("POST", path, {"amount": 10001})["description"] == too_much
    merchant.post(path, {"amount": 10000})
    fully = "The payment has been fully refunded already."
    assert merchant.refused("POST", path, {"amount": 100})["description"] == fully


@pytest.mark.parametrize("outcome", ["decline", "authorize"])
def test_only_captured_money_is_refunded(merchant: Client, outcome: str) -> None:
    payment = merchant.paid_order(outcome=outcome)
    error = merchant.refused("POST", f"/v1/payments/{payment['id']}/refund")
    assert error["description"] == "The payment status should be captured for action to be taken"


def test_a_payment_older_than_six_months_is_not_refunded(merchant: Client) -> None:
    payment = merchant.paid_order()
    path = f"/v1/payments/{payment['id']}/refund"
    merchant.advance(182 * DAY)
    merchant.post(path, {"amount": 100})
    merchant.advance(2 * DAY)
    merchant.refused("POST", path, {"amount": 100})


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"amount": 99}, "amount"),
        ({"amount": 100.5}, "amount"),
        ({"amount": True}, "amount"),
        ({"speed": "now"}, "speed"),
        ({"receipt": "r" * 41}, "receipt"),
        ({"notes": {str(n): "x" for n in range(16)}}, "notes"),
        ({"reason": "rain"}, "reason"),
    ],
)
def test_a_refused_field_is_named_and_nothing_is_given_back(
    merchant: Client, body: dict[str, object], field: str
) -> None:
    payment = merchant.paid_order()
    assert merchant.refused("POST", f"/v1/payments/{payment['id']}/refund", body)["field"] == field
    assert merchant.payment(payment["id"])["amount_refunded"] == 0


def test_a_body_that_is_only_a_number_is_refused(merchant: Client) -> None:
    payment = merchant.paid_order()
    merchant.refused("POST", f"/v1/payments/{payment['id']}/refund", 500)


def test_the_same_key_and_body_make_one_refund(merchant: Client) -> None:
    path = f"/v1/payments/{merchant.paid_order()['id']}/refund"
    first = merchant.post(path, {"amount": 10000}, headers=KEY)
    assert merchant.post(path, {"amount": 10000}, headers=KEY) == first
    assert merchant.get("/v1/refunds")["count"] == 1


def test_the_same_key_with_another_body_or_payment_is_refused(merchant: Client) -> None:
    path = f"/v1/payments/{merchant.paid_order()['id']}/refund"
    other = f"/v1/payments/{merchant.paid_order()['id']}/refund"
    merchant.post(path, {"amount": 10000}, headers=KEY)
    for where, amount in ((path, 20000), (other, 10000)):
        response = merchant.send("POST", where, {"amount": amount}, headers=KEY)
        assert response.status_code == 409
        assert response.json()["error"] == {
            "code": "BAD_REQUEST_ERROR",
            "description": "Different request with the same idempotency key has already been processed.",
            "source": "NA",
            "step": "NA",
            "reason": "NA",
            "metadata": {},
        }
    assert merchant.get("/v1/refunds")["count"] == 1


def test_without_a_key_the_same_body_makes_two_refunds(merchant: Client) -> None:
    path = f"/v1/payments/{merchant.paid_order()['id']}/refund"
    merchant.post(path, {"amount": 10000, "receipt": "RF-1"})
    merchant.post(path, {"amount": 10000, "receipt": "RF-1"})
    assert merchant.get("/v1/refunds")["count"] == 2


@pytest.mark.parametrize("key", ["short", "with space in it", "a" * 9, "ä" * 12])
def test_a_key_has_ten_letters_digits_dashes_or_underscores(merchant: Client, key: str) -> None:
    path = f"/v1/payments/{merchant.paid_order()['id']}/refund"
    merchant.refused("POST", path, {"amount": 100}, headers={"X-Refund-Idempotency": key.encode()})


def test_a_refusal_does_not_use_up_the_key(merchant: Client) -> None:
    path = f"/v1/payments/{merchant.paid_order()['id']}/refund"
    merchant.refused("POST", path, {"amount": 99}, headers=KEY)
    assert merchant.post(path, {"amount": 100}, headers=KEY)["amount"] == 100


def test_the_other_endpoint_knows_no_key(merchant: Client) -> None:
    body = {"payment_id": merchant.paid_order()["id"], "amount": 100}
    assert (
        merchant.post("/v1/refunds", body, headers=KEY)["id"]
        != merchant.post("/v1/refunds", body, headers=KEY)["id"]
    )
    assert merchant.refused("POST", "/v1/refunds", {"amount": 100})["field"] == "payment_id"
    assert merchant.refused("POST", "/v1/refunds", {"payment_id": 5})["field"] == "payment_id"


def test_the_bank_can_fail_a_refund_and_the_money_counts_again(merchant: Client) -> None:
    payment = merchant.paid_order(50000)
    refund = merchant.post(f"/v1/payments/{payment['id']}/refund")
    failed = merchant.post(f"/__practice/refunds/{refund['id']}", {"status": "failed"})
    assert failed["status"] == "failed"
    after = merchant.payment(payment["id"])
    assert (after["status"], after["amount_refunded"], after["refund_status"]) == ("captured", 0, None)
    merchant.refused("POST", f"/__practice/refunds/{refund['id']}", {"status": "processed"})
    merchant.post(f"/v1/payments/{payment['id']}/refund")


def test_a_pending_refund_is_processed_by_hand_but_none_becomes_pending(merchant: Client) -> None:
    merchant.faults({"kind": "refund_pending", "seconds": 3600})
    refund = merchant.post(f"/v1/payments/{merchant.paid_order()['id']}/refund")
    assert refund["status"] == "pending"
    path = f"/__practice/refunds/{refund['id']}"
    assert merchant.post(path, {"status": "processed"})["status"] == "processed"
    merchant.refused("POST", path, {"status": "pending"})
    merchant.refused("POST", path, {"status": "lost"})


def test_the_banks_reference_comes_a_day_later(merchant: Client) -> None:
    refund = merchant.post(f"/v1/payments/{merchant.paid_order()['id']}/refund")
    assert refund["acquirer_data"] == {"arn": None}
    merchant.advance(DAY)
    assert merchant.get(f"/v1/refunds/{refund['id']}")["acquirer_data"]["arn"].isdecimal()


def test_a_refund_that_failed_after_all_gets_no_reference(merchant: Client) -> None:
    refund = merchant.post(f"/v1/payments/{merchant.paid_order()['id']}/refund")
    merchant.post(f"/__practice/refunds/{refund['id']}", {"status": "failed"})
    merchant.advance(DAY)
    assert merchant.get(f"/v1/refunds/{refund['id']}")["acquirer_data"] == {"arn": None}


def test_only_the_notes_of_a_refund_can_be_edited(merchant: Client) -> None:
    refund = merchant.post(f"/v1/payments/{merchant.paid_order()['id']}/refund")
    path = f"/v1/refunds/{refund['id']}"
    assert merchant.send("PATCH", path, {"notes": {"a": "b"}}).json() == {**refund, "notes": {"a": "b"}}
    assert merchant.refused("PATCH", path, {"amount": 1})["field"] == "amount"
