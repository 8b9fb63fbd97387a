"""Backups of the books: how their files are called, which are kept, and what is known of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

LAST_KEPT = 8
DAYS_KEPT = 30
MONTHS_KEPT = 12
# Of copies in which the audit has found faults: better than none, and no reason to lose a good one.
FAULTY_KEPT = 2
HOME_SIGNS = 13
OLD_AFTER = timedelta(days=1)
NAME = re.compile(r"counterfoil-([0-9a-f-]{13})-(\d{8}T\d{6}Z)(-faults)?\.sqlite3")
MOMENT = "%Y%m%dT%H%M%SZ"
PART = ".part"


@dataclass(frozen=True, slots=True)
class Backup:
    """One file. `moment`: as of when, UTC, to the second; `is_sound`: the audit passed."""

    file: Path
    home: str
    moment: datetime
    is_sound: bool


@dataclass(frozen=True, slots=True)
class BackupsKnown:
    """What this PC knows: its folder, the newest good backups, the second place and whether it is there.

    `unsaved_since`: the last record, where it is newer than the newest good backup.
    """

    folder: Path
    last: Backup | None = None
    second: Path | None = None
    second_is_there: bool = False
    second_last: Backup | None = None
    unsaved_since: datetime | None = None

    @property
    def is_old(self) -> bool:
        """Whether more than a day of use stands in no backup."""
        if self.unsaved_since is None:
            return False
        return self.last is None or self.unsaved_since - self.last.moment > OLD_AFTER


def name_of(home: str, moment: datetime, *, is_sound: bool = True) -> str:
    """Return the name of a backup of these books, of this moment."""
    end = "" if is_sound else "-faults"
    return f"counterfoil-{home[:HOME_SIGNS]}-{moment.astimezone(UTC):{MOMENT}}{end}.sqlite3"


def read_name(file: Path) -> Backup | None:
    """Return which backup a file is by its name; None for any other file."""
    found = NAME.fullmatch(file.name)
    if found is None:
        return None
    try:
        moment = datetime.strptime(found[2], MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(file, found[1], moment, not found[3])


def kept(backups: Collection[Backup]) -> frozenset[Backup]:
    """Return which of the backups of one home are kept: all others may be deleted.

    Of the good ones: the last eight, the newest of each of the last thirty days that have one, and of each
    of the last twelve months that have one. A wrong clock or a long pause makes none of them older.
    """
    good = sorted((one for one in backups if one.is_sound), key=lambda one: one.moment, reverse=True)
    faulty = sorted((one for one in backups if not one.is_sound), key=lambda one: one.moment, reverse=True)
    by_day = _newest_of_each(good, lambda one: (one.moment.year, one.moment.month, one.moment.day))
    by_month = _newest_of_each(good, lambda one: (one.moment.year, one.moment.month))
    return frozenset((*good[:LAST_KEPT], *by_day[:DAYS_KEPT], *by_month[:MONTHS_KEPT], *faulty[:FAULTY_KEPT]))


def _newest_of_each(backups: Iterable[Backup], span: Callable[[Backup], tuple[int, ...]]) -> list[Backup]:
    """Return the first of each span, in the order given: the newest first."""
    found: dict[tuple[int, ...], Backup] = {}
    for one in backups:
        found.setdefault(span(one), one)
    return list(found.values())
