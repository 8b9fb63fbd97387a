"""Which broken connections surely sent nothing, and which may have."""

import ssl

import pytest
import requests
from urllib3.exceptions import (
    ConnectTimeoutError,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    SSLError,
)

from db.ids import GatewayPaymentId
from desktop.services.gateways.port import GatewayTrouble, Unknown, Unreachable
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from tests.gateways.stub_transport import StubTransport


def given_up(reason: Exception) -> MaxRetryError:
    return MaxRetryError(None, "/v1/payments", reason)  # type: ignore[arg-type]  # no pool was there


CASES: list[tuple[str, Exception, type[GatewayTrouble]]] = [
    (
        "refused",
        requests.ConnectionError(given_up(NewConnectionError(None, "refused"))),  # type: ignore[arg-type]  # as above
        Unreachable,
    ),
    (
        "no such name",
        requests.ConnectionError(given_up(NameResolutionError("host", None, OSError()))),  # type: ignore[arg-type]  # as above
        Unreachable,
    ),
    ("no answer to connect", requests.ConnectTimeout(given_up(ConnectTimeoutError())), Unreachable),
    ("proxy", requests.exceptions.ProxyError(given_up(ProxyError("no", OSError()))), Unreachable),
    (
        "another's certificate",
        requests.exceptions.SSLError(given_up(SSLError(ssl.SSLCertVerificationError()))),
        Unreachable,
    ),
    ("line cut under TLS", requests.exceptions.SSLError(given_up(SSLError("read failed"))), Unknown),
    ("dropped", requests.ConnectionError(ProtocolError("aborted", OSError())), Unknown),
    ("dropped without a word", requests.ConnectionError(), Unknown),
    ("no answer", requests.ReadTimeout(), Unknown),
    ("half an answer", requests.exceptions.ChunkedEncodingError(), Unknown),
    ("unreadable answer", requests.exceptions.ContentDecodingError(), Unknown),
]


@pytest.mark.parametrize(("error", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_broken_connection_says_whether_anything_was_sent(
    live_gateway: RazorpayGateway,
    transport: StubTransport,
    capsys: pytest.CaptureFixture[str],
    error: Exception,
    expected: type[GatewayTrouble],
) -> None:
    transport.answers.append(error)
    with pytest.raises(expected) as trouble:
        live_gateway.fetch_payment(GatewayPaymentId("pay_29QQoUBi66xm2f"))
    assert trouble.type is expected
    assert len(transport.sent) == 1
    assert "razorpay.com" not in str(trouble.value)
    assert capsys.readouterr().out == ""
