"""Every series of papers runs from 1 to its last number; only an accepted loss leaves a gap.

Each paper is of the registration and the financial year of its series.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import select

from db.audits.check import FAULTS_MAX, Finding, limited
from db.database import Session
from db.document_kinds import FIRST_FINANCIAL_YEAR, NUMBERS_A_YEAR_MAX, kind_of, number_begin, series_of
from db.mark import NUMBERS_LOST
from db.schema import desk, document, journal, series
from db.states import DocumentKind
from db.taxes import registrations, series_digits

APRIL = 4
NAME = "paper_numbers_run_on"
BATCH = 5_000
OWN = len(str(NUMBERS_A_YEAR_MAX))
"""So many figures at the end are the number in its series."""


def check_paper_numbers(session: Session) -> Finding:
    """Follow every series through its papers, in the order of their numbers."""
    series_at = _series(session)
    last_numbers = {begin: last for begin, (_, _, last) in series_at.items()}
    lost = _lost(session)
    at = dict.fromkeys(last_numbers, 0)
    faults: list[str] = []
    count = 0
    columns = (document.c.number, document.c.kind, document.c.registration, document.c.issued_on)
    numbers = select(*columns).order_by(document.c.number).execution_options(yield_per=BATCH)
    with session.execute(numbers) as rows:
        for row in rows:
            count += 1
            number = row.number
            begin, own = number[:-OWN], number[-OWN:]
            if begin not in at or not own.isdecimal():
                _collect(faults, iter((f"number={number} fault=no_series",)))
                continue
            name, year, _ = series_at[begin]
            if name != series_of(DocumentKind(row.kind), row.registration):
                _collect(faults, iter((f"number={number} fault=other_series",)))
            if year >= FIRST_FINANCIAL_YEAR and (
                row.issued_on is None or _financial_year(row.issued_on) != year
            ):
                _collect(faults, iter((f"number={number} fault=other_year",)))
            _collect(faults, _faults(begin, at[begin] + 1, int(own), lost.get(begin, set())))
            at[begin] = int(own)
    for begin, last in last_numbers.items():
        _collect(faults, _gaps(begin, range(at[begin] + 1, last + 1), lost.get(begin, set())))
        if at[begin] > last:
            _collect(faults, iter((f"number={begin}{at[begin]:06d} fault=beyond_series",)))
    return Finding(NAME, count, limited(faults))


def _series(session: Session) -> dict[str, tuple[str, int, int]]:
    """Return name, year and last number of each series, by what its numbers begin with."""
    columns = (desk.c.code, series.c.kind, series.c.year, series.c.last_number)
    rows = session.execute(select(*columns).join(desk, desk.c.id == series.c.desk_id))
    digits = series_digits(registrations(session))
    return {
        _begin(row.code, row.kind, row.year, digits): (row.kind, row.year, row.last_number) for row in rows
    }


def _financial_year(day: date) -> int:
    """Return 2627 for each day from 1 April 2026 to 31 March 2027."""
    first = day.year if day.month >= APRIL else day.year - 1
    return first % 100 * 100 + (first + 1) % 100


def _lost(session: Session) -> dict[str, set[int]]:
    """Return the numbers of which a record says that they were lost."""
    found: dict[str, set[int]] = {}
    digits = series_digits(registrations(session))
    wanted = select(desk.c.code, journal.c.content).join(desk, desk.c.id == journal.c.desk_id)
    for row in session.execute(wanted.where(journal.c.tag == NUMBERS_LOST)):
        gap = json.loads(row.content)
        begin = _begin(row.code, gap["kind"], gap["year"], digits)
        found.setdefault(begin, set()).update(range(gap["first"], gap["last"] + 1))
    return found


def _begin(code: str, name: str, year: int, digits: Mapping[str, str]) -> str:
    return number_begin(code, kind_of(name), year, digits.get(name.partition(":")[2], ""))


def _faults(begin: str, expected: int, found: int, lost: set[int]) -> Iterator[str]:
    """Yield what is wrong with a number that follows: a gap, one again, or one that is called lost."""
    if found < expected:
        yield f"number={begin}{found:06d} fault=again"
    yield from _gaps(begin, range(expected, found), lost)
    if found in lost:
        yield f"number={begin}{found:06d} fault=lost"


def _gaps(begin: str, missing: range, lost: set[int]) -> Iterator[str]:
    return (f"number={begin}{one:06d} fault=gap" for one in missing if one not in lost)


def _collect(faults: list[str], found: Iterator[str]) -> None:
    for fault in found:
        if len(faults) > FAULTS_MAX:
            return
        faults.append(fault)
