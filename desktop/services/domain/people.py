"""Customers as the desk shows them, and their telephone numbers."""

from dataclasses import dataclass, field

from db.ids import CustomerId
from desktop.services.domain.place_of_supply import NOBODY, Buyer


@dataclass(frozen=True, slots=True)
class Billing:
    """Name and address as they stand on papers that ask for them; empty: not told."""

    name: str = ""
    address: tuple[str, ...] = ()
    pin_code: str = ""


NOT_TOLD = Billing()


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer with the wallet's balance. Numbers are E.164 and for the desk's own screens only.

    Who has no `mobile` has no wallet and is sent no link; a `landline` is only for calling back. The
    reference of their `last_booking` tells them from others of one name; it is no part of who they are.
    """

    id: CustomerId
    mobile: str
    name: str
    wallet_paise: int
    landline: str = ""
    buyer: Buyer = NOBODY
    billing: Billing = NOT_TOLD
    last_booking: str = field(default="", compare=False)

    @property
    def number(self) -> str:
        """The number that there is, or nothing."""
        return self.mobile or self.landline

    @property
    def masked_mobile(self) -> str:
        """The number as lists, logs and the second screen may show it; nothing where there is none."""
        return mask_mobile(self.number)

    @property
    def has_wallet(self) -> bool:
        """Whether money can be kept for them: it is found again by the mobile number alone."""
        return bool(self.mobile)


def mask_mobile(mobile: str, shown: int = 4) -> str:
    """Return a number with only its last four digits, or as many as are `shown`; nothing for none."""
    return f"...{mobile[-shown:]}" if mobile else ""
