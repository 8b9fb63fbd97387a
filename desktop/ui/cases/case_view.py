"""What the list of open cases shows, as values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from db.ids import CaseId
from db.states import CaseAnswer, CaseKind
from desktop.services.domain.foreign_money import Sign
from desktop.services.domain.review import OpenCase

# The answer that also keeps a rule: what comes like it makes no case.
RULE = "rule"


class AgeUnit(StrEnum):
    """What an age is counted in."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Age:
    """How long a case has been open, in its largest whole unit."""

    count: int
    unit: AgeUnit


def age_of(opened_at: datetime, now: datetime) -> Age:
    """Return a case's age; a clock that lags behind makes it zero, never less."""
    minutes = max(int((now - opened_at).total_seconds()) // 60, 0)
    if minutes < 60:
        return Age(minutes, AgeUnit.MINUTES)
    hours = minutes // 60
    return Age(hours, AgeUnit.HOURS) if hours < 48 else Age(hours // 24, AgeUnit.DAYS)


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """Payments of one other program, or strangers' that tell nothing of it: one row, one answer for all."""

    sign: Sign | None
    cases: tuple[OpenCase, ...]
    is_open: bool

    @property
    def id(self) -> CaseId:
        """The row's name, the same while the group grows and shrinks."""
        return CaseId(f"group {self.sign.field} {self.sign.text}" if self.sign else "group")

    @property
    def amount_paise(self) -> int:
        """What all of them come to."""
        return total_paise(self.cases)

    @property
    def opened_at(self) -> datetime:
        """Since when the oldest waits."""
        return min(case.opened_at for case in self.cases)


Entry = OpenCase | CaseGroup


def entries_of(cases: tuple[OpenCase, ...], opened: frozenset[CaseId]) -> tuple[Entry, ...]:
    """Return the rows of the list: each group where its oldest payment stands, its own rows below it if open.

    One payment alone is no group, and what could be ours is in none.
    """
    by_sign: dict[Sign | None, list[OpenCase]] = {}
    for case in cases:
        if case.kind is CaseKind.FOREIGN and not case.looks_ours:
            by_sign.setdefault(case.sign, []).append(case)
    groups: dict[CaseId, CaseGroup] = {}
    for sign, members in by_sign.items():
        if len(members) > 1:
            group = CaseGroup(sign, tuple(members), is_open=False)
            group = CaseGroup(sign, tuple(members), is_open=group.id in opened)
            groups |= dict.fromkeys((case.id for case in members), group)
    rows: list[Entry] = []
    for case in cases:
        group_of = groups.get(case.id)
        if group_of is None:
            rows.append(case)
        elif case.id == group_of.cases[0].id:
            rows += [group_of, *(group_of.cases if group_of.is_open else ())]
    return tuple(rows)


def answers_of(entry: Entry) -> tuple[str, ...]:
    """Return what can be answered, in the order of the keys 1, 2, 3 ...; the proposed one is the first."""
    if isinstance(entry, CaseGroup):
        return (CaseAnswer.NOT_OURS, RULE) if entry.sign else (CaseAnswer.NOT_OURS,)
    rule = (RULE,) if entry.kind is CaseKind.FOREIGN and entry.sign else ()
    others = tuple(answer for answer in entry.answers if answer != entry.proposal)
    return (entry.proposal, *others, *rule)


def total_paise(cases: tuple[OpenCase, ...]) -> int:
    """Return the money that waits for a decision."""
    return sum(case.amount_paise for case in cases)


def drawer_paise(entry: Entry) -> int:
    """Return the most cash that an answer takes out of the drawer, as it is handed over."""
    if isinstance(entry, CaseGroup):
        return 0
    if CaseAnswer.CASH in entry.answers:
        return entry.amount_paise if entry.cash_paise is None else entry.cash_paise
    return entry.cash_paise or 0


def next_case_id(rows: tuple[Entry, ...], left_id: CaseId | None) -> CaseId | None:
    """Return which row is chosen after this one was decided: the next in the list, or the last."""
    at = next((at for at, row in enumerate(rows) if row.id == left_id), 0)
    rest = tuple(row for row in rows if row.id != left_id)
    return rest[min(at, len(rest) - 1)].id if rest else None
