"""Every sample of Razorpay's documentation, held against what the gateway answers to the same request."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.practice.client import QR_CODE, Client
from tests.practice.shapes import differences

SAMPLES = Path(__file__).resolve().parents[3] / "shared/data/razorpay-samples"
QR = "/v1/payments/qr_codes"
UNKNOWN = "00000000000000"
Answer = Callable[[Client], dict[str, Any]]
Failure = Callable[[Client], requests.Response]

pytestmark = pytest.mark.skipif(
    not SAMPLES.exists(), reason="the documentation's samples lie beside the checkout and are not here"
)


@cache
def sample(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((SAMPLES / name).read_text(encoding="utf-8"))
    return content


def names(start: str) -> list[str]:
    return sorted(path.name for path in SAMPLES.glob(f"{start}*.json"))


def refunded(merchant: Client) -> dict[str, Any]:
    payment = merchant.paid_order()
    body = {"amount": 10000, "notes": {"a": "b"}, "receipt": "RF-1"}
    made: dict[str, Any] = merchant.post(f"/v1/payments/{payment['id']}/refund", body)
    return made


def closed_code(merchant: Client) -> dict[str, Any]:
    made: dict[str, Any] = merchant.post(f"{QR}/{merchant.qr_code()['id']}/close")
    return made


def paid_code(merchant: Client) -> dict[str, Any]:
    qr_code_id = merchant.qr_code(notes={"a": "b"})["id"]
    merchant.pay(qr_code_id)
    found: dict[str, Any] = merchant.get(f"{QR}/{qr_code_id}")
    return found


def of_the_kind(merchant: Client, documented: dict[str, Any]) -> dict[str, Any]:
    """An entity of ours of the same kind, state and means as a documented one."""
    kind = documented["entity"]
    if kind == "payment":
        outcome = {"failed": "decline", "authorized": "authorize"}.get(documented["status"], "approve")
        method = documented["method"] if documented["method"] != "emi" else "card"
        made: dict[str, Any] = merchant.paid_order(outcome=outcome, method=method)
        return made
    makers: dict[str, Answer] = {
        "order": lambda merchant: merchant.order(receipt="r", notes={"a": "b"}),
        "refund": refunded,
        "qr_code": closed_code if documented.get("status") == "closed" else lambda client: client.qr_code(),
        "customer": lambda merchant: merchant.post("/v1/customers", {"name": "Asha", "notes": {"a": "b"}}),
    }
    return makers[kind](merchant)


def documented_entities() -> list[tuple[str, int]]:
    """File and position of each entity in the samples of successes, single or in a list."""
    found = []
    for name in names("api__"):
        if "settlements" in name or "payment-links" in name:
            continue
        body = sample(name)
        if "error" not in body:
            found += [(name, position) for position in range(len(body.get("items", [body])))]
    return found


@pytest.mark.parametrize(("name", "position"), documented_entities())
def test_an_entity_has_the_documented_keys_and_types(merchant: Client, name: str, position: int) -> None:
    body = sample(name)
    documented = body.get("items", [body])[position]
    ours = of_the_kind(merchant, documented)
    assert differences(documented, ours, documented["entity"]) == []


@pytest.mark.parametrize("name", names("api__payments__payment-links__entity"))
def test_a_link_has_the_documented_keys_and_types(merchant: Client, name: str) -> None:
    ours = merchant.link(
        reference_id="BK-1", notes={"a": "b"}, callback_url="https://e.com", callback_method="get"
    )
    # The page of UPI links shows the flag as text; the webhooks and the other page show a boolean.
    documented = {**sample(name), "upi_link": False}
    assert differences(documented, ours, "payment_link") == []


def link_like(merchant: Client, documented: dict[str, Any]) -> dict[str, Any]:
    """A link of ours in the state of a documented one."""
    link = merchant.link(expire_by=merchant.now() + 900)
    if documented["status"] == "paid":
        merchant.pay(link["id"])
    elif documented["status"] == "cancelled":
        merchant.post(f"/v1/payment_links/{link['id']}/cancel")
    elif documented["status"] == "expired":
        merchant.advance(1000)
    found: dict[str, Any] = merchant.get(f"/v1/payment_links/{link['id']}")
    assert found["status"] == documented["status"]
    return found


def downtime(merchant: Client) -> dict[str, Any]:
    merchant.faults({"kind": "upi_downtime"})
    [found] = merchant.get("/v1/payments/downtimes")["items"]
    return dict(found)


@pytest.mark.parametrize("name", names("webhooks__"))
def test_what_a_webhook_carries_looks_as_what_is_fetched(merchant: Client, name: str) -> None:
    payload = {
        kind: part["entity"] for kind, part in sample(name)["payload"].items() if isinstance(part, dict)
    }
    if name.startswith("webhooks__payment-links"):
        # The order in there is Razorpay's own record, with dozens of keys that the API never gives out.
        payload.pop("order", None)
    assert payload
    for kind, documented in payload.items():
        if kind == "payment_link":
            ours = link_like(merchant, documented)
        elif kind == "payment.downtime":
            ours = downtime(merchant)
        else:
            ours = of_the_kind(merchant, {"entity": kind, **documented})
        if kind == "qr_code" and isinstance(documented.get("close_by"), str):
            documented["close_by"] = int(documented["close_by"])
        assert differences(documented, ours, kind) == []


def recon_rows(merchant: Client) -> dict[str, Any]:
    refunded(merchant)
    merchant.advance(3 * 86400)
    rows: dict[str, Any] = {}
    for year in (2025, 2026, 2027, 2028):
        for month in range(1, 13):
            query = f"/v1/settlements/recon/combined?year={year}&month={month}"
            rows |= {row["type"]: row for row in merchant.get(query)["items"]}
    return rows


def test_settlements_have_the_documented_keys_and_types(merchant: Client) -> None:
    merchant.post("/__practice/clock", {"frozen": True})
    rows = recon_rows(merchant)
    for documented in sample("api__settlements__fetch-recon__01_success.json")["items"]:
        if documented["type"] in rows:
            ours = rows[documented["type"]]
            assert set(ours) == set(documented)
            assert differences(documented, ours, "settlement") == []
    [settlement] = merchant.get("/v1/settlements")["items"]
    assert differences(sample("api__settlements__entity__01_entity.json"), settlement, "settlement") == []
    for documented in sample("api__settlements__fetch-all__01_success.json")["items"]:
        assert differences(documented, settlement, "settlement") == []


def test_a_reminder_is_answered_as_documented(merchant: Client) -> None:
    link = merchant.link(customer={"contact": "+919876543210"})
    answer = merchant.post(f"/v1/payment_links/{link['id']}/notify_by/sms")
    assert answer == sample("api__payments__payment-links__resend__01_success.json")


def test_an_order_with_its_payments_is_nested_as_documented(merchant: Client) -> None:
    merchant.paid_order(outcome="authorize", method="card")
    [documented, _] = sample("api__orders__fetch-all-expanded-payments__01_success.json")["items"]
    [ours] = merchant.get("/v1/orders?expand[]=payments")["items"]
    assert set(ours["payments"]) == set(documented["payments"])
    assert differences(documented["payments"]["items"][0], ours["payments"]["items"][0], "payment") == []


def wrong_key(path: str) -> Failure:
    def ask(merchant: Client) -> requests.Response:
        stranger = Client(merchant.base_url, key_secret="wrong")
        response = stranger.send("GET", path)
        stranger.close()
        return response

    return ask


def refunded_twice_with_one_key(merchant: Client) -> requests.Response:
    path = f"/v1/payments/{merchant.paid_order()['id']}/refund"
    key = {"X-Refund-Idempotency": "refund-0001"}
    merchant.post(path, {"amount": 100}, headers=key)
    return merchant.send("POST", path, {"amount": 200}, headers=key)


def captured_with_a_fraction(merchant: Client) -> requests.Response:
    payment = merchant.paid_order(outcome="authorize")
    body = {"amount": 10.5, "currency": "INR"}
    return merchant.send("POST", f"/v1/payments/{payment['id']}/capture", body)


def too_small_a_refund(merchant: Client) -> requests.Response:
    return merchant.send("POST", f"/v1/payments/{merchant.paid_order()['id']}/refund", {"amount": 1})


def in_trouble(merchant: Client) -> requests.Response:
    merchant.faults({"kind": "error_500"})
    return merchant.send("GET", QR)


def not_enabled(merchant: Client) -> requests.Response:
    merchant.faults({"kind": "qr_not_enabled"})
    return merchant.send("POST", QR, QR_CODE)


def asked(method: str, path: str, body: object = None) -> Failure:
    return lambda merchant: merchant.send(method, path, body)


FAILURES: dict[str, Failure] = {
    "api__customers__create__02": asked("POST", "/v1/customers", {"contact": "123"}),
    "api__orders__create__02": asked("POST", "/v1/orders", {"amount": 1, "currency": "INR"}),
    "api__orders__fetch-all__02": wrong_key("/v1/orders"),
    "api__orders__fetch-with-id__02": asked("GET", f"/v1/orders/order_{UNKNOWN}"),
    "api__orders__update__02": asked("PATCH", f"/v1/orders/order_{UNKNOWN}", {"notes": {}}),
    "api__payments__capture__02": captured_with_a_fraction,
    "api__payments__fetch-with-id__05": asked("GET", f"/v1/payments/pay_{UNKNOWN}"),
    "api__payments__payment-links__resend__02": asked(
        "POST", "/v1/payment_links/link_QX7wiVUHdcOOoW/notify_by/sms"
    ),
    "api__payments__update__02": wrong_key("/v1/payments"),
    "api__qr-codes__close__02": asked("POST", f"{QR}/qr_{UNKNOWN}/closed"),
    "api__qr-codes__create__02": not_enabled,
    "api__qr-codes__fetch-all__02": in_trouble,
    "api__qr-codes__fetch-payment-id__02": wrong_key(QR),
    "api__qr-codes__fetch-payments__02": wrong_key(QR),
    "api__qr-codes__fetch-with-id__02": asked("GET", f"{QR}/KbWhkDGrmxw"),
    "api__qr-codes__image-content__create__02": not_enabled,
    "api__refunds__create-instant__02": asked("POST", "/v1/payments/_29QQoUBi66xm2f/refund"),
    "api__refunds__create-normal__02": too_small_a_refund,
    "api__refunds__fetch-all__02": asked("POST", "/v1/refunds", {}),
    "api__refunds__fetch-multiple-refund-payment__02": asked("GET", f"/v1/payments/pay_{UNKNOWN}/refunds"),
    "api__refunds__fetch-specific-refund-payment__02": asked("GET", "/v1/refunds/AABBdHIieex"),
    "api__refunds__fetch-with-id__02": asked("GET", "/v1/refund/x"),
    "api__refunds__normal-refunds-idempotent__02": refunded_twice_with_one_key,
    "api__refunds__update__02": asked("PATCH", "/v1/refunds/{rfnd_id}", {"notes": {}}),
    "api__settlements__fetch-all__02": asked("GET", "/v1/settlements?count=0"),
    "api__settlements__fetch-recon__02": asked("GET", "/v1/settlements/recon/combined?year=2026&month=13"),
}
CONFLICT = "api__refunds__normal-refunds-idempotent__02"


def documented_failures() -> list[str]:
    return [name for name in names("api__") if "error" in sample(name)]


@pytest.mark.parametrize("name", documented_failures())
def test_a_failure_is_told_as_documented(merchant: Client, name: str) -> None:
    cause = name.rpartition("_failure")[0]
    response = FAILURES[cause](merchant)
    documented, ours = sample(name)["error"], response.json()["error"]
    if "api " in documented["description"]:
        # The pages give a wrong key two wordings; the service itself sends a 401 with a third and less else.
        assert (response.status_code, ours["code"]) == (401, documented["code"])
        return
    status = {"SERVER_ERROR": 500}.get(documented["code"], 409 if cause == CONFLICT else 400)
    assert response.status_code == status
    assert ours == documented


def test_every_sample_is_held_against_something() -> None:
    entities = {name for name, _ in documented_entities()}
    links = set(names("api__payments__payment-links"))
    settled = set(names("api__settlements"))
    covered = entities | links | settled | set(documented_failures()) | set(names("webhooks__"))
    rest = set(names("")) - covered
    assert rest == {"INDEX.json", "errors__01_sample_error_response.json", "signature_vectors.json"}
    assert {name.rpartition("_failure")[0] for name in documented_failures()} == set(FAILURES)


def test_the_general_error_has_no_key_that_ours_could_not_have(merchant: Client) -> None:
    documented = sample("errors__01_sample_error_response.json")["error"]
    ours = merchant.refused("POST", "/v1/orders", {"amount": 1, "currency": "INR"})
    assert set(ours) == set(documented)
