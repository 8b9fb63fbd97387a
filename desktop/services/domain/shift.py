"""A shift as the screens see it: one drawer, from the counted float to the sealed close. Amounts in paise."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from db.ids import BookingReference, DeskId, DocumentId, PersonId, ShiftId
from db.states import Tender

# Pieces by their worth in paise; a note and a coin of one worth are counted together.
Counts = Mapping[int, int]
NO_COUNTS: Counts = {}
# What is counted on the screen, the largest first.
WORTHS = (500_00, 200_00, 100_00, 50_00, 20_00, 10_00, 5_00, 2_00, 1_00)
# Still legal tender, and rarely there.
RARE_WORTHS = (2000_00, 50)
PIECES_MAX = 9_999
# What a desk can hold or a machine can take in a shift; more is a slip of the hand.
DRAWER_PAISE_MAX = 1_00_00_000_00


def counted_paise(counts: Counts) -> int:
    """Return what the notes and coins are worth."""
    return sum(worth * pieces for worth, pieces in counts.items())


def pieces_of(counts: Counts) -> dict[int, int]:
    """Return what was counted without the worths that were not there."""
    return {worth: pieces for worth, pieces in counts.items() if pieces}


class CashSource(StrEnum):
    """Where cash comes from that is put into a drawer."""

    SAFE = "safe"
    BANK = "bank"


@dataclass(frozen=True, slots=True)
class Opening:
    """How a shift is opened. `reason`: why the float is not what the last shift has left."""

    counts: Counts
    reason: str = ""
    is_shared: bool = True
    has_drawer: bool = True


@dataclass(frozen=True, slots=True)
class Closing:
    """What was counted at the end of a shift, before anybody knows what the books have.

    `left_paise` stays as the next float; None: as much as the opening float was. `first_counts`: a count that
    was done anew, once.
    """

    shift_id: ShiftId
    counts: Counts
    card_paise: int | None = None
    left_paise: int | None = None
    note: str = ""
    first_counts: Counts | None = None


class OpenWorkKind(StrEnum):
    """What goes on after the close of a shift."""

    HOLD = "hold"
    PAYMENT = "payment"
    REFUND = "refund"
    CARD_REFUND = "card_refund"


@dataclass(frozen=True, slots=True)
class OpenWork:
    """Something unfinished of a desk; it survives the close."""

    kind: OpenWorkKind
    reference: BookingReference
    amount_paise: int


@dataclass(frozen=True, slots=True)
class ClosedShift:
    """A sealed close: what was counted, and only now what the books had.

    A difference is what was counted less what was expected: below zero something is missing. `by_other`:
    counted and closed by somebody else than who answered for it.
    """

    shift_id: ShiftId
    counted_paise: int
    expected_paise: int
    to_safe_paise: int
    left_paise: int
    card_counted_paise: int | None
    card_expected_paise: int
    closed_by: str
    by_other: bool
    seal_number: int
    seal_hash: str
    still_open: tuple[OpenWork, ...] = ()
    # Its Z slip; None before that is made, a moment after the seal.
    document_id: DocumentId | None = None

    @property
    def difference_paise(self) -> int:
        """What the drawer had too much; below zero: too little."""
        return self.counted_paise - self.expected_paise

    @property
    def card_difference_paise(self) -> int:
        """What the card machine says more than the books; 0 where nobody looked."""
        counted = self.card_counted_paise
        return 0 if counted is None else counted - self.card_expected_paise


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The sealed close of the old shift, and the shift that goes on with its cash."""

    closed: ClosedShift
    opened_id: ShiftId
    clerk: str


@dataclass(frozen=True, slots=True)
class ShiftSight:
    """A shift as every desk may see it: nothing of its money."""

    id: ShiftId
    desk_id: DeskId
    desk_code: str
    clerk: str
    person_id: PersonId | None
    opened_at: datetime
    float_paise: int
    is_shared: bool
    has_drawer: bool


@dataclass(frozen=True, slots=True)
class ShiftNow:
    """The shift that is open at this desk, if one is; else what the last one has left for the next."""

    open: ShiftSight | None
    proposed_paise: int


@dataclass(frozen=True, slots=True)
class DrawerSight:
    """Whether a drawer holds enough. `paise`: what the books have in it, for who may know."""

    is_enough: bool
    paise: int | None = None


@dataclass(frozen=True, slots=True)
class DayPart:
    """What a shift did on one day of its desk."""

    day: date
    sales: int = 0
    taken: Mapping[Tender, int] = field(default_factory=dict)
    given_back: Mapping[Tender, int] = field(default_factory=dict)
    topped_up_paise: int = 0
    top_ups_reversed_paise: int = 0
    cash_in_paise: int = 0
    dropped_paise: int = 0
    paid_out_paise: int = 0
    moves: int = 0


@dataclass(frozen=True, slots=True)
class ShiftFigures:
    """A shift with its money, by the days of its desk."""

    shift: ShiftSight
    closed_at: datetime | None
    opening_difference_paise: int
    opening_reason: str
    # What the postings leave in the drawer; of a closed shift what they had left before the close.
    expected_paise: int
    card_expected_paise: int
    closed: ClosedShift | None
    days: tuple[DayPart, ...]
