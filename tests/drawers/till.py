"""A drawer for tests: opened with a float, moved, counted and closed in short calls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import shifts
from db.actor import Actor
from db.database import Database
from db.ids import RequestKey, ShiftId
from db.states import DrawerMoveKind
from desktop.services.domain.cash_move import CashMove, CashMoved
from desktop.services.domain.shift import WORTHS, CashSource, ClosedShift, Closing, Opening
from desktop.services.drawers.close_shift import CloseShift
from desktop.services.drawers.move_cash import MoveCash
from desktop.services.drawers.open_shift import OpenShift
from desktop.services.drawers.read_drawer import ReadDrawer
from tests.counter import FACTS, Counter

if TYPE_CHECKING:
    from collections.abc import Mapping


def notes(paise: int) -> dict[int, int]:
    """Return the notes and coins that make up so much."""
    counts = {}
    for worth in WORTHS:
        counts[worth], paise = divmod(paise, worth)
    assert paise == 0, "no coin is so small"
    return {worth: pieces for worth, pieces in counts.items() if pieces}


@dataclass
class Till:
    """Acts at the drawer of a counter's desk."""

    counter: Counter

    @property
    def database(self) -> Database:
        return self.counter.database

    @property
    def shift_id(self) -> ShiftId:
        """The open shift of the desk."""
        with self.database.read() as session:
            row = shifts.find_open(session, self.counter.actor.desk_id)
        assert row is not None
        return row.id

    def is_open(self) -> bool:
        """Whether the desk has an open shift."""
        with self.database.read() as session:
            return shifts.find_open(session, self.counter.actor.desk_id) is not None

    def open(
        self,
        paise: int = 0,
        reason: str = "first float",
        *,
        actor: Actor | None = None,
        key: str = "",
        is_shared: bool = True,
        has_drawer: bool = True,
    ) -> ShiftId:
        """Open a shift with so much in its drawer."""
        opening = Opening(notes(paise), reason, is_shared, has_drawer)
        return OpenShift(self.database, self.counter.publish)(
            opening, RequestKey(key or self.counter.key()), actor=actor or self.counter.actor
        )

    def move(
        self,
        kind: DrawerMoveKind,
        paise: int,
        reason: str = "as every noon",
        payee: str = "",
        *,
        source: CashSource = CashSource.SAFE,
        actor: Actor | None = None,
        key: str = "",
    ) -> CashMoved:
        """Move cash in or out."""
        return MoveCash(self.database, FACTS, self.counter.publish)(
            CashMove(kind, paise, reason, payee, source),
            RequestKey(key or self.counter.key()),
            actor=actor or self.counter.actor,
        )

    def closing(
        self,
        paise: int,
        *,
        left: int | None = None,
        card: int | None = 0,
        first: Mapping[int, int] | None = None,
    ) -> Closing:
        """Return a count of the open shift."""
        return Closing(self.shift_id, notes(paise), card, left, first_counts=first)

    def close(
        self, paise: int, *, left: int | None = None, card: int | None = 0, actor: Actor | None = None
    ) -> ClosedShift:
        """Count and close the open shift."""
        return CloseShift(self.database, FACTS, self.counter.publish)(
            self.closing(paise, left=left, card=card), actor=actor or self.counter.actor
        )

    def expected(self) -> int:
        """What the books have in the open drawer."""
        return ReadDrawer(self.database)(self.counter.actor)
