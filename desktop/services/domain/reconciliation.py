"""The desk's books beside the gateway's: what matches and what does not. Amounts in paise."""

from dataclasses import dataclass
from datetime import date, datetime

from db.ids import GatewayPaymentId


@dataclass(frozen=True, slots=True)
class Ruled:
    """Payments that rules of the house call another program's: how many, and how much."""

    count: int = 0
    paise: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Captured payments as the gateway lists them, beside what the books say of the same payments.

    `amount_differences` and `refund_differences` name the gateway's payments of which the books hold
    another amount, or none. `undecided_paise` is in the books, but its case is still open. `others_count` and
    `others_paise`: what of it staff or a rule call another program's.
    """

    captured_count: int
    captured_paise: int
    booked_paise: int
    undecided_paise: int
    refunded_paise: int
    amount_differences: tuple[GatewayPaymentId, ...]
    refund_differences: tuple[GatewayPaymentId, ...]
    others_count: int = 0
    others_paise: int = 0


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """One run. `comparison` is None when the gateway could not be asked.

    `is_complete` is False as well when the owner of some money is not known yet: the next run decides.
    `foreign_count` cases were opened for money of nobody we know; `ruled` made none, by a rule of the house.
    `missing` names payments that are in the books, but that the gateway does not know.
    """

    is_complete: bool
    open_asked_count: int
    open_left_count: int
    taken_in_count: int
    foreign_count: int
    missing: tuple[GatewayPaymentId, ...]
    comparison: Comparison | None
    ruled: Ruled = Ruled()


@dataclass(frozen=True, slots=True)
class GatewayDay:
    """What the gateway took in one day of the desk's time zone, as of the last run that changed it."""

    day: date
    compared_at: datetime
    comparison: Comparison
