"""The rows behind every order, payment, refund, link, QR code and customer."""

import json
from dataclasses import dataclass
from typing import Any

from desktop.practice.account.storage import Storage
from desktop.practice.answers.envelopes import Document

PREFIXES = {
    "order": "order",
    "payment": "pay",
    "refund": "rfnd",
    "payment_link": "plink",
    "qr_code": "qr",
    "customer": "cust",
}


@dataclass(slots=True)
class Entity:
    """`shown` is what the API gives out; `hidden` is what only the gateway knows. Both are JSON objects."""

    id: str
    kind: str
    created_at: int
    visible_at: int
    parent: str | None
    reference: str | None
    shown: Document
    hidden: Document

    @property
    def status(self) -> str:
        return str(self.shown["status"])


@dataclass(frozen=True, slots=True)
class Window:
    """A page of a list: created between `since` and `until`, `skip` left out, at most `count`."""

    since: int = 0
    until: int = 2**53
    count: int = 10
    skip: int = 0


EVERYTHING = Window(count=-1)


class Entities:
    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def add(self, entity: Entity) -> Entity:
        self._storage.execute(
            "INSERT INTO entity (id, kind, created_at, visible_at, parent, reference, shown, hidden)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            entity.id,
            entity.kind,
            entity.created_at,
            entity.visible_at,
            entity.parent,
            entity.reference,
            json.dumps(entity.shown),
            json.dumps(entity.hidden),
        )
        return entity

    def save(self, entity: Entity) -> None:
        self._storage.execute(
            "UPDATE entity SET reference = ?, shown = ?, hidden = ? WHERE id = ?",
            entity.reference,
            json.dumps(entity.shown),
            json.dumps(entity.hidden),
            entity.id,
        )

    def find(self, kind: str, entity_id: str) -> Entity | None:
        row = self._storage.row("SELECT * FROM entity WHERE id = ? AND kind = ?", entity_id, kind)
        return None if row is None else _entity(row)

    def listed(
        self, kind: str, window: Window = EVERYTHING, *, at: int = 2**53, **filters: object
    ) -> list[Entity]:
        """Newest first. `filters` compare the columns parent, reference and status; rows not yet visible
        at `at` are left out."""
        conditions = "".join(f" AND {column} = ?" for column in filters)
        rows = self._storage.rows(
            "SELECT * FROM entity WHERE kind = ? AND created_at BETWEEN ? AND ? AND visible_at <= ?"  # noqa: S608 - own names
            f"{conditions} ORDER BY created_at DESC, sequence DESC LIMIT ? OFFSET ?",
            kind,
            window.since,
            window.until,
            at,
            *filters.values(),
            window.count,
            window.skip,
        )
        return [_entity(row) for row in rows]


def _entity(row: Any) -> Entity:
    return Entity(
        id=row["id"],
        kind=row["kind"],
        created_at=row["created_at"],
        visible_at=row["visible_at"],
        parent=row["parent"],
        reference=row["reference"],
        shown=json.loads(row["shown"]),
        hidden=json.loads(row["hidden"]),
    )
