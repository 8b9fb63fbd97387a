"""Bookings whose balance should have been paid by now, each with what cancelling it would do."""

from dataclasses import dataclass

from desktop.services.domain.booking import Booking
from desktop.services.domain.cancellation import RefundPlan


@dataclass(frozen=True, slots=True)
class Overdue:
    """A booking that waits for a decision: cancel it by this plan, or keep it until another moment."""

    booking: Booking
    plan: RefundPlan
