"""The time of this machine that nobody can set: for a database in a file.

A hold must last 600 s though somebody sets the computer's clock or the lid is closed. So the first write
of a boot writes down where the wall clock and the boot's own clock stood; from then on every program on
the machine counts on from there with the boot's clock, which runs through sleep and can't be set. Until
then the wall clock is followed, so that one that the network sets late does no harm; it is never followed
back behind the newest record by a few moments. What is further off is in question: see db/clock_rows.py.
"""

import contextlib
import ctypes
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, func, select, update

from db.engine import sqlite_file
from db.schema import desk, journal, node
from db.schema.columns import MICROSECOND

Clock = Callable[[], datetime]
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
WINDOWS_MACHINE = r"SOFTWARE\Microsoft\Cryptography"
# KUSER_SHARED_DATA.BootId: every process can read this page, always at this address (Windows 10 and later).
WINDOWS_BOOT_COUNT = 0x7FFE0000 + 0x2C4
VALUE_BYTES_MAX = 64
# A clock so little behind the newest record is no other one: it goes on from the record.
CLOSE = timedelta(minutes=2)
NANOSECONDS = 1_000


def wall_clock() -> datetime:
    """Return the computer's own idea of the time, UTC."""
    return datetime.now(UTC)


def boot_nanoseconds() -> int:
    """Return nanoseconds since the machine started, sleep included; all programs of a boot count together."""
    if sys.platform == "linux":
        count = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    elif sys.platform == "darwin":
        # Python's monotonic clock stands still there while the machine sleeps (clock_gettime(3)).
        count = time.clock_gettime_ns(time.CLOCK_MONOTONIC_RAW)
    else:
        count = time.monotonic_ns()
    return count


def boot_id() -> str:
    """Return a name of this boot of the machine; of this process where the system gives none.

    None of them is worked out from a clock that somebody may set. Linux and macOS draw a random name at each
    boot. Windows counts boots ("incremented for each boot attempt by the OS loader", ntddk.h of the WDK);
    waking up, from hibernation and by fast startup too, keeps the count, as it keeps the nanoseconds.
    The machine's own name beside it keeps apart two PCs that a file was carried between.
    """
    name = ""
    if sys.platform == "win32":
        import winreg

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, WINDOWS_MACHINE) as key:
            machine, _kind = winreg.QueryValueEx(key, "MachineGuid")
        name = f"{machine} {ctypes.c_uint32.from_address(WINDOWS_BOOT_COUNT).value}"
    elif sys.platform == "darwin":
        name = _system_value(b"kern.bootsessionuuid")
    elif BOOT_ID.exists():
        name = BOOT_ID.read_text().strip()
    return name or f"process {time.monotonic_ns()}"


