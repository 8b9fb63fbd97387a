"""What the desk refuses about holds that others see, too: facts only; the sentences live in the ui."""

from dataclasses import dataclass
from datetime import datetime

from db.ids import BookingReference
from desktop.services.errors import DeskError


@dataclass(eq=False)
class ExtendedEnough(DeskError):
    """The hold was extended `count` times, which is as often as any hold can be."""

    reference: BookingReference
    count: int


@dataclass(eq=False)
class EndMoved(DeskError):
    """The hold ends at another moment than the screen showed. Nothing was changed."""

    reference: BookingReference
    expires_at: datetime


@dataclass(eq=False)
class OwnHold(DeskError):
    """The hold was placed at this desk: it is released, not ended over somebody's head."""

    reference: BookingReference
