"""Settlements: what the gateway has paid out, what it still owes, and since when. All amounts in paise."""

from dataclasses import dataclass
from datetime import date, datetime

from db.ids import BookingId, BookingReference, GatewayPaymentId


@dataclass(frozen=True, slots=True)
class SettledItem:
    """One row of a settlement: `credit_paise` less `debit_paise` is what the bank got of it.

    `fee_paise` has its tax in it. `settled_at` is None while it is not paid out. `payment_id`: the payment
    that it is or belongs to.
    """

    entity_id: str
    entity_type: str
    settlement_id: str
    utr: str
    settled_at: datetime | None
    amount_paise: int
    credit_paise: int
    debit_paise: int
    fee_paise: int
    tax_paise: int
    payment_id: GatewayPaymentId | None
    dispute_id: str
    description: str


@dataclass(frozen=True, slots=True)
class SettlementsRead:
    """What a reading brought: days that are whole now, rows that were new, cases that were opened."""

    days: int
    rows: int
    cases: int
    paise: int


@dataclass(frozen=True, slots=True)
class Settlement:
    """One payout. `utr`: what the bank calls it. `other_paise`: of no payment or refund of ours."""

    id: str
    utr: str
    settled_at: datetime
    rows_count: int
    payments_paise: int
    refunds_paise: int
    fee_paise: int
    tax_paise: int
    other_paise: int
    bank_paise: int


@dataclass(frozen=True, slots=True)
class SettlementItem:
    """A row of a payout. `bank_paise`: what the bank got of it, below zero what was taken."""

    entity_id: str
    entity_type: str
    amount_paise: int
    fee_paise: int
    tax_paise: int
    bank_paise: int
    is_ours: bool
    booking_id: BookingId | None
    reference: BookingReference | None
    description: str


@dataclass(frozen=True, slots=True)
class Owed:
    """Money that the gateway has taken for us and has not paid out. `since`: when it came."""

    gateway_payment_id: GatewayPaymentId
    amount_paise: int
    since: datetime
    booking_id: BookingId | None
    reference: BookingReference | None


@dataclass(frozen=True, slots=True)
class OwedAge:
    """What is owed for at most so many days; `days_max` None: for longer than every other age."""

    days_max: int | None
    count: int
    paise: int


@dataclass(frozen=True, slots=True)
class SettlementsSeen:
    """The payouts, the newest first, and what is owed. `read_until`: the last day that was read to its end.

    `owed_paise` is what the books have on the gateway's account; `others_paise` is what of it are refunds not
    taken off a payout yet, and amounts that were paid out otherwise than they were taken.
    """

    settlements: tuple[Settlement, ...]
    owed: tuple[Owed, ...]
    ages: tuple[OwedAge, ...]
    owed_paise: int
    others_paise: int
    read_until: date | None
