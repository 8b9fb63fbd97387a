"""Shifts as a manager reviews them: which are open, which were closed with a difference, and why."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from db.ids import DocumentId, ShiftId
from desktop.services.domain.difference import Cause

# No drawer is worked at for so long; whoever opened it has gone home.
FORGOTTEN_AFTER = timedelta(hours=16)


class ShiftState(StrEnum):
    """Where a shift stands."""

    OPEN = "open"
    FORGOTTEN = "forgotten"
    CLOSED = "closed"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class ShiftClose:
    """What a close has found, in paise; the card's difference is None where its slip was not counted.

    `by_other`: whoever counted did not answer for the drawer.
    """

    closed_at: datetime
    closed_by: str
    by_other: bool
    counted_paise: int
    expected_paise: int
    card_difference_paise: int | None
    to_safe_paise: int
    left_paise: int
    seal_number: int
    seal_hash: str
    note: str
    document_id: DocumentId | None

    @property
    def difference_paise(self) -> int:
        """What the drawer had too much; below zero: too little."""
        return self.counted_paise - self.expected_paise

    @property
    def differs(self) -> bool:
        """Whether anything that was counted is not what the books have."""
        return bool(self.difference_paise or self.card_difference_paise)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A manager's yes to a close. `of_own`: it was their own drawer, or they had closed it."""

    at: datetime
    by: str
    note: str
    of_own: bool


@dataclass(frozen=True, slots=True)
class ListedShift:
    """One shift of the list. Nothing is told of the money of an open one."""

    id: ShiftId
    desk_code: str
    clerk: str
    opened_at: datetime
    has_drawer: bool
    state: ShiftState
    close: ShiftClose | None = None
    acceptance: Acceptance | None = None


@dataclass(frozen=True, slots=True)
class ShiftsSeen:
    """The list. `is_whole`: who looks sees everybody's, and may accept."""

    shifts: tuple[ListedShift, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a shift differs: the likeliest causes first, each with the acts to look at."""

    shift_id: ShiftId
    cash_difference_paise: int
    card_difference_paise: int | None
    causes: tuple[Cause, ...]
