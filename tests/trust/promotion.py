"""Desks sell, their server dies, a standby is promoted two seconds later: what was lost, how soon on.

    PYTHONPATH=. python tests/trust/promotion.py            killed and frozen
    PYTHONPATH=. python tests/trust/promotion.py frozen     one of them
    PYTHONPATH=. python tests/trust/promotion.py standby    the standby dies instead

Each desk is a process of its own with an address that names every server. Either of two standbys confirms a
sale (ANY 1), and one of them is cut off before the end: the other has everything, is found by how far it has
come, and is promoted; the first follows it. The old server comes back at the end, rebuilt as its standby.
Everything is made here and removed at the end.
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
# How far a standby has come, in bytes.
RECEIVED = "SELECT pg_wal_lsn_diff(pg_last_wal_receive_lsn(), '0/0')"
STANDBY = {"wal_keep_size": "64MB", "wal_retrieve_retry_interval": "200ms"}


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
    # By how many bytes it had come further than the other.
    ahead: int
    audit: list[str]
    is_followed: bool
    is_back_as_standby: bool

    def faults(self) -> list[str]:
        """Return what is not as promised."""
        promised = {
            "acknowledged and lost": self.lost == 0,
            "first sale too late": 0 <= self.first_sale - self.promoted <= FIRST_SALE_WITHIN,
            "nothing was sold before": self.acknowledged_before > 0,
            "the standby that was cut off has everything": self.ahead > 0,
            "the other standby does not follow": self.is_followed,
            "the old server is no standby": self.is_back_as_standby,
            "audit": not self.audit,
        }
        return [fault for fault, is_kept in promised.items() if not is_kept]

    def __str__(self) -> str:
        return (
            f"{self.kind:7} {self.acknowledged} acknowledged ({self.acknowledged_before} before the end),"
            f" {self.lost} lost, {self.unknown} answers lost and looked up; promoted after"
            f" {self.promoted:.1f} s, {self.ahead} bytes ahead of the other, first sale"
            f" {self.first_sale - self.promoted:.1f} s after that; the other follows: {self.is_followed};"
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
        if self._process.stdout is not None:
            self._process.stdout.close()

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
def cluster(*names: str) -> Iterator[tuple[Servers, Server, dict[str, Server]]]:
    """Give a server and its standbys by name, one of which confirms each commit."""
    with servers() as made:
        first = made.primary()
        first.start(wal_level="replica", wal_keep_size="64MB")
        standbys = {name: made.standby(first, name) for name in names}
        for one in standbys.values():
            one.start(**STANDBY)
        first.set("synchronous_standby_names", f"ANY 1 ({', '.join(names)})")
        in_time = "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'quorum'"
        _until(lambda: first.say(in_time) == str(len(names)), STARTS_WITHIN)
        yield made, first, standbys


def promote(kind: str, desks: int = DESKS, sold_before: int = SOLD_BEFORE) -> Found:
    """Kill or freeze the server under some desks, promote a standby and return what came of it."""
    with cluster("b", "c") as (made, first, standbys), _selling(desks, made) as selling:
        # One is cut off: from now on only the other confirms.
        standbys["b"].follow(None)
        before = [len(desk.sold) for desk in selling]
        _until(lambda: _have_sold(selling, [count + sold_before for count in before]), STARTS_WITHIN)
        ended = time.monotonic()
        (first.kill if kind == "killed" else first.freeze)()
        _until(lambda: False, PROMOTED_AFTER)
        name, ahead = _furthest(standbys)
        new = standbys.pop(name)
        new.promote()
        promoted = time.monotonic()
        _until(lambda: all(desk.sold[-1][0] > promoted for desk in selling), ENDS_WITHIN)
        is_followed = _is_followed(new, *standbys.popitem())
        if kind == "frozen":
            first.thaw()
            _until(lambda: False, FENCED_SECONDS)
        for desk in selling:
            desk.stop()
        sold = [sale for desk in selling for sale in desk.sold]
        audit, lost = _look(new, [booking for _at, booking in sold])
        return Found(
            kind,
            len(sold),
            sum(at < ended for at, _booking in sold),
            lost,
            sum(desk.unknown for desk in selling),
            min((at for at, _booking in sold if at > promoted), default=-1.0) - ended,
            promoted - ended,
            ahead,
            audit,
            is_followed,
            _comes_back(made, first, new),
        )


@contextlib.contextmanager
def _selling(count: int, made: Servers) -> Iterator[list[Desk]]:
    """Give desks that have begun to sell on the first of these servers and know all of them."""
    url = f"postgresql://{USER}@{','.join(f'127.0.0.1:{one.port}' for one in made.all)}/postgres"
    with tempfile.TemporaryDirectory() as name:
        desks = [Desk(Path(name) / str(number), url, number) for number in range(count)]
        try:
            _until(lambda: _have_sold(desks, [1] * count), STARTS_WITHIN)
            yield desks
        finally:
            for desk in desks:
                desk.stop()


def _have_sold(desks: list[Desk], wanted: list[int]) -> bool:
    return all(len(desk.sold) >= count for desk, count in zip(desks, wanted, strict=True))


def _furthest(standbys: dict[str, Server]) -> tuple[str, int]:
    """Let none of them follow anybody; return which has come furthest, and by how much."""
    for one in standbys.values():
        one.follow(None)
    come = sorted((int(one.say(RECEIVED)), name) for name, one in standbys.items())
    return come[-1][1], come[-1][0] - come[-2][0]


def _is_followed(new: Server, name: str, other: Server) -> bool:
    """Let the other standby follow the new server and confirm its commits; whether it does."""
    other.follow(new, name)
    streams = "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'"
    is_there = _until(lambda: new.say(streams) == "1", ENDS_WITHIN) >= 0
    new.set("synchronous_standby_names", f"ANY 1 ({name})")
    end = new.say("SELECT pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0')")
    return is_there and _until(lambda: int(other.say(RECEIVED)) >= int(end), ENDS_WITHIN) >= 0


def standby_dies() -> str:
    """Freeze the standby under a desk that sells; return what the desk's server state said, and how soon."""
    with cluster("b") as (made, first, standbys), _selling(1, made) as (desk,):
        second = standbys["b"]
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
