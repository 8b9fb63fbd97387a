"""The kinds of files: one class each, one field for each column, in the order of docs/import.md."""
# ruff: noqa: RUF009 - column() and optional() are dataclasses.field() under names that say what is meant

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import ClassVar

from db.catalogue_words import Berth, StopDirection
from db.states import Kind
from desktop.services.catalogue import cells, tax_cells
from desktop.services.catalogue.row_form import ALWAYS, Row, column, optional
from desktop.services.catalogue.tax_row_kinds import ClassRow, DepositRow, FeeRow, RegistrationRow, TaxRow
from desktop.services.domain.business_date import NIGHT_ENDS_MINUTE

HORIZON_DAYS = 90
NO_END = date(2099, 12, 31)
DEFAULT_TIME_ZONE = "Asia/Kolkata"
CHECK_IN, CHECK_OUT = time(14), time(11)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRow(Row):
    """A hotel, a terminal, a tour office."""

    site: str = column(cells.code)
    site_name: str = column(cells.any_text)
    city: str = column(cells.any_text)
    time_zone: str = optional(cells.time_zone, DEFAULT_TIME_ZONE)
    night_ends: int = optional(cells.night_end, NIGHT_ENDS_MINUTE)
    # None: what is stored.
    registration: str | None = optional(cells.code, None)
    state: str | None = optional(tax_cells.state, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRow(Row):
    """One tier of a cancellation policy."""

    policy: str = column(cells.code)
    policy_name: str = column(cells.any_text)
    hours_before: int = column(cells.whole)
    refund_percent: int = column(cells.basis_points)
    effective_from: date = optional(cells.day, ALWAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomRow(Row):
    """A room type with the numbers of its rooms."""

    kind: ClassVar[Kind] = Kind.ROOM

    room_type: str = column(cells.code)
    site: str = column(cells.code)
    name: str = column(cells.any_text)
    room_numbers: tuple[str, ...] = column(cells.room_numbers)
    adults_max: int = column(cells.positive)
    children_max: int = column(cells.whole)
    persons_max: int = column(cells.positive)
    policy: str = column(cells.code)
    air_conditioned: bool = optional(cells.yes, False)
    check_in: int = optional(cells.minute_of_day, CHECK_IN.hour * 60)
    check_out: int = optional(cells.minute_of_day, CHECK_OUT.hour * 60)
    description: str = optional(cells.any_text, "")
    active: bool = optional(cells.yes, True)
    building: str = optional(cells.building, "")
    tax_class: str = optional(tax_cells.tax_class, "")
    # Empty: that of the site.
    registration: str = optional(cells.code, "")
    price_with_tax: bool = optional(cells.yes, False)

    @property
    def code(self) -> str:
        """The code under which it is sold."""
        return self.room_type

    @property
    def names(self) -> tuple[str, ...]:
        """What its rooms are called: "101", or "East 101" in a building that has a name."""
        return tuple(f"{self.building} {number}".lstrip() for number in self.room_numbers)

    def with_building(self, other: "RoomRow") -> "RoomRow":
        """Return the room type with the rooms of another line of it, those of another building."""
        return replace(self, building="", room_numbers=self.names + other.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class MealPlanRow(Row):
    """Meals that a room type can be sold with."""

    room_type: str = column(cells.code)
    meal_plan: str = column(cells.code)
    meal_plan_name: str = column(cells.any_text)
    supplement: int = column(cells.paise)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRow(Row):
    """A bus service."""

    kind: ClassVar[Kind] = Kind.BUS

    service: str = column(cells.code)
    site: str = column(cells.code)
    name: str = column(cells.any_text)
    origin: str = column(cells.any_text)
    destination: str = column(cells.any_text)
    departs: int = column(cells.minute_of_day)
    duration_minutes: int = column(cells.positive)
    policy: str = column(cells.code)
    coach: str = optional(cells.code, "")
    air_conditioned: bool = optional(cells.yes, False)
    description: str = optional(cells.any_text, "")
    active: bool = optional(cells.yes, True)
    tax_class: str = optional(tax_cells.tax_class, "")
    # Empty: that of the site.
    registration: str = optional(cells.code, "")
    price_with_tax: bool = optional(cells.yes, False)

    @property
    def code(self) -> str:
        """The code under which it is sold."""
        return self.service


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow(Row):
    """One seat of a coach that services of these files use."""

    coach: str = column(cells.code)
    seat: str = column(cells.code)
    row: int = column(cells.positive)
    column: int = column(cells.positive)
    deck: int = optional(cells.positive, 1)
    berth: Berth = optional(cells.berth, Berth.SEAT)
    window: bool = optional(cells.yes, False)
    ladies_only: bool = optional(cells.yes, False)
    supplement: int = optional(cells.paise, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class StopRow(Row):
    """Where a service takes people in or lets them out."""

    service: str = column(cells.code)
    direction: StopDirection = column(cells.direction)
    stop: str = column(cells.any_text)
    after_minutes: int = column(cells.whole)
    state: str = optional(tax_cells.state, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class TourRow(Row):
    """A tour; its dates are those that have a rate."""

    kind: ClassVar[Kind] = Kind.TOUR

    tour: str = column(cells.code)
    site: str = column(cells.code)
    name: str = column(cells.any_text)
    starts: int = column(cells.minute_of_day)
    duration_minutes: int = column(cells.positive)
    places: int = column(cells.positive)
    persons_min: int = column(cells.positive)
    persons_max: int = column(cells.positive)
    policy: str = column(cells.code)
    description: str = optional(cells.any_text, "")
    active: bool = optional(cells.yes, True)
    tax_class: str = optional(tax_cells.tax_class, "")
    # Empty: that of the site.
    registration: str = optional(cells.code, "")
    price_with_tax: bool = optional(cells.yes, False)

    @property
    def code(self) -> str:
        """The code under which it is sold."""
        return self.tour


@dataclass(frozen=True, slots=True, kw_only=True)
class RateRow(Row):
    """The price of one unit on the days that from, to, weekdays and months leave."""

    offering: str = column(cells.code)
    price: int = column(cells.paise)
    # None: today, and 90 days from today.
    from_day: date | None = optional(cells.day, None)
    to_day: date | None = optional(cells.day, None)
    weekdays: frozenset[int] = optional(cells.weekdays, frozenset(range(7)))
    months: frozenset[int] = optional(cells.months, frozenset(range(1, 13)))

    def span(self, today: date) -> tuple[date, date]:
        """Return the first and last day it names; blanks mean today and the 90th day from today."""
        horizon = today + timedelta(days=HORIZON_DAYS - 1)
        return self.from_day or today, self.to_day or max(horizon, self.from_day or horizon)

    def days(self, today: date) -> tuple[date, ...]:
        """Return the days it prices, none of them before `today`."""
        first, last = self.span(today)
        first = max(first, today)
        days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
        return tuple(day for day in days if day.weekday() in self.weekdays and day.month in self.months)


@dataclass(frozen=True, slots=True, kw_only=True)
class PromoRow(Row):
    """A promo code: either an amount or a percentage."""

    promo: str = column(cells.promo_code)
    applies_to: str = column(cells.kind_or_any)
    amount: int | None = optional(cells.paise, None)
    percent: int | None = optional(cells.basis_points, None)
    cap: int | None = optional(cells.paise, None)
    minimum: int = optional(cells.paise, 0)
    from_day: date = optional(cells.day, ALWAYS)
    to_day: date = optional(cells.day, NO_END)
    uses_max: int | None = optional(cells.positive, None)
    uses_per_customer_max: int | None = optional(cells.positive, None)
    active: bool = optional(cells.yes, True)


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseRow(Row):
    """The rules that a house sets for itself; None: what is stored."""

    cash_to_rupee: bool = column(cells.yes)
    void_minutes: int | None = optional(cells.whole, None)
    moved_minutes: int | None = optional(cells.whole, None)
    unusual_top_up: int | None = optional(cells.paise, None)
    cash_stop: int | None = optional(cells.paise, None)
    cash_near_percent: int | None = optional(cells.whole, None)
    cash_deposit: int | None = optional(cells.paise, None)
    cash_repay: int | None = optional(cells.paise, None)
    cash_pan: int | None = optional(cells.paise, None)
    gateway_upi: int | None = optional(cells.paise, None)
    invoice_at_supply_room: bool | None = optional(cells.yes, None)
    invoice_at_supply_bus: bool | None = optional(cells.yes, None)
    invoice_at_supply_tour: bool | None = optional(cells.yes, None)
    small_sale: int | None = optional(cells.paise, None)
    address_from: int | None = optional(cells.paise, None)

    @property
    def told(self) -> dict[str, int]:
        """What it tells, by the names of the rules."""
        rules = {
            "cash_to_rupee": int(self.cash_to_rupee),
            "void_minutes": self.void_minutes,
            "moved_minutes": self.moved_minutes,
            "unusual_top_up_paise": self.unusual_top_up,
            "cash_stop_paise": self.cash_stop,
            "cash_near_percent": self.cash_near_percent,
            "cash_deposit_paise": self.cash_deposit,
            "cash_repay_paise": self.cash_repay,
            "cash_pan_paise": self.cash_pan,
            "gateway_upi_paise": self.gateway_upi,
            "invoice_at_supply_room": self.invoice_at_supply_room,
            "invoice_at_supply_bus": self.invoice_at_supply_bus,
            "invoice_at_supply_tour": self.invoice_at_supply_tour,
            "small_sale_paise": self.small_sale,
            "address_from_paise": self.address_from,
        }
        return {name: int(value) for name, value in rules.items() if value is not None}


# Room types, services and tours share one set of codes.
OfferingLine = RoomRow | ServiceRow | TourRow

ROW_KINDS: tuple[type[Row], ...] = (
    SiteRow,
    RegistrationRow,
    PolicyRow,
    RoomRow,
    MealPlanRow,
    ServiceRow,
    SeatRow,
    StopRow,
    TourRow,
    RateRow,
    ClassRow,
    TaxRow,
    FeeRow,
    DepositRow,
    PromoRow,
    HouseRow,
)
