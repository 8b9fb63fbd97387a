"""Who may use what: capacities, group limits, ladies' seats."""

from collections import Counter
from collections.abc import Sequence

from db.catalogue import OfferingRow, UnitRow
from db.ids import SlotId
from desktop.services.domain.figures import holds_card_number
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.quote import Guest
from desktop.services.errors import BadRequest
from desktop.services.steps.ladies_seat import may_sit

NAME_MAX = 120


def check_guests(offering: OfferingRow, units: Sequence[UnitRow], guests: Sequence[Guest]) -> None:
    """Refuse what the units can't take. Raises BadRequest."""
    traits = TRAITS[offering.kind]
    for unit, guest in zip(units, guests, strict=True):
        _check_person(guest, unit)
        if traits.has_shared_units:
            _check_capacity(offering, guest)
        elif guest.adults + guest.children != 1:
            raise BadRequest("persons", "one_each")
        if not may_sit(guest.gender, ladies_only=unit.ladies_only):
            raise BadRequest("gender", "ladies_seat", name=unit.name)


def _check_person(guest: Guest, unit: UnitRow) -> None:
    if guest.adults < 0 or guest.children < 0 or guest.adults + guest.children < 1:
        raise BadRequest("persons", "not_positive")
    if len(guest.name) > NAME_MAX:
        raise BadRequest("guest_name", "too_long", name=unit.name, most=NAME_MAX)
    if holds_card_number(guest.name):
        raise BadRequest("guest_name", "card_number", name=unit.name)


def _check_capacity(offering: OfferingRow, guest: Guest) -> None:
    if guest.adults < 1:
        raise BadRequest("persons", "adult_needed")
    if offering.adults_max is not None and guest.adults > offering.adults_max:
        raise BadRequest("persons", "too_many_adults", most=offering.adults_max)
    if offering.children_max is not None and guest.children > offering.children_max:
        raise BadRequest("persons", "too_many_children", most=offering.children_max)
    if offering.persons_max is not None and guest.adults + guest.children > offering.persons_max:
        raise BadRequest("persons", "over_capacity", most=offering.persons_max)


def check_groups(taken: Sequence[tuple[OfferingRow, SlotId]]) -> None:
    """Refuse fewer or more places of one slot than its offering sells together, over the whole basket.

    `taken` has one for each unit in each slot. Raises BadRequest.
    """
    places = Counter((offering.id, slot_id) for offering, slot_id in taken)
    for offering, slot_id in taken:
        if not TRAITS[offering.kind].has_group_limits:
            continue
        count = places[offering.id, slot_id]
        if count < offering.persons_min:
            raise BadRequest("persons", "group_too_small", least=offering.persons_min)
        if offering.persons_max is not None and count > offering.persons_max:
            raise BadRequest("persons", "group_too_large", most=offering.persons_max)
