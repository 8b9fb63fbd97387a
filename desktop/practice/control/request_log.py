"""The log of requests: how many POSTs an intent caused. Never a header, a body or a query string."""

import hashlib
import json
from collections import Counter

from desktop.practice.account.storage import Storage
from desktop.practice.answers.envelopes import Document
from desktop.practice.api.refunds import KEY_HEADER
from desktop.practice.gateway import Call


def intent(call: Call) -> str | None:
    """What the merchant calls this request by: the idempotency key, the receipt, the reference, or a note
    named `attempt`. A repeat of the same wish carries the same name."""
    if call.headers.get(KEY_HEADER):
        return call.headers[KEY_HEADER]
    for name in ("receipt", "reference_id"):
        if isinstance(call.body.get(name), str):
            return str(call.body[name])
    notes = call.body.get("notes")
    if isinstance(notes, dict) and isinstance(notes.get("attempt"), str):
        return str(notes["attempt"])
    return None


def add(storage: Storage, at: int, call: Call, status: int | None, *, committed: bool) -> None:
    """Notes a request with the status that was sent, None if there was no reply."""
    digest = hashlib.sha256(call.raw).hexdigest()[:16] if call.raw else None
    storage.execute(
        "INSERT INTO request (at, method, path, intent, body_digest, status, committed, faults)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        at,
        call.method,
        call.path,
        intent(call),
        digest,
        status,
        int(committed),
        json.dumps(sorted(call.faults)),
    )


def read(storage: Storage, *, after: int = 0, method: str | None = None, path: str | None = None) -> Document:
    """The requests after a sequence number, oldest first, and how often each intent came to each path."""
    items = [
        {
            "sequence": row["sequence"],
            "at": row["at"],
            "method": row["method"],
            "path": row["path"],
            "intent": row["intent"],
            "body_digest": row["body_digest"],
            "status": row["status"],
            "committed": bool(row["committed"]),
            "faults": json.loads(row["faults"]),
        }
        for row in storage.rows("SELECT * FROM request WHERE sequence > ? ORDER BY sequence", after)
        if method in (None, row["method"]) and path in (None, row["path"])
    ]
    counts = Counter((item["method"], item["path"], item["intent"]) for item in items)
    return {
        "entity": "log",
        "count": len(items),
        "items": items,
        "counts": [
            {"method": method, "path": path, "intent": name, "count": count}
            for (method, path, name), count in counts.items()
        ],
    }
