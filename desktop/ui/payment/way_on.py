"""Where the payment page leads once its booking is no longer held."""

from enum import StrEnum

from db.states import BookingState
from desktop.services.domain.booking import Booking


class WayOn(StrEnum):
    """What the main key does then: the same hold once more, a new quote of it, or back."""

    AGAIN = "again"
    QUOTE = "quote"
    BACK = "back"


def way_on_of(booking: Booking) -> WayOn:
    """Return the way on from a booking for which no money can be taken."""
    if booking.state is not BookingState.EXPIRED:
        return WayOn.BACK
    return WayOn.AGAIN if booking.again_until is not None else WayOn.QUOTE
