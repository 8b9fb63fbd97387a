"""What moves when customers are put right, as it is shown before the key. Every amount is paise."""

from dataclasses import dataclass

from db.ids import BookingReference
from desktop.services.domain.people import Customer


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What goes from the customer that is found no more to the one that is kept."""

    kept: Customer
    gone: Customer
    wallet_paise: int
    booking_count: int
    gstins_differ: bool
    # What the one that goes owes as a company; negative: what is owed to it.
    owed_paise: int = 0


@dataclass(frozen=True, slots=True)
class HandOverPlan:
    """A booking that goes to another customer, and what was paid for it from the wallet of the first."""

    reference: BookingReference
    old: Customer
    new: Customer
    # Goes back to the first wallet, and out of the second.
    wallet_paise: int
    total_paise: int
