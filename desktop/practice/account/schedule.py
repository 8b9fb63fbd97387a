"""What will happen by itself: expiries, late banks, delayed refunds. Kept as rows, run lazily."""

import json
from dataclasses import dataclass

from desktop.practice.account.storage import Storage
from desktop.practice.answers.envelopes import Document


@dataclass(frozen=True, slots=True)
class Due:
    """`action` at the unix second `at`, to the entity `target`."""

    at: int
    action: str
    target: str
    detail: Document


class Schedule:
    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def add(self, at: int, action: str, target: str, **detail: object) -> None:
        self._storage.execute(
            "INSERT INTO due (at, action, target, detail) VALUES (?, ?, ?, ?)",
            at,
            action,
            target,
            json.dumps(detail),
        )

    def move(self, at: int, action: str, target: str) -> None:
        """Puts an action that is waiting to another time, or adds it."""
        self.cancel(action, target)
        self.add(at, action, target)

    def cancel(self, action: str, target: str) -> None:
        self._storage.execute("DELETE FROM due WHERE action = ? AND target = ?", action, target)

    def take(self, now: int) -> Due | None:
        """Removes and returns the earliest action that is due at `now`."""
        row = self._storage.row("SELECT * FROM due WHERE at <= ? ORDER BY at, sequence LIMIT 1", now)
        if row is None:
            return None
        self._storage.execute("DELETE FROM due WHERE sequence = ?", row["sequence"])
        return Due(row["at"], row["action"], row["target"], json.loads(row["detail"]))
