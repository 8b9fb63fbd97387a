"""The fault knobs: which requests go wrong, and how.

`POST /__practice/faults` with `{"faults": [...]}` replaces the list; an empty list ends all faults.
Each item:

    {"kind": "drop_after_commit",   one of KINDS
     "method": "POST",              optional: any method, or the kind's own
     "path": "/v1/orders$",         optional: a regular expression searched in the path, or the kind's own
     "nth": 1,                      the first matching request that it strikes
     "count": 1,                    for so many matching requests; null: for ever
     "probability": 1.0,            drawn under the seed for each of them
     "seconds": 5, ...}             what the kind takes, see below

What goes wrong on the wire (own path: everything under /v1/):

- `latency_before`, `latency_after` {seconds: 1}: waits before anything is done, or after the commit.
- `drop_before`, `drop_after_commit`: the connection closes without a reply; nothing was done, or all of it.
- `timeout` {after_commit: false, seconds}: no reply until the client gives up, or it closes after `seconds`.
- `error_500`, `error_502`, `error_503`, `html_502` {after_commit: false}.
- `too_many_requests` {retry_after: seconds or null, html: false}; `unauthorized` (401).
- `html_200` {after_commit: false}, `redirect` {location, after_commit: false}.
- `malformed_body`, `truncated_body`, `empty_body`, `null_body`, `no_content`, `error_in_success`: a 200
  (204 for no_content) whose body is of no use, always after the commit.
- `clock_skew` {seconds, may be negative}: the gateway's clock, and its Date header, during the request.
  An empty `path` skews the control paths too.

What the bank or the account does otherwise (own path in brackets):

- [pay] `duplicate_payment`; `pay_after_close`; `delayed_capture` {seconds: 30}; `late_success` {seconds: 60};
  `delayed_visibility` {seconds: 30}; `settled_next_day`; `qr_notes_absent`.
- [POST a refund] `refund_pending` {seconds: 60}; `refund_failed` {seconds: 0}; `refund_insufficient_balance`;
  `refund_in_progress`. `delayed_visibility` and `settled_next_day` work here too if the path is given.
- [POST a QR code] `close_by_overridden` {seconds: 7200}, `close_by_refused`, `image_content_absent`,
  `qr_not_enabled`.
- [POST an order, link or QR code] `amount_limit` {paise}.
- [GET downtimes] `upi_downtime`.

The phone page counts as `POST /__practice/pay`; whatever the `path`, no other control path is struck.
"""

import json
import re
from collections.abc import Callable, Mapping

from desktop.practice.envelopes import Document, invalid
from desktop.practice.identifiers import Identifiers
from desktop.practice.storage import Storage

Own = tuple[str | None, str]
API: Own = (None, r"^/v1/")
PAY: Own = ("POST", r"^/__practice/pay$")
REFUND: Own = ("POST", r"^/v1/(refunds|payments/[^/]+/refund)$")
QR: Own = ("POST", r"^/v1/payments/qr_codes$")
CREATE: Own = ("POST", r"^/v1/(orders|payment_links|payments/qr_codes)$")
DOWNTIMES: Own = ("GET", r"^/v1/payments/downtimes$")

WIRE_KINDS = (
    "latency_before",
    "latency_after",
    "drop_before",
    "drop_after_commit",
    "timeout",
    "error_500",
    "error_502",
    "error_503",
    "html_502",
    "too_many_requests",
    "unauthorized",
    "html_200",
    "redirect",
    "malformed_body",
    "truncated_body",
    "empty_body",
    "null_body",
    "no_content",
    "error_in_success",
    "clock_skew",
)
KINDS: Mapping[str, Own] = {
    **dict.fromkeys(WIRE_KINDS, API),
    "duplicate_payment": PAY,
    "pay_after_close": PAY,
    "delayed_capture": PAY,
    "late_success": PAY,
    "delayed_visibility": PAY,
    "settled_next_day": PAY,
    "qr_notes_absent": PAY,
    "refund_pending": REFUND,
    "refund_failed": REFUND,
    "refund_insufficient_balance": REFUND,
    "refund_in_progress": REFUND,
    "close_by_overridden": QR,
    "close_by_refused": QR,
    "image_content_absent": QR,
    "qr_not_enabled": QR,
    "amount_limit": CREATE,
    "upi_downtime": DOWNTIMES,
}

