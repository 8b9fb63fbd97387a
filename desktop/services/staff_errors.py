"""What the desk refuses about people: facts only; the sentences live in the ui."""

from dataclasses import dataclass
from datetime import datetime

from desktop.services.errors import DeskError


@dataclass(eq=False)
class WrongPin(DeskError):
    """Code and PIN are nobody's. Another one is compared after `wait_seconds`."""

    wait_seconds: int


@dataclass(eq=False)
class PinWaits(DeskError):
    """Too many wrong PINs: nothing is compared before `until`, in so many `seconds`."""

    until: datetime
    seconds: int


@dataclass(eq=False)
class HouseKnown(DeskError):
    """Whose books these are was told before, perhaps by another desk a moment ago."""
