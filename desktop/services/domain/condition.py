"""The condition of the books: what halts the desk, and what is known of what they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from db.halt import Halt
from desktop.services.domain.clock_state import ClockKnown


@dataclass(frozen=True, slots=True)
class Condition:
    """As it is known now; asks nobody outside. `is_checking`: the check of the start is under way.

    `clock` is None until the clocks were compared.
    """

    is_checking: bool = False
    halts: tuple[Halt, ...] = ()
    clock: ClockKnown | None = None
