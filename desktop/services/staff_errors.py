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


@dataclass(eq=False)
class WrongRecoveryCode(WrongPin):
    """Code and recovery code are no manager's."""


@dataclass(eq=False)
class NeedsOwnPin(DeskError):
    """The PIN is right, but somebody else gave it: its person must choose an own one first."""

    name: str


@dataclass(eq=False)
class CodeTaken(DeskError):
    """Another person has the code, or had it: a code stays its person's."""

    code: str
    name: str


@dataclass(eq=False)
class LastManager(DeskError):
    """Without this person nobody could look after the staff any more."""

    name: str


@dataclass(eq=False)
class PersonChangedMeanwhile(DeskError):
    """Somebody else has changed the person since they were read."""

    name: str


@dataclass(eq=False)
class HasLeft(DeskError):
    """Who acts does not work here any more; nothing was written."""

    name: str
