"""What is in the catalogue: offerings with their meals and stops, and the codes an import meets."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, bindparam, func, insert, select, text, update

from db.catalogue_words import Berth, StopDirection
from db.database import Session
from db.ids import OfferingId, SiteId, SlotId, UnitId
from db.record import Shape
from db.schema import meal_plan, offering, policy, promo, setting, site, slot, stop_point, unit
from db.states import Kind

SAMPLE_SETTING = "sample_catalogue_from"
# Any number that the server's other advisory locks do not have: see db/migrate.py.
CATALOGUE_LOCK = 0x436174616C6F67


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A hotel, a terminal, a tour office."""

    id: SiteId
    code: str
    time_zone: str
    night_ends_minute: int
    registration: str
    state_code: str


@dataclass(frozen=True, slots=True)
class OfferingRow:
    """An offering as it is stored, with its site: see the table for each column."""

    id: OfferingId
    kind: Kind
    code: str
    name: str
    description: str
    policy_code: str
    air_conditioned: bool
    adults_max: int | None
    children_max: int | None
    persons_max: int | None
    persons_min: int
    origin: str | None
    destination: str | None
    start_minute: int
    length_minutes: int
    coach: str
    site_code: str
    site_name: str
    city: str
    time_zone: str
    night_ends_minute: int
    tax_class: str
    price_with_tax: bool
    registration: str
    # Of the site.
    state_code: str


@dataclass(frozen=True, slots=True)
class OfferingOnSale(OfferingRow):
    """An active offering with the number of its active units and the last day that it has a price for."""

    unit_count: int
    last_day: date | None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A room, a seat or a place."""

    id: UnitId
    name: str
    row_number: int | None
    column_number: int | None
    deck: int | None
    berth: Berth | None
    by_window: bool
    ladies_only: bool
    supplement_paise: int


@dataclass(frozen=True, slots=True)
class SlotRow:
    """A night, a departure or a tour date with its price."""

    id: SlotId
    offering_id: OfferingId
    day: date
    starts_at: datetime
    ends_at: datetime
    price_paise: int
    stopped: bool
    stop_reason: str | None
    cancelled: bool


@dataclass(frozen=True, slots=True)
class MealPlanRow:
    """Meals of a room type; the supplement is added to each room-night."""

    offering_id: OfferingId
    code: str
    name: str
    supplement_paise: int


@dataclass(frozen=True, slots=True)
class StopPointRow:
    """Where a bus takes people in or lets them out, in minutes after the departure."""

    offering_id: OfferingId
    direction: StopDirection
    name: str
    after_minutes: int
    state_code: str


SITE = Shape(SiteRow, site)
OF_SITE = {
    "site_code": site.c.code,
    "site_name": site.c.name,
    "registration": func.coalesce(func.nullif(offering.c.registration, ""), site.c.registration),
}
OFFERING = Shape(OfferingRow, offering, site, **OF_SITE)
# By the end of the index alone: nothing more is asked of the slots.
LAST_DAY = (
    select(func.max(slot.c.day))
    .where(slot.c.offering_id == offering.c.id)
    .correlate(offering)
    .scalar_subquery()
)
ON_SALE = Shape(
    OfferingOnSale, offering, site, unit_count=func.count(unit.c.id), last_day=LAST_DAY, **OF_SITE
)
UNIT = Shape(UnitRow, unit)
SLOT = Shape(SlotRow, slot)
MEAL_PLAN = Shape(MealPlanRow, meal_plan)
STOP_POINT = Shape(StopPointRow, stop_point)

WITH_SITE = OFFERING.select().join(site, site.c.id == offering.c.site_id)
BY_ID = WITH_SITE.where(offering.c.id == bindparam("offering"))


def find_offering(session: Session, offering_id: OfferingId) -> OfferingRow | None:
    """Return an offering, active or not."""
    return OFFERING.first(session.execute(BY_ID, {"offering": offering_id}))


def list_offerings(session: Session) -> list[OfferingOnSale]:
    """Return the active offerings: rooms, buses, tours, each by code."""
    statement = (
        ON_SALE.select()
        .join(site, site.c.id == offering.c.site_id)
        .outerjoin(unit, and_(unit.c.offering_id == offering.c.id, unit.c.active == 1))
        .where(offering.c.active == 1)
        .group_by(offering.c.id, site.c.id)
    )
    order = {kind: place for place, kind in enumerate(Kind)}
    return sorted(ON_SALE.list(session.execute(statement)), key=lambda row: (order[row.kind], row.code))


def list_meal_plans(session: Session) -> list[MealPlanRow]:
    """Return all meal plans, each room type's default first."""
    statement = MEAL_PLAN.select().order_by(meal_plan.c.rank, meal_plan.c.code)
    return MEAL_PLAN.list(session.execute(statement))


def list_stop_points(session: Session) -> list[StopPointRow]:
    """Return all boarding and dropping points, the earliest first."""
    statement = STOP_POINT.select().order_by(stop_point.c.after_minutes, stop_point.c.name)
    return STOP_POINT.list(session.execute(statement))


def list_known(session: Session) -> list[OfferingRow]:
    """Return every offering, active or not."""
    return OFFERING.list(session.execute(WITH_SITE))


def list_sites(session: Session) -> list[SiteRow]:
    """Return every site."""
    return SITE.list(session.execute(SITE.select()))


def policy_codes(session: Session) -> set[str]:
    """Return the codes of all cancellation policies."""
    return set(session.execute(select(policy.c.code)).scalars())


def promo_uses(session: Session) -> dict[str, int]:
    """Return how often each promo is in use, by code."""
    return {row.code: row.uses for row in session.execute(select(promo.c.code, promo.c.uses))}


def slots_from(session: Session, offering_ids: Collection[OfferingId], day: date) -> list[SlotRow]:
    """Return these offerings' slots of `day` and later."""
    statement = SLOT.select().where(slot.c.offering_id.in_(offering_ids), slot.c.day >= day)
    return SLOT.list(session.execute(statement))


def is_empty(session: Session) -> bool:
    """Whether nothing is for sale and never was."""
    return session.execute(select(offering.c.id).limit(1)).first() is None


def lock(session: Session) -> None:
    """Wait until nobody else changes the catalogue, and keep others waiting until this write is over.

    What is not there yet has no row that could be locked: two that add the same would collide.
    """
    if session.on_server:  # SQLite lets one write at a time anyway
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": CATALOGUE_LOCK})


def sample_day(session: Session) -> str | None:
    """Return the ISO day from which the sample catalogue was last filled; None without a sample."""
    return session.execute(select(setting.c.value).where(setting.c.name == SAMPLE_SETTING)).scalar()


def save_sample_day(session: Session, iso_day: str) -> None:
    """Write down from which day the sample catalogue has been filled."""
    done = session.execute(update(setting).where(setting.c.name == SAMPLE_SETTING).values(value=iso_day))
    if done.rowcount == 0:
        session.execute(insert(setting), {"name": SAMPLE_SETTING, "value": iso_day, "home": session.home})
