"""The HTTP session under the SDK, which by itself waits for ever, follows redirects and hides answers."""

import contextlib
import ssl
from collections.abc import Iterator
from http.client import HTTPException
from typing import Any

import requests
from requests import PreparedRequest, Response
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    MaxRetryError,
    NewConnectionError,
    ProxyError,
    ReadTimeoutError,
    SSLError,
)

from desktop.services.gateways.answer_body import read_body
from desktop.services.gateways.clock_offset import ClockOffset
from desktop.services.gateways.one_deadline import OneDeadline, ends_in
from desktop.services.gateways.port import ClockWrong, GatewayTrouble, Unknown, Unreachable
from desktop.services.gateways.razorpay_refusals import check_answer, check_status

# OpenSSL says so of a certificate (its x509_vfy.h) when this machine's clock is behind, or ahead.
NOT_YET_VALID, OVER = 9, 10
NOTHING_SENT = (NewConnectionError, ConnectTimeoutError, ProxyError)


class RazorpaySession(requests.Session):
    """A session that returns nothing but good JSON objects; all else is raised as a GatewayTrouble.

    `timeouts`: seconds to connect, and for the whole call: name, connection, greeting, headers and body.
    `use_proxies`: honour the system's proxy settings. The troubles are no requests exceptions, so that the
    SDK neither prints nor changes them; they carry one word and never an address, a header or a body.
    """

    def __init__(
        self, *, timeouts: tuple[float, float], use_proxies: bool, clock_offset: ClockOffset
    ) -> None:
        super().__init__()
        self.trust_env = use_proxies
        self._timeouts = timeouts
        self._clock_offset = clock_offset
        # Packed as zlib unpacks it: that can be told where to end.
        self.headers["Accept-Encoding"] = "gzip, deflate"
        for scheme in ("https://", "http://"):
            self.mount(scheme, OneDeadline())

    def send(self, request: PreparedRequest, **kwargs: Any) -> Response:
        """Send once, without following a redirect. Raises a GatewayTrouble."""
        kwargs |= {"timeout": self._timeouts, "allow_redirects": False, "stream": True}
        sent = self._clock_offset.mark()
        try:
            with ends_in(self._timeouts[1]):
                response = super().send(request, **kwargs)
                self._clock_offset.observe(sent, response.headers.get("Date"))
                with closing_unless_read(response):
                    check_status(response)
                    body = read_body(response)
        except requests.RequestException as error:
            raise trouble_of(error) from None
        except (ReadTimeoutError, TimeoutError):
            raise Unknown("timeout") from None
        except (HTTPError, HTTPException, OSError, ValueError):
            # Whatever else a broken answer makes the library say. It came, so something was sent.
            raise Unknown("answer_broken") from None
        answer = check_answer(response, body)
        # The SDK would read the text once more, and in its own way.
        response.json = lambda **_options: answer  # type: ignore[method-assign]  # so that both read the same
        return response

    def get_redirect_target(self, resp: Response) -> str | None:  # noqa: ARG002  as declared
        """Return none: the library reads a whole body only to say where it would go."""
        return None


@contextlib.contextmanager
def closing_unless_read(response: Response) -> Iterator[None]:
    """Give up the connection of an answer that is not read to its end: it would be taken for the next."""
    try:
        yield
    except BaseException:
        response.close()
        raise


def trouble_of(error: requests.RequestException) -> GatewayTrouble:
    """Return Unreachable when surely nothing was sent, else Unknown."""
    if isinstance(error, requests.ConnectTimeout | requests.exceptions.ProxyError):
        return Unreachable("no_connection")
    if isinstance(error, requests.Timeout):
        return Unknown("timeout")
    cause = error.args[0] if error.args else None
    reason = cause.reason if isinstance(cause, MaxRetryError) else cause
    if isinstance(reason, NOTHING_SENT):
        return Unreachable("no_connection")
    if isinstance(reason, SSLError):
        faults = [part for part in reason.args if isinstance(part, ssl.SSLCertVerificationError)]
        for fault in faults:
            if getattr(fault, "verify_code", 0) in (NOT_YET_VALID, OVER):
                return ClockWrong(behind=fault.verify_code == NOT_YET_VALID)
        if faults:
            return Unreachable("certificate")
    if isinstance(error, requests.ConnectionError):
        return Unknown("connection_lost")
    return Unknown("answer_broken")
