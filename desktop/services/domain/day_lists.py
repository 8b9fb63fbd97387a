"""The lists of a day: who arrives, stays and leaves, who sits where in a coach, who goes on a tour."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from db.catalogue_words import Gender
from db.ids import BookingId, BookingReference, SiteId, SlotId
from db.states import Kind


class ListKind(StrEnum):
    """Which list."""

    ARRIVALS = "arrivals"
    IN_HOUSE = "in_house"
    DEPARTURES = "departures"
    CHART = "chart"
    TOUR = "tour"


class Mark(StrEnum):
    """Whether the guest or passenger of a row came."""

    EXPECTED = "expected"
    ARRIVED = "arrived"
    DEPARTED = "departed"
    # Nobody came until it was over.
    NO_SHOW = "no_show"
    # Sold and given back, or the house does not run it: nobody is expected.
    CANCELLED = "cancelled"
    NOT_RUNNING = "not_running"


class ArrivalAct(StrEnum):
    """What is noted of lines, and what is taken back."""

    ARRIVED = "arrived"
    NOT_ARRIVED = "not_arrived"
    DEPARTED = "departed"
    NOT_DEPARTED = "not_departed"


ROOM_LISTS = (ListKind.ARRIVALS, ListKind.IN_HOUSE, ListKind.DEPARTURES)
LIST_OF: Mapping[Kind, ListKind] = {Kind.BUS: ListKind.CHART, Kind.TOUR: ListKind.TOUR}


@dataclass(frozen=True, slots=True)
class DayListQuery:
    """Which list is wanted: of a site and a day, or of a departure or tour date."""

    kind: ListKind
    day: date
    site_id: SiteId | None = None
    slot_id: SlotId | None = None


@dataclass(frozen=True, slots=True)
class ListRow:
    """A stay, a passenger or a place. `numbers` are its lines of the booking.

    `stop` is the boarding stop; `begins_at` when it begins there, `until` the day of check-out. `came_from`
    is the unit of before: of a moved line, or of the night before in a stay with a change of room.
    `telephone` is whole only for who may see numbers.
    """

    booking_id: BookingId
    reference: BookingReference
    numbers: frozenset[int]
    unit_name: str
    guest_name: str
    customer_name: str
    telephone: str
    gender: Gender | None
    adults: int
    children: int
    begins_at: datetime
    first_day: date
    until: date
    stop: str
    details: str
    came_from: str
    balance_paise: int
    mark: Mark
    arrived_at: datetime | None
    departed_at: datetime | None

    @property
    def persons(self) -> int:
        """How many people it is."""
        return self.adults + self.children

    @property
    def is_expected(self) -> bool:
        """Whether somebody was or is to come."""
        return self.mark not in (Mark.CANCELLED, Mark.NOT_RUNNING)


@dataclass(frozen=True, slots=True)
class StopCount:
    """How many board at a stop, and when."""

    name: str
    at: datetime
    count: int


@dataclass(frozen=True, slots=True)
class DayList:
    """A list as it was at `as_of`. `title` is the site, the service or the tour; `code` the short of it.

    `starts_at` is the departure's or the tour's; `free`, `held` and `blocked` are units without a passenger.
    """

    query: DayListQuery
    title: str
    code: str
    time_zone: str
    as_of: datetime
    rows: tuple[ListRow, ...]
    starts_at: datetime | None = None
    is_cancelled: bool = False
    stops: tuple[StopCount, ...] = ()
    free: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    blocked: tuple[str, ...] = ()

    @property
    def expected(self) -> int:
        """How many rows wait for somebody or have them."""
        return sum(row.is_expected for row in self.rows)

    @property
    def arrived(self) -> int:
        """How many of them came."""
        return sum(row.is_expected and row.arrived_at is not None for row in self.rows)

    @property
    def persons(self) -> int:
        """How many people they are."""
        return sum(row.persons for row in self.rows if row.is_expected)


@dataclass(frozen=True, slots=True)
class SiteChoice:
    """A site with rooms, and the day that it calls today."""

    id: SiteId
    code: str
    name: str
    today: date


@dataclass(frozen=True, slots=True)
class SlotChoice:
    """A departure or tour date of a day."""

    id: SlotId
    code: str
    name: str
    kind: ListKind
    starts_at: datetime
    time_zone: str
    is_cancelled: bool
    sold: int


@dataclass(frozen=True, slots=True)
class DayChoices:
    """What lists a day has."""

    day: date
    sites: tuple[SiteChoice, ...]
    slots: tuple[SlotChoice, ...]
