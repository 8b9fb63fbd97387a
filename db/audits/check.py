"""One check, and how it is run without loading the database."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, text

from db.database import Session
from db.schema.columns import to_microseconds

FAULTS_MAX = 20
MORE = "more=yes"
AT_MOST = " LIMIT :most"


@dataclass(frozen=True, slots=True)
class Check:
    """A rule: `counted` returns how many things it looks at, `broken` the rows that break it.

    Both are plain SQL for both engines; `:now` is the node's time in microseconds. `structure` looks at
    what no row can show, such as a missing key.
    """

    name: str
    counted: str
    broken: str
    structure: Callable[[Session], list[str]] | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found: at most FAULTS_MAX faults as `name=value` facts, then MORE."""

    name: str
    checked_count: int
    faults: tuple[str, ...]


def run(session: Session, check: Check) -> Finding:
    """Run one check."""
    now = {"now": to_microseconds(session.now)}
    faults = check.structure(session) if check.structure else []
    count = session.execute(_prepared(check.counted), now if ":now" in check.counted else None).scalar_one()
    params = {"most": FAULTS_MAX + 1} | (now if ":now" in check.broken else {})
    rows = session.execute(_prepared(check.broken + AT_MOST), params).all()
    return Finding(check.name, int(count), limited([*faults, *(_facts(row) for row in rows)]))


def limited(faults: list[str]) -> tuple[str, ...]:
    """Return the first faults, with a sign that there are more."""
    return tuple(faults) if len(faults) <= FAULTS_MAX else (*faults[:FAULTS_MAX], MORE)


def _prepared(sql: str) -> Any:
    return text(sql)


def _facts(row: Row[Any]) -> str:
    return " ".join(f"{name}={value}" for name, value in row._mapping.items())
