"""A hold that is over can be taken again at its frozen price: once, for a while."""

from datetime import datetime, timedelta
from enum import StrEnum

from db.ids import BookingReference

HELD_AGAIN_WITHIN = timedelta(minutes=15)


class NotAgainReason(StrEnum):
    """Why a hold that is over can't be taken again: a new quote is made instead."""

    TOO_LATE = "too_late"
    DONE_BEFORE = "done_before"


class NotHeldAgain(Exception):
    """The time for it is over, or it was taken again before."""

    def __init__(self, reference: BookingReference, reason: NotAgainReason) -> None:
        super().__init__(reference, reason)
        self.reference = reference
        self.reason = reason


def again_until(expires_at: datetime) -> datetime:
    """Return the moment from which a hold that ended then can't be taken again any more."""
    return expires_at + HELD_AGAIN_WITHIN
