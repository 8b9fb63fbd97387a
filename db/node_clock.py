"""The time of this machine that nobody can set: for a database in a file.

A hold must last 600 s though somebody sets the computer's clock or the lid is closed. So the first program
of a boot writes down where the wall clock and the boot's own clock stood; from then on every program on
the machine counts on from there with the boot's clock, which runs through sleep and can't be set. At the
next boot the wall clock is taken again, but never earlier than the last time this database has seen.
"""

import ctypes
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, func, select, update

from db.schema import journal, node

Clock = Callable[[], datetime]
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
WINDOWS_MACHINE = r"SOFTWARE\Microsoft\Cryptography"
# KUSER_SHARED_DATA.BootId: every process can read this page, always at this address (Windows 10 and later).
WINDOWS_BOOT_COUNT = 0x7FFE0000 + 0x2C4
VALUE_BYTES_MAX = 64


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


def start_node_clock(engine: Engine) -> Clock:
    """Anchor this boot in the database, or take the anchor that another program set, and return the clock."""
    boot = boot_id()
    with engine.begin() as connection:
        row: Any = connection.execute(select(node)).one()
        # Read where no other program can set an anchor: a counter behind the anchor is another boot's.
        elapsed = boot_nanoseconds()
        if row.boot_id == boot and row.boot_nanoseconds <= elapsed:
            wall: datetime = row.wall_at
            elapsed = row.boot_nanoseconds
        else:
            seen: datetime | None = connection.execute(
                select(func.max(journal.c.at, type_=journal.c.at.type))
            ).scalar()
            wall = wall_clock() if seen is None else max(wall_clock(), seen)
            connection.execute(update(node).values(boot_id=boot, boot_nanoseconds=elapsed, wall_at=wall))
    anchor = elapsed

    def now() -> datetime:
        return wall + timedelta(microseconds=(boot_nanoseconds() - anchor) // 1000)

    return now
