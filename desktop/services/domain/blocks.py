"""What the manager keeps from being sold: all of an offering, or some of its units."""

from dataclasses import dataclass
from datetime import date, datetime

from db.catalogue_words import ClosureKind
from db.ids import ClosureId


@dataclass(frozen=True, slots=True)
class Block:
    """A block or a stop that has not been lifted: its first and last day (both included).

    A block names its units by rank; a stop names none, because it is about all of them.
    """

    id: ClosureId
    reason: str
    clerk: str
    created_at: datetime
    first_day: date
    last_day: date
    unit_names: tuple[str, ...]
    kind: ClosureKind = ClosureKind.BLOCK


@dataclass(frozen=True, slots=True)
class SaleChange:
    """What stopping or opening did: the days it covers, and those of them on the calendar that changed."""

    days_count: int
    slots_count: int
