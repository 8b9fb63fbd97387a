"""Catalogue rows as the values that screens see."""

from collections.abc import Sequence
from typing import Any

from db import catalogue
from db.database import Session
from db.states import Kind
from desktop.services.domain.catalogue import MealPlan, Offering, StopPoint, Unit


def read_offerings(session: Session) -> tuple[Offering, ...]:
    """Read every offering that is on sale, with its meals and stops."""
    meals: dict[str, list[MealPlan]] = {}
    for row in catalogue.list_meal_plans(session):
        meals.setdefault(row.offering_id, []).append(MealPlan(row.code, row.name, row.supplement_paise))
    stops: dict[tuple[str, str], list[StopPoint]] = {}
    for row in catalogue.list_stop_points(session):
        point = StopPoint(row.name, row.after_minutes)
        stops.setdefault((row.offering_id, row.direction), []).append(point)
    return tuple(
        offering_from_row(
            row,
            meals.get(row.id, ()),
            stops.get((row.id, "boarding"), ()),
            stops.get((row.id, "dropping"), ()),
        )
        for row in catalogue.list_offerings(session)
    )


def offering_from_row(
    row: Any, meals: Sequence[MealPlan], boarding: Sequence[StopPoint], dropping: Sequence[StopPoint]
) -> Offering:
    """Return one offering as a frozen value."""
    return Offering(
        id=row.id,
        kind=Kind(row.kind),
        code=row.code,
        name=row.name,
        description=row.description,
        site_name=row.site_name,
        city=row.city,
        time_zone=row.time_zone,
        air_conditioned=bool(row.air_conditioned),
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
    )


def unit_from_row(row: Any) -> Unit:
    """Return one room, seat or place as a frozen value."""
    return Unit(
        id=row.id,
        name=row.name,
        row=row.row_number,
        column=row.column_number,
        deck=row.deck,
        berth=row.berth,
        by_window=bool(row.by_window),
        ladies_only=bool(row.ladies_only),
        supplement_paise=row.supplement_paise,
    )
