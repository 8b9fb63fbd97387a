"""Faults of the bank and of the account: late, double, unseen and refused money."""

import pytest

from tests.practice.client import QR_CODE, Client

QR = "/v1/payments/qr_codes"
DAY = 86400


def test_a_code_can_be_paid_twice(merchant: Client) -> None:
    merchant.faults({"kind": "duplicate_payment"})
    qr_code_id = merchant.qr_code()["id"]
    merchant.pay(qr_code_id)
    payments = merchant.get(f"{QR}/{qr_code_id}/payments")["items"]
    assert [one["status"] for one in payments] == ["captured", "captured"]
    assert payments[0]["id"] != payments[1]["id"]
    qr_code = merchant.get(f"{QR}/{qr_code_id}")
    assert (qr_code["payments_amount_received"], qr_code["payments_count_received"]) == (680000, 2)


@pytest.mark.parametrize("kind", ["order", "link"])
def test_an_order_and_a_link_can_be_paid_twice_too(merchant: Client, kind: str) -> None:
    merchant.faults({"kind": "duplicate_payment"})
    merchant.pay(getattr(merchant, kind)()["id"])
    state = merchant.get("/__practice/state")
    assert [one["status"] for one in state["payments"]] == ["captured", "captured"]
    assert state["captured_paise"] == 100000


def test_a_closed_code_can_be_paid(merchant: Client) -> None:
    qr_code_id = merchant.qr_code()["id"]
    merchant.post(f"{QR}/{qr_code_id}/close")
    merchant.faults({"kind": "pay_after_close"})
    merchant.pay(qr_code_id)
    qr_code = merchant.get(f"{QR}/{qr_code_id}")
    assert (qr_code["status"], qr_code["close_reason"]) == ("closed", "on_demand")
    assert qr_code["payments_amount_received"] == 340000


def test_a_cancelled_and_an_expired_link_can_be_paid(merchant: Client) -> None:
    cancelled = merchant.link()["id"]
    merchant.post(f"/v1/payment_links/{cancelled}/cancel")
    expired = merchant.link(expire_by=merchant.now() + 900)["id"]
    merchant.advance(1000)
    merchant.faults({"kind": "pay_after_close", "count": 2})
    for link_id, status in ((cancelled, "cancelled"), (expired, "expired")):
        merchant.pay(link_id)
        link = merchant.get(f"/v1/payment_links/{link_id}")
        assert (link["status"], link["amount_paid"], len(link["payments"])) == (status, 50000, 1)


def test_a_capture_can_take_its_time(merchant: Client) -> None:
    merchant.faults({"kind": "delayed_capture", "seconds": 45})
    qr_code_id = merchant.qr_code()["id"]
    payment_id = merchant.pay(qr_code_id)["payment_id"]
    merchant.advance(44)
    assert merchant.payment(payment_id)["status"] == "authorized"
    assert merchant.get(f"{QR}/{qr_code_id}")["status"] == "active"
    merchant.advance(1)
    assert merchant.payment(payment_id)["status"] == "captured"
    assert merchant.get(f"{QR}/{qr_code_id}")["close_reason"] == "paid"


def test_a_failure_can_turn_into_a_late_success(merchant: Client) -> None:
    merchant.faults({"kind": "late_success", "seconds": 700})
    qr_code_id = merchant.qr_code(close_by=merchant.now() + 600)["id"]
    payment_id = merchant.pay(qr_code_id)["payment_id"]
    failed = merchant.payment(payment_id)
    assert (failed["status"], failed["error_reason"]) == ("failed", "payment_timed_out")
    merchant.advance(700)
    captured = merchant.payment(payment_id)
    assert (captured["status"], captured["error_reason"]) == ("captured", None)
    assert merchant.get(f"{QR}/{qr_code_id}")["close_reason"] == "expired"


def test_a_payment_can_be_missing_from_the_lists_for_a_while(merchant: Client) -> None:
    merchant.faults({"kind": "delayed_visibility", "seconds": 20, "count": 2})
    qr_code_id, link_id = merchant.qr_code()["id"], merchant.link()["id"]
    payment_id = merchant.pay(qr_code_id)["payment_id"]
    merchant.pay(link_id)
    assert merchant.payment(payment_id)["status"] == "captured"
    assert merchant.get(f"{QR}/{qr_code_id}")["close_reason"] == "paid"
    assert merchant.get(f"{QR}/{qr_code_id}/payments")["count"] == 0
    assert merchant.get("/v1/payments")["count"] == 0
    assert merchant.get(f"/v1/payment_links/{link_id}")["payments"] is None
    merchant.advance(20)
    assert merchant.get(f"{QR}/{qr_code_id}/payments")["count"] == 1
    assert len(merchant.get(f"/v1/payment_links/{link_id}")["payments"]) == 1


