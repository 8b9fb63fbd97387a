"""The parent of the killing: the customer, the time, a new process after each end, and the examination."""

import itertools
import multiprocessing
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Any

from db.ids import RequestKey
from desktop.practice.server import PracticeServer
from tests.simulation import clerk, scripts
from tests.simulation.books import read_books
from tests.simulation.findings import Findings, examine
from tests.simulation.opening import START, OpenDesk, StepClock, fill, open_desk
from tests.simulation.practice import StepPractice

WALLET_PAISE = 9_000_00
PROCESS_SECONDS_MAX = 60
RECOVERY_POINTS = 60


@dataclass(frozen=True)
class Killing:
    """One end of one process: where, whether the customer still pays, whether the clerk does all again, and
    where the process after it ends too (0: nowhere)."""

    script: str
    kill_at: int
    pays_later: bool = False
    again: bool = False
    second_kill_at: int = 0


@dataclass
class Parent:
    """Runs killings, each on a fresh copy of one database and on an empty account."""

    folder: Path
    counts: Counter[str] = field(default_factory=Counter)
    ends: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    kills: int = 0

    def __post_init__(self) -> None:
        # A process that has the program loaded and nothing open; every child begins as its copy.
        kind = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        self._context: Any = multiprocessing.get_context(kind)
        if kind == "forkserver":
            self._context.set_forkserver_preload([clerk.__name__, scripts.__name__])

    def start(self) -> None:
        """Start the gateway and make the database that every child gets a copy of."""
        self._server = PracticeServer(self.folder / "practice.sqlite3")
        self.url = self._server.start()
        self.driver = StepPractice(self.url)
        desk = self._desk(self.folder / "fresh", StepClock())
        fill(desk, StepClock())
        customer = desk.built.services.save_customer(
            clerk.MOBILE, "Asha Verma", actor=desk.built.services.actor()
        )
        desk.built.services.top_up_wallet(
            customer.id, WALLET_PAISE, RequestKey("top-up"), actor=desk.built.services.actor()
        )
        desk.drop()

    def close(self) -> None:
        """Stop the gateway."""
        self.driver.close()
        self._server.stop()

    def count_points(self, script: str) -> int:
        """Return how many points a script passes when nobody kills it."""
        trial = _Trial(self, Killing(script, 0))
        trial.run(clerk.work, scripts.SCRIPTS[script], 0)
        self._examine(trial, "to its end")
        return trial.points

    def carry_out(self, killing: Killing) -> None:
        """Kill, start again, examine."""
        trial = _Trial(self, killing)
        where = trial.run(clerk.work, scripts.SCRIPTS[killing.script], killing.kill_at)
        if not where:
            self.faults.append(f"{killing}: nothing was killed")
            return
        if killing.pays_later:
            trial.pay()
        again = scripts.SCRIPTS[killing.script] if killing.again else None
        if killing.second_kill_at:
            trial.run(clerk.work_again, again, killing.second_kill_at)
        trial.run(clerk.work_again, None if killing.second_kill_at else again, 0)
        self._examine(trial, where)

    def _examine(self, trial: "_Trial", where: str) -> None:
        desk = self._desk(trial.folder, trial.clock)
        logs = sorted((trial.folder / "logs").iterdir())
        found = examine(desk.database, self.driver, logs, [clerk.MOBILE])
        self._count(desk, found)
        desk.drop()
        self.faults += [f"{trial.killing} {where}: {fault}" for fault in [*found.faults, *trial.broken]]
        shutil.rmtree(trial.folder)

    def _count(self, desk: OpenDesk, found: Findings) -> None:
        books = read_books(desk.database, self.driver)
        states = sorted(row.state for row in books.bookings.values())
        cases = sorted(f"case {row.kind} {row.state}" for row in books.cases.values())
        back = sorted(f"{row.tender} refund {row.state}" for row in books.refunds.values())
        gone = [f"payment {row.state}" for row in books.payments.values() if row.state == "void"]
        self.ends[", ".join([*(states or ["nothing held"]), *gone, *back, *cases])] += 1
        for kind, histogram in found.figures["POSTs by intent"].items():
            for posts, count in histogram.items():
                self.counts[f"{kind}: {posts} POST(s)"] += count

    def _desk(self, folder: Path, clock: StepClock) -> OpenDesk:
        folder.mkdir(exist_ok=True)
        return open_desk(folder, clerk.DESK, clock, self.url, lambda _point: None)


class _Trial:
    """One database and one account, through all their processes."""

    def __init__(self, parent: Parent, killing: Killing) -> None:
        self.parent, self.killing = parent, killing
        self.folder = parent.folder / "trial"
        shutil.copytree(parent.folder / "fresh", self.folder)
        parent.driver.reset()
        self.clock = StepClock(START + timedelta(seconds=1))
        self.target, self.points = "", 0
        self.has_paid = False
        self.broken: list[str] = []

    def run(self, work: Any, script: Any, kill_at: int) -> str:
        """Run a process to its end; return the point at which it was killed, if it was."""
        context, (mine, theirs) = self.parent._context, self.parent._context.Pipe()
        facts = (self.folder, self.parent.url, self.clock(), script, kill_at, theirs)
        process = context.Process(target=work, args=facts)
        process.start()
        theirs.close()
        where = self._serve(mine)
        process.join(PROCESS_SECONDS_MAX)
        mine.close()
        if where:
            self.parent.kills += 1
            self.parent.counts[f"killed {where}"] += 1
        elif process.exitcode != 0:
            self.broken.append(f"a process ended with {process.exitcode}")
        return where

    def _serve(self, wire: Connection) -> str:
        """Do what the script asks for until the process is gone."""
        while True:
            try:
                if not wire.poll(PROCESS_SECONDS_MAX):
                    self.broken.append("a process says nothing")
                    return ""
                what, *facts = wire.recv()
            except (EOFError, ConnectionResetError):
                return ""
            if what == "killed":
                return str(facts[0])
            if what == "points":
                self.points = facts[0]
                continue
            self._do(what, facts)
            wire.send(None)

    def _do(self, what: str, facts: list[Any]) -> None:
        driver = self.parent.driver
        if what == "step":
            self.clock.advance(facts[0])
            driver.advance(facts[0])
        elif what == "shown":
            self.target = facts[0]
        elif what == "pay":
            self.pay()
        elif what == "fault":
            kind, knobs = facts
            driver.fault(kind, count=1, **knobs)

    def pay(self) -> None:
        """The customer pays what was shown, once."""
        if self.target and not self.has_paid:
            try:
                self.parent.driver.pay(self.target)
                self.has_paid = True
            except AssertionError:
                self.parent.counts["phone refused"] += 1


def plan(points: dict[str, int], kills: int, seed: int) -> Iterator[Killing]:
    """Yield killings without end: each point of each script in turn, round after round.

    Later rounds differ in what customer and clerk do afterwards, and kill the process after it as well.
    With fewer kills than points the first ones are a sample of them all.
    """
    random = Random(seed)
    every = [(script, at) for script, count in points.items() for at in range(1, count + 1)]
    if kills < len(every):
        every = random.sample(every, len(every))
    for round_number in itertools.count():
        for number, (script, at) in enumerate(every):
            manner = number + round_number
            second = random.randint(1, RECOVERY_POINTS) if round_number else 0
            yield Killing(script, at, bool(manner & 1), bool(manner & 2), second)
