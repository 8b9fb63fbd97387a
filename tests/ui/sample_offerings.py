"""A small catalogue of every kind for the windows' tests."""

from typing import Any

from db.states import Kind
from desktop.services.domain.catalogue import Offering


def offering(code: str, kind: Kind, name: str, units: int, **facts: Any) -> Offering:
    values: dict[str, Any] = {
        "id": f"offering-{code}",
        "kind": kind,
        "code": code,
        "name": name,
        "description": "",
        "site_name": "Deccan Court Residency",
        "city": "Pune",
        "time_zone": "Asia/Kolkata",
        "night_ends_minute": 360,
        "start_minute": 840,
        "length_minutes": 1260,
        "air_conditioned": True,
        "adults_max": 2,
        "children_max": 1,
        "persons_min": 1,
        "persons_max": 3,
        "origin": None,
        "destination": None,
        "unit_count": units,
        "meal_plans": (),
        "boarding": (),
        "dropping": (),
    }
    return Offering(**(values | facts))


OFFERINGS = (
    offering("STD", Kind.ROOM, "Standard", 14),
    offering("DLX", Kind.ROOM, "Deluxe", 12),
    offering("FAM", Kind.ROOM, "Family", 8),
    offering("EXE", Kind.ROOM, "Executive", 8),
    offering("MUM06", Kind.BUS, "Mumbai 06:00", 40, origin="Pune", destination="Mumbai"),
    offering("GOA21", Kind.BUS, "Goa 21:30", 30, origin="Pune", destination="Goa"),
    offering("BLR18", Kind.BUS, "Bengaluru 18:45", 30, origin="Pune", destination="Bengaluru"),
    offering("HERI", Kind.TOUR, "Old Pune heritage walk", 15),
    offering("SINH", Kind.TOUR, "Sinhagad sunrise trek", 20),
    offering("KAAS", Kind.TOUR, "Kaas plateau day trip", 24),
)
