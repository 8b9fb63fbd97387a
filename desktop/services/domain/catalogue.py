"""What the desk sells, as screens and use cases see it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from db.catalogue_words import Berth
from db.ids import OfferingId, SlotId, UnitId
from db.states import Kind


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
    # Until this minute after midnight the night that has begun is "tonight".
    night_ends_minute: int
    # When a slot begins, after midnight at the site, and how long it lasts.
    start_minute: int
    length_minutes: int
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
    # The last day that has a price; None where no day has one.
    last_day: date | None = None

    @property
    def last_boarding_minutes(self) -> int:
        """When the last boarding stop is passed, after the departure."""
        return max((point.after_minutes for point in self.boarding), default=0)


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
    """A unit over all the days asked for; `free_at` when a hold on it ends.

    `holder` is who has it: desk and person of a hold, the reference of a sale, the reason of a block.
    """

    unit: Unit
    state: CellState
    free_at: datetime | None
    holder: str
    # How many free nights a stay would leave around itself, up to the next ones that are taken.
    gap_nights: int = 0


@dataclass(frozen=True, slots=True)
class FreeUnit:
    """A unit that lines could move to."""

    id: UnitId
    name: str
    by_window: bool
    ladies_only: bool


@dataclass(frozen=True, slots=True)
class DaySale:
    """One slot as a day of a calendar or a tour date: price from, what is left, why it can't be sold.

    From `sold_until` on it is sold no more: a night has ended, a coach has passed its last boarding stop.
    """

    slot_id: SlotId
    day: date
    starts_at: datetime
    price_paise: int
    free_count: int
    unit_count: int
    stopped: bool
    stop_reason: str
    cancelled: bool
    sold_until: datetime


@dataclass(frozen=True, slots=True)
class RoomPart:
    """Where a stay with a change of room sleeps from `first_day` up to, not including, `last_day`."""

    unit_id: UnitId
    first_day: date
    last_day: date


class Suggestion(StrEnum):
    """Why these units are proposed; NOTHING_FREE and TOO_FEW_FREE propose none.

    CHANGE_OF_ROOM: no room is free for every night, but a stay with `Availability.room_change` fits.
    """

    FIRST_ROOM = "first_room"
    TIGHTEST_ROOM = "tightest_room"
    CHANGE_OF_ROOM = "change_of_room"
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
    room_change: tuple[RoomPart, ...] = ()

    @property
    def free_count(self) -> int:
        """How many units are free on every one of the days, and can still be sold."""
        free = sum(cell.state is CellState.FREE for cell in self.cells)
        return min([free, *(day.free_count for day in self.days)])
