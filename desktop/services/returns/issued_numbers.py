"""Table 13: the numbers of each series, from, to, how many, and how many of them are no papers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from db.document_kinds import KINDS, NUMBERS_A_YEAR_MAX
from db.return_papers import LostRow
from db.states import DocumentKind
from desktop.services.domain.counted_paper import CountedPaper
from desktop.services.domain.financial_year import issued_on
from desktop.services.domain.period import Period
from desktop.services.domain.tax_return import Fault, FaultKind, SeriesRow

OWN = len(str(NUMBERS_A_YEAR_MAX))


class IssuedNumbers:
    """Takes paper after paper, of one registration and period."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, DocumentKind], set[int]] = defaultdict(set)

    def add(self, paper: CountedPaper) -> None:
        """Count its number, where its kind belongs into the table."""
        if KINDS[paper.kind].table_13 is not None:
            self._numbers[paper.number[:-OWN], paper.kind].add(int(paper.number[-OWN:]))

    def rows(self, lost: Iterable[LostRow], registration: str, period: Period) -> tuple[SeriesRow, ...]:
        """Return the table: numbers lost in the period, or between its papers, are the cancelled ones."""
        gone = self._lost(lost, registration, period)
        series = {
            key: self._numbers.get(key, set()) | gone.get(key, set()) for key in (*self._numbers, *gone)
        }
        rows = [
            SeriesRow(
                document=KINDS[kind].table_13 or 0,
                title=KINDS[kind].title,
                first=f"{begin}{min(numbers):06d}",
                last=f"{begin}{max(numbers):06d}",
                total=max(numbers) - min(numbers) + 1,
                cancelled=max(numbers) - min(numbers) + 1 - len(self._numbers.get((begin, kind), ())),
            )
            for (begin, kind), numbers in series.items()
        ]
        return tuple(sorted(rows, key=lambda row: (row.document, row.first)))

    def faults(self, lost: Iterable[LostRow], registration: str, period: Period) -> list[Fault]:
        """Return the numbers that are missing between the papers, and that no record calls lost."""
        gone = self._lost(lost, registration, period)
        missing = []
        for (begin, kind), numbers in self._numbers.items():
            known = numbers | gone.get((begin, kind), set())
            missing += [f"{begin}{one:06d}" for one in range(min(known), max(known)) if one not in known]
        return [Fault(FaultKind.NUMBER_MISSING, tuple(sorted(missing)))] if missing else []

    def _lost(
        self, lost: Iterable[LostRow], registration: str, period: Period
    ) -> Mapping[tuple[str, DocumentKind], set[int]]:
        found: dict[tuple[str, DocumentKind], set[int]] = defaultdict(set)
        for gap in lost:
            if gap.registration != registration or KINDS[gap.kind].table_13 is None:
                continue
            key = (gap.begin, gap.kind)
            numbers = self._numbers.get(key, set())
            in_period = period.first <= issued_on(gap.at) <= period.last
            inside = set(range(gap.first, gap.last + 1))
            if not in_period and numbers:
                inside = {one for one in inside if min(numbers) < one < max(numbers)}
            elif not in_period:
                inside = set()
            if inside:
                found[key] |= inside
        return found


def count_of(rows: Sequence[SeriesRow]) -> int:
    """Return how many papers the table counts."""
    return sum(row.net for row in rows)
