"""Why something can't be sold, as facts: whoever asks is told who or what it is, and until when."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from db.ids import BookingReference
from db.states import BookingState


class WhyNot(StrEnum):
    """What stands in the way."""

    HELD = "held"
    SOLD = "sold"
    BLOCKED = "blocked"
    STOPPED = "stopped"
    CANCELLED = "cancelled"
    # The time until which it could be sold has gone by.
    LAST_SALE = "last_sale"
    # There is no price for the day.
    NO_PRICE = "no_price"
    RETIRED = "retired"
    # It can be sold, to ladies.
    LADIES = "ladies"
    # So many are not sold together.
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Obstruction:
    """One fact. What does not belong to its kind is empty.

    `until`: when the hold ends, or until when it could be sold; `last_day`: of a block or a stop, included.
    """

    why: WhyNot
    day: date | None = None
    unit_name: str = ""
    desk_code: str = ""
    person: str = ""
    until: datetime | None = None
    reference: BookingReference | None = None
    state: BookingState | None = None
    reason: str = ""
    last_day: date | None = None
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class WhyAnswer:
    """Every fact, as of the database's clock; none where it can be sold."""

    as_of: datetime
    facts: tuple[Obstruction, ...]
