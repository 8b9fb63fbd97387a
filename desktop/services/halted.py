"""The refusals of a desk whose books or whose clock are in question."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from db.halt import Halt, NotBooks
from db.ids import BookingReference
from desktop.services.errors import DeskError


@dataclass(eq=False)
class SalesHalted(DeskError):
    """Nothing was written: the books are in question, and `halt` says why. The page Books has the way on."""

    halt: Halt

    def __str__(self) -> str:
        return str(self.halt.kind)


@dataclass(eq=False)
class ClockRefused(DeskError):
    """It can't be that time, or not by this key; nothing was set."""

    reason: Literal["before_release", "too_far", "changed"]


@dataclass(eq=False)
class ClockGoesBack(DeskError):
    """That time is before the newest record, so a clock that was wrong wrote records; nothing was set.

    `made_count`: how many bookings were placed later than that time.
    """

    newest_record: datetime
    made_count: int = 0


@dataclass(eq=False)
class NotReopened(DeskError):
    """The booking stays completed."""

    reference: BookingReference
    reason: Literal["used_up", "too_late"]


@dataclass(eq=False)
class BooksUnusable(DeskError):
    """The books can't be opened: `found` stands at `place`, and nothing was changed.

    `tables`: which are damaged, as far as that is known.
    """

    found: NotBooks
    place: str
    tables: Sequence[str] = ()
