"""The condition of the books: what halts the desk, and what is known of what they rest on."""

from __future__ import annotations

from dataclasses import dataclass, field

from db.halt import Halt, PagesSeen
from db.reach import Reach
from desktop.services.domain.backups import BackupsKnown
from desktop.services.domain.clock_state import ClockKnown
from desktop.services.domain.loss import MarkCondition


@dataclass(frozen=True, slots=True)
class Condition:
    """As it is known now; asks nobody outside. `is_checking`: the check of the start is under way.

    `server`: how the database can be reached; None for a file that no other program keeps. `clock` is None
    until the clocks were compared.
    """

    is_checking: bool = False
    halts: tuple[Halt, ...] = ()
    pages: PagesSeen = field(default_factory=PagesSeen)
    server: Reach | None = None
    # None where the books are only read.
    backups: BackupsKnown | None = None
    clock: ClockKnown | None = None
    mark: MarkCondition = field(default_factory=MarkCondition)
