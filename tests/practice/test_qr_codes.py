"""QR codes: limits, what is inside, closing, paying."""

from typing import Any

import pytest

from tests.practice.client import QR_CODE, Client

PATH = "/v1/payments/qr_codes"


def test_a_single_use_code_asks_for_exactly_its_amount(merchant: Client) -> None:
    qr_code = merchant.qr_code()
    assert (qr_code["status"], qr_code["type"], qr_code["entity"]) == ("active", "upi_qr", "qr_code")
    assert (qr_code["payment_amount"], qr_code["fixed_amount"]) == (340000, True)
    assert qr_code["image_content"].startswith("upi://pay?")
    assert "&am=3400.00&" in qr_code["image_content"]
    assert qr_code["image_url"].startswith(merchant.base_url + "/")
    picture = merchant.send("GET", qr_code["image_url"].removeprefix(merchant.base_url))
    assert picture.content.startswith(b"\x89PNG")


def test_paying_it_once_closes_it(merchant: Client) -> None:
    qr_code = merchant.qr_code(notes={"attempt": "a-1"})
    answer = merchant.pay(qr_code["id"])
    assert set(answer) == {"payment_id"}
    closed = merchant.get(f"{PATH}/{qr_code['id']}")
    assert (closed["status"], closed["close_reason"]) == ("closed", "paid")
    assert (closed["payments_amount_received"], closed["payments_count_received"]) == (340000, 1)
    [payment] = merchant.get(f"{PATH}/{qr_code['id']}/payments")["items"]
    assert (payment["id"], payment["order_id"]) == (answer["payment_id"], None)
    assert (payment["description"], payment["notes"]) == ("QRv2 Payment", {"attempt": "a-1"})
    assert (payment["fee"], payment["tax"]) == (0, 0)
    body = {"target": qr_code["id"], "outcome": "approve"}
    assert merchant.refused("POST", "/__practice/pay", body)["reason"] == "closed"


def test_another_amount_or_method_cannot_be_paid(merchant: Client) -> None:
    qr_code_id = merchant.qr_code()["id"]
    for more, reason in (
        ({"amount": 339999}, "wrong_amount"),
        ({"amount": 340001}, "wrong_amount"),
        ({"method": "card"}, "method_not_allowed"),
    ):
        body = {"target": qr_code_id, "outcome": "approve", **more}
        assert merchant.refused("POST", "/__practice/pay", body)["reason"] == reason


def test_a_declined_payment_leaves_the_code_open(merchant: Client) -> None:
    qr_code_id = merchant.qr_code()["id"]
    merchant.pay(qr_code_id, "decline")
    assert merchant.get(f"{PATH}/{qr_code_id}")["status"] == "active"
    assert [one["status"] for one in merchant.get(f"{PATH}/{qr_code_id}/payments")["items"]] == ["failed"]


def test_an_authorized_payment_bars_a_second_one_until_it_is_captured(merchant: Client) -> None:
    qr_code_id = merchant.qr_code()["id"]
    payment_id = merchant.pay(qr_code_id, "authorize")["payment_id"]
    body = {"target": qr_code_id, "outcome": "approve"}
    assert merchant.refused("POST", "/__practice/pay", body)["reason"] == "payment_pending"
    merchant.post("/__practice/late", {"payment_id": payment_id})
    assert merchant.get(f"{PATH}/{qr_code_id}")["close_reason"] == "paid"


def test_closing_on_demand_is_final(merchant: Client) -> None:
    qr_code_id = merchant.qr_code()["id"]
    closed = merchant.post(f"{PATH}/{qr_code_id}/close")
    assert (closed["status"], closed["close_reason"]) == ("closed", "on_demand")
    assert closed["closed_at"] == merchant.now()
    merchant.refused("POST", f"{PATH}/{qr_code_id}/close")
    body = {"target": qr_code_id, "outcome": "approve"}
    assert merchant.refused("POST", "/__practice/pay", body)["reason"] == "closed"


def test_a_late_success_reaches_a_code_that_was_closed_meanwhile(merchant: Client) -> None:
    qr_code_id = merchant.qr_code()["id"]
    payment_id = merchant.pay(qr_code_id, "decline")["payment_id"]
    merchant.post(f"{PATH}/{qr_code_id}/close")
    merchant.post("/__practice/late", {"payment_id": payment_id})
    closed = merchant.get(f"{PATH}/{qr_code_id}")
    assert (closed["close_reason"], closed["payments_amount_received"]) == ("on_demand", 340000)


