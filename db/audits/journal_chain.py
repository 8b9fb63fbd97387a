"""Every desk's hash chain, worked out again record by record and compared with what is stored."""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row, select, type_coerce

from db.audits.check import FAULTS_MAX, Finding, limited
from db.database import Session
from db.journal import FIRST_HASH, link_hash
from db.schema import desk, journal
from db.schema.columns import Whole

NAME = "journal_chain_unbroken"
BATCH = 5_000

# One statement, so that records and heads are of one moment; desks without records come too.
RECORDS = (
    select(
        desk.c.id,
        desk.c.code,
        desk.c.journal_number,
        desk.c.journal_hash,
        journal.c.number,
        type_coerce(journal.c.at, Whole).label("at_us"),
        journal.c.tag,
        journal.c.booking_id,
        journal.c.clerk,
        journal.c.content,
        journal.c.previous_hash,
        journal.c.hash,
    )
    .select_from(desk.outerjoin(journal, journal.c.desk_id == desk.c.id))
    .order_by(desk.c.id, journal.c.number)
    .execution_options(yield_per=BATCH)
)


def check_chains(session: Session) -> Finding:
    """Follow every chain from its first record to the desk's head, a batch at a time."""
    faults: list[str] = []
    count = 0
    last: Row[Any] | None = None
    falls = _Falls()
    # The time of a record that was changed is told by that fault.
    was_faulty = False
    with session.execute(RECORDS) as rows:
        for row in rows:
            if last is not None and last.id != row.id:
                _collect(faults, _head_faults(last))
                last = None
            if row.number is not None:
                count += 1
                found = list(_record_faults(row, last))
                _collect(faults, iter(found))
                falls.read(row, None if found or was_faulty else last)
                was_faulty = bool(found)
            last = row
    if last is not None:
        _collect(faults, _head_faults(last))
    _collect(faults, falls.faults())
    return Finding(NAME, count, limited(faults))


class _Falls:
    """Time falls in a desk's journal only where the clock was set: once for each setting.

    A CLOCK_SET names where the journal of each desk ended; the fall comes with the next record, or with
    the one after a write that was under way.
    """

    def __init__(self) -> None:
        self._found: list[tuple[str, str, int]] = []
        self._settings: defaultdict[str, list[int]] = defaultdict(list)

    def read(self, row: Row[Any], last: Row[Any] | None) -> None:
        if row.tag == "CLOCK_SET":
            for desk_id, number in _heads(row.content):
                self._settings[desk_id].append(number)
        if last is not None and row.at_us < last.at_us:
            self._found.append((row.id, row.code, row.number))

    def faults(self) -> Iterator[str]:
        for desk_id, code, number in self._found:
            before = [head for head in self._settings[desk_id] if head < number]
            if not before:
                yield f"desk={code} number={number} fault=time_falls"
            else:
                self._settings[desk_id].remove(max(before))


def _heads(content: str) -> list[tuple[str, int]]:
    try:
        told = json.loads(content).get("heads", {})
        return [(str(desk_id), int(number)) for desk_id, number in told.items()]
    except (ValueError, TypeError, AttributeError):
        return []  # its hash tells of a content that was changed


def _collect(faults: list[str], found: Iterator[str]) -> None:
    for fault in found:
        if len(faults) <= FAULTS_MAX:
            faults.append(fault)


def _record_faults(row: Row[Any], last: Row[Any] | None) -> Iterator[str]:
    number, previous = (last.number, last.hash) if last is not None else (0, FIRST_HASH)
    where = f"desk={row.code} number={row.number}"
    if row.number != number + 1:
        yield f"{where} fault=gap after={number}"
    elif row.previous_hash != previous:
        yield f"{where} fault=link"
    expected = link_hash(
        row.previous_hash, row.id, row.number, row.at_us, row.tag, row.booking_id, row.clerk, row.content
    )
    if row.hash != expected:
        yield f"{where} fault=content"


def _head_faults(last: Row[Any]) -> Iterator[str]:
    number, link = (0, FIRST_HASH) if last.number is None else (last.number, last.hash)
    if (last.journal_number, last.journal_hash) != (number, link):
        yield f"desk={last.code} number={number} fault=head head={last.journal_number}"
