"""How many holds a second, beside the bare durable commits of the same engine in the same run.

python tests/benchmarks/holds.py [--database URL] [--processes N] [--existing N] [--json]

A hold is the whole use case on a stored quote of one room for two nights: booking, two lines, two claims and
the journal's record, committed durably. A bare commit is BEGIN, one small INSERT, COMMIT through the driver
alone, by one program. Both are measured in turns, several rounds of each; the figures are medians of the
rounds, the times those of all holds. Without --database a SQLite file in a temporary folder; a PostgreSQL
database must be an empty one. --existing fills it with so many bookings before. The exit status is 0 only if
nothing went wrong: no error, nothing sold twice.
"""

import argparse
import contextlib
import json
import multiprocessing
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from db.ids import OfferingId, QuoteId, RequestKey
from tests.actors import actor_of, works_at

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import pysqlite3.dbapi2
from sqlalchemy import func, select

from db.database import Database
from db.engine import PRAGMAS, open_engine, sqlite_url
from db.install import install
from db.migrate import migrate
from db.node_clock import NodeClock
from db.schema import booking_line, claim, customer, slot, unit
from desktop.services.domain.quote import BasketItem, QuoteRequest
from desktop.services.holding.place_hold import PlaceHold
from desktop.services.quoting.make_quote import MakeQuote
from tests.benchmarks.hold_stock import build_house, fill, free_cells

if sys.platform == "win32":  # a pipe has another name there
    from multiprocessing.connection import PipeConnection as Connection
else:
    from multiprocessing.connection import Connection

ROUNDS = 9
HOLDS_PER_ROUND = 150
BARE_PER_ROUND = 300
NIGHTS = 2
AIM = 0.40


@dataclass(frozen=True)
class Figures:
    """What the command prints."""

    engine: str
    processes: int
    existing: int
    holds: int
    holds_per_s: float
    bare_commits_per_s: float
    ratio: float
    p50_ms: float
    p99_ms: float
    errors: int
    oversold: int


def open_desk(url: str, code: str) -> Database:
    """Open the database as one desk with the node's real clock."""
    engine = open_engine(url)
    migrate(engine)
    who = install(engine, desk_code=code, clerk="clerk")
    clock = NodeClock(engine) if engine.dialect.name == "sqlite" else None
    return works_at(Database(engine, clock=clock, home=who.home), who, "clerk")


