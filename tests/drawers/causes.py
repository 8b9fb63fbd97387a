"""How often the true cause of a difference is named: `python tests/drawers/causes.py --days 200 --seed 1`."""

import argparse
from collections import Counter
from dataclasses import dataclass, field

from desktop.services.domain.difference import Cause, explain
from desktop.services.domain.mistakes import Mistake
from tests.drawers.seeds import ASKED_FOR, KINDS, SeededDay, seeded_day

TRUE = {
    "tender swapped": Mistake.TENDER_SWAPPED,
    "figures transposed": Mistake.FIGURES_TRANSPOSED,
    "drop not entered": Mistake.DROP_NOT_ENTERED,
    "cash refund booked as UPI": Mistake.REFUND_SWAPPED,
    "float miscounted": Mistake.FLOAT_MISCOUNTED,
    "keyed wrong on the card machine": Mistake.FIGURES_TRANSPOSED,
    "close miscounted": Mistake.CLOSE_MISCOUNTED,
}


@dataclass
class Hits:
    """Of one kind: how many days, in how many the true cause stood first, among three, and named alone."""

    days: int = 0
    first: int = 0
    among: int = 0
    alone: int = 0
    missed: list[int] = field(default_factory=list)


def is_true(cause: Cause, day: SeededDay) -> bool:
    """A cause is true when the mistake is right, and the act that it happened to is among those it names."""
    named = [act.id for act in cause.acts]
    return cause.mistake is TRUE[day.kind] and (day.act_id is None or day.act_id in named)


def measure(days: int, seed: int, kinds: tuple[str, ...] = ASKED_FOR) -> dict[str, Hits]:
    """Make up so many days, as many of each kind, and ask for the causes of each."""
    hits = {kind: Hits() for kind in kinds}
    for number in range(days):
        kind = kinds[number % len(kinds)]
        day = seeded_day(kind, seed * 1_000_000 + number)
        causes = explain(day.facts)
        places = [place for place, cause in enumerate(causes) if is_true(cause, day)]
        row = hits[kind]
        row.days += 1
        row.first += 0 in places
        row.among += bool(places)
        row.alone += bool(places) and causes[places[0]].acts_in_all <= 1
        if not places:
            row.missed.append(number)
    return hits


def in_all(hits: dict[str, Hits]) -> Hits:
    """The rows of all kinds as one."""
    sums: Counter[str] = Counter()
    for row in hits.values():
        sums.update(days=row.days, first=row.first, among=row.among, alone=row.alone)
    return Hits(sums["days"], sums["first"], sums["among"], sums["alone"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all-kinds", action="store_true", help="also mistakes that nobody asked for")
    chosen = parser.parse_args()
    hits = measure(chosen.days, chosen.seed, tuple(KINDS) if chosen.all_kinds else ASKED_FOR)
    print(f"{'kind':34}{'days':>6}{'first':>8}{'first 3':>9}{'alone':>9}")
    for kind, row in [*hits.items(), ("in all", in_all(hits))]:
        shares = "".join(
            f"{part / max(row.days, 1):>{width}.0%}"
            for part, width in ((row.first, 8), (row.among, 9), (row.alone, 9))
        )
        print(f"{kind:34}{row.days:>6}{shares}")


if __name__ == "__main__":
    main()
