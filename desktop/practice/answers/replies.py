"""What leaves the gateway: a status, a body and its headers."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.practice.answers.envelopes import ApiError

# Else another site could lay its own page over the button that pays.
NEVER_INSIDE_ANOTHER_PAGE = {
    "x-frame-options": "DENY",
    "content-security-policy": "frame-ancestors 'none'",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """`missing_bytes` are promised by the header and never sent."""

    status: int
    body: bytes
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    missing_bytes: int = 0


def json_reply(body: object, status: int = 200) -> Reply:
    return Reply(status, json.dumps(body, separators=(",", ":")).encode())


def html_reply(body: bytes, status: int = 200) -> Reply:
    return Reply(status, body, "text/html; charset=utf-8", NEVER_INSIDE_ANOTHER_PAGE)


def error_reply(error: ApiError) -> Reply:
    return json_reply(error.body, error.status)
