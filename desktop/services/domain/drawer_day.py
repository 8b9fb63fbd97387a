"""A shift as its close sees it: what was booked, what was counted, and by how much they differ."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from db.ids import BookingId, BookingReference
from db.states import Tender


class ActKind(StrEnum):
    """What was booked."""

    PAYMENT = "payment"
    REFUND = "refund"
    TOP_UP = "top_up"
    TOP_UP_REVERSED = "top_up_reversed"
    CASH_IN = "cash_in"
    DROP = "drop"
    PAY_OUT = "pay_out"
    # A hold that ended without money.
    LAPSED_HOLD = "lapsed_hold"


TAKES_IN = frozenset((ActKind.PAYMENT, ActKind.TOP_UP, ActKind.CASH_IN))


@dataclass(frozen=True, slots=True)
class ShiftAct:
    """One act of a shift: `amount_paise` is what was taken or given, rounded where it was cash.

    `plain_paise` is the amount without its rounding. `received_paise`: what the customer handed over.
    """

    kind: ActKind
    id: str
    tender: Tender
    amount_paise: int
    plain_paise: int
    at: datetime
    clerk: str
    received_paise: int | None = None
    # Under which tender it was entered first.
    corrected_from: Tender | None = None
    booking_id: BookingId | None = None
    reference: BookingReference | None = None

    @property
    def sign(self) -> int:
        """1 where money came in, -1 where it went out, 0 where none moved."""
        if self.kind is ActKind.LAPSED_HOLD:
            return 0
        return 1 if self.kind in TAKES_IN else -1

    @property
    def change_paise(self) -> int:
        """What was given back of the cash that the customer handed over."""
        return self.received_paise - self.amount_paise if self.received_paise is not None else 0


@dataclass(frozen=True, slots=True)
class CountedPieces:
    """How many notes or coins of one worth were counted."""

    worth_paise: int
    pieces: int


@dataclass(frozen=True, slots=True)
class ShiftFacts:
    """What a closed shift knows. Expected and counted are by tender; what nobody counted is in neither.

    `opening_difference_paise`: by how much the counted float was more than the shift before had left.
    """

    acts: tuple[ShiftAct, ...]
    opening: tuple[CountedPieces, ...]
    closing: tuple[CountedPieces, ...]
    expected: Mapping[Tender, int]
    counted: Mapping[Tender, int]
    opening_difference_paise: int = 0

    @property
    def differences(self) -> dict[Tender, int]:
        """Counted less expected, for every tender that was counted."""
        return {tender: paise - self.expected.get(tender, 0) for tender, paise in self.counted.items()}

    @property
    def float_paise(self) -> int:
        """What was counted at the opening."""
        return sum(row.worth_paise * row.pieces for row in self.opening)

    def most_in_drawer_paise(self) -> int:
        """Return the most that the books ever had in the drawer during the shift."""
        held = most = self.float_paise
        for act in sorted(self.acts, key=lambda act: act.at):
            if act.tender is Tender.CASH:
                held += act.sign * act.amount_paise
                most = max(most, held)
        return most
