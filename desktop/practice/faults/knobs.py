"""The fault knobs: the list of faults as it was set, and which of them strike a request."""

import json
import re
from collections.abc import Callable, Mapping

from desktop.practice.account.identifiers import Identifiers
from desktop.practice.account.storage import Storage
from desktop.practice.answers.envelopes import Document, invalid
from desktop.practice.faults.kinds import KINDS

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
