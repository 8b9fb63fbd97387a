"""What the list of open cases shows, as values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from db.ids import CaseId
from desktop.services.domain.review import OpenCase


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


def other_answers(case: OpenCase) -> tuple[str, ...]:
    """Return the answers beside the proposed one, in the order of their keys 2, 3 ..."""
    return tuple(answer for answer in case.answers if answer != case.proposal)


def total_paise(cases: tuple[OpenCase, ...]) -> int:
    """Return the money that waits for a decision."""
    return sum(case.amount_paise for case in cases)


def next_case_id(cases: tuple[OpenCase, ...], left_id: CaseId | None) -> CaseId | None:
    """Return which case is chosen after this one was decided: the next in the list, or the last."""
    at = next((at for at, case in enumerate(cases) if case.id == left_id), 0)
    rest = tuple(case for case in cases if case.id != left_id)
    return rest[min(at, len(rest) - 1)].id if rest else None
