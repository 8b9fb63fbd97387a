"""What the desk sells, as screens and use cases see it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from db.ids import OfferingId, SlotId, UnitId
from db.states import Berth, Kind


@dataclass(frozen=True, slots=True)
class MealPlan:
    """Meals of a room; the supplement is added to each room-night."""

    code: str
    name: str
    supplement_paise: int


@dataclass(frozen=True, slots=True)
class StopPoint:
    """Where a bus takes people in or lets them out, in minutes after the departure."""

    name: str
    after_minutes: int


@dataclass(frozen=True, slots=True)
class Offering:
    """A room type, a bus service or a tour."""

    id: OfferingId
    kind: Kind
    code: str
    name: str
    description: str
    site_name: str
    city: str
    time_zone: str
    air_conditioned: bool
    adults_max: int | None
    children_max: int | None
    persons_min: int
    persons_max: int | None
    origin: str | None
    destination: str | None
    unit_count: int
    meal_plans: tuple[MealPlan, ...]
    boarding: tuple[StopPoint, ...]
    dropping: tuple[StopPoint, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing of an offering. Row, column and deck only for seats (row 1 is at the front)."""

    id: UnitId
    name: str
    row: int | None
    column: int | None
    deck: int | None
    berth: Berth | None
    by_window: bool
    ladies_only: bool
    supplement_paise: int


class CellState(StrEnum):
    """What can be said of one unit for the days asked for."""

    FREE = "free"
    HELD = "held"
    SOLD = "sold"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class UnitCell:
    """A unit over all the days asked for; `free_at` when a hold on it ends, `holder` who has it."""

    unit: Unit
    state: CellState
    free_at: datetime | None
    holder: str


@dataclass(frozen=True, slots=True)
class DaySale:
    """One slot as a day of a calendar or a tour date: price from, what is left, why it can't be sold."""

    slot_id: SlotId
    day: date
    starts_at: datetime
    price_paise: int
    free_count: int
    unit_count: int
    stopped: bool
    stop_reason: str
    cancelled: bool


class Suggestion(StrEnum):
    """Why these units are proposed; NOTHING_FREE and TOO_FEW_FREE propose none."""

    FIRST_ROOM = "first_room"
    ADJACENT_SEATS = "adjacent_seats"
    FRONT_SEAT = "front_seat"
    SEATS_APART = "seats_apart"
    LADIES_SEATS = "ladies_seats"
    NEXT_PLACES = "next_places"
    NOTHING_FREE = "nothing_free"
    TOO_FEW_FREE = "too_few_free"


@dataclass(frozen=True, slots=True)
class Availability:
    """An offering over `days`, as of `as_of` (the database node's clock)."""

    offering: Offering
    as_of: datetime
    days: tuple[DaySale, ...]
    cells: tuple[UnitCell, ...]
    suggested_unit_ids: tuple[UnitId, ...]
    suggestion: Suggestion

    @property
    def free_count(self) -> int:
        """How many units are free on every one of the days, and can still be sold."""
        free = sum(cell.state is CellState.FREE for cell in self.cells)
        return min([free, *(day.free_count for day in self.days)])
