"""What the books lack of what a desk has written: shown before somebody accepts it."""

from dataclasses import dataclass
from datetime import datetime

from db.halt import HaltKind


@dataclass(frozen=True, slots=True)
class LostAct:
    """One record that the books lack, as the log or a backup knows it; what it does not tell is empty."""

    number: int
    at: datetime
    tag: str
    reference: str = ""
    amount_paise: int | None = None
    paper: str = ""


@dataclass(frozen=True, slots=True)
class LostNumbers:
    """Numbers of papers that were printed, or may have been, and that the books know nothing of."""

    kind: str
    year: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Loss:
    """The books end at `number`; this desk had written up to `marked_number` (`marked_hash` "" if unknown).

    `since`: when the last record was made that both have. `is_other_history`: the books go on with records
    that this desk did not write. `old_home`: the books that stood here, where others stand now.
    """

    kind: HaltKind
    marked_number: int
    marked_hash: str
    number: int
    common_number: int
    since: datetime | None
    until: datetime | None
    acts: tuple[LostAct, ...] = ()
    numbers: tuple[LostNumbers, ...] = ()
    is_other_history: bool = False
    old_home: str = ""

    @property
    def lost_count(self) -> int:
        """How many records are missing."""
        return max(self.marked_number - self.common_number, 0)


@dataclass(frozen=True, slots=True)
class Adopted:
    """This PC sees these books for the first time: the last paper that they know, "" without any."""

    paper: str
    made_at: datetime | None


@dataclass(frozen=True, slots=True)
class MarkCondition:
    """What is known of the mark. `trouble`: why it can't be kept now, "" otherwise; that stops nothing."""

    loss: Loss | None = None
    adopted: Adopted | None = None
    trouble: str = ""
