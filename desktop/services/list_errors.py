"""What is refused about lists of the day and the register of guests; the sentences live in the ui."""

from dataclasses import dataclass
from datetime import date, datetime

from db.ids import BookingReference
from desktop.services.errors import DeskError


@dataclass(eq=False)
class ListGone(DeskError):
    """There is no such site, departure or date any more."""

    day: date


@dataclass(eq=False)
class MarkedOtherwise(DeskError):
    """Another desk has marked the guest anew, or as gone, since the list was read."""

    reference: BookingReference
    clerk: str
    at: datetime
    has_left: bool


@dataclass(eq=False)
class TooEarlyToArrive(DeskError):
    """Nobody arrives more than a day before the start."""

    reference: BookingReference
    starts_at: datetime


@dataclass(eq=False)
class NotExpected(DeskError):
    """Lines that nobody arrives for: they were cancelled, or were never sold."""

    reference: BookingReference
    numbers: list[int]


@dataclass(eq=False)
class RegisterOff(DeskError):
    """The house keeps no register of guests."""


@dataclass(eq=False)
class GuestGone(DeskError):
    """The entry is not in the register any more, or was blanked."""


@dataclass(eq=False)
class GuestChangedMeanwhile(DeskError):
    """Another desk has changed the entry since it was read."""

    clerk: str


@dataclass(eq=False)
class MustBeKept(DeskError):
    """The law asks to keep the particulars of a foreigner until then."""

    until: date


@dataclass(eq=False)
class NotToBeSent(DeskError):
    """The form was sent already, is for nobody from abroad, or its guest has not left yet."""


@dataclass(eq=False)
class WholeNumber(DeskError):
    """A whole Aadhaar or card number stands in the field: it is never kept. `is_card`: it is a card's."""

    field: str
    is_card: bool
