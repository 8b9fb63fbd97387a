"""What the practice gateway's log tells of the desks: how many POSTs each intent caused, and after what."""

import re
from collections import Counter
from typing import Any

from tests.simulation.books import Books

KINDS = {
    r"^/v1/payments/qr_codes$": "QR code",
    r"^/v1/payment_links$": "link",
    r"^/v1/payments/[^/]+/refund$": "refund",
}
REFUND = re.compile(r"^/v1/payments/([^/]+)/refund$")
NOT_DONE = (400, 401, 409, 429)


def kind_of(path: str) -> str | None:
    """Return what a POST to this path makes."""
    return next((kind for form, kind in KINDS.items() if re.search(form, path)), None)


def figures_of_requests(books: Books) -> dict[str, Any]:
    """Return how many intents caused one POST, two, and so on; how many requests; and the faults by kind."""
    items = books.log["items"]
    posts = Counter((kind_of(one["path"]), one["intent"]) for one in items if one["method"] == "POST")
    by_kind: dict[str, dict[str, int]] = {}
    for (kind, intent), count in sorted(posts.items(), key=lambda one: one[1]):
        if kind is not None and intent is not None:
            histogram = by_kind.setdefault(kind, {})
            histogram[str(count)] = histogram.get(str(count), 0) + 1
    struck = Counter(kind for one in items for kind in one["faults"])
    return {
        "POSTs by intent": by_kind,
        "requests": sum(one["path"].startswith("/v1/") for one in items),
        "faults by kind": dict(sorted(struck.items())),
        "faults": sum(struck.values()),
    }


def wrong_requests(books: Books) -> list[str]:
    """Return each intent that made two things, and each refund repeated without looking before."""
    faults = []
    made = Counter(
        one.get("reference_id") or dict(one["notes"] or {}).get("attempt")
        for one in [*books.account["qr_codes"], *books.account["payment_links"]]
    )
    faults += [f"attempt {attempt} made {count} instruments" for attempt, count in made.items() if count > 1]
    return faults + _blind_repeats(books.log["items"])


def _blind_repeats(items: list[Any]) -> list[str]:
    faults = []
    looked: dict[str, int] = {}
    unclear: dict[str, int] = {}
    for one in items:
        if one["method"] == "GET" and one["path"].endswith("/refunds"):
            looked[one["path"].removesuffix("s")] = one["sequence"]
        if one["method"] != "POST" or not REFUND.match(one["path"]):
            continue
        key = one["intent"]
        if key in unclear and looked.get(one["path"], 0) < unclear[key]:
            faults.append(f"refund {key} was repeated without a look")
        if one["status"] not in NOT_DONE:
            unclear[key] = one["sequence"]
    return faults
