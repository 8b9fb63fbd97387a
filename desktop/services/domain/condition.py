"""The condition of the books: what halts the desk, and what is known of what they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from db.halt import Halt
from desktop.services.domain.backups import BackupsKnown


@dataclass(frozen=True, slots=True)
class Condition:
    """As it is known now; asks nobody outside. `is_checking`: the check of the start is under way."""

    is_checking: bool = False
    halts: tuple[Halt, ...] = ()
    # None where the books are only read.
    backups: BackupsKnown | None = None
