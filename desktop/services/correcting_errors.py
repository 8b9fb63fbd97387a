"""What the desk refuses when customers are put right: facts only; the sentences live in the ui."""

from dataclasses import dataclass
from enum import StrEnum

from db.ids import BookingReference
from desktop.services.errors import DeskError


class NotHandedOverReason(StrEnum):
    """Why a booking can't go to another customer."""

    SAME = "same"
    # Something went back already, to whoever paid it.
    REFUNDED = "refunded"
    CASE_OPEN = "case_open"
    # Its papers name a registered buyer, or would have to.
    OTHER_GSTIN = "other_gstin"


@dataclass(eq=False)
class NotHandedOver(DeskError):
    """The booking stays with its customer."""

    reference: BookingReference
    because: NotHandedOverReason


@dataclass(eq=False)
class OtherThanShown(DeskError):
    """What would move is not what the screen showed. Nothing was changed."""


@dataclass(eq=False)
class OneCustomer(DeskError):
    """Both are the same customer already."""

    name: str


@dataclass(eq=False)
class OtherGstins(DeskError):
    """The two are registered under different GSTINs: they are one person only if somebody says so."""

    kept: str
    gone: str


@dataclass(eq=False)
class NoWalletToKeep(DeskError):
    """The customer to be kept has no mobile number, so that a wallet could not be found there."""

    name: str
