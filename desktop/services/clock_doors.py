"""The signatures of what sets the clock right, and what it did wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from db.actor import Actor
    from db.ids import BookingId
    from desktop.services.domain.clock_state import ClockPut


class ConfirmClock(Protocol):
    """Somebody has looked at the day and time that was shown."""

    def __call__(self, shown: datetime, *, actor: Actor) -> None: ...


class SetClock(Protocol):
    """Day and time as they were typed; `back`: before what is recorded, and meant."""

    def __call__(self, moment: datetime, *, actor: Actor, back: bool = False) -> ClockPut: ...


class ReopenBooking(Protocol):
    """What a wrong clock completed is confirmed again."""

    def __call__(self, booking_id: BookingId, reason: str, *, actor: Actor) -> None: ...
