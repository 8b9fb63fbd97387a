"""Customers as the desk shows them, and their telephone numbers."""

from dataclasses import dataclass

from db.ids import CustomerId
from desktop.services.domain.place_of_supply import NOBODY, Buyer


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer with the wallet's balance. `mobile` is E.164 and for the desk's own screens only."""

    id: CustomerId
    mobile: str
    name: str
    wallet_paise: int
    buyer: Buyer = NOBODY

    @property
    def masked_mobile(self) -> str:
        """The number as lists, logs and the second screen may show it."""
        return mask_mobile(self.mobile)


def mask_mobile(mobile: str) -> str:
    """Return a number with only its last four digits."""
    return f"...{mobile[-4:]}"
