"""Pay against expiry and cancel against pay, around the deadline, in seeded interleavings.

python tests/races/interleavings.py [--seeds N] [--first SEED] [--database URL]

Two desks act on one booking, step by step in an order that the seed decides, while the clock runs over the
deadline. Each must end in exactly one of the allowed outcomes. A failing seed is printed; run it alone with
--first SEED --seeds 1. The exit status is 0 only if there is none and the audit is clean.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from db.engine import open_engine, sqlite_url
from db.install import install
from desktop.services.auditing.audit_database import AuditDatabase
from tests.actors import works_at
from tests.races.arena import build_arena, open_arena
from tests.races.duel import SCENARIOS, Duel, refuted
from tests.races.turns import EdgeClock, SteppedDatabase

START = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
SEEDS = 1_000


def run(url: str, seeds: range) -> tuple[Counter[str], list[str]]:
    """Fight every duel; return how often each outcome came and what was not allowed."""
    clock = EdgeClock(START, random.Random(0))
    judge = open_arena(url, "D1", clock)
    build_arena(judge)
    desks = (_desk(url, "D2", clock), _desk(url, "D3", clock))
    outcomes: Counter[str] = Counter()
    faults = []
    for seed in seeds:
        clock.now += timedelta(hours=1)
        duel = Duel(judge, desks, clock, seed, SCENARIOS[seed % len(SCENARIOS)])
        outcome = duel.fight()
        outcomes[f"{duel.scenario}: {outcome.words}"] += 1
        wrong = refuted(duel, outcome)
        if wrong:
            faults.append(f"seed {seed} {duel.scenario}: {outcome.words}: {wrong}")
    faults += [f"{line.name}: {fault}" for line in AuditDatabase(judge)() for fault in line.faults]
    for database in (judge, *desks):
        database.close()
    return outcomes, faults


def _desk(url: str, code: str, clock: EdgeClock) -> SteppedDatabase:
    engine = open_engine(url)
    who = install(engine, desk_code=code, clerk=code)
    return works_at(SteppedDatabase(engine, clock=clock, home=who.home), who, code)


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seeds", type=int, default=SEEDS, help="how many interleavings")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--database", metavar="URL", help="an empty database")
    options = parser.parse_args()
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        url = options.database or sqlite_url(Path(folder) / "duels.sqlite3")
        outcomes, faults = run(url, range(options.first, options.first + options.seeds))
    for words, count in sorted(outcomes.items()):
        print(f"{count:5} {words}")
    print("\n".join(faults) or "every outcome allowed, audit clean")
    print(f"{options.seeds} interleavings in {time.perf_counter() - began:.1f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
