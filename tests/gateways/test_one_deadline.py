"""A call to the gateway ends at one moment and reads no more than it needs, whatever the other side sends."""

import socket
import threading
import time
import zlib

import pytest

from db.ids import GatewayPaymentId, RequestKey
from desktop.services.gateways.answer_body import BYTES_MAX
from desktop.services.gateways.port import GatewayTrouble, Unknown, Unreachable
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from desktop.services.gateways.within import NoAnswer, within
from tests.gateways.conftest import KEY_ID, KEY_SECRET, SAMPLE_TIME, unlimited
from tests.gateways.odd_server import Speak, drips, floods, odd_server, says

PAYMENT = GatewayPaymentId("pay_29QQoUBi66xm2f")
END_SECONDS = 1.0
MUCH_LATER_SECONDS = 10.0
GOOD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def desk_of(url: str) -> RazorpayGateway:
    return RazorpayGateway(
        KEY_ID,
        KEY_SECRET,
        base_url=url,
        practice=True,
        now=lambda: SAMPLE_TIME,
        rate_limit=unlimited(),
        timeouts_seconds=(END_SECONDS, END_SECONDS),
    )


def never(connection: socket.socket, over: threading.Event) -> None:
    """Answer nothing, and keep the line."""
    over.wait(10)


SLOW: dict[str, tuple[Speak, str]] = {
    "never answers": (never, "timeout"),
    "the body drips": (drips(GOOD + b"Content-Length: 90000\r\n\r\n{", b" "), "timeout"),
    "the chunks drip": (drips(GOOD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"), "timeout"),
    "the headers drip": (drips(GOOD, b"X-A: b\r\n", every=0.1), "timeout"),
    "one header drips": (drips(GOOD + b"X-A: ", b"b"), "timeout"),
    "it goes on to continue": (drips(b"", b"HTTP/1.1 100 Continue\r\n\r\n", every=0.001), "timeout"),
    "a redirect drips": (drips(b"HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n", b" "), "redirect"),
}


@pytest.mark.parametrize(("speak", "word"), SLOW.values(), ids=SLOW)
def test_a_call_ends_at_its_deadline_however_slowly_the_answer_comes(speak: Speak, word: str) -> None:
    with odd_server(speak) as url:
        gateway, begun = desk_of(url), time.monotonic()
        with pytest.raises(Unknown, match=word):
            gateway.fetch_payment(PAYMENT)
        assert time.monotonic() - begun < MUCH_LATER_SECONDS
        gateway.close()


@pytest.mark.parametrize("speak", [case[0] for case in SLOW.values()], ids=SLOW)
def test_a_refund_whose_answer_never_ends_is_not_known(speak: Speak) -> None:
    """It was sent, so it may have been done; nothing repeats it."""
    with odd_server(speak) as url:
        gateway = desk_of(url)
        with pytest.raises(Unknown):
            gateway.refund(PAYMENT, request_key=RequestKey("a" * 20), body='{"amount": 100}')
        gateway.close()


BOMB = zlib.compress(b" " * (BYTES_MAX * 40), 9)
LARGE: dict[str, tuple[Speak, str]] = {
    "a body without an end": (floods(GOOD + b"\r\n"), "too_long|timeout"),
    "a body that says its length": (floods(GOOD + b"Content-Length: 600000000\r\n\r\n"), "too_long"),
    "chunks without an end": (
        floods(GOOD + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFF\r\n"),
        "too_long|timeout",
    ),
    "a redirect with a body": (floods(b"HTTP/1.1 301 Moved\r\nLocation: http://x/\r\n\r\n"), "redirect"),
    "headers without an end": (floods(GOOD + b"X-A: "), "connection_lost|answer_broken|timeout"),
    "packed many times": (says("200 OK", "Content-Encoding: deflate", body=BOMB), "too_long"),
    "packed in another way": (says("200 OK", "Content-Encoding: br", body=b"{}"), "answer_broken"),
    "not packed at all": (says("200 OK", "Content-Encoding: gzip", body=b"{}"), "answer_broken"),
    "packed and cut off": (says("200 OK", "Content-Encoding: gzip", body=BOMB[:900]), "answer_broken"),
}


@pytest.mark.parametrize(("speak", "word"), LARGE.values(), ids=LARGE)
def test_no_more_of_an_answer_is_read_than_an_answer_can_be(speak: Speak, word: str) -> None:
    with odd_server(speak) as url:
        gateway, begun = desk_of(url), time.monotonic()
        with pytest.raises(Unknown, match=word):
            gateway.fetch_payment(PAYMENT)
        assert time.monotonic() - begun < MUCH_LATER_SECONDS
        gateway.close()


BROKEN: dict[str, Speak] = {
    "closes at once": lambda _connection, _over: None,
    "no HTTP": lambda connection, _over: connection.sendall(b"220 mail ready\r\n"),
    "zeros": lambda connection, _over: connection.sendall(b"\0" * 200),
    "half a status line": lambda connection, _over: connection.sendall(b"HTTP/1.1 2"),
    "a status that is none": says("999999 OK"),
    "two lengths": says("200 OK", "Content-Length: 2", "Content-Length: 3", body=b"{}"),
    "a negative length": says("200 OK", "Content-Length: -2", body=b"{}"),
    "a length that is too long": says("200 OK", "Content-Length: 9", body=b"{}"),
    "chunks that are none": says("200 OK", "Transfer-Encoding: chunked", body=b"zz\r\n{}"),
    "a redirect to nowhere": says("302 Found", "Location: http://[::1"),
    "a redirect to itself": says("307 Temporary Redirect", "Location: /v1/payments"),
    "a login page": says("200 OK", "Content-Type: text/html", body=b"<html>Please log in"),
    "a date that is none": says("200 OK", "Date: Sun, 99 Foo 99999 25:61:61 +9999999", body=b"[]"),
}


@pytest.mark.parametrize("speak", BROKEN.values(), ids=BROKEN)
def test_what_is_no_answer_is_a_trouble_of_the_gateway_and_nothing_else(speak: Speak) -> None:
    with odd_server(speak) as url:
        gateway = desk_of(url)
        with pytest.raises(Unknown):
            gateway.fetch_payment(PAYMENT)
        with pytest.raises(Unknown):
            gateway.refund(PAYMENT, request_key=RequestKey("a" * 20), body='{"amount": 100}')
        gateway.close()


def test_a_name_server_that_never_answers_does_not_hold_a_call(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_asked, **_more: over.wait(20))
    gateway, begun = desk_of("http://127.0.0.1:9"), time.monotonic()
    try:
        with pytest.raises(Unreachable):
            gateway.fetch_payment(PAYMENT)
        assert time.monotonic() - begun < MUCH_LATER_SECONDS
    finally:
        over.set()
        gateway.close()


def test_the_next_call_after_a_late_one_is_answered() -> None:
    calls: list[int] = []

    def speak(connection: socket.socket, over: threading.Event) -> None:
        calls.append(1)
        if len(calls) == 1:
            over.wait(10)
        says("400 Bad Request", body=b'{"error": {"code": "BAD_REQUEST_ERROR"}}')(connection, over)

    with odd_server(speak) as url:
        gateway = desk_of(url)
        with pytest.raises(Unknown):
            gateway.fetch_payment(PAYMENT)
        with pytest.raises(GatewayTrouble) as answered:
            gateway.fetch_payment(PAYMENT)
        assert not isinstance(answered.value, Unknown)
        gateway.close()


def test_what_has_no_end_of_its_own_is_left_behind() -> None:
    over = threading.Event()
    with pytest.raises(NoAnswer):
        within(0.05, lambda: over.wait(20), name="silent")
    over.set()
    assert within(5, lambda: 7, name="quick") == 7
    with pytest.raises(KeyError):
        within(5, lambda: dict[str, int]()["nothing"], name="faulty")