def test_a_refund_can_be_missing_from_the_lists_for_a_while(merchant: Client) -> None:
    merchant.faults({"kind": "delayed_visibility", "path": "/refund$", "seconds": 20})
    path = f"/v1/payments/{merchant.paid_order()['id']}"
    merchant.post(f"{path}/refund", {"amount": 100})
    assert merchant.get(f"{path}/refunds")["count"] == 0
    merchant.advance(20)
    assert merchant.get(f"{path}/refunds")["count"] == 1


def test_the_notes_of_a_code_may_not_reach_its_payment(merchant: Client) -> None:
    merchant.faults({"kind": "qr_notes_absent"})
    payment_id = merchant.pay(merchant.qr_code(notes={"attempt": "a-1"})["id"])["payment_id"]
    assert merchant.payment(payment_id)["notes"] == []


def test_money_can_be_settled_on_the_next_day(merchant: Client) -> None:
    merchant.faults({"kind": "settled_next_day"})
    merchant.paid_order()
    merchant.paid_order()
    merchant.advance(3 * DAY)
    usual, sooner = merchant.get("/v1/settlements")["items"]
    assert usual["created_at"] - sooner["created_at"] == DAY


def test_a_refund_can_stay_pending_for_a_while(merchant: Client) -> None:
    merchant.faults({"kind": "refund_pending", "seconds": 30})
    payment = merchant.paid_order()
    refund = merchant.post(f"/v1/payments/{payment['id']}/refund")
    assert refund["status"] == "pending"
    assert merchant.payment(payment["id"])["status"] == "refunded"
    merchant.advance(30)
    assert merchant.get(f"/v1/refunds/{refund['id']}")["status"] == "processed"


def test_a_refund_can_fail_after_it_was_taken_on(merchant: Client) -> None:
    merchant.faults({"kind": "refund_failed", "seconds": 30})
    payment = merchant.paid_order()
    refund = merchant.post(f"/v1/payments/{payment['id']}/refund")
    assert refund["status"] == "pending"
    merchant.advance(30)
    assert merchant.get(f"/v1/refunds/{refund['id']}")["status"] == "failed"
    assert merchant.payment(payment["id"])["amount_refunded"] == 0


def test_the_account_can_be_short_of_money_for_a_refund(merchant: Client) -> None:
    merchant.faults({"kind": "refund_insufficient_balance"})
    path = f"/v1/payments/{merchant.paid_order()['id']}/refund"
    assert "not have enough balance" in merchant.refused("POST", path)["description"]
    assert merchant.post(path)["status"] == "processed"


def test_a_refund_can_be_in_progress_elsewhere(merchant: Client) -> None:
    merchant.faults({"kind": "refund_in_progress"})
    path = f"/v1/payments/{merchant.paid_order()['id']}/refund"
    key = {"X-Refund-Idempotency": "refund-0001"}
    assert merchant.send("POST", path, {"amount": 100}, headers=key).status_code == 409
    assert merchant.get("/v1/refunds")["count"] == 0
    merchant.post(path, {"amount": 100}, headers=key)


def test_the_account_may_set_close_by_as_it_likes(merchant: Client) -> None:
    now = merchant.now()
    merchant.faults({"kind": "close_by_overridden", "seconds": 240})
    assert merchant.qr_code(close_by=now + 600)["close_by"] == now + 240


def test_close_by_may_need_fifteen_minutes_as_the_older_pages_say(merchant: Client) -> None:
    now = merchant.now()
    merchant.faults({"kind": "close_by_refused", "count": None})
    error = merchant.refused("POST", QR, {**QR_CODE, "close_by": now + 899})
    assert error["field"] == "close_by"
    assert merchant.qr_code(close_by=now + 900)["close_by"] == now + 900


def test_the_text_of_a_code_may_be_missing(merchant: Client) -> None:
    merchant.faults({"kind": "image_content_absent"})
    qr_code = merchant.qr_code()
    assert "image_content" not in qr_code
    assert "image_content" not in merchant.get(f"{QR}/{qr_code['id']}")
    assert "image_content" in merchant.qr_code()


def test_codes_may_not_be_enabled(merchant: Client) -> None:
    merchant.faults({"kind": "qr_not_enabled"})
    error = merchant.refused("POST", QR, QR_CODE)
    assert error["description"] == "The requested URL was not found on the server."


def test_the_account_may_have_a_lower_limit(merchant: Client) -> None:
    merchant.faults({"kind": "amount_limit", "paise": 100000, "count": None})
    body = {"amount": 100001, "currency": "INR"}
    assert "maximum amount" in merchant.refused("POST", "/v1/orders", body)["description"]
    assert "maximum amount" in merchant.refused("POST", "/v1/payment_links", body)["description"]
    assert "maximum amount" in merchant.refused("POST", QR, QR_CODE)["description"]
    assert merchant.order(100000)["amount"] == 100000


def test_upi_can_be_down(merchant: Client) -> None:
    merchant.faults({"kind": "upi_downtime"})
    [downtime] = merchant.get("/v1/payments/downtimes")["items"]
    assert (downtime["entity"], downtime["method"], downtime["status"]) == (
        "payment.downtime",
        "upi",
        "started",
    )
    assert merchant.get("/v1/payments/downtimes")["count"] == 0
