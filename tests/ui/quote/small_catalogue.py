"""One hotel, four coaches, one tour."""

from __future__ import annotations

from db.catalogue_words import Berth
from db.ids import OfferingId, UnitId
from db.states import Kind
from desktop.services.domain.catalogue import MealPlan, Offering, StopPoint, Unit

START_HOURS = {"dlx": 14, "goa21": 21, "goa22": 22, "mum06": 6, "heri": 7}
MEALS = (MealPlan("RO", "Room only", 0), MealPlan("CP", "Breakfast", 500_00))
BOARDING = (StopPoint("Swargate", 0), StopPoint("Katraj", 20))
DROPPING = (StopPoint("Mapusa", 540), StopPoint("Panaji", 600))


def _offering(
    kind: Kind, code: str, name: str, site: str, units: int, destination: str | None = None
) -> Offering:
    room, bus = kind is Kind.ROOM, kind is Kind.BUS
    return Offering(
        id=OfferingId(code.lower()),
        kind=kind,
        code=code,
        name=name,
        description=f"{name} of {site}",
        site_name=site,
        city="Pune",
        time_zone="Asia/Kolkata",
        night_ends_minute=360,
        start_minute=START_HOURS[code.lower()] * 60 + 30,
        length_minutes=1230 if room else 600,
        air_conditioned=True,
        adults_max=2 if room else None,
        children_max=1 if room else None,
        persons_min=1,
        persons_max=6 if kind is Kind.TOUR else None,
        origin="Pune" if bus else None,
        destination=destination,
        unit_count=units,
        meal_plans=MEALS if room else (),
        boarding=BOARDING if bus else (),
        dropping=DROPPING if bus else (),
    )


def _room(number: int) -> Unit:
    return Unit(UnitId(f"dlx-{number}"), str(number), None, None, None, None, False, False, 0)


def _seat(row: int, letter: str, column: int) -> Unit:
    window = column in (1, 5)
    ladies = row == 3 and column in (4, 5)
    extra = 50_00 if window else 0
    return Unit(
        UnitId(f"goa21-{row}{letter}"), f"{row}{letter}", row, column, 1, Berth.SEAT, window, ladies, extra
    )


def _berth(deck: int, number: int) -> Unit:
    letter, offering = ("L", "U")[deck - 1], "goa22"
    row, column = (number - 1) // 3 + 1, (1, 3, 4)[(number - 1) % 3]
    ladies = deck == 1 and number in (5, 6)
    extra = 200_00 if deck == 1 else 100_00
    name = f"{letter}{number}"
    return Unit(
        UnitId(f"{offering}-{name}"), name, row, column, deck, Berth.SLEEPER, column != 3, ladies, extra
    )


CATALOGUE = (
    _offering(Kind.ROOM, "DLX", "Deluxe", "Deccan Court Residency", 48),
    _offering(Kind.BUS, "GOA21", "Goa 21:30", "Swargate Coach Terminal", 45, "Goa"),
    _offering(Kind.BUS, "GOA22", "Goa 22:30", "Swargate Coach Terminal", 30, "Goa"),
    _offering(Kind.BUS, "MUM06", "Mumbai 06:30", "Swargate Coach Terminal", 45, "Mumbai"),
    _offering(Kind.TOUR, "HERI", "Old Pune heritage walk", "Western Ghats Walks", 15),
)
SEATS = (
    *(
        _seat(row, letter, column)
        for row in range(1, 11)
        for letter, column in (("A", 1), ("B", 2), ("C", 4), ("D", 5))
    ),
    *(_seat(11, letter, column) for letter, column in zip("ABCDE", range(1, 6), strict=True)),
)
UNITS = {
    "dlx": tuple(_room(floor * 100 + door) for floor in range(1, 5) for door in range(1, 13)),
    "goa21": SEATS,
    "mum06": SEATS,
    "goa22": tuple(_berth(deck, number) for deck in (1, 2) for number in range(1, 16)),
    "heri": tuple(
        Unit(UnitId(f"heri-{place}"), str(place), None, None, None, None, False, False, 0)
        for place in range(1, 16)
    ),
}
PRICES = {"dlx": 4_200_00, "goa21": 900_00, "goa22": 1_450_00, "mum06": 450_00, "heri": 750_00}
