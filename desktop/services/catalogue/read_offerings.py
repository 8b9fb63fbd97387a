"""Catalogue rows as the values that screens see."""

from collections.abc import Sequence

from db import catalogue
from db.catalogue import OfferingOnSale, UnitRow
from db.catalogue_words import StopDirection
from db.database import Session
from db.ids import OfferingId
from desktop.services.domain.catalogue import MealPlan, Offering, StopPoint, Unit


def read_offerings(session: Session) -> tuple[Offering, ...]:
    """Read every offering that is on sale, with its meals and stops."""
    meals: dict[OfferingId, list[MealPlan]] = {}
    for plan in catalogue.list_meal_plans(session):
        meals.setdefault(plan.offering_id, []).append(MealPlan(plan.code, plan.name, plan.supplement_paise))
    stops: dict[tuple[OfferingId, StopDirection], list[StopPoint]] = {}
    for stop in catalogue.list_stop_points(session):
        point = StopPoint(stop.name, stop.after_minutes)
        stops.setdefault((stop.offering_id, stop.direction), []).append(point)
    return tuple(
        offering_from_row(
            row,
            meals.get(row.id, ()),
            stops.get((row.id, StopDirection.BOARDING), ()),
            stops.get((row.id, StopDirection.DROPPING), ()),
        )
        for row in catalogue.list_offerings(session)
    )


def offering_from_row(
    row: OfferingOnSale,
    meals: Sequence[MealPlan],
    boarding: Sequence[StopPoint],
    dropping: Sequence[StopPoint],
) -> Offering:
    """Return one offering as a frozen value."""
    return Offering(
        id=row.id,
        kind=row.kind,
        code=row.code,
        name=row.name,
        description=row.description,
        site_name=row.site_name,
        city=row.city,
        time_zone=row.time_zone,
        night_ends_minute=row.night_ends_minute,
        start_minute=row.start_minute,
        length_minutes=row.length_minutes,
        air_conditioned=row.air_conditioned,
        adults_max=row.adults_max,
        children_max=row.children_max,
        persons_min=row.persons_min,
        persons_max=row.persons_max,
        origin=row.origin,
        destination=row.destination,
        unit_count=row.unit_count,
        meal_plans=tuple(meals),
        boarding=tuple(boarding),
        dropping=tuple(dropping),
        last_day=row.last_day,
    )


def unit_from_row(row: UnitRow) -> Unit:
    """Return one room, seat or place as a frozen value."""
    return Unit(
        id=row.id,
        name=row.name,
        row=row.row_number,
        column=row.column_number,
        deck=row.deck,
        berth=row.berth,
        by_window=row.by_window,
        ladies_only=row.ladies_only,
        supplement_paise=row.supplement_paise,
    )
