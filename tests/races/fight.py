"""Processes fight for the last room, seat, place, promo use and rupee: one wins, the others are told so.

python tests/races/fight.py [--rounds N] [--processes N] [--database URL] [--json]

Without --database a SQLite file in a temporary folder; a PostgreSQL database must be an empty one. The exit
status is 0 only if each round had exactly one winner, every other process got the one clear refusal, nothing
else was raised, and the audit is clean.
"""

import argparse
import contextlib
import json
import multiprocessing
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from pathlib import Path

from db.engine import sqlite_url
from db.ids import RequestKey
from tests.actors import actor_of

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlalchemy import insert

from db.database import Database
from db.keys import new_key
from db.schema import promo
from desktop.services.auditing.audit_database import AuditDatabase
from desktop.services.customers.save_customer import SaveCustomer
from desktop.services.customers.top_up_wallet import TopUpWallet
from tests.races.arena import PRICE_PAISE, build_arena, open_arena
from tests.races.fighter import PRIZES, WON, fight

if sys.platform == "win32":  # a pipe has another name there
    from multiprocessing.connection import PipeConnection as Connection
else:
    from multiprocessing.connection import Connection

TOTAL_PAISE = PRICE_PAISE * 105 // 100
ROUNDS_MAX = 200


@dataclass
class Result:
    """What came of the rounds for one prize."""

    rounds: int = 0
    one_winner: int = 0
    refused: int = 0
    others: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def take(self, answers: list[str], refusal: str) -> None:
        """Count one round's answers."""
        counted = Counter(answers)
        self.rounds += 1
        self.one_winner += counted[WON] == 1
        self.refused += counted[refusal]
        self.others += [answer for answer in answers if answer not in (WON, refusal)]


def run(url: str, rounds: int, processes: int) -> tuple[dict[str, Result], list[str]]:
    """Let processes fight; return the results by prize and what the audit finds."""
    database = open_arena(url, "D99")
    build_arena(database)
    results = {prize: Result() for prize in PRIZES}
    with _fighters(url, processes) as pipes:
        for prize, refusal in PRIZES.items():
            began = time.perf_counter()
            for turn in range(rounds):
                customer_id = _offer(database, prize, turn)
                for pipe in pipes:
                    pipe.send((prize, turn, customer_id))
                results[prize].take([pipe.recv() for pipe in pipes], refusal)
            results[prize].seconds = round(time.perf_counter() - began, 2)
    faults = [f"{line.name}: {fault}" for line in AuditDatabase(database)() for fault in line.faults]
    database.close()
    return results, faults


def _offer(database: Database, prize: str, turn: int) -> str:
    """Prepare what is fought for; return the customer for whom everybody acts."""
    number = 6_000_000_000 + turn + 1_000 * list(PRIZES).index(prize)
    customer = SaveCustomer(database)(str(number), "", actor=actor_of(database))
    if prize == "wallet":
        TopUpWallet(database)(
            customer.id, TOTAL_PAISE, RequestKey(f"wallet-{turn}"), actor=actor_of(database)
        )
    if prize == "promo":
        with database.write(actor_of(database)) as session:
            start = session.now - timedelta(days=1)
            window = {"starts_at": start, "ends_at": start + timedelta(days=9), "uses_max": 1}
            row = {"id": new_key(), "code": f"LAST{turn}", "kind": "any", "discount": "percent"}
            session.execute(insert(promo), row | window | {"value_bp": 1_000, "home": session.home})
    return customer.id


@contextlib.contextmanager
def _fighters(url: str, count: int) -> Iterator[list[Connection]]:
    """Start processes of their own, each with its own engine; end exactly those."""
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(count)
    pipes, started = [], []
    for number in range(count):
        here, there = context.Pipe()
        process = context.Process(target=fight, args=(url, number, there, barrier), daemon=True)
        process.start()
        there.close()
        pipes.append(here)
        started.append(process)
    try:
        yield pipes
    finally:
        for pipe in pipes:
            with contextlib.suppress(OSError):
                pipe.send(None)
        for process in started:
            process.join(timeout=30)
            if process.is_alive():
                process.kill()
        for pipe in pipes:
            pipe.close()


def is_clean(results: dict[str, Result], faults: list[str], processes: int) -> bool:
    """Whether every round ended as it must."""
    return not faults and all(
        result.one_winner == result.rounds
        and result.refused == result.rounds * (processes - 1)
        and not result.others
        for result in results.values()
    )


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--rounds", type=int, default=ROUNDS_MAX, help=f"rounds a prize, at most {ROUNDS_MAX}"
    )
    parser.add_argument("--processes", type=int, default=8, help="how many fight, at most 8")
    parser.add_argument("--database", metavar="URL", help="an empty database")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = options.database or sqlite_url(Path(folder) / "fight.sqlite3")
        results, faults = run(url, min(options.rounds, ROUNDS_MAX), options.processes)
    clean = is_clean(results, faults, options.processes)
    if options.json:
        figures = {prize: asdict(result) for prize, result in results.items()}
        print(json.dumps({"prizes": figures, "faults": faults, "clean": clean}, indent=2))
    else:
        for prize, result in results.items():
            print(
                f"{prize:7} {result.rounds} rounds, {result.one_winner} with exactly one winner,"
                f" {result.refused} told {PRIZES[prize]!r}, {len(result.others)} anything else,"
                f" {result.seconds} s"
            )
            for other in sorted(set(result.others))[:5]:
                print(f"        {other}")
        print("audit: clean" if not faults else "\n".join(["audit:", *faults]))
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main())
