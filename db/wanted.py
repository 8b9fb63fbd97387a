"""Rows of the catalogue as an import wants them: without key and home, each known by its natural key."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from sqlalchemy import Table

from db.catalogue_words import Berth, StopDirection
from db.ids import OfferingId, SiteId
from db.record import Shape
from db.schema import (
    fee_rule,
    meal_plan,
    offering,
    policy,
    promo,
    registration,
    site,
    slot,
    stop_point,
    tax_class,
    tax_rate,
    unit,
)
from db.states import Kind, Scheme, Supply

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

W = TypeVar("W", bound="DataclassInstance")
K = TypeVar("K")


class Kept(Generic[W, K]):
    """A table whose rows an import keeps as values of `row`, each found by `key`."""

    def __init__(self, table: Table, row: type[W], key: Callable[[W], K]) -> None:
        self.table = table
        self.shape = Shape(row, table)
        self.key = key
        self.names = tuple(field.name for field in fields(row))


@dataclass(frozen=True, slots=True)
class WantedSite:
    """A hotel, a terminal, a tour office."""

    code: str
    name: str
    city: str
    time_zone: str
    night_ends_minute: int
    registration: str = ""
    state_code: str = ""


@dataclass(frozen=True, slots=True)
class WantedRegistration:
    """Who supplies from a day on."""

    code: str
    valid_from: date
    gstin: str
    state_code: str
    legal_name: str
    trade_name: str
    address: str
    scheme: Scheme
    telephone: str = ""
    sac_digits: int = 6
    e_invoice: bool = False


@dataclass(frozen=True, slots=True)
class WantedPolicy:
    """A cancellation policy from a day on; `tiers` are JSON, the widest window first."""

    code: str
    name: str
    effective_from: date
    tiers: str


@dataclass(frozen=True, slots=True)
class WantedOffering:
    """A room type, a bus service or a tour."""

    site_id: SiteId
    kind: Kind
    code: str
    name: str
    description: str
    policy_code: str
    active: bool
    start_minute: int
    length_minutes: int
    air_conditioned: bool = False
    adults_max: int | None = None
    children_max: int | None = None
    persons_min: int = 1
    persons_max: int | None = None
    origin: str | None = None
    destination: str | None = None
    coach: str = ""
    tax_class: str = ""
    registration: str = ""
    price_with_tax: bool = False


@dataclass(frozen=True, slots=True)
class WantedUnit:
    """A room, a seat or a place that is on sale."""

    offering_id: OfferingId
    name: str
    rank: int
    # Rooms of an active offering: at this site no other active offering has a room of this name.
    site_id: SiteId | None = None
    row_number: int | None = None
    column_number: int | None = None
    deck: int | None = None
    berth: Berth | None = None
    by_window: bool = False
    ladies_only: bool = False
    supplement_paise: int = 0
    active: bool = True


@dataclass(frozen=True, slots=True)
class WantedSlot:
    """A night, a departure or a tour date; whether it is stopped is not the file's to say."""

    offering_id: OfferingId
    day: date
    starts_at: datetime
    ends_at: datetime
    price_paise: int


@dataclass(frozen=True, slots=True)
class WantedMealPlan:
    """Meals of a room type."""

    offering_id: OfferingId
    code: str
    name: str
    supplement_paise: int
    rank: int


@dataclass(frozen=True, slots=True)
class WantedStopPoint:
    """Where a bus takes people in or lets them out."""

    offering_id: OfferingId
    direction: StopDirection
    name: str
    after_minutes: int
    state_code: str = ""


@dataclass(frozen=True, slots=True)
class WantedTaxClass:
    """What an offering is in the eyes of the tax."""

    code: str
    sac: str
    title: str
    title_hi: str
    supply: Supply


@dataclass(frozen=True, slots=True)
class WantedTaxRate:
    """One slab of a class."""

    tax_class: str
    valid_from: date
    over_paise: int
    up_to_paise: int | None
    rate_bp: int


@dataclass(frozen=True, slots=True)
class WantedFeeRule:
    """The fee of the house on a kind of offering."""

    kind: Kind
    rate_bp: int
    cap_paise: int | None
    effective_from: date


@dataclass(frozen=True, slots=True)
class WantedPromo:
    """A promo code; how often it was used is not the file's to say."""

    code: str
    # A word of Kind, or ANY_KIND.
    kind: str
    # A word of Discount.
    discount: str
    value_paise: int | None
    value_bp: int | None
    cap_paise: int | None
    minimum_paise: int
    starts_at: datetime
    ends_at: datetime
    uses_max: int | None
    uses_per_customer_max: int | None
    active: bool


SITES = Kept(site, WantedSite, lambda row: row.code)
POLICIES = Kept(policy, WantedPolicy, lambda row: (row.code, row.effective_from))
OFFERINGS = Kept(offering, WantedOffering, lambda row: row.code)
UNITS = Kept(unit, WantedUnit, lambda row: (row.offering_id, row.name))
SLOTS = Kept(slot, WantedSlot, lambda row: (row.offering_id, row.day))
MEAL_PLANS = Kept(meal_plan, WantedMealPlan, lambda row: (row.offering_id, row.code))
STOP_POINTS = Kept(stop_point, WantedStopPoint, lambda row: (row.offering_id, row.direction, row.name))
REGISTRATIONS = Kept(registration, WantedRegistration, lambda row: (row.code, row.valid_from))
TAX_CLASSES = Kept(tax_class, WantedTaxClass, lambda row: row.code)
TAX_RATES = Kept(tax_rate, WantedTaxRate, lambda row: (row.tax_class, row.valid_from, row.over_paise))
FEE_RULES = Kept(fee_rule, WantedFeeRule, lambda row: (row.kind, row.effective_from))
PROMOS = Kept(promo, WantedPromo, lambda row: row.code)
