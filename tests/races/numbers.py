"""Processes take numbers of papers at once, and some are killed on the way: no gap and no number twice.

python tests/races/numbers.py [--acts N] [--processes N] [--database URL]

Desks with codes of one to four signs, two programs at each, make papers of several kinds for two
registrations, from the last minute of a financial year into the first of the next. Of the two one is killed
in the middle of an act and started again. Without --database a SQLite file in a temporary folder; a
PostgreSQL database must be an empty one. The exit status is 0 only if every series runs on from 000001 and
the audit of the papers is clean.
"""

import argparse
import contextlib
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlalchemy import insert, select

from db.audits.paper_numbers import check_paper_numbers
from db.audits.papers import check_papers
from db.database import Database, Session
from db.document_kinds import NUMBER_LENGTH_MAX, series_of
from db.engine import sqlite_url
from db.keys import new_key
from db.schema import document, registration, series
from db.states import DocumentKind, Scheme
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.financial_year import financial_year
from desktop.services.domain.paper import PaperBuyer, PaperContent
from desktop.services.steps.issue_paper import PaperRoll
from tests.actors import actor_of
from tests.races.arena import open_arena

FACTS = DeskSettings("Asia/Kolkata", practice=True)
# 23:59 on 31 March 2027 in India, and two minutes later.
LAST_MINUTE = datetime(2027, 3, 31, 18, 29, tzinfo=UTC)
YEARS = (2627, 2728)
CODES = ("D", "D1", "GOA", "DESK")
REGISTRATIONS = (("MH", "27"), ("GA", "30"))
KINDS = (
    DocumentKind.TAX_INVOICE,
    DocumentKind.RECEIPT_VOUCHER,
    DocumentKind.CREDIT_NOTE,
    DocumentKind.PAYMENT_SLIP,
)
# A process that is killed does at most so many acts in one life; in which step it ends the seed decides.
LIFE = 40
STEPS = 3


@dataclass
class Taken:
    """What came of it: what is wrong, and what was done."""

    faults: list[str] = field(default_factory=list)
    papers: int = 0
    kills: int = 0
    seconds: float = 0.0


def prepare(database: Database) -> None:
    """Let two registrations sell."""
    with database.write(actor_of(database)) as session:
        for code, state in REGISTRATIONS:
            row = {"code": code, "state_code": state, "legal_name": code, "scheme": Scheme.REGULAR}
            first = {
                "id": new_key(),
                "valid_from": date(2020, 1, 1),
                "gstin": "",
                "address": "",
                "trade_name": "",
            }
            session.execute(insert(registration), row | first | {"home": session.home})


def take(url: str, code: str, acts: int, seed: int, told: Connection, *, dies: bool) -> None:
    """Make the papers of so many acts in a process of its own, and tell of each that was committed."""
    dice = random.Random(seed)
    done = 0
    database = open_arena(
        url, code, lambda: LAST_MINUTE + (timedelta(minutes=2) if done * 2 >= acts else timedelta())
    )
    last = dice.randrange(min(acts, LIFE)) if dies else acts
    while done < acts:
        step = dice.randrange(STEPS) if done == last else -1
        with database.write(actor_of(database)) as session:
            count = _act(session, dice, step)
        told.send(count)
        done += 1
    database.close()


def _act(session: Session, dice: random.Random, dies_at: int) -> int:
    roll = PaperRoll(session, FACTS)
    kinds = dice.sample(KINDS, dice.randint(1, len(KINDS)))
    _die(at=dies_at == 0)
    for kind in kinds:
        seller = roll.seller(dice.choice(REGISTRATIONS)[0])
        roll.issue(kind, PaperContent(seller, PaperBuyer(), roll.desk_code, "clerk"))
    _die(at=dies_at == 1)
    roll.tell(None)
    _die(at=dies_at == 2)
    return len(kinds)


