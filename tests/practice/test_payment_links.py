"""Payment links: limits, references, states, callbacks. They answer errors in a style of their own."""

from typing import Any

import pytest

from desktop.practice.api.means import METHODS
from desktop.practice.api.signatures import link_signature
from tests.practice.client import KEY_SECRET, Client

PATH = "/v1/payment_links"
LINK_STYLE: dict[str, object] = {
    "code": "BAD_REQUEST_ERROR",
    "metadata": [],
    "reason": None,
    "source": None,
    "step": None,
}
CUSTOMER = {"name": "Asha", "contact": "+919876543210", "email": "asha@example.com"}


def refusal(merchant: Client, method: str, path: str, body: object = None) -> str:
    """The description of an error in the links' style."""
    error = merchant.refused(method, path, body)
    description = error.pop("description")
    assert error == LINK_STYLE
    return str(description)


def test_a_new_link_has_no_payments_no_order_and_no_entity_name(merchant: Client) -> None:
    link = merchant.link(reference_id="BK-1", description="Room 203")
    assert (link["status"], link["payments"], link["amount_paid"]) == ("created", None, 0)
    assert "entity" not in link
    assert "order_id" not in link
    assert link["short_url"] == f"{merchant.base_url}/phone/{link['id']}"
    assert merchant.get(f"{PATH}/{link['id']}") == link


def test_paying_a_link_gives_it_a_payment_and_its_order(merchant: Client) -> None:
    link_id = merchant.link(reference_id="BK-1")["id"]
    answer = merchant.pay(link_id)
    link = merchant.get(f"{PATH}/{link_id}")
    assert (link["status"], link["amount_paid"]) == ("paid", 50000)
    [entry] = link["payments"]
    assert set(entry) == {
        "amount",
        "created_at",
        "method",
        "payment_id",
        "plink_id",
        "status",
        "updated_at",
    }
    assert (entry["payment_id"], entry["plink_id"], entry["status"]) == (
        answer["payment_id"],
        link_id,
        "captured",
    )
    assert link["order_id"] == merchant.payment(answer["payment_id"])["order_id"]
    order = merchant.get(f"/v1/orders/{link['order_id']}")
    assert (order["status"], order["receipt"]) == ("paid", "BK-1")
    body = {"target": link_id, "outcome": "approve"}
    assert merchant.refused("POST", "/__practice/pay", body)["reason"] == "paid"


@pytest.mark.parametrize("reference", ["BK-1", None])
def test_the_redirect_is_signed_also_without_a_reference(merchant: Client, reference: str | None) -> None:
    more: dict[str, Any] = {} if reference is None else {"reference_id": reference}
    link = merchant.link(callback_url="https://example.com/back", callback_method="get", **more)
    answer = merchant.pay(link["id"])
    signature = link_signature(KEY_SECRET, link["id"], reference or "", "paid", answer["payment_id"])
    assert answer["callback_params"] == {
        "razorpay_payment_id": answer["payment_id"],
        "razorpay_payment_link_id": link["id"],
        "razorpay_payment_link_reference_id": reference or "",
        "razorpay_payment_link_status": "paid",
        "razorpay_signature": signature,
    }


def test_an_authorized_or_failed_payment_is_not_listed(merchant: Client) -> None:
    link_id = merchant.link()["id"]
    merchant.pay(link_id, "decline")
    merchant.pay(link_id, "authorize")
    link = merchant.get(f"{PATH}/{link_id}")
    assert (link["status"], link["payments"]) == ("created", None)


def test_a_reference_is_taken_only_once(merchant: Client) -> None:
    first = merchant.link(reference_id="BK-1")
    body = {"amount": 50000, "currency": "INR", "reference_id": "BK-1"}
    assert (
        refusal(merchant, "POST", PATH, body) == "payment link creation with reference ID already attempted"
    )
    assert [one["id"] for one in merchant.get(PATH, reference_id="BK-1")["payment_links"]] == [first["id"]]
    other = merchant.link(reference_id="BK-2")
    refusal(merchant, "PATCH", f"{PATH}/{other['id']}", {"reference_id": "BK-1"})
    merchant.post(f"{PATH}/{first['id']}/cancel")
    refusal(merchant, "POST", PATH, body)


