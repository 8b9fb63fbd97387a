"""What cancelling a departure leaves to be done."""

from dataclasses import dataclass
from datetime import date

from db.ids import BookingId, BookingReference, SlotId
from db.states import BookingState
from desktop.services.domain.cancellation import RefundPlan


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


@dataclass(frozen=True, slots=True)
class DepartureRefund:
    """A booking with units in a cancelled departure, and what is given back for these lines alone.

    `taken_out`: lines of a hold that goes on without them. `is_paying`: money is under way, so it waits.
    """

    booking_id: BookingId
    reference: BookingReference
    customer_name: str
    masked_mobile: str
    state: BookingState
    unit_count: int
    plan: RefundPlan
    taken_out: frozenset[int]
    is_paying: bool


@dataclass(frozen=True, slots=True)
class DepartureRefunded:
    """What giving back has done: how many bookings, how much, which could not, and how many were left.

    `refund_paise` is what was handed over or sent: in cash it may be rounded to the rupee.
    """

    done_count: int
    refund_paise: int
    failed: tuple[BookingReference, ...]
    left_count: int
