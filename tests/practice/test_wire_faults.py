"""Faults on the wire: what the client sees, and whether anything was done."""

from typing import Any

import pytest
import requests

from tests.practice.client import Client

ORDERS = {"method": "POST", "path": "/v1/orders$"}
# To connect, and to read: time enough for the gateway to have read what it then does not answer.
HURRIED = (60.0, 1.0)
BODY = {"amount": 50000, "currency": "INR", "receipt": "BK-1"}


def posted(merchant: Client, fault: dict[str, Any]) -> requests.Response:
    """The answer to an order that is posted while the fault is on."""
    merchant.faults({**ORDERS, **fault})
    return merchant.send("POST", "/v1/orders", BODY)


def made(merchant: Client) -> int:
    return int(merchant.get("/v1/orders")["count"])


@pytest.mark.parametrize(("kind", "done"), [("drop_before", 0), ("drop_after_commit", 1)])
def test_a_dropped_connection_hides_whether_the_order_was_made(
    merchant: Client, kind: str, done: int
) -> None:
    with pytest.raises(requests.ConnectionError):
        posted(merchant, {"kind": kind})
    assert made(merchant) == done
    assert merchant.send("POST", "/v1/orders", BODY).status_code == 200


@pytest.mark.parametrize(("after_commit", "done"), [(False, 0), (True, 1)])
def test_a_request_that_hangs_ends_with_the_clients_own_timeout(
    merchant: Client, after_commit: bool, done: int
) -> None:
    merchant.faults({**ORDERS, "kind": "timeout", "after_commit": after_commit})
    with pytest.raises(requests.ReadTimeout):
        merchant.session.post(merchant.base_url + "/v1/orders", json=BODY, timeout=HURRIED)
    assert made(merchant) == done


def test_a_request_can_hang_for_a_while_only(merchant: Client) -> None:
    with pytest.raises(requests.ConnectionError):
        posted(merchant, {"kind": "timeout", "seconds": 0.05})


@pytest.mark.parametrize(("kind", "done"), [("latency_before", 0), ("latency_after", 1)])
def test_a_slow_request_is_done_before_or_after_it_waits(merchant: Client, kind: str, done: int) -> None:
    merchant.faults({**ORDERS, "kind": kind, "seconds": 2.5})
    with pytest.raises(requests.ReadTimeout):
        merchant.session.post(merchant.base_url + "/v1/orders", json=BODY, timeout=HURRIED)
    assert made(merchant) == done
    assert posted(merchant, {"kind": kind, "seconds": 0.05}).status_code == 200
    while made(merchant) < 2:  # what was given up is done all the same, and shall not be in the next test
        pass


@pytest.mark.parametrize("after_commit", [False, True])
@pytest.mark.parametrize(
    ("kind", "status", "code"),
    [
        ("error_500", 500, "SERVER_ERROR"),
        ("error_502", 502, "GATEWAY_ERROR"),
        ("error_503", 503, "SERVER_ERROR"),
    ],
)
def test_a_server_error_may_come_before_or_after_the_work(
    merchant: Client, kind: str, status: int, code: str, after_commit: bool
) -> None:
    response = posted(merchant, {"kind": kind, "after_commit": after_commit})
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
    assert made(merchant) == int(after_commit)