def test_the_list_has_its_own_name_and_knows_the_payment(merchant: Client) -> None:
    first, second = merchant.link(), merchant.link()
    listed = merchant.get(PATH)
    assert [one["id"] for one in listed["payment_links"]] == [second["id"], first["id"]]
    assert set(listed) == {"payment_links"}
    payment_id = merchant.pay(first["id"])["payment_id"]
    assert [one["id"] for one in merchant.get(PATH, payment_id=payment_id)["payment_links"]] == [first["id"]]
    assert merchant.get(PATH, payment_id="pay_00000000000000") == {"payment_links": []}


def test_expire_by_lies_between_fifteen_minutes_and_six_months(merchant: Client) -> None:
    now = merchant.now()
    body = {"amount": 50000, "currency": "INR", "expire_by": now + 899}
    assert refusal(merchant, "POST", PATH, body) == "timestamp must be atleast 15 minutes in future"
    assert merchant.link(expire_by=now + 900)["expire_by"] == now + 900
    assert merchant.link()["expire_by"] == 0
    refusal(merchant, "POST", PATH, {**body, "expire_by": now + 190 * 86400})


def test_a_link_expires_a_little_after_its_time(merchant: Client) -> None:
    expire_by = merchant.now() + 900
    link_id = merchant.link(expire_by=expire_by)["id"]
    merchant.advance(899)
    assert merchant.get(f"{PATH}/{link_id}")["status"] == "created"
    merchant.advance(13)
    link = merchant.get(f"{PATH}/{link_id}")
    assert link["status"] == "expired"
    assert 0 <= link["expired_at"] - expire_by < 12
    body = {"target": link_id, "outcome": "approve"}
    assert merchant.refused("POST", "/__practice/pay", body)["reason"] == "expired"
    assert "expired link" in refusal(merchant, "POST", f"{PATH}/{link_id}/cancel")


def test_a_link_without_an_end_lasts_six_months(merchant: Client) -> None:
    link_id = merchant.link()["id"]
    merchant.advance(180 * 86400)
    assert merchant.get(f"{PATH}/{link_id}")["status"] == "created"
    merchant.advance(6 * 86400)
    assert merchant.get(f"{PATH}/{link_id}")["status"] == "expired"


def test_only_an_unpaid_link_can_be_cancelled(merchant: Client) -> None:
    link_id = merchant.link()["id"]
    cancelled = merchant.post(f"{PATH}/{link_id}/cancel")
    assert (cancelled["status"], cancelled["cancelled_at"]) == ("cancelled", merchant.now())
    refusal(merchant, "POST", f"{PATH}/{link_id}/cancel")
    body = {"target": link_id, "outcome": "approve"}
    assert merchant.refused("POST", "/__practice/pay", body)["reason"] == "cancelled"
    paid = merchant.link()["id"]
    merchant.pay(paid)
    expected = "cannot cancel or expire an already paid/partially paid link"
    assert refusal(merchant, "POST", f"{PATH}/{paid}/cancel") == expected


def test_a_link_can_be_paid_in_parts_if_it_says_so(merchant: Client) -> None:
    link_id = merchant.link(50000, accept_partial=True, first_min_partial_amount=20000)["id"]
    body = {"target": link_id, "outcome": "approve", "amount": 19999}
    assert merchant.refused("POST", "/__practice/pay", body)["reason"] == "wrong_amount"
    merchant.pay(link_id, amount=20000)
    assert merchant.get(f"{PATH}/{link_id}")["status"] == "partially_paid"
    refusal(merchant, "POST", f"{PATH}/{link_id}/cancel")
    merchant.pay(link_id)
    link = merchant.get(f"{PATH}/{link_id}")
    assert (link["status"], [one["amount"] for one in link["payments"]]) == ("paid", [30000, 20000])


def test_the_methods_can_be_restricted(merchant: Client) -> None:
    only = {"checkout": {"method": {"card": True, "netbanking": True, "upi": False, "wallet": False}}}
    link_id = merchant.link(options=only)["id"]
    body = {"target": link_id, "outcome": "approve", "method": "upi"}
    assert merchant.refused("POST", "/__practice/pay", body)["reason"] == "method_not_allowed"
    assert merchant.payment(merchant.pay(link_id)["payment_id"])["method"] == "card"


