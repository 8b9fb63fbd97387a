"""The kinds of fault: which requests go wrong, and how.

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

from collections.abc import Mapping

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
