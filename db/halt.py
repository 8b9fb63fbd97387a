"""Why the desk may not write now, and what was seen of the books' pages: words that every layer may use.

A stop of sale is a decision about stock (a closure); a halt is about the books themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
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

    # The books were opened to look at them.
    READ_ONLY = "read_only"
    # The file or the server's pages are damaged.
    DAMAGED = "damaged"
    # Another database, or an empty one, stands where the desk's books were.
    FOREIGN = "foreign"
    # Another program has brought the books to a schema that this one does not know.
    SCHEMA = "schema"
    # The books were moved to another place, and are sold on there.
    MOVED = "moved"
    # Another PC works under this desk's code.
    TAKEN_OVER = "taken_over"
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


class NotBooks(StrEnum):
    """What was found where the books should be."""

    NO_DATABASE = "no_database"
    # Nothing in it, though the books were there or a file of this name is.
    EMPTY = "empty"
    # Shorter than its own first page says.
    HALF = "half"
    # Its log is there, the file is not.
    MISSING = "missing"
    OTHER_PROGRAM = "other_program"
    FOLDER = "folder"
    # It may not be read or not be written by whoever runs this program.
    NO_RIGHTS = "no_rights"
    # Ours, and pages of it that the start needs are damaged.
    DAMAGED = "damaged"


class Checksums(StrEnum):
    """Whether the pages of the books carry checksums that are looked at."""

    ON = "on"
    # This computer lacks the part that works them out.
    NOT_HERE = "not_here"
    # The file has none yet: other programs had it open at each start so far, or the disk is full.
    NOT_YET = "not_yet"
    SERVER_ON = "server_on"
    SERVER_OFF = "server_off"


@dataclass(frozen=True, slots=True)
class PagesSeen:
    """What the last look at every page has come to; `checked_at` is None until one has ended, UTC.

    `per_cent`: how far the look that is under way has got, None when there is none. Of damage the halt tells.
    """

    checked_at: datetime | None = None
    checksums: Checksums | None = None
    per_cent: int | None = None
