"""Children whom nobody who is grown up goes along with."""

from collections.abc import Collection

from desktop.services.domain.kinds import TRAITS
from desktop.ui.quote.sale.choice import Choice


def without_adult(choices: Collection[Choice]) -> bool:
    """Whether children go somewhere on some day and nobody said that an adult does."""
    adults: dict[tuple[object, object], int] = {}
    for choice in choices:
        if choice.offering is None or not choice.unit_ids:
            continue
        key = choice.offering.id, choice.first_day
        said = [guest.adults for guest in choice.guests if guest is not None]
        if TRAITS[choice.offering.kind].has_shared_units:
            # A room is never without one: where only children were typed, one was put in unasked.
            count = sum(said) or choice.party.adults or (0 if choice.party.children else 1)
        else:
            count = sum(guest.adults for guest in choice.complete_guests)
        adults[key] = adults.get(key, 0) + count
    return 0 in adults.values()
