"""Turns a request into a `Call`."""

import base64
import binascii
import hmac
import json
from collections.abc import Mapping
from urllib.parse import parse_qsl

from desktop.practice.answers.envelopes import ApiError, Document, plain

LOOPBACK_HOSTS = ("127.0.0.1", "localhost")
NOT_JSON = "The request body is not a JSON object."


def query_of(text: str) -> dict[str, str]:
    """Later values of a name get a number behind it, so that none of a repeated `expand[]` is lost."""
    query: dict[str, str] = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        query[name if name not in query else f"{name}{len(query)}"] = value
    return query


def body_of(raw: bytes) -> Document | ApiError:
    """The JSON object; nothing, `null` and `[]` count as an empty one. Else the error to raise."""
    if not raw:
        return {}
    try:
        body = json.loads(raw)
        # Half a surrogate pair passes as JSON, but no text with one in it can be stored or sent.
        json.dumps(body, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return plain(400, "BAD_REQUEST_ERROR", NOT_JSON)
    if body is None or body == []:
        return {}
    return body if isinstance(body, dict) else plain(400, "BAD_REQUEST_ERROR", NOT_JSON)


def is_authorized(headers: Mapping[str, str], key_id: str, key_secret: str) -> bool:
    """Basic authentication with exactly this key and secret."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    if scheme != "Basic":
        return False
    try:
        given = base64.b64decode(token, validate=True)
    except binascii.Error:
        return False
    return hmac.compare_digest(given, f"{key_id}:{key_secret}".encode())


def is_from_here(headers: Mapping[str, str], client: tuple[str, int] | None) -> bool:
    """True if the peer is this computer and the page was not reached under a foreign name."""
    host = headers.get("host", "").partition(":")[0].lower()
    return client is not None and client[0] == "127.0.0.1" and host in LOOPBACK_HOSTS


def is_own_page(method: str, headers: Mapping[str, str]) -> bool:
    """False for what a page of another site, or of another port of this computer, makes a browser send.

    Browsers name the page in each of these headers that they know; programs that drive the gateway send none.
    """
    if method in ("GET", "HEAD"):
        return True
    own = f"http://{headers.get('host', '').lower()}"
    origin, referer = headers.get("origin"), headers.get("referer")
    if origin is not None and origin.lower() != own:
        return False
    if origin is None and referer is not None and not f"{referer.lower()}/".startswith(f"{own}/"):
        return False
    return headers.get("sec-fetch-site", "none") in ("none", "same-origin")
