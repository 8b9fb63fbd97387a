"""Kill desks that sell on one database, at any moment, and see that all they have acknowledged is there.

    python tests/trust/kill_desks.py --kills 210 [--desks 3] [--seed 1] [--database postgresql://...]

Each desk is a process that sells and cancels on the machine's own clock, and prints each act that it was told
is done. It is killed by SIGKILL after a random time, and another takes its place. In the end, and now and
then, every acknowledged hold, payment and cancellation is looked up, and the audit must be clean. Exits with
0 only if nothing is missing and nothing half done.
"""

import argparse
import json
import os
import selectors
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

AUDITED_EVERY = 20
# How long a desk sells before it is killed.
LIFE_SECONDS = (0.05, 2.0)
START_SECONDS_MAX = 120.0
SELLER = [sys.executable, "-m", "tests.trust.killed_desk"]


@dataclass
class Figures:
    """What came of it. `acknowledged`: what each booking was last told to be, by its id."""

    kills: int = 0
    acts: int = 0
    audits: int = 0
    acknowledged: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


class Selling:
    """The desks of one run; each has a code of its own and is started anew when it was killed."""

    def __init__(self, url: str, desks: int, seed: int) -> None:
        self._url = url
        self._random = Random(seed)
        self._seats = [f"D{number + 1}" for number in range(desks)]
        self._started = 0
        # Which processes have done something.
        self._selling: set[int] = set()
        self.figures = Figures()

    def carry_out(self, kills: int) -> None:
        """Kill so many desks while the others sell on."""
        with selectors.DefaultSelector() as lines:
            running = {seat: self._start(seat, lines) for seat in self._seats}
            try:
                while self.figures.kills < kills and not self.figures.faults:
                    seat = self._random.choice(self._seats)
                    self._wait_for(running[seat], lines)
                    self._listen(lines, self._random.uniform(*LIFE_SECONDS))
                    self._kill(running[seat], lines)
                    self.figures.kills += 1
                    if self.figures.kills % AUDITED_EVERY == 0:
                        self.look()
                    running[seat] = self._start(seat, lines)
            finally:
                for desk in running.values():
                    self._kill(desk, lines)
        self.look()

    def look(self) -> None:
        """See that every acknowledged act is there, and that the books hold."""
        from tests.trust.killed_desk import faults_of

        self.figures.audits += 1
        self.figures.faults += faults_of(self._url, self.figures.acknowledged)

    def _start(self, seat: str, lines: selectors.BaseSelector) -> "subprocess.Popen[bytes]":
        self._started += 1
        command = [*SELLER, seat, str(self._started)]
        # The address is no argument: what stands there may be a secret.
        with_url = os.environ | {"COUNTERFOIL_KILLED_DESK": self._url}
        desk = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, env=with_url)
        assert desk.stdout is not None
        if sys.platform != "win32":
            os.set_blocking(desk.stdout.fileno(), False)
        lines.register(desk.stdout, selectors.EVENT_READ, (desk.pid, bytearray()))
        return desk

    def _wait_for(self, desk: "subprocess.Popen[bytes]", lines: selectors.BaseSelector) -> None:
        """Let a desk open first, however slow the machine is: killed before it sells it shows nothing."""
        until = time.monotonic() + START_SECONDS_MAX
        while desk.pid not in self._selling and not self.figures.faults:
            assert time.monotonic() < until, "a desk does not open"
            self._listen(lines, LIFE_SECONDS[0])

    def _listen(self, lines: selectors.BaseSelector, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            for key, _events in lines.select(left):
                if not self._take(key):
                    lines.unregister(key.fileobj)
                    self.figures.faults.append("a desk ended by itself")
                    return

    def _take(self, key: selectors.SelectorKey) -> bool:
        """Note whole lines; one that was cut off was not told. False at the end of the pipe."""
        stream: Any = key.fileobj
        came = stream.read()
        if came is None:
            return True
        pid, kept = key.data
        kept.extend(came)
        *whole, rest = bytes(kept).split(b"\n")
        kept[:] = rest
        for line in whole:
            self._selling.add(pid)
            booking_id, state = json.loads(line)
            self.figures.acts += 1
            self.figures.acknowledged[booking_id] = state
        return bool(came)

    def _kill(self, desk: "subprocess.Popen[bytes]", lines: selectors.BaseSelector) -> None:
        desk.kill()
        desk.wait()
        self._selling.discard(desk.pid)
        assert desk.stdout is not None
        key = lines.get_map().get(desk.stdout)
        if key is not None:
            self._take(key)
            lines.unregister(desk.stdout)
        desk.stdout.close()


def carry_out(url: str, kills: int, desks: int, seed: int) -> Figures:
    """Make the database and return the figures of so many kills."""
    from tests.trust.killed_desk import prepare

    prepare(url)
    selling = Selling(url, desks, seed)
    selling.carry_out(kills)
    return selling.figures


def main(arguments: list[str] | None = None) -> int:
    """Carry out the killings, print the figures and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=210)
    parser.add_argument("--desks", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", default="", help="an empty database on PostgreSQL")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        from db.engine import sqlite_url

        url = chosen.database or sqlite_url(Path(scratch) / "killed.sqlite3")
        figures = carry_out(url, chosen.kills, chosen.desks, chosen.seed)
    print(
        f"{figures.kills} kills of {chosen.desks} desks, {figures.acts} acts acknowledged on"
        f" {len(figures.acknowledged)} bookings, {figures.audits} audits; wrong: {len(figures.faults)}"
    )
    for fault in figures.faults:
        print(f"  {fault}")
    return 1 if figures.faults else 0


if __name__ == "__main__":
    sys.exit(main())
