"""Three desks sell, their server dies, its standby is promoted two seconds later: what was lost, how soon on.

    PYTHONPATH=. python tests/trust/promotion.py            killed and frozen
    PYTHONPATH=. python tests/trust/promotion.py frozen     one of them
    PYTHONPATH=. python tests/trust/promotion.py standby    the standby dies instead

Each desk is a process of its own with an address that names both servers. The old server comes back at the
end, rebuilt as the standby of the new one. Everything is made here and removed at the end.
"""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from db.database import Database
from db.engine import open_engine
from db.schema import booking
from db.states import BookingState
from desktop.services.auditing.audit_database import AuditDatabase
from tests.trust.cluster import USER, Server, Servers, servers

DESKS = 3
SOLD_BEFORE = 5
PROMOTED_AFTER, FIRST_SALE_WITHIN, STARTS_WITHIN, ENDS_WITHIN = 2.0, 5.0, 90.0, 60.0
# The old server, awake again beside the new one, for so long: its commits wait for a standby it has not.
FENCED_SECONDS = 5.0
NAMES = "ALTER SYSTEM SET synchronous_standby_names = '{}'"


@dataclass
class Found:
    """What one promotion came to; moments are seconds after the server's end."""

    kind: str
    acknowledged: int
    acknowledged_before: int
    lost: int
    unknown: int
    first_sale: float
    promoted: float
    audit: list[str]
    is_back_as_standby: bool

    def faults(self) -> list[str]:
        """Return what is not as promised."""
        promised = {
            "acknowledged and lost": self.lost == 0,
            "first sale too late": 0 <= self.first_sale - self.promoted <= FIRST_SALE_WITHIN,
            "nothing was sold before": self.acknowledged_before > 0,
            "the old server is no standby": self.is_back_as_standby,
            "audit": not self.audit,
        }
        return [fault for fault, is_kept in promised.items() if not is_kept]

    def __str__(self) -> str:
        return (
            f"{self.kind:7} {self.acknowledged} acknowledged ({self.acknowledged_before} before the end),"
            f" {self.lost} lost, {self.unknown} answers lost and looked up; promoted after"
            f" {self.promoted:.1f} s, first sale {self.first_sale - self.promoted:.1f} s after that;"
            f" the old server is back as standby: {self.is_back_as_standby}"
        )


