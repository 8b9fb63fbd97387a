"""What the desk refuses about buyers and what is told of them to the tax: facts only; sentences in the ui."""

from dataclasses import dataclass

from db.ids import BookingReference
from desktop.services.errors import DeskError


@dataclass(eq=False)
class BuyerWanted(DeskError):
    """A tax paper of so much to who is not registered names the buyer's address and State."""

    reference: BookingReference
    limit_paise: int


@dataclass(eq=False)
class BuyerFixed(DeskError):
    """Money was taken for the booking: its papers name the buyer of then, and are only answered."""

    reference: BookingReference


@dataclass(eq=False)
class MonthFiled(DeskError):
    """The return of that month is filed, so that no paper is dated in it. `month`: 2026-11."""

    registration: str
    month: str


@dataclass(eq=False)
class NumbersUsedUp(DeskError):
    """The desk has no number left this year for such papers. `begin`: of their numbers, as D1-R-2627-."""

    begin: str


@dataclass(eq=False)
class MonthNotOver(DeskError):
    """A return is filed when its month is over."""

    month: str


@dataclass(eq=False)
class MonthChanged(DeskError):
    """Another desk has filed the month, or opened it again, since the list was read."""

    registration: str
    month: str


@dataclass(eq=False)
class IrnKnown(DeskError):
    """The portal's number stands on another paper, or this paper has one."""

    number: str


@dataclass(eq=False)
class IrnNotWanted(DeskError):
    """The paper waits for no number of the portal."""

    number: str


@dataclass(eq=False)
class IrnOfOther(DeskError):
    """The portal's answer is about another paper. `told`: the number that it names."""

    number: str
    told: str
