"""The condition of the books: what halts the desk, and what is known of what they rest on."""

from __future__ import annotations

from dataclasses import dataclass, field

from db.halt import Halt
from desktop.services.domain.loss import MarkCondition


@dataclass(frozen=True, slots=True)
class Condition:
    """As it is known now; asks nobody outside. `is_checking`: the check of the start is under way."""

    is_checking: bool = False
    halts: tuple[Halt, ...] = ()
    mark: MarkCondition = field(default_factory=MarkCondition)
