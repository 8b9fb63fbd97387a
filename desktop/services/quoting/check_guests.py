"""Who may use what: capacities, group limits, ladies' seats."""

from collections.abc import Sequence
from typing import Any

from db.states import Kind
from desktop.services.domain.quote import Guest
from desktop.services.errors import BadRequest

GENDERS = ("", "F", "M", "X")
NAME_MAX = 120


def check_guests(offering: Any, units: Sequence[Any], guests: Sequence[Guest]) -> None:
    """Refuse what the units can't take. Raises BadRequest."""
    for unit, guest in zip(units, guests, strict=True):
        _check_person(guest)
        if offering.kind == Kind.ROOM:
            _check_room(offering, guest)
        elif guest.adults + guest.children != 1:
            raise BadRequest("persons", "one_each")
        if unit.ladies_only and guest.gender != "F":
            raise BadRequest("gender", "ladies_seat", name=unit.name)
    if offering.kind == Kind.TOUR:
        _check_group(offering, len(units))


def _check_person(guest: Guest) -> None:
    if guest.adults < 0 or guest.children < 0 or guest.adults + guest.children < 1:
        raise BadRequest("persons", "not_positive")
    if guest.gender not in GENDERS:
        raise BadRequest("gender", "unknown")
    if len(guest.name) > NAME_MAX:
        raise BadRequest("name", "too_long", most=NAME_MAX)


def _check_room(offering: Any, guest: Guest) -> None:
    if guest.adults < 1:
        raise BadRequest("persons", "adult_needed")
    limits = (
        (guest.adults, offering.adults_max),
        (guest.children, offering.children_max),
        (guest.adults + guest.children, offering.persons_max),
    )
    for persons, most in limits:
        if most is not None and persons > most:
            raise BadRequest("persons", "over_capacity", most=most)


def _check_group(offering: Any, places: int) -> None:
    if places < offering.persons_min:
        raise BadRequest("persons", "group_too_small", least=offering.persons_min)
    if offering.persons_max is not None and places > offering.persons_max:
        raise BadRequest("persons", "over_capacity", most=offering.persons_max)