def _die(*, at: bool) -> None:
    """End this process here as kill -9 does, with nothing tidied up, if it is to end here."""
    if not at:
        return
    if hasattr(signal, "SIGKILL"):
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(9)


def run(url: str, acts: int, processes: int) -> Taken:
    """Let processes take numbers until each has done its acts, and look at what came of it."""
    began = time.perf_counter()
    judge = open_arena(url, "J1", lambda: LAST_MINUTE)
    prepare(judge)
    for code in CODES:  # a desk is installed once: two programs that install it at once are another race
        open_arena(url, code, lambda: LAST_MINUTE).close()
    taken = Taken()
    runners = [_Runner(url, CODES[place // 2 % len(CODES)], acts, place) for place in range(processes)]
    while runners:
        runners = [one for one in runners if one.goes_on(taken)]
    taken.faults = [*_faults(judge, taken.papers)]
    judge.close()
    taken.seconds = round(time.perf_counter() - began, 2)
    return taken


class _Runner:
    """One desk's program, started again whenever it was killed."""

    def __init__(self, url: str, code: str, acts: int, place: int) -> None:
        self._of = (url, code)
        self._left = acts
        self._seed = place * 1_000
        self._lives = -(-acts // LIFE) if place % 2 else 0
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, there = context.Pipe(duplex=False)
        self._seed += 1
        arguments = (*self._of, self._left, self._seed, there)
        dies = {"dies": self._lives > 0}
        self._lives -= 1
        self._process = context.Process(target=take, args=arguments, kwargs=dies, daemon=True)
        self._process.start()
        there.close()

    def goes_on(self, taken: Taken) -> bool:
        """Count what it did until it ended, and start it again where it was killed."""
        if self._left <= 0:
            return False
        with contextlib.suppress(EOFError):
            while True:
                taken.papers += self._pipe.recv()
                self._left -= 1
        self._process.join()
        if self._left > 0:
            if self._process.exitcode in (0, 1):
                raise AssertionError(f"{self._of[1]} ended with {self._process.exitcode}")
            taken.kills += 1
            self._start()
        return self._left > 0


def _faults(database: Database, papers: int) -> Iterator[str]:
    with database.read() as session:
        for found in (check_paper_numbers(session), *check_papers(session)):
            yield from (f"{found.name}: {fault}" for fault in found.faults)
        columns = (document.c.number, document.c.kind, document.c.registration, document.c.issued_on)
        own: dict[tuple[str, str, int], list[int]] = defaultdict(list)
        rows = session.execute(select(*columns)).all()
        for row in rows:
            number, year = str(row.number), financial_year(row.issued_on)
            if len(number) > NUMBER_LENGTH_MAX:
                yield f"number={number} fault=too_long"
            own[number[:-6], series_of(row.kind, row.registration), year].append(int(number[-6:]))
        if len(rows) != papers:
            yield f"papers={len(rows)} told={papers}"
        for (begin, _, year), numbers in own.items():
            if sorted(numbers) != [*range(1, len(numbers) + 1)]:
                yield f"series={begin} fault=does_not_run_on"
            if year not in YEARS:
                yield f"series={begin} fault=other_year"
        stored = session.execute(select(series.c.kind)).all()
        if len(stored) != len(own):
            yield f"series={len(stored)} used={len(own)}"


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--acts", type=int, default=400, help="how many acts each process does")
    parser.add_argument("--processes", type=int, default=8, help="how many take numbers, at most 8")
    parser.add_argument("--database", metavar="URL", help="an empty database")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = options.database or sqlite_url(Path(folder) / "numbers.sqlite3")
        taken = run(url, options.acts, min(options.processes, 8))
    print(f"{taken.papers} papers, {taken.kills} processes killed, {taken.seconds} s")
    print("\n".join(taken.faults) or "no gap, no number twice, audit clean")
    return 1 if taken.faults else 0


if __name__ == "__main__":
    sys.exit(main())
