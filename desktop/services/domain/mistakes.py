"""The mistakes of a counter that leave a difference, and how often each is made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from db.states import Tender
from desktop.services.domain.drawer_day import ShiftAct


class Mistake(StrEnum):
    """What was done wrong."""

    TENDER_SWAPPED = "tender_swapped"
    FIGURES_TRANSPOSED = "figures_transposed"
    DROP_NOT_ENTERED = "drop_not_entered"
    DROP_NOT_MADE = "drop_not_made"
    CASH_IN_NOT_ENTERED = "cash_in_not_entered"
    PAY_OUT_NOT_ENTERED = "pay_out_not_entered"
    REFUND_SWAPPED = "refund_swapped"
    FLOAT_MISCOUNTED = "float_miscounted"
    CLOSE_MISCOUNTED = "close_miscounted"
    CHANGE_NOT_GIVEN = "change_not_given"
    CHANGE_TWICE = "change_twice"
    PAY_OUT_TWICE = "pay_out_twice"
    SALE_TWICE = "sale_twice"
    NOT_RECORDED = "not_recorded"
    SMALL_CHANGE = "small_change"


# Of a hundred differences that have one cause; they need not add up.
COMMON: Mapping[Mistake, float] = {
    Mistake.TENDER_SWAPPED: 25,
    Mistake.FIGURES_TRANSPOSED: 12,
    Mistake.DROP_NOT_ENTERED: 14,
    Mistake.DROP_NOT_MADE: 2,
    Mistake.CASH_IN_NOT_ENTERED: 3,
    Mistake.PAY_OUT_NOT_ENTERED: 5,
    Mistake.REFUND_SWAPPED: 12,
    Mistake.FLOAT_MISCOUNTED: 9,
    Mistake.CLOSE_MISCOUNTED: 9,
    Mistake.CHANGE_NOT_GIVEN: 3,
    Mistake.CHANGE_TWICE: 3,
    Mistake.PAY_OUT_TWICE: 3,
    Mistake.SALE_TWICE: 3,
    Mistake.NOT_RECORDED: 4,
    Mistake.SMALL_CHANGE: 5,
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """One mistake at one act.

    `effect`: by how much it makes each tender's count more than its books. `weight`: how likely it is before
    anything was counted. `pieces` of `worth_paise` were counted too many, negative: too few.
    """

    mistake: Mistake
    effect: Mapping[Tender, int]
    weight: float
    acts: tuple[ShiftAct, ...] = ()
    into: tuple[Tender, ...] = ()
    worth_paise: int | None = None
    pieces: int | None = None

    def says(self, counted_effect: Mapping[Tender, int]) -> tuple[object, ...]:
        """Return what it says beside its acts: explanations with the same are told as one."""
        booked = self.acts[0] if self.acts else None
        return (
            self.mistake,
            tuple(sorted(counted_effect.items())),
            (booked.kind, booked.tender) if booked else None,
        )


def weigh(found: list[Explanation]) -> Iterator[Explanation]:
    """Share what a mistake weighs among all the acts that it may have happened to."""
    whole = sum(one.weight for one in found)
    for one in found:
        weight = COMMON[one.mistake] * one.weight / whole
        yield Explanation(one.mistake, one.effect, weight, one.acts, one.into, one.worth_paise, one.pieces)


def transposed(paise: int) -> Iterator[int]:
    """Yield the amounts that an amount becomes when two neighbouring figures of its rupees change places."""
    rupees, rest = divmod(paise, 100)
    figures = str(rupees)
    for place in range(len(figures) - 1):
        first, second = figures[place], figures[place + 1]
        if first != second and (place or second != "0"):
            yield int(figures[:place] + second + first + figures[place + 2 :]) * 100 + rest
