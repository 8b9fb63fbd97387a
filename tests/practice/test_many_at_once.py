"""Requests from several threads at once: every change happens once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.practice.client import Client

THREADS = 8


def all_at_once(merchant: Client, ask: Callable[[Client], int]) -> list[int]:
    """What `ask` returns to each of several clients that ask together."""
    clients = [Client(merchant.base_url) for _ in range(THREADS)]
    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(ask, clients))
    for client in clients:
        client.close()
    return sorted(answers)


def test_a_code_is_paid_once(merchant: Client) -> None:
    body = {"target": merchant.qr_code()["id"], "outcome": "approve"}
    statuses = all_at_once(merchant, lambda client: client.send("POST", "/__practice/pay", body).status_code)
    assert statuses == [200] + [400] * (THREADS - 1)
    assert merchant.get("/v1/payments")["count"] == 1


def test_one_key_makes_one_refund(merchant: Client) -> None:
    path = f"/v1/payments/{merchant.paid_order()['id']}/refund"
    key = {"X-Refund-Idempotency": "refund-0001"}
    statuses = all_at_once(
        merchant, lambda client: client.send("POST", path, {"amount": 100}, headers=key).status_code
    )
    assert statuses == [200] * THREADS
    assert merchant.get("/v1/refunds")["count"] == 1


def test_together_they_never_give_back_more_than_was_captured(merchant: Client) -> None:
    payment = merchant.paid_order(50000)
    path = f"/v1/payments/{payment['id']}/refund"
    statuses = all_at_once(merchant, lambda client: client.send("POST", path, {"amount": 20000}).status_code)
    assert statuses == [200] * 2 + [400] * (THREADS - 2)
    assert merchant.payment(payment["id"])["amount_refunded"] == 40000


def test_a_reference_is_taken_once(merchant: Client) -> None:
    body = {"amount": 50000, "currency": "INR", "reference_id": "BK-1"}
    statuses = all_at_once(
        merchant, lambda client: client.send("POST", "/v1/payment_links", body).status_code
    )
    assert statuses == [200] + [400] * (THREADS - 1)


def test_every_request_is_logged_and_every_id_differs(merchant: Client) -> None:
    def order_ten(client: Client) -> int:
        return len({client.order()["id"] for _ in range(10)})

    assert all_at_once(merchant, order_ten) == [10] * THREADS
    assert merchant.log(path="/v1/orders")["count"] == 10 * THREADS
    ids = {one["id"] for one in merchant.get("/v1/orders", count=100)["items"]}
    assert len(ids) == 10 * THREADS
