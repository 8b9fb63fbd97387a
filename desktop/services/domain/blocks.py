"""Units that the manager keeps from being sold."""

from dataclasses import dataclass
from datetime import date, datetime

from db.ids import ClosureId


@dataclass(frozen=True, slots=True)
class Block:
    """A block that has not been lifted: its units by rank, its first and last day (both included)."""

    id: ClosureId
    reason: str
    clerk: str
    created_at: datetime
    first_day: date
    last_day: date
    unit_names: tuple[str, ...]
