"""The broken replies that faults put in the place of real ones."""

from collections.abc import Mapping

from desktop.practice.answers import envelopes
from desktop.practice.answers.envelopes import Document
from desktop.practice.answers.replies import Reply, error_reply, html_reply, json_reply

HTML_TROUBLE = b"<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>"
HTML_PORTAL = b"<html><head><title>Sign in</title></head><body><h1>Guest network: sign in</h1></body></html>"
HTML_BUSY = b"<html><head><title>429</title></head><body><h1>Too Many Requests</h1></body></html>"


def instead(faults: Mapping[str, Document], here: str, *, after_commit: bool) -> Reply | None:
    """The reply of the first fault that answers by itself, before anything is done or `after_commit`; None if
    none does. `here` is the request's URL."""
    for kind, fault in faults.items():
        if bool(fault.get("after_commit", False)) == after_commit:
            reply = _instead(kind, fault, here=here)
            if reply is not None:
                return reply
    return None


def spoiled(faults: Mapping[str, Document], reply: Reply) -> Reply | None:
    """The real reply made useless by the first fault that touches it; None if none does."""
    for kind in faults:
        useless = _spoiled(kind, reply)
        if useless is not None:
            return useless
    return None


def _instead(kind: str, fault: Document, *, here: str) -> Reply | None:
    """The reply that a fault sends without looking at the request, or after its commit if the fault says
    `after_commit`. None if the fault spares the reply or spoils the real one. `here` is the request's URL."""
    if kind in ("error_500", "error_503"):
        return error_reply(envelopes.server_trouble(int(kind[-3:]), "SERVER_ERROR"))
    if kind == "error_502":
        return error_reply(envelopes.server_trouble(502, "GATEWAY_ERROR"))
    if kind == "html_502":
        return html_reply(HTML_TROUBLE, 502)
    if kind == "html_200":
        return html_reply(HTML_PORTAL)
    if kind == "redirect":
        return Reply(302, b"", headers={"location": str(fault.get("location", here))})
    if kind == "unauthorized":
        return error_reply(envelopes.unauthorized())
    if kind == "too_many_requests":
        return _busy(fault)
    return None


def _spoiled(kind: str, reply: Reply) -> Reply | None:
    """The real reply, of no use; None if the fault does not touch it."""
    if kind == "malformed_body":
        return Reply(200, b'{"id": "order_' + reply.body[:20] + b"\x00\xff")
    if kind == "truncated_body":
        half = len(reply.body) // 2
        return Reply(reply.status, reply.body[:half], missing_bytes=len(reply.body) - half)
    if kind == "empty_body":
        return Reply(200, b"")
    if kind == "null_body":
        return Reply(200, b"null")
    if kind == "no_content":
        return Reply(204, b"")
    if kind == "error_in_success":
        return json_reply(envelopes.server_trouble(200, "SERVER_ERROR").body)
    return None


def _busy(fault: Document) -> Reply:
    if fault.get("html"):
        reply = html_reply(HTML_BUSY, 429)
    else:
        reply = error_reply(envelopes.plain(429, "BAD_REQUEST_ERROR", "Too many requests"))
    seconds = fault.get("retry_after")
    headers = {} if seconds is None else {"retry-after": str(seconds)}
    return Reply(429, reply.body, reply.content_type, headers)
