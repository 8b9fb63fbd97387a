"""A machine whose clocks a test sets, in place of the one that the test runs on."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from db import node_clock


@dataclass
class Machine:
    """Its wall clock, the boot that it is in, and that boot's counter in nanoseconds."""

    wall: datetime = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
    boot: str = "boot-1"
    elapsed: int = field(default=7_000_000_000)

    def pass_time(self, seconds: float) -> None:
        """Let both clocks run."""
        self.wall += timedelta(seconds=seconds)
        self.elapsed += round(seconds * 1_000_000_000)

    def restart(self, off_seconds: float = 0) -> None:
        """Boot anew after some time without power."""
        self.boot, self.elapsed = self.boot + "+", 1_000_000_000
        self.wall += timedelta(seconds=off_seconds)

    def stand_in(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Take the place of this machine's clocks for the test."""
        mine: dict[str, Callable[[], object]] = {
            "wall_clock": lambda: self.wall,
            "boot_id": lambda: self.boot,
            "boot_nanoseconds": lambda: self.elapsed,
        }
        for name, clock in mine.items():
            monkeypatch.setattr(node_clock, name, clock)