def measure(url: str, processes: int, existing: int) -> Figures:
    """Run everything; the database must be empty."""
    database = open_desk(url, "D0")
    build_house(database)
    fill(database, existing)
    before = _sold(database)
    rates, bare_rates, ratios, times, errors = [], [], [], [], 0
    with _bare(url) as commit, _sellers(url, processes) as pipes:
        for _ in range(ROUNDS):
            _ask(pipes, "prepare")
            bare = _rate(commit)
            answers = _ask(pipes, "sell")
            took = max(end for _, _, end in answers) - min(min(starts) for starts, _, _ in answers)
            held = sum(len(done) for _, done, _ in answers)
            errors += len(answers) * HOLDS_PER_ROUND - held
            times += [one for _, done, _ in answers for one in done]
            bare_rates.append((bare + _rate(commit)) / 2)
            rates.append(held / took)
            ratios.append(rates[-1] / bare_rates[-1])
    lines, claims = (after - there for after, there in zip(_sold(database), before, strict=True))
    database.close()
    times.sort()
    return Figures(
        engine=url.split(":")[0].split("+")[0],
        processes=processes,
        existing=existing,
        holds=len(times),
        holds_per_s=round(statistics.median(rates), 1),
        bare_commits_per_s=round(statistics.median(bare_rates), 1),
        ratio=round(statistics.median(ratios), 3),
        p50_ms=round(times[len(times) // 2] * 1000, 3),
        p99_ms=round(times[len(times) * 99 // 100] * 1000, 3),
        errors=errors,
        oversold=lines - claims,
    )


def _sold(database: Database) -> tuple[int, int]:
    """Return how many lines there are and how many cells are taken: the same, if nothing is sold twice."""
    with database.read() as session:
        lines = session.execute(select(func.count()).select_from(booking_line)).scalar_one()
        return lines, session.execute(select(func.count()).select_from(claim)).scalar_one()


def _rate(commit: Callable[[], object]) -> float:
    began = time.perf_counter()
    for _ in range(BARE_PER_ROUND):
        commit()
    return BARE_PER_ROUND / (time.perf_counter() - began)


@contextlib.contextmanager
def _bare(url: str) -> Iterator[Callable[[], object]]:
    """Yield a bare durable commit: on SQLite in a file beside the database, with the same settings."""
    driver: Any
    if url.startswith("sqlite"):
        driver = pysqlite3.dbapi2.connect(url.removeprefix("sqlite:///") + "-bare", isolation_level=None)
        for pragma in PRAGMAS:
            driver.execute(f"PRAGMA {pragma}")
        begin, mark = "BEGIN IMMEDIATE", "?"
    else:
        import psycopg

        driver = psycopg.connect(url.replace("+psycopg", ""), autocommit=True)
        begin, mark = "BEGIN", "%s"
    driver.execute("CREATE TABLE bare (number INTEGER, words TEXT)")
    statement = f"INSERT INTO bare VALUES (1, {mark})"  # noqa: S608  a mark of the driver

    def commit() -> None:
        driver.execute(begin)
        driver.execute(statement, ("x" * 60,))
        driver.execute("COMMIT")

    try:
        yield commit
    finally:
        driver.execute("DROP TABLE bare")
        driver.close()


@contextlib.contextmanager
def _sellers(url: str, count: int) -> Iterator[list[Connection]]:
    context = multiprocessing.get_context("spawn")
    pipes, started = [], []
    for number in range(count):
        here, there = context.Pipe()
        process = context.Process(target=sell, args=(url, number, count, there), daemon=True)
        process.start()
        there.close()
        pipes.append(here)
        started.append(process)
    try:
        yield pipes
    finally:
        for pipe in pipes:
            pipe.send(None)
        for process in started:
            process.join(timeout=30)


def _ask(pipes: list[Connection], command: str) -> list[Any]:
    for pipe in pipes:
        pipe.send(command)
    return [pipe.recv() for pipe in pipes]


def sell(url: str, number: int, count: int, commands: Connection) -> None:
    """One process: prepare quotes when told to, hold them when told to, answer with the times."""
    database = open_desk(url, f"D{number + 1}")
    with database.read() as session:
        rooms = list(session.execute(select(unit.c.id).order_by(unit.c.rank)).scalars())
        first_day = session.execute(select(slot.c.day).order_by(slot.c.day).limit(1)).scalar_one()
        people = list(session.execute(select(customer.c.id).order_by(customer.c.id)).scalars())
    cells = free_cells(number, count)
    quote, place = MakeQuote(database), PlaceHold(database, lambda _: None)
    quotes: list[str] = []
    while (command := commands.recv()) is not None:
        if command == "prepare":
            quotes = []
            for room, night in islice(cells, HOLDS_PER_ROUND):
                day = first_day + timedelta(days=night - 1)
                item = BasketItem(OfferingId("DLX"), (rooms[room],), day, day + timedelta(days=NIGHTS))
                quotes.append(quote(QuoteRequest((item,)), actor=actor_of(database)).id)
            commands.send(len(quotes))
            continue
        starts, done = [], []
        for turn, quote_id in enumerate(quotes):
            starts.append(time.perf_counter())
            with contextlib.suppress(Exception):  # counted: what is missing in `done` is an error
                place(
                    QuoteId(quote_id),
                    people[turn * 31 % len(people)],
                    RequestKey(f"{number}:{quote_id}"),
                    actor=actor_of(database),
                )
                done.append(time.perf_counter() - starts[-1])
        commands.send((starts, done, time.perf_counter()))
    database.close()


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--database", metavar="URL", help="an empty database")
    parser.add_argument("--processes", type=int, default=1, help="how many sell at the same time")
    parser.add_argument("--existing", type=int, default=0, help="how many bookings there are before")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = options.database or sqlite_url(Path(folder) / "holds.sqlite3")
        figures = measure(url, options.processes, options.existing)
    if options.json:
        print(json.dumps(vars(figures)))
    else:
        for name, value in vars(figures).items():
            print(f"{name:20}{value}")
        print(f"{'aim':20}ratio {AIM} with one process on SQLite")
    return 1 if figures.errors or figures.oversold else 0


if __name__ == "__main__":
    sys.exit(main())