@pytest.mark.parametrize(("kind", "status"), [("html_502", 502), ("html_200", 200)])
def test_a_page_instead_of_json(merchant: Client, kind: str, status: int) -> None:
    response = posted(merchant, {"kind": kind})
    assert (response.status_code, response.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert response.text.startswith("<html>")
    assert made(merchant) == 0


def test_too_many_requests_in_its_four_forms(merchant: Client) -> None:
    plain = posted(merchant, {"kind": "too_many_requests"})
    assert (plain.status_code, plain.json()["error"]["code"]) == (429, "BAD_REQUEST_ERROR")
    assert "retry-after" not in plain.headers
    told = posted(merchant, {"kind": "too_many_requests", "retry_after": 7})
    assert told.headers["retry-after"] == "7"
    page = posted(merchant, {"kind": "too_many_requests", "html": True})
    assert (page.status_code, page.text.startswith("<html>")) == (429, True)
    both = posted(merchant, {"kind": "too_many_requests", "html": True, "retry_after": 7})
    assert both.headers["retry-after"] == "7"
    assert made(merchant) == 0


def test_a_revoked_key(merchant: Client) -> None:
    assert posted(merchant, {"kind": "unauthorized"}).status_code == 401
    assert made(merchant) == 0


def test_a_redirect_leads_to_the_same_address_or_elsewhere(merchant: Client) -> None:
    response = posted(merchant, {"kind": "redirect"})
    assert (response.status_code, response.headers["location"]) == (302, merchant.base_url + "/v1/orders")
    response = posted(merchant, {"kind": "redirect", "location": "http://127.0.0.1:9/portal"})
    assert response.headers["location"] == "http://127.0.0.1:9/portal"
    assert made(merchant) == 0


@pytest.mark.parametrize(
    ("kind", "status", "body"),
    [("empty_body", 200, b""), ("null_body", 200, b"null"), ("no_content", 204, b"")],
)
def test_an_answer_without_content_hides_a_finished_order(
    merchant: Client, kind: str, status: int, body: bytes
) -> None:
    response = posted(merchant, {"kind": kind})
    assert (response.status_code, response.content) == (status, body)
    assert made(merchant) == 1


def test_a_malformed_body_is_no_json(merchant: Client) -> None:
    response = posted(merchant, {"kind": "malformed_body"})
    with pytest.raises(requests.exceptions.JSONDecodeError):
        response.json()
    assert made(merchant) == 1


def test_a_truncated_body_breaks_off(merchant: Client) -> None:
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        posted(merchant, {"kind": "truncated_body"})
    assert made(merchant) == 1


def test_a_success_can_carry_an_error(merchant: Client) -> None:
    response = posted(merchant, {"kind": "error_in_success"})
    assert (response.status_code, set(response.json())) == (200, {"error"})
    assert made(merchant) == 1


@pytest.mark.parametrize("seconds", [900, -900])
def test_a_skewed_clock_shows_in_the_date_and_in_what_is_made(merchant: Client, seconds: int) -> None:
    now = merchant.now()
    straight = merchant.send("GET", "/v1/orders").headers["date"]
    response = posted(merchant, {"kind": "clock_skew", "seconds": seconds})
    assert response.json()["created_at"] == now + seconds
    assert response.headers["date"] != straight
    assert merchant.order()["created_at"] == now


def test_a_fault_strikes_from_its_nth_match_for_its_count(merchant: Client) -> None:
    merchant.faults({**ORDERS, "kind": "error_500", "nth": 2, "count": 2})
    statuses = [merchant.send("POST", "/v1/orders", BODY).status_code for _ in range(5)]
    assert statuses == [200, 500, 500, 200, 200]
    assert merchant.get("/__practice/faults")["faults"][0]["matches"] == 5


def test_a_fault_without_a_count_strikes_until_the_list_is_replaced(merchant: Client) -> None:
    merchant.faults({**ORDERS, "kind": "error_500", "count": None})
    assert {merchant.send("POST", "/v1/orders", BODY).status_code for _ in range(4)} == {500}
    merchant.faults()
    assert merchant.send("POST", "/v1/orders", BODY).status_code == 200


def test_method_and_path_decide_what_is_struck(merchant: Client) -> None:
    merchant.faults({"kind": "error_500", "method": "GET", "path": "^/v1/orders/order_", "count": None})
    order = merchant.order()
    assert merchant.send("GET", "/v1/orders").status_code == 200
    assert merchant.send("GET", f"/v1/orders/{order['id']}").status_code == 500
    merchant.faults({"kind": "error_500", "count": None})
    assert merchant.send("GET", "/v1/payments").status_code == 500
    assert merchant.send("GET", "/__practice/state").status_code == 200


def test_the_method_of_a_fault_may_be_written_small(merchant: Client) -> None:
    merchant.faults({"kind": "error_500", "method": "post", "path": "orders$"})
    assert merchant.send("GET", "/v1/orders").status_code == 200
    assert merchant.send("POST", "/v1/orders", BODY).status_code == 500


@pytest.mark.parametrize("path", ["", ".*", "^/"])
def test_a_fault_on_every_path_can_still_be_seen_and_ended(merchant: Client, path: str) -> None:
    merchant.faults({"kind": "drop_before", "path": path, "count": None})
    merchant.advance(1)
    assert merchant.get("/__practice/faults")["faults"][0]["matches"] == 0
    with pytest.raises(requests.ConnectionError):
        merchant.order()
    with pytest.raises(requests.ConnectionError):
        merchant.pay("order_00000000000000")
    assert merchant.log()["count"] > 0
    merchant.post("/__practice/reset", {"seed": 1})
    assert merchant.order()["status"] == "created"


def test_a_skew_on_every_path_skews_the_control_too(merchant: Client) -> None:
    now = merchant.now()
    merchant.faults({"kind": "clock_skew", "seconds": 500, "path": "", "count": None})
    assert merchant.now() == now + 500


def test_chance_is_drawn_under_the_seed(merchant: Client) -> None:
    def draw(seed: int) -> list[int]:
        merchant.post("/__practice/reset", {"seed": seed})
        merchant.faults({**ORDERS, "kind": "error_500", "count": None, "probability": 0.5})
        return [merchant.send("POST", "/v1/orders", BODY).status_code for _ in range(40)]

    first = draw(5)
    assert 8 < first.count(500) < 32
    assert draw(5) == first
    assert draw(6) != first


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "gremlin"},
        {"kind": ["error_500"]},
        {},
        "error_500",
        {"kind": "error_500", "path": "("},
        {"kind": "error_500", "nth": 0},
        {"kind": "error_500", "count": 0},
        {"kind": "error_500", "probability": 1.5},
        {"kind": "latency_before", "seconds": "5"},
        {"kind": "latency_before", "seconds": 10**30},
        {"kind": "amount_limit", "paise": 1.5},
        {"kind": "error_500", "method": "SAY"},
        {"kind": "error_500", "after_commit": "no"},
        {"kind": "too_many_requests", "retry_after": "1\r\nX: y"},
        {"kind": "too_many_requests", "html": 1},
        {"kind": "redirect", "location": "http://a\r\nX: y"},
        {"kind": "error_500", "colour": "red"},
    ],
)
def test_a_malformed_fault_is_refused_and_the_list_stays(merchant: Client, fault: object) -> None:
    merchant.faults({"kind": "null_body", "path": "^/nowhere$"})
    merchant.refused("POST", "/__practice/faults", {"faults": [fault]})
    assert [one["kind"] for one in merchant.get("/__practice/faults")["faults"]] == ["null_body"]
    merchant.refused("POST", "/__practice/faults", {"faults": fault})
