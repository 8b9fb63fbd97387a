"""The customer's phone as a page: plain forms that work without a script."""

import re
from html.parser import HTMLParser

import pytest
import requests

from tests.practice.client import PATIENCE_SECONDS, Client


class Forms(HTMLParser):
    """What a person finds on the page: each target with its buttons and inputs."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.targets: dict[str, list[str]] = {}
        self.scripts = 0
        self._target = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script":
            self.scripts += 1
        elif tag == "input" and given.get("name") == "target":
            self._target = given["value"] or ""
            self.targets[self._target] = []
        elif tag == "button":
            self.targets[self._target].append(given["value"] or "")


def page(merchant: Client, path: str = "/phone") -> str:
    response = merchant.send("GET", path)
    assert (response.status_code, response.headers["content-type"]) == (200, "text/html; charset=utf-8")
    return response.text


def press(merchant: Client, target: str, action: str, **more: str) -> requests.Response:
    form = {"target": target, "action": action, **more}
    return merchant.session.post(
        merchant.base_url + "/phone/pay", data=form, timeout=PATIENCE_SECONDS, allow_redirects=False
    )


def test_an_idle_phone_says_so_and_looks_again(merchant: Client) -> None:
    text = page(merchant)
    assert "Nothing to pay" in text
    assert "PRACTICE" in text
    assert 'http-equiv="refresh"' in text


def test_whatever_waits_is_shown_with_its_amount_and_four_buttons(merchant: Client) -> None:
    qr_code, link, order = merchant.qr_code(), merchant.link(60000), merchant.order(70000)
    text = page(merchant)
    found = Forms(text)
    assert found.targets == {
        one["id"]: ["approve", "decline", "later", "late"] for one in (qr_code, link, order)
    }
    assert found.scripts == 0
    for amount in ("₹3,400.00", "₹600.00", "₹700.00", "7200 s left"):
        assert amount in text


def test_approve_and_decline(merchant: Client) -> None:
    qr_code, link = merchant.qr_code()["id"], merchant.link()["id"]
    response = press(merchant, qr_code, "approve")
    assert (response.status_code, response.headers["location"]) == (303, "/phone?notice=approve")
    assert "Approved." in page(merchant, response.headers["location"])
    assert merchant.get(f"/v1/payments/qr_codes/{qr_code}")["close_reason"] == "paid"
    press(merchant, link, "decline")
    assert merchant.get(f"/v1/payment_links/{link}")["status"] == "created"
    assert {one["error_reason"] for one in merchant.get("/v1/payments")["items"]} == {
        None,
        "payment_cancelled",
    }
    assert set(Forms(page(merchant)).targets) == {link}


def test_approving_later_happens_after_forty_seconds(merchant: Client) -> None:
    qr_code = merchant.qr_code()["id"]
    press(merchant, qr_code, "later")
    begin = merchant.now()
    merchant.advance(39)
    assert merchant.get("/v1/payments")["count"] == 0
    merchant.advance(10)
    [payment] = merchant.get("/v1/payments")["items"]
    assert (payment["status"], payment["created_at"]) == ("captured", begin + 40)


def test_approving_later_fails_if_the_code_is_closed_by_then(merchant: Client) -> None:
    qr_code = merchant.qr_code()["id"]
    press(merchant, qr_code, "later")
    merchant.post(f"/v1/payments/qr_codes/{qr_code}/close")
    merchant.advance(40)
    assert merchant.get("/v1/payments")["count"] == 0


def test_approving_later_is_refused_at_once_if_there_is_nothing_to_pay(merchant: Client) -> None:
    closed = merchant.qr_code()["id"]
    merchant.post(f"/v1/payments/qr_codes/{closed}/close")
    any_amount = merchant.qr_code(usage="multiple_use", fixed_amount=False, payment_amount=None)["id"]
    for target in (closed, any_amount, "nothing"):
        assert press(merchant, target, "later").status_code == 409
    merchant.faults({"kind": "pay_after_close"})
    assert press(merchant, closed, "later").status_code == 303
    merchant.advance(40)
    assert merchant.get("/v1/payments")["count"] == 1


def test_a_late_bank_reports_a_failure_first_and_the_money_a_minute_later(merchant: Client) -> None:
    press(merchant, merchant.qr_code()["id"], "late")
    assert merchant.get("/v1/payments")["items"][0]["status"] == "failed"
    merchant.advance(60)
    assert merchant.get("/v1/payments")["items"][0]["status"] == "captured"


def test_a_code_for_any_amount_asks_for_rupees_and_leaves_time_to_type(merchant: Client) -> None:
    qr_code = merchant.qr_code(usage="multiple_use", fixed_amount=False, payment_amount=None)["id"]
    text = page(merchant)
    assert 'name="rupees"' in text
    assert 'http-equiv="refresh"' not in text
    press(merchant, qr_code, "approve", rupees="12.5")
    assert merchant.get("/v1/payments")["items"][0]["amount"] == 1250


@pytest.mark.parametrize("rupees", ["12.555", "-1", "twelve", "1e3", ".5", "9" * 5000])
def test_what_is_not_rupees_is_refused(merchant: Client, rupees: str) -> None:
    qr_code = merchant.qr_code(usage="multiple_use", fixed_amount=False, payment_amount=None)["id"]
    assert press(merchant, qr_code, "approve", rupees=rupees).status_code == 400


def test_what_can_no_longer_be_paid_is_told_on_the_page(merchant: Client) -> None:
    qr_code = merchant.qr_code()["id"]
    press(merchant, qr_code, "approve")
    response = press(merchant, qr_code, "approve")
    assert response.status_code == 409
    assert "Not paid. The QR code is closed." in response.text
    assert press(merchant, qr_code, "steal").status_code == 400


def test_a_link_has_a_page_of_its_own(merchant: Client) -> None:
    link = merchant.link(description="<b>Room</b> 203")
    text = page(merchant, link["short_url"].removeprefix(merchant.base_url))
    assert "&lt;b&gt;Room&lt;/b&gt; 203" in text
    assert list(Forms(text).targets) == [link["id"]]
    merchant.pay(link["id"])
    assert Forms(page(merchant, f"/phone/{link['id']}")).targets == {}


def test_pressing_counts_as_paying_for_the_faults(merchant: Client) -> None:
    merchant.faults({"kind": "duplicate_payment"})
    press(merchant, merchant.qr_code()["id"], "approve")
    assert merchant.get("/v1/payments")["count"] == 2


def test_every_input_has_a_name_that_is_read_aloud(merchant: Client) -> None:
    merchant.qr_code(usage="multiple_use", fixed_amount=False, payment_amount=None)
    text = page(merchant)
    assert re.search(r"<label>Rupees <input", text)
    assert '<html lang="en">' in text
    assert re.search(r'<img [^>]*alt="QR code"', text)
