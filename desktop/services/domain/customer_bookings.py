"""What a customer has booked and holds, as the customer page shows it."""

from dataclasses import dataclass
from datetime import datetime

from db.ids import BookingId, BookingReference
from db.states import BookingState


@dataclass(frozen=True, slots=True)
class CustomerBooking:
    """One booking. `travels_with` is the buyer where the customer is only a guest of this name in it.

    `was_sold` once it was paid for, whatever came later.
    """

    booking_id: BookingId
    reference: BookingReference
    title: str
    state: BookingState
    was_sold: bool
    total_paise: int
    expires_at: datetime
    travels_with: str = ""
    # Of one that a part has confirmed: what is left to pay.
    balance_paise: int = 0


@dataclass(frozen=True, slots=True)
class CustomerBookings:
    """The first of them, and how many more there are."""

    rows: tuple[CustomerBooking, ...]
    more_count: int
