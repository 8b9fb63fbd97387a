"""Brings catalogue tables to wanted rows by their natural keys, and counts what that changes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, bindparam, delete, insert, select, update

from db.database import Session
from db.keys import new_key
from db.schema import metadata

NATURAL_KEYS = {
    "site": ("code",),
    "policy": ("code", "effective_from"),
    "offering": ("code",),
    "unit": ("offering_id", "name"),
    "slot": ("offering_id", "day"),
    "meal_plan": ("offering_id", "code"),
    "stop_point": ("offering_id", "direction", "name"),
    "tax_rule": ("kind", "air_conditioned", "over_paise", "effective_from"),
    "fee_rule": ("kind", "effective_from"),
    "promo": ("code",),
}


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did or would do; `ids` has the id of every wanted row by its natural key."""

    table: str
    added: int
    changed: int
    unchanged: int
    ids: Mapping[tuple[Any, ...], str]


def merge(
    session: Session,
    name: str,
    rows: Sequence[Mapping[str, Any]],
    *,
    within: Collection[str] | None = None,
    write: bool,
    change: bool = True,
) -> Merged:
    """Insert the rows that are missing and update those that differ; touch no others.

    `rows` have no `id` and no `home`. `within`: look at these offerings' rows only. With `write` off only
    count; ids of rows that would be added are made up. With `change` off leave rows that are there.
    """
    table = metadata.tables[name]
    keys = NATURAL_KEYS[name]
    there = _existing(session, table, keys, within)
    added: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    ids: dict[tuple[Any, ...], str] = {}
    for row in rows:
        key = tuple(row[column] for column in keys)
        found = there.get(key)
        if found is None:
            ids[key] = new_key()
            added.append({**row, "id": ids[key], "home": session.home})
            continue
        ids[key] = found["id"]
        if change and any(found[column] != value for column, value in row.items()):
            changed.append(
                {f"new_{column}": value for column, value in row.items()} | {"row_id": found["id"]}
            )
    if write and added:
        session.execute(insert(table), added)
    if write and changed:
        session.execute(_update(table, list(rows[0])), changed)
    return Merged(name, len(added), len(changed), len(rows) - len(added) - len(changed), ids)


def remove_others(
    session: Session, name: str, kept: Collection[tuple[Any, ...]], *, within: Collection[str], write: bool
) -> int:
    """Delete these offerings' rows whose natural key is not among `kept`; return how many.

    Only for tables that no other table refers to: meal plans and stop points.
    """
    table = metadata.tables[name]
    gone = [
        row["id"]
        for key, row in _existing(session, table, NATURAL_KEYS[name], within).items()
        if key not in kept
    ]
    if write and gone:
        session.execute(delete(table).where(table.c.id.in_(gone)))
    return len(gone)


def retire_others(
    session: Session, kept: Collection[tuple[Any, ...]], *, within: Collection[str], write: bool
) -> int:
    """Take units off sale whose (offering, name) is not among `kept`; return how many. They stay stored."""
    table = metadata.tables["unit"]
    gone = [
        row["id"]
        for key, row in _existing(session, table, NATURAL_KEYS["unit"], within).items()
        if key not in kept and row["active"]
    ]
    if write and gone:
        session.execute(update(table).where(table.c.id.in_(gone)).values(active=0))
    return len(gone)


def _existing(
    session: Session, table: Table, keys: tuple[str, ...], within: Collection[str] | None
) -> dict[tuple[Any, ...], Mapping[str, Any]]:
    statement = select(table)
    if within is not None:
        statement = statement.where(table.c.offering_id.in_(within))
    rows = session.execute(statement).mappings().all()
    return {tuple(row[column] for column in keys): dict(row) for row in rows}


def _update(table: Table, columns: Sequence[str]) -> Any:
    values = {column: bindparam(f"new_{column}", type_=table.c[column].type) for column in columns}
    return update(table).where(table.c.id == bindparam("row_id")).values(values)
