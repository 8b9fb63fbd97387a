"""What is common to all of the API: lists, ids, unknown addresses, authentication, bodies."""

import base64

import pytest
import requests

from tests.practice.client import KEY_ID, KEY_SECRET, PATIENCE_SECONDS, Client

NOT_FOUND = "The requested URL was not found on the server."


def test_a_list_gives_ten_newest_first_and_pages_by_count_and_skip(merchant: Client) -> None:
    made = [merchant.order()["id"] for _ in range(12)][::-1]
    listed = merchant.get("/v1/orders")
    assert (listed["entity"], listed["count"]) == ("collection", 10)
    assert [one["id"] for one in listed["items"]] == made[:10]
    page = merchant.get("/v1/orders", count=5, skip=10)
    assert [one["id"] for one in page["items"]] == made[10:]
    assert merchant.get("/v1/orders", count=100)["count"] == 12


def test_a_list_is_bounded_by_from_and_to_inclusive(merchant: Client) -> None:
    begin = merchant.now()
    ids = []
    for _ in range(3):
        ids.append(merchant.order()["id"])
        merchant.advance(10)
    window = merchant.get("/v1/orders", from_=begin + 10, to=begin + 10)
    assert [one["id"] for one in window["items"]] == [ids[1]]
    assert merchant.get("/v1/orders", from_=begin + 11)["count"] == 1


@pytest.mark.parametrize("path", ["/v1/orders", "/v1/payments", "/v1/refunds", "/v1/payments/qr_codes"])
@pytest.mark.parametrize(
    ("query", "field", "wording"),
    [
        ("count=0", "count", "The count must be at least 1."),
        ("count=101", "count", "The count may not be greater than 100."),
        ("count=ten", "count", "The count must be an integer."),
        ("count=" + "9" * 5000, "count", "The count must be an integer."),
        ("skip=-1", "skip", "The skip must be at least 0."),
        ("from=946684799", "from", "from must be between 946684800 and 4765046400"),
        ("to=4765046401", "to", "to must be between 946684800 and 4765046400"),
    ],
)
def test_the_limits_of_a_list(merchant: Client, path: str, query: str, field: str, wording: str) -> None:
    error = merchant.refused("GET", f"{path}?{query}")
    assert (error["field"], error["description"]) == (field, wording)


@pytest.mark.parametrize("path", ["orders", "payments", "refunds", "payments/qr_codes", "customers"])
def test_a_malformed_id_and_an_unknown_one_are_told_apart(merchant: Client, path: str) -> None:
    assert (
        merchant.refused("GET", f"/v1/{path}/KbWhkDGrmxw")["description"] == "KbWhkDGrmxw is not a valid id"
    )
    prefix = {"orders": "order", "payments": "pay", "refunds": "rfnd", "customers": "cust"}.get(path, "qr")
    error = merchant.refused("GET", f"/v1/{path}/{prefix}_00000000000000")
    assert error["description"] == "The id provided does not exist"
    assert error["reason"] == "input_validation_failed"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/nothing"),
        ("GET", "/methods"),
        ("GET", "/"),
        ("DELETE", "/v1/orders"),
        ("PUT", "/v1/orders/order_00000000000000"),
        ("POST", "/v1/orders/order_00000000000000/cancel"),
        ("GET", "/__practice/nothing"),
        ("GET", "/phone/nothing"),
    ],
)
def test_an_unknown_address_is_a_400_of_its_own(merchant: Client, method: str, path: str) -> None:
    assert merchant.refused(method, path) == {
        "code": "BAD_REQUEST_ERROR",
        "description": NOT_FOUND,
        "source": "NA",
        "step": "NA",
        "reason": "NA",
        "metadata": {},
    }


def test_an_address_without_its_id_is_the_list(merchant: Client) -> None:
    assert merchant.get("/v1/orders/")["entity"] == "collection"


@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "Basic " + base64.b64encode(f"{KEY_ID}:wrong".encode()).decode(),
        "Basic " + base64.b64encode(f"rzp_test_other000000:{KEY_SECRET}".encode()).decode(),
        "basic " + base64.b64encode(f"{KEY_ID}:{KEY_SECRET}".encode()).decode(),
        "Basic not-base64!",
        "Bearer " + KEY_SECRET,
    ],
)
def test_anything_but_the_key_and_its_secret_is_a_401(merchant: Client, authorization: str | None) -> None:
    headers = {} if authorization is None else {"Authorization": authorization}
    with requests.Session() as stranger:
        stranger.trust_env = False
        response = stranger.post(
            merchant.base_url + "/v1/orders",
            json={"amount": 500, "currency": "INR"},
            headers=headers,
            timeout=PATIENCE_SECONDS,
        )
    assert response.status_code == 401
    assert response.json() == {"error": {"code": "BAD_REQUEST_ERROR", "description": "Authentication failed"}}
    assert merchant.get("/v1/orders")["count"] == 0


def test_the_methods_are_told_to_the_key_alone(merchant: Client) -> None:
    with requests.Session() as browser:
        browser.trust_env = False
        browser.auth = (KEY_ID, "")
        assert browser.get(merchant.base_url + "/v1/methods", timeout=PATIENCE_SECONDS).status_code == 200
        assert browser.get(merchant.base_url + "/v1/orders", timeout=PATIENCE_SECONDS).status_code == 401


@pytest.mark.parametrize(
    "raw",
    [
        b"{",
        b"amount=500",
        b"[1]",
        b'"text"',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"amount": 500, "currency": "INR", "receipt": "half a pair: \\ud800"}',
    ],
    ids=["open", "form", "list", "text", "bytes", "too deep", "half a surrogate pair"],
)
def test_a_body_that_is_no_json_object_is_refused(merchant: Client, raw: bytes) -> None:
    merchant.refused("POST", "/v1/orders", data=raw)


def test_a_log_is_read_after_a_number_only(merchant: Client) -> None:
    for after in ("x", "-1", "9" * 20):
        assert merchant.refused("GET", f"/__practice/log?after={after}")["field"] == "after"


def test_every_success_is_a_200_with_json_and_the_gateways_date(merchant: Client) -> None:
    response = merchant.send("GET", "/v1/orders")
    assert (response.status_code, response.headers["content-type"]) == (200, "application/json")
    assert response.headers["date"].endswith("GMT")