def _system_value(name: bytes) -> str:
    """Return what macOS says under this name (sysctl(3)), or nothing."""
    value, size = ctypes.create_string_buffer(VALUE_BYTES_MAX), ctypes.c_size_t(VALUE_BYTES_MAX)
    failed = ctypes.CDLL(None).sysctlbyname(name, value, ctypes.byref(size), None, ctypes.c_size_t(0))
    return "" if failed else value.value.decode()


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the wall clock and the boot's counter stood, and what is added to the time that follows."""

    boot: str
    count: int
    wall: datetime
    offset: timedelta

    def at(self, count: int) -> datetime:
        """Return the node's time when the boot's counter stands there."""
        return self.wall + timedelta(microseconds=(count - self.count) // NANOSECONDS) + self.offset

    def counts(self, boot: str, count: int) -> bool:
        """Whether it is of this boot. A counter behind the anchor is another boot's."""
        return self.boot == boot and self.count <= count


class NodeClock:
    """The clock of the node of a file. Safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._boot = boot_id()
        self._notch = _Notch(engine)
        # This machine's clock and the boot's counter when they were compared last: see `compared`.
        self._compared: tuple[datetime, int] | None = None
        # What the row held at the last write, and the notch of that moment.
        self._known: tuple[Anchor, int] | None = None

    def __call__(self) -> datetime:
        """Return the time by a look of its own."""
        with self._engine.connect().execution_options(reads_only=True) as connection:
            return self.read(connection)

    def read(self, connection: Connection) -> datetime:
        """Return the time inside a block of reads."""
        anchor = self._fresh(self._notch.now()) or read_anchor(connection)
        count = boot_nanoseconds()
        if anchor.counts(self._boot, count):
            return anchor.at(count)
        return self._before(connection, anchor, wall_clock())

    def write(self, connection: Connection) -> datetime:
        """Return the time inside a write; the first one of a boot sets the anchor."""
        notch = self._notch.now()
        anchor = self._fresh(notch)
        if anchor is None:
            anchor = read_anchor(connection)
            # Under the write lock: nobody moves the anchor between the notch and the row.
            self._known = None if notch is None else (anchor, notch)
        # Read where no other program can set an anchor.
        count = boot_nanoseconds()
        if anchor.counts(self._boot, count):
            return anchor.at(count)
        self._known = None
        now = self._before(connection, anchor, self._steady_wall())
        self.set_anchor(connection, now - anchor.offset, count)
        return now

    def set_anchor(self, connection: Connection, wall: datetime, count: int | None = None) -> None:
        """Go on from here inside a write: the wall clock stands at `wall` now, or at this count."""
        at = boot_nanoseconds() if count is None else count
        connection.execute(update(node).values(boot_id=self._boot, boot_nanoseconds=at, wall_at=wall))
        self.moved()

    def moved(self) -> None:
        """Let every program read the row again at its next write; called inside the write that moves it."""
        self._known = None
        self._notch.move()

    def compared(self) -> None:
        """This machine's clock was compared just now: no first write takes what leaps after that."""
        self._compared = wall_clock(), boot_nanoseconds()

    def is_anchored(self, connection: Connection) -> bool:
        """Whether a write of this boot has set the anchor."""
        return read_anchor(connection).counts(self._boot, boot_nanoseconds())

    def _fresh(self, notch: int | None) -> Anchor | None:
        known = self._known
        return known[0] if known is not None and notch is not None and known[1] == notch else None

    def _steady_wall(self) -> datetime:
        wall = wall_clock()
        if self._compared is None:
            return wall
        then, count = self._compared
        counted = then + timedelta(microseconds=(boot_nanoseconds() - count) // NANOSECONDS)
        return wall if abs(wall - counted) <= CLOSE else counted

    def _before(self, connection: Connection, anchor: Anchor, wall: datetime) -> datetime:
        """Return the time before the first write of a boot."""
        now = wall + anchor.offset
        seen = newest_record(connection)
        return now if seen is None or not timedelta(0) < seen - now <= CLOSE else seen


class _Notch:
    """Moves when the anchor does, so that no write need read a row that stands still.

    It is the time stamp of the file's gate: a look at it is no statement. Where there is no gate, the row is
    read each time.
    """

    def __init__(self, engine: Engine) -> None:
        file = sqlite_file(engine)
        self._file = None if file is None else file.with_name(file.name + "-gate")

    def now(self) -> int | None:
        try:
            return None if self._file is None else self._file.stat().st_mtime_ns
        except OSError:
            return None

    def move(self) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):
                os.utime(self._file)


def read_anchor(connection: Connection) -> Anchor:
    """Return the anchor as it is stored."""
    row: Any = connection.execute(
        select(node.c.boot_id, node.c.boot_nanoseconds, node.c.wall_at, node.c.clock_offset_us)
    ).one()
    return Anchor(row.boot_id, row.boot_nanoseconds, row.wall_at, row.clock_offset_us * MICROSECOND)


def newest_record(connection: Connection) -> datetime | None:
    """Return the time of the newest record since the clock was set last; None where there is none."""
    newest = (
        select(func.max(journal.c.at, type_=journal.c.at.type))
        .join(desk, (desk.c.id == journal.c.desk_id) & (desk.c.journal_number == journal.c.number))
        .where(desk.c.journal_number > desk.c.clock_set_number)
    )
    found: datetime | None = connection.execute(newest).scalar()
    return found
