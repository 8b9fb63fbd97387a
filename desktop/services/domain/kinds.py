"""What sets the kinds of offering apart, one row a kind: whoever would ask "is it a room?" asks a trait."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from db.states import Kind


class Begins(Enum):
    """What the first moment of a slot is."""

    # From then on the room is there; whoever comes late in the evening has missed nothing. No hour is told.
    CHECK_IN = auto()
    # It leaves, or begins, with those who are there: the hour belongs to the day wherever that is told.
    DEPARTURE = auto()
    START = auto()


class LastSale(Enum):
    """Until when a slot can be sold."""

    SLOT_END = auto()
    LAST_BOARDING = auto()
    START = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class KindTraits:
    """How one kind of offering is sold.

    Asked by the next step only: `business_night` of more than the calendar, the minutes of `LAST_BOARDING`,
    and `group_limits` over a whole basket.
    """

    # Sold for a range of days of which the last is not included; else for one day, and a last day is ignored.
    has_nights: bool
    # Units are things of the site with one identity, whatever offering they are sold under.
    has_physical_rooms: bool
    # What has begun is sold as "tonight" as long as the site's business date is its day.
    has_business_night: bool
    # Units stand in a coach (deck, row, column) and may be berths or for ladies only.
    has_seats: bool
    # From an origin to a destination, with boarding and dropping points; named by route and hour.
    has_route: bool
    has_meal_plans: bool
    # Units are told by their names; else only counted ("x3").
    has_named_units: bool
    # A unit takes several persons within the offering's limits, one of them an adult; else exactly one.
    has_shared_units: bool
    # The offering's least and most persons bound the places taken together.
    has_group_limits: bool
    # The place of supply, and so the levies, may hang on where the buyer is registered or lives.
    is_placed_by_buyer: bool
    # The ticket is the tax invoice of its seats (rule 54(4)).
    ticket_is_invoice: bool
    begins: Begins
    last_sale: LastSale

    def sold_until(self, starts_at: datetime, ends_at: datetime, *, boarding_minutes: int = 0) -> datetime:
        """Return the moment from which a slot is sold no more.

        `boarding_minutes`: when the last boarding stop is passed, after the departure.
        """
        if self.last_sale is LastSale.SLOT_END:
            return ends_at
        if self.last_sale is LastSale.LAST_BOARDING:
            return starts_at + timedelta(minutes=boarding_minutes)
        return starts_at


TRAITS: Mapping[Kind, KindTraits] = {
    Kind.ROOM: KindTraits(
        has_nights=True,
        has_physical_rooms=True,
        has_business_night=True,
        has_seats=False,
        has_route=False,
        has_meal_plans=True,
        has_named_units=True,
        has_shared_units=True,
        has_group_limits=False,
        is_placed_by_buyer=False,
        ticket_is_invoice=False,
        begins=Begins.CHECK_IN,
        last_sale=LastSale.SLOT_END,
    ),
    Kind.BUS: KindTraits(
        has_nights=False,
        has_physical_rooms=False,
        has_business_night=False,
        has_seats=True,
        has_route=True,
        has_meal_plans=False,
        has_named_units=True,
        has_shared_units=False,
        has_group_limits=False,
        is_placed_by_buyer=True,
        ticket_is_invoice=True,
        begins=Begins.DEPARTURE,
        last_sale=LastSale.LAST_BOARDING,
    ),
    Kind.TOUR: KindTraits(
        has_nights=False,
        has_physical_rooms=False,
        has_business_night=False,
        has_seats=False,
        has_route=False,
        has_meal_plans=False,
        has_named_units=False,
        has_shared_units=False,
        has_group_limits=True,
        is_placed_by_buyer=True,
        ticket_is_invoice=False,
        begins=Begins.START,
        last_sale=LastSale.START,
    ),
}
