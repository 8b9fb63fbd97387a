"""Mistakes of a count: a note or a bundle too many or too few, figures transposed, the row beside it."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from db.states import Tender
from desktop.services.domain.drawer_day import CountedPieces, ShiftFacts
from desktop.services.domain.mistakes import Explanation, Mistake, transposed, weigh

# Notes and coins of India, the largest first.
WORTHS_PAISE = (500_00, 200_00, 100_00, 50_00, 20_00, 10_00, 5_00, 2_00, 1_00)
# A single note sticks to the next, a stack is taken for another, a bundle has a hundred.
SLIPS: Mapping[int, float] = {1: 1.0, 2: 0.25, 10: 0.4, 100: 0.3}
IN_WRONG_ROW = 0.6
FIGURES = 0.4
# The shift before had left another sum than was counted: by the same amount, or none at all.
AGREES_WITH_LAST = 40.0


def in_counting(facts: ShiftFacts) -> Iterator[Explanation]:
    """Yield every miscount of the float and of the close."""
    opening = [
        Explanation(
            Mistake.FLOAT_MISCOUNTED,
            {Tender.CASH: off},
            weight * (AGREES_WITH_LAST if off == -facts.opening_difference_paise else 1.0),
            worth_paise=worth,
            pieces=-pieces,
        )
        for off, worth, pieces, weight in _miscounts(facts.opening)
    ]
    # What the close missed is less than the books have; what the float missed is more.
    closing = [
        Explanation(Mistake.CLOSE_MISCOUNTED, {Tender.CASH: -off}, weight, worth_paise=worth, pieces=-pieces)
        for off, worth, pieces, weight in _miscounts(facts.closing)
    ]
    if facts.opening_difference_paise:
        opening.append(
            Explanation(
                Mistake.FLOAT_MISCOUNTED, {Tender.CASH: -facts.opening_difference_paise}, AGREES_WITH_LAST / 4
            )
        )
    for found in (opening, closing):
        if found:
            yield from weigh(found)


def _miscounts(counted: tuple[CountedPieces, ...]) -> Iterator[tuple[int, int, int, float]]:
    """Yield by how much more was really there, of which worth and how many pieces, and how likely it is."""
    if not counted:
        return
    pieces = dict.fromkeys(WORTHS_PAISE, 0) | {row.worth_paise: row.pieces for row in counted}
    worths = sorted(pieces, reverse=True)
    for worth in worths:
        for off, weight in SLIPS.items():
            # The count of coins is wrong more often, and costs less.
            yield worth * off, worth, off, weight
            if pieces[worth] + 1 >= off:
                yield -worth * off, worth, -off, weight if pieces[worth] >= off else weight / 4
        for real in transposed(pieces[worth] * 100):
            off = real // 100 - pieces[worth]
            yield worth * off, worth, off, FIGURES
    for worth, below in pairwise(worths):
        off = pieces[below] - pieces[worth]
        if off:
            yield off * (worth - below), worth, off, IN_WRONG_ROW
