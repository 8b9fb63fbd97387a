"""Customers, settlements, methods and downtimes."""

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from tests.practice.client import Client

DAY = 86400
INDIA = timezone(timedelta(hours=5, minutes=30))
PERSON = {"name": "Asha", "contact": "+919876543210", "email": "asha@example.com"}
COMBINED = "/v1/settlements/recon/combined"


def day_in_india(instant: int) -> dict[str, int]:
    day = datetime.fromtimestamp(instant, INDIA)
    return {"year": day.year, "month": day.month, "day": day.day}


def test_a_customer_is_made_found_edited_and_listed(merchant: Client) -> None:
    customer = merchant.post("/v1/customers", {**PERSON, "notes": {"a": "b"}})
    path = f"/v1/customers/{customer['id']}"
    assert merchant.get(path) == customer
    edited = merchant.send("PUT", path, {"name": "Asha Rao"}).json()
    assert edited == {**customer, "name": "Asha Rao"}
    assert merchant.get("/v1/customers")["items"] == [edited]


def test_the_same_customer_twice_is_refused_unless_that_is_allowed(merchant: Client) -> None:
    first = merchant.post("/v1/customers", PERSON)
    error = merchant.refused("POST", "/v1/customers", PERSON)
    assert error["description"] == "Customer already exists for the merchant"
    assert merchant.post("/v1/customers", {**PERSON, "fail_existing": "0"}) == first
    assert merchant.post("/v1/customers", {**PERSON, "email": "other@example.com"})["id"] != first["id"]


def test_a_contact_may_come_as_a_number_and_is_told_as_text(merchant: Client) -> None:
    first = merchant.post("/v1/customers", {"name": "Asha", "contact": 9123456780})
    assert first["contact"] == "9123456780"
    again = {"name": "Asha", "contact": 9123456780, "fail_existing": 0}
    assert merchant.post("/v1/customers", again) == first
    edited = merchant.send("PUT", f"/v1/customers/{first['id']}", {"contact": 9000000000}).json()
    assert edited["contact"] == "9000000000"
    error = merchant.refused("POST", "/v1/customers", {**PERSON, "contact": True})
    assert error["field"] == "contact"


@pytest.mark.parametrize("contact", ["1234567", "phone", "+91 98765"])
def test_a_contact_has_at_least_eight_digits(merchant: Client, contact: str) -> None:
    error = merchant.refused("POST", "/v1/customers", {**PERSON, "contact": contact})
    assert (error["reason"], error["field"], error["step"]) == ("invalid_contact_number", "contact", "NA")


def test_captured_money_is_settled_two_days_later_less_its_fee(merchant: Client) -> None:
    payment = merchant.paid_order(100000)
    refund = merchant.post(f"/v1/payments/{payment['id']}/refund", {"amount": 30000})
    settled_on = day_in_india(merchant.now() + 2 * DAY)
    assert merchant.get(COMBINED, **settled_on)["count"] == 0
    merchant.advance(3 * DAY)
    rows: dict[str, Any] = {row["type"]: row for row in merchant.get(COMBINED, **settled_on)["items"]}
    assert (rows["payment"]["entity_id"], rows["payment"]["credit"]) == (payment["id"], 97640)
    assert (rows["payment"]["fee"], rows["payment"]["tax"], rows["payment"]["debit"]) == (2360, 360, 0)
    assert (rows["refund"]["entity_id"], rows["refund"]["debit"]) == (refund["id"], 30000)
    assert (rows["refund"]["payment_id"], rows["payment"]["payment_id"]) == (payment["id"], None)
    [settlement] = merchant.get("/v1/settlements")["items"]
    assert settlement["id"] == rows["payment"]["settlement_id"]
    assert settlement["utr"] == rows["payment"]["settlement_utr"]
    assert (settlement["amount"], settlement["fees"], settlement["tax"]) == (67640, 2360, 360)
    assert merchant.get(f"/v1/settlements/{settlement['id']}") == settlement


def test_the_month_holds_its_days_and_pages_to_a_thousand(merchant: Client) -> None:
    for _ in range(3):
        merchant.paid_order()
    month = day_in_india(merchant.now() + 2 * DAY)
    month.pop("day")
    merchant.advance(3 * DAY)
    assert merchant.get(COMBINED, **month, count=1000)["count"] == 3
    assert merchant.get(COMBINED, **month, count=2, skip=2)["count"] == 1
    assert merchant.refused("GET", f"{COMBINED}?year=2026&month=1&count=1001")["field"] == "count"


def test_money_that_was_not_captured_is_never_settled(merchant: Client) -> None:
    merchant.paid_order(outcome="authorize")
    merchant.paid_order(outcome="decline")
    merchant.advance(10 * DAY)
    assert merchant.get("/v1/settlements")["count"] == 0


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("month=1", "year"),
        ("year=2026", "month"),
        ("year=2026&month=13", "month"),
        ("year=2026&month=1&day=x", "day"),
    ],
)
def test_the_date_of_a_report_must_be_one(merchant: Client, query: str, field: str) -> None:
    assert merchant.refused("GET", f"{COMBINED}?{query}")["field"] == field


def test_an_unknown_settlement_is_unknown(merchant: Client) -> None:
    assert "does not exist" in merchant.refused("GET", "/v1/settlements/setl_00000000000000")["description"]


def test_methods_and_downtimes_are_told(merchant: Client) -> None:
    methods = merchant.get("/v1/methods")
    assert (methods["entity"], methods["upi"], methods["card"]) == ("methods", True, True)
    assert merchant.get("/v1/payments/downtimes") == {"entity": "collection", "count": 0, "items": []}
