"""Where a refusal is shown: at the field it is about."""

from enum import StrEnum

from desktop.services.domain.promo import PromoRefused
from desktop.services.errors import (
    BadRequest,
    DepartureCancelled,
    NotFound,
    NotOnSale,
    SlotStopped,
)


class Place(StrEnum):
    """A part of the window that can say what is wrong."""

    WHAT = "what"
    WHEN = "when"
    COUNT = "count"
    GUESTS = "guests"
    MOBILE = "mobile"
    NAME = "name"
    PROMO = "promo"
    BAR = "bar"


FIELDS = {
    "first_day": Place.WHEN,
    "last_day": Place.COUNT,
    "persons": Place.COUNT,
    "gender": Place.GUESTS,
    "meal_plan": Place.GUESTS,
    "boarding": Place.GUESTS,
    "dropping": Place.GUESTS,
    "mobile": Place.MOBILE,
    "name": Place.NAME,
    "promo_code": Place.PROMO,
}
NOT_FOUND = {"offering": Place.WHAT, "customer": Place.MOBILE}


def place_of(error: Exception) -> Place:
    """Return the place; what belongs to no single field is told above the whole window's content."""
    match error:
        case PromoRefused():
            return Place.PROMO
        case BadRequest():
            return FIELDS.get(error.field, Place.BAR)
        case SlotStopped() | DepartureCancelled() | NotOnSale():
            return Place.WHEN
        case NotFound():
            return NOT_FOUND.get(error.what, Place.BAR)
        case _:
            return Place.BAR