class Desk:
    """A desk in a process of its own; it sells from the beginning until it is told to stop."""

    def __init__(self, folder: Path, url: str, number: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.trust.promotion_desk", str(folder), url, str(number)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.sold: list[tuple[float, str]] = []
        self.unknown = 0
        self.states: list[tuple[float, str]] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def stop(self) -> None:
        """Let it finish the sale at hand and end."""
        with contextlib.suppress(subprocess.TimeoutExpired, ValueError, BrokenPipeError):
            if self._process.stdin is not None:
                self._process.stdin.close()
            self._process.wait(ENDS_WITHIN)
        self._process.kill()
        self._process.wait()
        self._reader.join(ENDS_WITHIN)

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            said = json.loads(line)
            if "sold" in said:
                self.sold.append((said["at"], said["sold"]))
            if "state" in said:
                self.states.append((said["at"], said["state"]))
            self.unknown = said.get("unknown", self.unknown)


@contextlib.contextmanager
def pair() -> Iterator[tuple[Servers, Server, Server]]:
    """Give a server and its synchronous standby, with a database that a desk has opened."""
    with servers() as made:
        first = made.primary()
        first.start(wal_level="replica", wal_keep_size="64MB")
        second = made.standby(first, "b")
        second.start()
        first.say(NAMES.format("b"))
        first.say("SELECT pg_reload_conf()")
        _until(lambda: first.say("SELECT sync_state FROM pg_stat_replication") == "sync", STARTS_WITHIN)
        yield made, first, second


def promote(kind: str) -> Found:
    """Kill or freeze the server under three desks, promote its standby and return what came of it."""
    with pair() as (made, first, second), tempfile.TemporaryDirectory() as name:
        url = f"postgresql://{USER}@127.0.0.1:{first.port},127.0.0.1:{second.port}/postgres"
        # The first one fills the books with samples.
        desks = [Desk(Path(name) / "0", url, 0)]
        _until(lambda: bool(desks[0].sold), STARTS_WITHIN)
        desks += [Desk(Path(name) / str(number), url, number) for number in range(1, DESKS)]
        _until(lambda: all(len(desk.sold) >= SOLD_BEFORE for desk in desks), STARTS_WITHIN)
        ended = time.monotonic()
        (first.kill if kind == "killed" else first.freeze)()
        _until(lambda: False, PROMOTED_AFTER)
        second.promote()
        promoted = time.monotonic()
        second.say(NAMES.format(""))
        second.say("SELECT pg_reload_conf()")
        _until(lambda: all(desk.sold and desk.sold[-1][0] > promoted for desk in desks), ENDS_WITHIN)
        if kind == "frozen":
            first.thaw()
            _until(lambda: False, FENCED_SECONDS)
        for desk in desks:
            desk.stop()
        sold = [sale for desk in desks for sale in desk.sold]
        after = [at for at, _booking in sold if at > promoted]
        audit, lost = _look(second, [booking for _at, booking in sold])
        return Found(
            kind,
            len(sold),
            sum(at < ended for at, _booking in sold),
            lost,
            sum(desk.unknown for desk in desks),
            min(after, default=-1.0) - ended,
            promoted - ended,
            audit,
            _comes_back(made, first, second),
        )


def standby_dies() -> str:
    """Freeze the standby under a desk that sells; return what the desk's server state said, and how soon."""
    with pair() as (_made, first, second), tempfile.TemporaryDirectory() as name:
        desk = Desk(Path(name) / "0", first.url, 0)
        _until(lambda: len(desk.sold) >= SOLD_BEFORE, STARTS_WITHIN)
        ended = time.monotonic()
        second.freeze()
        said = _until(lambda: any(state == "unconfirmed" for _at, state in desk.states), STARTS_WITHIN)
        sold_meanwhile = sum(at > ended + 1 for at, _booking in desk.sold)
        second.thaw()
        back = time.monotonic()
        _until(lambda: bool(desk.sold) and desk.sold[-1][0] > back, STARTS_WITHIN)
        first_sale = desk.sold[-1][0] - back
        desk.stop()
        _audit, lost = _look(first, [booking for _at, booking in desk.sold])
        return (
            f"standby frozen: said after {said:.1f} s, {sold_meanwhile} acknowledged meanwhile, sold again"
            f" {first_sale:.1f} s after its return, {lost} of {len(desk.sold)} lost"
        )


def _look(server: Server, sold: list[str]) -> tuple[list[str], int]:
    """Return what the audit finds, and how many of what was acknowledged are not there."""
    database = Database(open_engine(server.url), clock=None, home="")
    faults = [f"{line.name}: {fault}" for line in AuditDatabase(database)() for fault in line.faults]
    with database.read() as session:
        states = (booking.c.state, booking.c.id)
        there = {row.id for row in session.execute(select(*states)) if row.state == BookingState.CONFIRMED}
    database.close()
    return faults, len(set(sold) - there)


def _comes_back(made: Servers, old: Server, new: Server) -> bool:
    """Rebuild the old server as the standby of the new one; whether it takes no writes then."""
    old.remove()
    rebuilt = made.standby(new, "a2")
    rebuilt.start()
    return rebuilt.say("SELECT pg_is_in_recovery()") == "t"


def _until(is_so: Callable[[], bool], seconds: float) -> float:
    """Return after how long it was so; -1 where it was not within `seconds`."""
    begun, never = time.monotonic(), threading.Event()
    while time.monotonic() < begun + seconds:
        if is_so():
            return time.monotonic() - begun
        never.wait(0.05)
    return -1.0


def main(kinds: list[str]) -> int:
    """Promote in each way; 1 where a promise was not kept."""
    # Ended from outside, the servers are removed as well.
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(1))
    faults = 0
    for kind in kinds or ["killed", "frozen", "standby"]:
        if kind == "standby":
            print(standby_dies(), flush=True)
            continue
        found = promote(kind)
        print(found, *(f"FAULT: {fault}" for fault in found.faults()), *found.audit, sep="\n", flush=True)
        faults += len(found.faults())
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
