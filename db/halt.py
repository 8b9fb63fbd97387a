"""Why the desk may not write now: words that every layer may use.

A stop of sale is a decision about stock (a closure); a halt is about the books themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Purpose(StrEnum):
    """What a write is for."""

    # Takes stock for a customer.
    HOLD = "hold"
    # Can't be undone and hangs on the clock: a booking is completed, a day is closed.
    FINAL = "final"
    # Everything else at the counter and in the background.
    WORK = "work"
    # Puts right what halted the others: never refused.
    REMEDY = "remedy"


EVERYTHING = frozenset(Purpose) - {Purpose.REMEDY}


class HaltKind(StrEnum):
    """What halts the desk, the most serious first."""

    # The file or the server's pages are damaged.
    DAMAGED = "damaged"
    # Another database, or an empty one, stands where the desk's books were.
    FOREIGN = "foreign"
    # Another program has brought the books to a schema that this one does not know.
    SCHEMA = "schema"
    # The books were moved to another place, and are sold on there.
    MOVED = "moved"
    # The books lack what this desk has written already.
    BEHIND = "behind"
    # The server takes no writes: a standby, or stopped by its administrator.
    STANDBY = "standby"
    # Day and time are in question.
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Halt:
    """One reason, what it refuses, and the facts that its sentence needs (moments are aware, UTC)."""

    kind: HaltKind
    refused: frozenset[Purpose] = EVERYTHING
    facts: Mapping[str, Any] = field(default_factory=dict)
