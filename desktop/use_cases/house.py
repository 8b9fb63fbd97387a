"""The use cases about the house."""

from collections.abc import Callable
from typing import TypedDict

from desktop.services.domain.house import Business
from desktop.services.house.tell_business import ShowBusiness, TellBusiness
from desktop.use_cases.given import Given


class HouseCases(TypedDict):
    """Its fields in `Services`."""

    show_business: Callable[[], Business | None]
    tell_business: TellBusiness


def house_cases(given: Given) -> HouseCases:
    """Return what is known and told of the house."""
    return {
        "show_business": ShowBusiness(given.database),
        "tell_business": TellBusiness(given.database, given.publish),
    }