def test_a_method_can_be_switched_off_alone(merchant: Client) -> None:
    link_id = merchant.link(options={"checkout": {"method": {"upi": False, "wallet": "0"}}})["id"]
    for method in ("upi", "wallet"):
        body = {"target": link_id, "outcome": "approve", "method": method}
        assert merchant.refused("POST", "/__practice/pay", body)["reason"] == "method_not_allowed"
    payment_id = merchant.pay(link_id, method="netbanking")["payment_id"]
    assert merchant.payment(payment_id)["status"] == "captured"


def test_the_customer_of_the_link_is_the_customer_of_its_payment(merchant: Client) -> None:
    payment = merchant.payment(merchant.pay(merchant.link(customer=CUSTOMER)["id"])["payment_id"])
    assert (payment["contact"], payment["email"]) == (CUSTOMER["contact"], CUSTOMER["email"])


def test_a_reminder_goes_to_a_known_address_of_an_open_link(merchant: Client) -> None:
    link_id = merchant.link(customer={"contact": CUSTOMER["contact"]})["id"]
    assert merchant.post(f"{PATH}/{link_id}/notify_by/sms") == {"success": True}
    refusal(merchant, "POST", f"{PATH}/{link_id}/notify_by/email")
    refusal(merchant, "POST", f"{PATH}/{link_id}/notify_by/pigeon")
    merchant.post(f"{PATH}/{link_id}/cancel")
    refusal(merchant, "POST", f"{PATH}/{link_id}/notify_by/sms")


def test_an_open_link_can_be_edited_and_a_paid_one_cannot(merchant: Client) -> None:
    link = merchant.link(reference_id="BK-1")
    later = merchant.now() + 3600
    body = {"reference_id": "BK-2", "expire_by": later, "notes": {"a": "b"}}
    edited = merchant.send("PATCH", f"{PATH}/{link['id']}", body).json()
    assert (edited["reference_id"], edited["expire_by"], edited["notes"]) == ("BK-2", later, {"a": "b"})
    refusal(merchant, "PATCH", f"{PATH}/{link['id']}", {"amount": 1000})
    merchant.pay(link["id"])
    refusal(merchant, "PATCH", f"{PATH}/{link['id']}", {"notes": {"a": "c"}})


@pytest.mark.parametrize(
    "changes",
    [
        {"amount": 99},
        {"amount": 100.0},
        {"amount": None},
        {"amount": 50_000_001},
        {"currency": "EUR"},
        {"reference_id": "r" * 41},
        {"description": "d" * 2049},
        {"notes": {"a": "x" * 256}},
        {"notes": {str(n): "x" for n in range(16)}},
        {"callback_url": "https://example.com"},
        {"callback_url": "https://example.com", "callback_method": "post"},
        {"accept_partial": 1},
        {"first_min_partial_amount": 1000},
        {"customer": {"phone": "1"}},
        {"notify": {"sms": "yes"}},
        {"expire_by": "later"},
        {"options": {"checkout": {"method": []}}},
        {"options": {"checkout": {"method": dict.fromkeys(METHODS, False)}}},
        {"upi_link": True},
        {"receipt": "BK-1"},
    ],
)
def test_a_refused_link_is_told_in_the_links_own_style(merchant: Client, changes: dict[str, Any]) -> None:
    refusal(merchant, "POST", PATH, {"amount": 50000, "currency": "INR", **changes})
    assert merchant.get(PATH) == {"payment_links": []}


def test_the_longest_texts_are_taken(merchant: Client) -> None:
    link = merchant.link(reference_id="r" * 40, description="d" * 2048, notes={"a": "x" * 255})
    assert (len(link["reference_id"]), len(link["description"])) == (40, 2048)
    body = {"amount": 50000, "currency": "INR", "notes": {"a": "x" * 256}}
    assert refusal(merchant, "POST", PATH, body) == "value: the length must not be greater than 255"