def test_it_closes_itself_at_close_by_and_not_a_second_sooner(merchant: Client) -> None:
    close_by = merchant.now() + 570
    qr_code = merchant.qr_code(close_by=close_by)
    assert qr_code["close_by"] == close_by
    merchant.advance(569)
    assert merchant.get(f"{PATH}/{qr_code['id']}")["status"] == "active"
    merchant.advance(100)
    closed = merchant.get(f"{PATH}/{qr_code['id']}")
    assert (closed["status"], closed["close_reason"], closed["closed_at"]) == ("closed", "expired", close_by)


def test_close_by_has_a_floor_of_two_minutes_and_is_cut_to_two_hours(merchant: Client) -> None:
    now = merchant.now()
    assert merchant.refused("POST", PATH, {**QR_CODE, "close_by": now + 119})["field"] == "close_by"
    assert merchant.qr_code(close_by=now + 120)["close_by"] == now + 120
    assert merchant.qr_code(close_by=now + 7200)["close_by"] == now + 7200
    assert merchant.qr_code(close_by=now + 86400)["close_by"] == now + 7200
    assert merchant.qr_code()["close_by"] == now + 7200
    assert merchant.qr_code(close_by=None)["close_by"] == now + 7200


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"type": "bharat_qr"}, "type"),
        ({"type": None}, "type"),
        ({"usage": "thrice"}, "usage"),
        ({"usage": None}, "usage"),
        ({"fixed_amount": False}, "fixed_amount"),
        ({"fixed_amount": 1}, "fixed_amount"),
        ({"payment_amount": None}, "payment_amount"),
        ({"payment_amount": 99}, "payment_amount"),
        ({"payment_amount": 100.0}, "payment_amount"),
        ({"payment_amount": 50_000_001}, "payment_amount"),
        ({"usage": "multiple_use", "close_by": 4000000000}, "close_by"),
        ({"close_by": "soon"}, "close_by"),
        ({"notes": {"a": "x" * 257}}, "notes"),
        ({"reference_id": "BK-1"}, "reference_id"),
    ],
)
def test_a_refused_field_is_named(merchant: Client, changes: dict[str, Any], field: str) -> None:
    error = merchant.refused("POST", PATH, {**QR_CODE, **changes})
    assert (error["field"], error["reason"]) == (field, "input_validation_failed")


def test_a_code_for_many_uses_takes_any_amount_and_stays_open(merchant: Client) -> None:
    qr_code = merchant.qr_code(usage="multiple_use", fixed_amount=False, payment_amount=None)
    assert (qr_code["close_by"], qr_code["payment_amount"]) == (None, None)
    assert "am=" not in qr_code["image_content"]
    body = {"target": qr_code["id"], "outcome": "approve"}
    assert merchant.refused("POST", "/__practice/pay", body)["reason"] == "amount_missing"
    merchant.pay(qr_code["id"], amount=12300)
    merchant.pay(qr_code["id"], amount=45600)
    after = merchant.get(f"{PATH}/{qr_code['id']}")
    assert (after["status"], after["payments_amount_received"], after["payments_count_received"]) == (
        "active",
        57900,
        2,
    )


def test_codes_are_found_by_payment_and_by_customer(merchant: Client) -> None:
    customer = merchant.post("/v1/customers", {"name": "Asha", "contact": "+919876543210"})
    theirs = merchant.qr_code(customer_id=customer["id"])
    other = merchant.qr_code()
    payment_id = merchant.pay(other["id"])["payment_id"]
    assert [one["id"] for one in merchant.get(PATH, payment_id=payment_id)["items"]] == [other["id"]]
    assert [one["id"] for one in merchant.get(PATH, customer_id=customer["id"])["items"]] == [theirs["id"]]
    assert merchant.get(PATH)["count"] == 2


def test_the_codes_of_a_customer_are_paged_and_bounded_as_any_list(merchant: Client) -> None:
    customer_id = merchant.post("/v1/customers", {"name": "Asha"})["id"]
    made = []
    for _ in range(3):
        made.append(merchant.qr_code(customer_id=customer_id))
        merchant.qr_code()
        merchant.advance(10)
    page = merchant.get(PATH, customer_id=customer_id, count=1, skip=1)
    assert [one["id"] for one in page["items"]] == [made[1]["id"]]
    since = merchant.get(PATH, customer_id=customer_id, from_=made[1]["created_at"])
    assert [one["id"] for one in since["items"]] == [made[2]["id"], made[1]["id"]]


def test_only_the_notes_of_a_code_can_be_edited(merchant: Client) -> None:
    qr_code = merchant.qr_code()
    path = f"{PATH}/{qr_code['id']}"
    assert merchant.send("PATCH", path, {"notes": {"a": "b"}}).json() == {**qr_code, "notes": {"a": "b"}}
    assert merchant.refused("PATCH", path, {"close_by": 1})["field"] == "close_by"
