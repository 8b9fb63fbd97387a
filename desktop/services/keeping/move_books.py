"""MoveBooks: all of one database into an empty one of either engine, and the proof that nothing changed."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from db import moved, moving_books
from db.engine import database_file
from db.errors import DatabaseNewer
from db.look_at_file import look_at_pages
from db.migrate import LATEST, UNFINISHED, current_revision, known_revisions
from db.moving_books import Opened, Place, TableSum
from db.node_clock import Clock
from db.troubles import translated
from desktop.services.domain.auditing import AuditLine

# A hold ends by the clock of the place where it lies: beyond this its end would be felt to move.
DIFFERENCE_MAX = timedelta(seconds=2)

Tell = Callable[[str, str, int], None]
"""Told of each step (copied, compared, audited), what it was about, and how many rows it had."""


class Reason(StrEnum):
    """Why nothing was moved."""

    NO_BOOKS = "no_books"
    SAME_PLACE = "same_place"
    NOT_EMPTY = "not_empty"
    ENCODING = "encoding"
    OLDER_SCHEMA = "older_schema"
    MOVED_BEFORE = "moved_before"
    CLOCKS_DIFFER = "clocks_differ"
    NOT_EQUAL = "not_equal"
    AUDIT_DIFFERS = "audit_differs"
    # Of taking a move back.
    NOT_MOVED = "not_moved"
    WRITTEN_SINCE = "written_since"


class MoveRefused(Exception):
    """Nothing was changed; `facts` are what the reason's sentence needs."""

    def __init__(self, reason: Reason, **facts: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


@dataclass(frozen=True, slots=True)
class MoveReport:
    """What was proved: every table alike on both sides, and the audit of both, which says the same.

    `ahead` is how far the clock of the new place is before the old one's; `live_holds` keep their ends.
    """

    to: str
    tables: tuple[TableSum, ...]
    heads: tuple[moving_books.ChainEnd, ...]
    audit: tuple[AuditLine, ...]
    ahead: timedelta
    live_holds: int


class MoveBooks:
    """Moves the books at the address `source` to the address `target`. Raises DatabaseTrouble for either.

    The clocks take the place of the two databases' own.
    """

    def __init__(
        self,
        source: str,
        target: str,
        tell: Tell,
        *,
        source_clock: Clock | None = None,
        target_clock: Clock | None = None,
    ) -> None:
        self._addresses = (source, target)
        self._tell = tell
        self._clocks = (source_clock, target_clock)

    def __call__(self) -> MoveReport:
        """Copy, prove, and let nobody write at the old place. Raises MoveRefused.

        Nobody writes at the old place meanwhile. All of the new one is one transaction. It opens for nobody
        until the old one is closed for everybody: after an end at any point at most one of them sells, and
        the same move again comes to its end.
        """
        if not moving_books.is_there(self._addresses[0]):
            raise MoveRefused(Reason.NO_BOOKS)
        file = database_file(self._addresses[0])
        if file is not None:
            look_at_pages(file)  # before the engine opens it, which changes an empty file and another's
        with opened(self._addresses[0]) as source, opened(self._addresses[1]) as target:
            to = moving_books.shown(target)
            if moving_books.shown(source) == to:
                raise MoveRefused(Reason.SAME_PLACE)
            with moving_books.locked(source) as old:
                self._fit(old, to)  # before its clock is asked: these may be no books at all
            times = moving_books.times_of(source, target, *self._clocks)
            with moving_books.locked(source) as old:
                gone = self._fit(old, to)
                holds = moving_books.count_live_holds(old, times.old)
                if gone is None and holds and abs(times.ahead) > DIFFERENCE_MAX:
                    raise MoveRefused(Reason.CLOCKS_DIFFER, ahead=times.ahead, holds=holds)
                with target.begin() as new:
                    if gone is None:
                        self._copy(old, new, to)
                    elif not moving_books.is_unfinished(new):
                        raise MoveRefused(Reason.MOVED_BEFORE, to=to, at=gone.at)
                    tables = tuple(self._compare(old, new))
                    audit = tuple(self._audit(old, new, times))
                if gone is None:
                    moved.seal(old, moved.Moved(to, times.old), home=moving_books.home(old))
            with target.begin() as new:
                moving_books.open_up(new)
                heads = moving_books.chain_ends(new)
        return MoveReport(to, tables, heads, audit, times.ahead, holds)

    def _fit(self, old: Opened, to: str) -> moved.Moved | None:
        """Return None for books that can be moved; where they went, when only the last step is left."""
        found = current_revision(old)
        if found is None or found == UNFINISHED:
            raise MoveRefused(Reason.NO_BOOKS)
        if found not in known_revisions():
            raise DatabaseNewer(found)
        if found != LATEST:
            raise MoveRefused(Reason.OLDER_SCHEMA)
        gone = moved.find(old)
        if gone is not None and gone.to != to:
            raise MoveRefused(Reason.MOVED_BEFORE, to=gone.to, at=gone.at)
        return gone

    def _copy(self, old: Opened, new: Opened, to: str) -> None:
        if moving_books.is_unfinished(new):
            moving_books.drop_schema(new)
        if moving_books.has_tables(new):
            raise MoveRefused(Reason.NOT_EMPTY, to=to)
        if moving_books.encoding(new) != moving_books.NEEDED_ENCODING:
            raise MoveRefused(Reason.ENCODING, to=to, encoding=moving_books.encoding(new))
        moving_books.make_schema(new)
        for table in moving_books.tables():
            copied = moving_books.copy(old, new, table)
            self._tell("copied", copied.name, copied.rows)
        moving_books.analyze(new)

    def _compare(self, old: Opened, new: Opened) -> Iterator[TableSum]:
        for table in moving_books.tables():
            left, right = moving_books.sum_of(old, table), moving_books.sum_of(new, table)
            if left != right:
                raise MoveRefused(Reason.NOT_EQUAL, table=table.name)
            self._tell("compared", right.name, right.rows)
            yield right

    def _audit(self, old: Opened, new: Opened, times: moving_books.Times) -> Iterator[AuditLine]:
        before = moving_books.audit(old, times.old)
        for left, right in zip(before, moving_books.audit(new, times.old), strict=True):
            if (left.name, left.checked_count, left.faults) != (
                right.name,
                right.checked_count,
                right.faults,
            ):
                raise MoveRefused(Reason.AUDIT_DIFFERS, check=left.name)
            self._tell("audited", right.name, right.checked_count)
            yield AuditLine(right.name, right.checked_count, right.faults)


@contextlib.contextmanager
def opened(address: str) -> Iterator[Place]:
    """Open one side for a block; what its driver says of it leaves as DatabaseTrouble."""
    place = moving_books.open_side(address)
    try:
        with translated(place):
            yield place
    finally:
        place.dispose()
