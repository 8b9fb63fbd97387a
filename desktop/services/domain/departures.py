"""What cancelling a departure leaves to be done."""

from dataclasses import dataclass
from datetime import date

from db.ids import BookingId, BookingReference, SlotId
from db.states import BookingState


@dataclass(frozen=True, slots=True)
class BookingHit:
    """A live booking with units in a cancelled departure: somebody must cancel or move it."""

    booking_id: BookingId
    reference: BookingReference
    state: BookingState
    unit_count: int


@dataclass(frozen=True, slots=True)
class CancelledDeparture:
    """The departure that does not take place, and every booking it hits, by reference."""

    slot_id: SlotId
    day: date
    bookings: tuple[BookingHit, ...]
