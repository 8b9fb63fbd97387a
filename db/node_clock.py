"""The time of this machine that nobody can set: for a database in a file.

A hold must last 600 s though somebody sets the computer's clock or the lid is closed. So the first program
of a boot writes down where the wall clock and the boot's own clock stood; from then on every program on
the machine counts on from there with the boot's clock, which runs through sleep and can't be set. At the
next boot the wall clock is taken again, but never earlier than the last time this database has seen.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, func, select, update

from db.schema import journal, node

Clock = Callable[[], datetime]
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def wall_clock() -> datetime:
    """Return the computer's own idea of the time, UTC."""
    return datetime.now(UTC)


def boot_nanoseconds() -> int:
    """Return nanoseconds since the machine started, sleep included where the system counts it."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    return time.monotonic_ns()


def boot_id() -> str:
    """Return a name of this boot of the machine; of this process where the system gives none."""
    return BOOT_ID.read_text().strip() if BOOT_ID.exists() else f"process {time.monotonic_ns()}"


def start_node_clock(engine: Engine) -> Clock:
    """Anchor this boot in the database, or take the anchor that another program set, and return the clock."""
    boot, elapsed = boot_id(), boot_nanoseconds()
    with engine.begin() as connection:
        row: Any = connection.execute(select(node)).one()
        if row.boot_id == boot:
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
