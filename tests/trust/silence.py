"""A database that says nothing: how soon the desk says so, what still works, and how it comes back.

    PYTHONPATH=. python tests/trust/silence.py            every kind of silence
    PYTHONPATH=. python tests/trust/silence.py frozen     one of them

frozen: a server whose every process is stopped, while its machine goes on taking connections for it.
dropped: packets that nobody takes, in both directions. deaf: what the server says is lost. mute: what the
desk says is lost. ended: a server that is killed and started again. lock: another program keeps the write
lock of a file. Every server and every file is made here and removed at the end.
"""

from __future__ import annotations

import contextlib
import logging
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import structlog
from sqlalchemy.engine import make_url

from db.engine import sqlite_url
from db.reach import ServerState
from db.states import BookingState
from desktop import bootstrap
from desktop.config import Config
from desktop.logs import open_log
from desktop.paths import Paths
from desktop.services.application import Services
from desktop.services.events import Event
from tests.trust.cluster import servers
from tests.trust.proxy import Proxy
from tests.trust.seller import Seller

SAID_WITHIN, BACK_WITHIN, START_WITHIN = 5.0, 10.0, 60.0
SILENCES = ("frozen", "dropped", "deaf", "mute", "ended")
# How long the silence lasts after it was said.
HELD_SECONDS = 6.0
LOG_BYTES_MAX = 3_000
# One answer of a server and one connection; the queue and the lock of a file.
CALL_SECONDS = (8.5, 26.0)
# Four hanging calls are all the threads that the windows have.
CALLERS = 4


@dataclass
class Found:
    """What one silence came to."""

    kind: str
    said_after: float = -1.0
    longest_call: float = 0.0
    back_after: float = -1.0
    acknowledged: set[str] = field(default_factory=set)
    unknown: int = 0
    lost: int = -1
    log_bytes: int = 0
    outage_lines: int = 0

    def faults(self) -> list[str]:
        """Return what is not as promised."""
        promised = {
            "said too late": 0 <= self.said_after <= SAID_WITHIN,
            # The other end of it: what a write on a file that another program keeps may wait.
            "a call hung": self.longest_call <= CALL_SECONDS[self.kind == "lock"],
            "back too late": 0 <= self.back_after <= BACK_WITHIN,
            "acknowledged and lost": self.lost == 0,
            "the log is long": self.log_bytes <= LOG_BYTES_MAX,
            "the log does not tell": self.outage_lines == 2,
        }
        return [fault for fault, is_kept in promised.items() if not is_kept]

    def __str__(self) -> str:
        return (
            f"{self.kind:8} said after {self.said_after:4.1f} s, longest call {self.longest_call:4.1f} s,"
            f" first sale {self.back_after:4.1f} s after its return, {len(self.acknowledged)} acknowledged,"
            f" {self.unknown} answers lost, {self.lost} sales lost,"
            f" {self.log_bytes} bytes of log, {self.outage_lines} lines of the outage"
        )


def silence(kind: str) -> Found:
    """Fall silent in this way under a desk that sells, and return what came of it."""
    with contextlib.ExitStack() as stack:
        made = stack.enter_context(servers())
        server = made.primary()
        server.start()
        proxy = stack.enter_context(Proxy(server.port))
        url = make_url(server.url).set(port=proxy.port).render_as_string(hide_password=False)
        stop: Callable[[], None] = {
            "frozen": server.freeze,
            "dropped": lambda: proxy.drop(to_server=True, to_desk=True),
            "deaf": lambda: proxy.drop(to_desk=True),
            "mute": lambda: proxy.drop(to_server=True),
            "ended": server.kill,
        }[kind]
        go_on: Callable[[], None] = {"frozen": server.thaw, "ended": server.start}.get(kind, proxy.restore)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        desk = stack.enter_context(_desk(folder, url))
        return _watch(Found(kind), desk, folder, stop, go_on)


