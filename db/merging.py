"""Brings catalogue tables to wanted rows by their natural keys, and counts what that changes."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from sqlalchemy import Update, bindparam, delete, insert, select, update

from db.database import Session
from db.ids import OfferingId
from db.keys import new_key
from db.schema import unit
from db.wanted import UNITS, K, Kept, W, WantedUnit


@dataclass(frozen=True, slots=True)
class Merged(Generic[K]):
    """What a merge did or would do; `ids` has the id of every wanted row by its natural key."""

    added: int
    changed: int
    unchanged: int
    ids: Mapping[K, str]


def merge(
    session: Session,
    kept: Kept[W, K],
    rows: Sequence[W],
    *,
    within: Collection[OfferingId] | None = None,
    change: bool = True,
) -> Merged[K]:
    """Insert the rows that are missing and update those that differ; touch no others.

    `within`: look at these offerings' rows only. With `change` off leave rows that are there.
    """
    there = _existing(session, kept, within)
    added: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    ids: dict[K, str] = {}
    for row in rows:
        key = kept.key(row)
        found = there.get(key)
        if found is None:
            ids[key] = new_key()
            values = {name: getattr(row, name) for name in kept.names}
            added.append({**values, "id": ids[key], "home": session.home})
            continue
        ids[key], stored = found
        if change and stored != row:
            values = {f"new_{name}": getattr(row, name) for name in kept.names}
            changed.append({**values, "row_id": ids[key]})
    if added:
        session.execute(insert(kept.table), added)
    if changed:
        session.execute(_update(kept), changed)
    return Merged(len(added), len(changed), len(rows) - len(added) - len(changed), ids)


def remove_others(
    session: Session,
    kept: Kept[W, K],
    wanted: Collection[K],
    *,
    within: Collection[OfferingId],
) -> int:
    """Delete these offerings' rows whose natural key is not among `wanted`; return how many.

    Only for tables that no other table refers to: meal plans and stop points.
    """
    there = _existing(session, kept, within)
    gone = [row_id for key, (row_id, _) in there.items() if key not in wanted]
    if gone:
        session.execute(delete(kept.table).where(kept.table.c.id.in_(gone)))
    return len(gone)


def remove_where(session: Session, kept: Kept[W, K], is_gone: Callable[[K], bool]) -> int:
    """Delete the rows whose natural key says so; return how many. Only where no table refers to them."""
    gone = [row_id for key, (row_id, _) in _existing(session, kept, None).items() if is_gone(key)]
    if gone:
        session.execute(delete(kept.table).where(kept.table.c.id.in_(gone)))
    return len(gone)


def retire_others(
    session: Session, wanted: Collection[WantedUnit], *, within: Collection[OfferingId]
) -> list[tuple[OfferingId, str]]:
    """Take units off sale whose (offering, name) is not among `wanted`; return which. They stay stored.

    Before the wanted ones are merged: a room that goes from one offering to another is never in both.
    """
    there = _existing(session, UNITS, within)
    sites = {UNITS.key(row): row.site_id for row in wanted}
    gone = {key: row_id for key, (row_id, stored) in there.items() if key not in sites and stored.active}
    # Two offerings may change their sites for each other's; each room is free of its site in between.
    moving = [
        row_id
        for key, (row_id, stored) in there.items()
        if sites.get(key) and stored.site_id not in (None, sites[key])
    ]
    if gone:
        session.execute(update(unit).where(unit.c.id.in_(gone.values())).values(active=0))
    if moving:
        session.execute(update(unit).where(unit.c.id.in_(moving)).values(site_id=None))
    return sorted(gone)


def _existing(
    session: Session, kept: Kept[W, K], within: Collection[OfferingId] | None
) -> dict[K, tuple[str, W]]:
    statement = select(kept.table.c.id, *kept.shape.columns)
    if within is not None:
        statement = statement.where(kept.table.c.offering_id.in_(within))
    found = session.execute(statement).all()
    rows = kept.shape.list(row[1:] for row in found)
    return {kept.key(row): (line[0], row) for line, row in zip(found, rows, strict=True)}


def _update(kept: Kept[W, K]) -> Update:
    columns = kept.table.c
    values = {name: bindparam(f"new_{name}", type_=columns[name].type) for name in kept.names}
    return update(kept.table).where(columns.id == bindparam("row_id")).values(values)
