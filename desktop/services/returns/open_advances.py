"""What was paid in advance, line by line: taken, given back, and set off by the bill that followed."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from db.ids import BookingId
from desktop.services.domain.counted_paper import CountedLine, CountedPaper, Sums


class AdvanceMove(StrEnum):
    """What a paper does to an advance."""

    TAKEN = "taken"
    BACK = "back"
    SET_OFF = "set_off"


@dataclass(frozen=True, slots=True)
class Advance:
    """A move of the advance on one line. `of` is the paper that took it, `by` the one that moves it."""

    move: AdvanceMove
    of: CountedPaper
    by: CountedPaper
    line: CountedLine

    @property
    def taken_on(self) -> date:
        """When it was paid."""
        return self.of.issued_on


def follow_advances(papers: Iterable[CountedPaper]) -> Iterator[Advance]:
    """Yield each move, from papers in the order in which they were made.

    What goes back is taken from what was paid first. A bill sets off all that is left on its lines.
    """
    left: dict[tuple[BookingId | None, int], deque[tuple[CountedPaper, CountedLine]]] = defaultdict(deque)
    for paper in papers:
        if paper.is_advance:
            for line in paper.lines:
                left[paper.booking_id, line.number].append((paper, line))
                yield Advance(AdvanceMove.TAKEN, paper, paper, line)
        elif paper.is_advance_back:
            for line in paper.lines:
                yield from _given_back(left[paper.booking_id, line.number], paper, line.sums)
        elif paper.is_bill:
            for line in paper.lines:
                waiting = left[paper.booking_id, line.number]
                while waiting:
                    of, rest = waiting.popleft()
                    yield Advance(AdvanceMove.SET_OFF, of, paper, rest)


def _given_back(
    waiting: deque[tuple[CountedPaper, CountedLine]], paper: CountedPaper, back: Sums
) -> Iterator[Advance]:
    while waiting and back:
        of, line = waiting.popleft()
        part = line.sums if back.total_paise >= line.sums.total_paise else back
        yield Advance(AdvanceMove.BACK, of, paper, replace(line, sums=part))
        back = back - part
        if rest := line.sums - part:
            waiting.appendleft((of, replace(line, sums=rest)))