# A program of its own: two SQLite libraries in one process do not see each other's locks.
HOLDER = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=60)
other.execute("BEGIN IMMEDIATE")
print("kept", flush=True)
sys.stdin.read()
"""


def lock() -> Found:
    """Keep the write lock of a file under a desk that sells, and return what came of it."""
    with tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as stack:
        folder = Path(name)
        file = folder / "desk.sqlite3"
        desk = stack.enter_context(_desk(folder, sqlite_url(file)))
        holders: list[subprocess.Popen[bytes]] = []

        def keep() -> None:
            holder = subprocess.Popen(
                [sys.executable, "-c", HOLDER, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
            holders.append(stack.enter_context(holder))
            assert holder.stdout is not None
            assert holder.stdout.readline() == b"kept\n"

        def give_back() -> None:
            holders[0].communicate(timeout=20)

        return _watch(Found("lock"), desk, folder, keep, give_back)


@contextlib.contextmanager
def _own_log(before: tuple[logging.Handler, ...], level: int) -> Iterator[None]:
    """Log as before after the block: the folder will be gone."""
    try:
        yield
    finally:
        root = logging.getLogger()
        for handler in [one for one in root.handlers if one not in before]:
            root.removeHandler(handler)
            handler.close()
        root.setLevel(level)
        structlog.reset_defaults()


@contextlib.contextmanager
def _desk(folder: Path, url: str) -> Iterator[bootstrap.Desk]:
    def ignore(_event: Event) -> None:
        """No window listens."""

    root = logging.getLogger()
    before, level = tuple(root.handlers), root.level
    open_log(folder / "log")
    config = Config(Paths(folder, given_marks=folder / "marks"), database_url=url)
    with _own_log(before, level), bootstrap.open_desk(config, ignore) as desk:
        desk.scheduler.start()
        yield desk


def _watch(
    found: Found, desk: bootstrap.Desk, folder: Path, stop: Callable[[], None], go_on: Callable[[], None]
) -> Found:
    services = desk.services
    sellers = [Seller(services, number) for number in range(CALLERS)]
    for seller in sellers:
        seller.start()
    _until(lambda: all(seller.acknowledged for seller in sellers), time.monotonic(), START_WITHIN)
    already_logged = len(_troubles(folder))
    stop()
    begun = time.monotonic()
    found.said_after = _until(lambda: _is_said(services), begun, SAID_WITHIN * 3)
    if found.kind == "lock":
        services.show_today()  # reading goes on
    _until(lambda: False, time.monotonic(), HELD_SECONDS)
    go_on()
    back = time.monotonic()
    found.back_after = _until(
        lambda: any(one.acknowledged[-1][0] > back for one in sellers), back, BACK_WITHIN * 3
    )
    _until(lambda: not _is_said(services), back, BACK_WITHIN)
    for seller in sellers:
        seller.stop()
        seller.join(60)
        found.longest_call = max(found.longest_call, seller.longest)
        found.acknowledged |= {booking for _moment, booking in seller.acknowledged}
        found.unknown += seller.unknown
    found.lost = sum(
        services.find_booking(booking).state is not BookingState.CONFIRMED for booking in found.acknowledged
    )
    logged = _troubles(folder)[already_logged:]
    found.log_bytes = sum(len(line) for line in logged)
    found.outage_lines = sum("DATABASE_OUTAGE" in line for line in logged)
    return found


def _is_said(services: Services) -> bool:
    server = services.read_condition().server
    return server is not None and server.state is not ServerState.ANSWERS


def _troubles(folder: Path) -> list[str]:
    """Return the log without what was sold."""
    lines = (folder / "log").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if '"level": "info"' not in line]


def _until(is_so: Callable[[], bool], begun: float, seconds: float) -> float:
    """Return how long after `begun` it was so; -1 where it was not within `seconds`."""
    never = threading.Event()
    while time.monotonic() < begun + seconds:
        if is_so():
            return time.monotonic() - begun
        never.wait(0.02)
    return -1.0


def main(kinds: list[str]) -> int:
    """Fall silent in each way; 1 where a promise was not kept."""
    # Ended from outside, the servers are removed as well.
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(1))
    faults = 0
    for kind in kinds or [*SILENCES, "lock"]:
        found = lock() if kind == "lock" else silence(kind)
        print(found, *(f"FAULT: {fault}" for fault in found.faults()), sep="\n", flush=True)
        faults += len(found.faults())
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