METHODS = ("DELETE", "GET", "PATCH", "POST", "PUT")
SPARED = re.compile(r"^/__practice/(?!pay$)")
"""The paths by which faults are ended and the account is looked at: only the clock goes wrong there."""
FARTHEST = 10**9


def _is_whole(value: object, least: int = 0) -> bool:
    return type(value) is int and value >= least


def _is_number(value: object, least: float, most: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most


Check = tuple[Callable[[object], bool], str]
CHECKS: Mapping[str, Check] = {
    "method": (
        lambda value: value is None or value in METHODS,
        f"method must be one of {', '.join(METHODS)}.",
    ),
    "nth": (lambda value: _is_whole(value, 1), "nth must be at least 1."),
    "count": (lambda value: value is None or _is_whole(value, 1), "count must be at least 1, or null."),
    "probability": (lambda value: _is_number(value, 0, 1), "probability must be between 0 and 1."),
    "seconds": (lambda value: _is_number(value, -FARTHEST, FARTHEST), "seconds must be a number."),
    "paise": (_is_whole, "paise must be a whole number."),
    "after_commit": (lambda value: isinstance(value, bool), "after_commit must be true or false."),
    "html": (lambda value: isinstance(value, bool), "html must be true or false."),
    "retry_after": (lambda value: value is None or _is_whole(value), "retry_after must be seconds, or null."),
    "location": (
        lambda value: isinstance(value, str) and re.fullmatch(r"[!-~]+", value) is not None,
        "location must be an address.",
    ),
}


class Faults:
    """The list in the file, with how many requests each item has matched."""

    def __init__(self, storage: Storage, identifiers: Identifiers) -> None:
        self._storage = storage
        self._identifiers = identifiers

    def replace(self, definitions: object) -> None:
        """ApiError (400) if an item is malformed; the list then stays as it was."""
        if not isinstance(definitions, list):
            raise invalid("faults must be a list.", "faults")
        checked = [_checked(definition) for definition in definitions]
        self._storage.execute("DELETE FROM fault")
        for position, definition in enumerate(checked):
            self._storage.execute("INSERT INTO fault VALUES (?, ?, 0)", position, json.dumps(definition))

    def listed(self) -> list[Document]:
        rows = self._storage.rows("SELECT * FROM fault ORDER BY position")
        return [{**json.loads(row["definition"]), "matches": row["matches"]} for row in rows]

    def strike(self, method: str, path: str) -> dict[str, Document]:
        """Counts the request and returns the faults that strike it, by kind; of two of a kind, the first."""
        striking: dict[str, Document] = {}
        for row in self._storage.rows("SELECT * FROM fault ORDER BY position"):
            fault = json.loads(row["definition"])
            if fault["method"] not in (None, method) or not re.search(fault["path"], path):
                continue
            if SPARED.match(path) and fault["kind"] != "clock_skew":
                continue
            self._storage.execute(
                "UPDATE fault SET matches = matches + 1 WHERE position = ?", row["position"]
            )
            since = row["matches"] + 1 - fault["nth"]
            if since < 0 or (fault["count"] is not None and since >= fault["count"]):
                continue
            if fault["probability"] >= 1 or self._identifiers.fraction("fault") < fault["probability"]:
                striking.setdefault(fault["kind"], fault)
        return striking


def _checked(definition: object) -> Document:
    if not isinstance(definition, dict) or definition.get("kind") not in tuple(KINDS):
        raise invalid("A fault needs a known kind.", "kind")
    own_method, own_path = KINDS[definition["kind"]]
    path = definition.get("path", own_path)
    # A path of one's own goes with any method, unless the method is given too.
    method = definition.get("method", own_method if path == own_path else None)
    method = method.upper() if isinstance(method, str) else method
    fault = {"nth": 1, "count": 1, "probability": 1.0, **definition, "path": path, "method": method}
    try:
        re.compile(path)
    except (re.error, TypeError):
        raise invalid("path must be a regular expression.", "path") from None
    for name, value in fault.items():
        if name in ("kind", "path"):
            continue
        if name not in CHECKS:
            raise invalid(f"{name} says nothing to a fault.", name)
        is_right, explanation = CHECKS[name]
        if not is_right(value):
            raise invalid(explanation, name)
    return fault
