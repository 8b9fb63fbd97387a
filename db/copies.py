"""Looks into a backup or a book of the same books: what it knows of a desk's journal. Writes nothing."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pysqlite3.dbapi2

from db.mark import Mark
from db.schema.columns import from_microseconds


@dataclass(frozen=True, slots=True)
class CopiedRecord:
    """One record of the desk's journal. `reference` is the booking's, "" for none."""

    number: int
    at: datetime
    tag: str
    reference: str
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Copied:
    """How far a copy goes, its hash at the number that was asked for, and the records after that."""

    mark: Mark
    hash_there: str
    records: tuple[CopiedRecord, ...]


def read_copy(file: Path, *, home: str, code: str, after: int) -> Copied | None:
    """Return what a copy knows of this desk; None for other books and for what can't be read."""
    try:
        connection = pysqlite3.dbapi2.connect(f"file:{quote(str(file))}?mode=ro&immutable=1", uri=True)
    except pysqlite3.dbapi2.Error:
        return None
    try:
        return _read(connection, home, code, after)
    except pysqlite3.dbapi2.Error:
        return None
    finally:
        connection.close()


def _read(connection: Any, home: str, code: str, after: int) -> Copied | None:
    if connection.execute("SELECT 1 FROM node WHERE id = ?", (home,)).fetchone() is None:
        return None
    head = connection.execute(
        "SELECT id, journal_number, journal_hash FROM desk WHERE code = ?", (code,)
    ).fetchone()
    if head is None:
        return None
    desk_id, number, last_hash = head
    there = connection.execute(
        "SELECT hash FROM journal WHERE desk_id = ? AND number = ?", (desk_id, after)
    ).fetchone()
    rows = connection.execute(
        "SELECT journal.number, journal.at, tag, coalesce(booking.reference, ''), content FROM journal"
        " LEFT JOIN booking ON booking.id = booking_id"
        " WHERE journal.desk_id = ? AND journal.number > ? ORDER BY journal.number",
        (desk_id, after),
    ).fetchall()
    numbers = {
        (kind, year): last
        for kind, year, last in connection.execute(
            "SELECT kind, year, last_number FROM series WHERE desk_id = ?", (desk_id,)
        )
    }
    records = tuple(
        CopiedRecord(one, from_microseconds(at), tag, reference, json.loads(content))
        for one, at, tag, reference, content in rows
    )
    mark = Mark(number, last_hash, records[-1].at if records else None, numbers)
    return Copied(mark, there[0] if there else "", records)
