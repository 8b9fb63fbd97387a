"""Customers who may owe: what their limit leaves, and the statement of what they owe."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from db.ids import BookingReference, CustomerId
from db.states import Tender


@dataclass(frozen=True, slots=True)
class Company:
    """Up to what a customer may owe, what they owe now, and in how many days it is to be paid."""

    customer_id: CustomerId
    limit_paise: int
    terms_days: int
    is_active: bool
    owed_paise: int = 0

    @property
    def open_paise(self) -> int:
        """What may still be owed."""
        return max(self.limit_paise - self.owed_paise, 0) if self.is_active else 0


class MoveKind(StrEnum):
    """Why a company owes more or less."""

    BOOKING = "booking"
    CREDIT = "credit"
    PAID = "paid"
    # Came from a customer that was made one with this one.
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One change of what is owed: positive, more. `sum_paise`: what was owed after it."""

    at: datetime
    kind: MoveKind
    paise: int
    sum_paise: int
    reference: BookingReference | None
    tender: Tender | None
    slip: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What a company owed at the beginning and the end of some days, and every change between.

    `overdue_paise`: what of it should have been paid by the end, the oldest paid first.
    """

    company: Company
    name: str
    since: datetime
    until: datetime
    opening_paise: int
    lines: tuple[StatementLine, ...]
    overdue_paise: int

    @property
    def closing_paise(self) -> int:
        """What was owed at the end."""
        return self.lines[-1].sum_paise if self.lines else self.opening_paise


def overdue_paise(lines: Sequence[StatementLine], now: datetime, terms_days: int, *, owed_paise: int) -> int:
    """Return what of the debt is older than the terms, when payments are set against the oldest first."""
    limit = now - timedelta(days=terms_days)
    young = sum(line.paise for line in lines if line.paise > 0 and line.at > limit)
    return max(owed_paise - young, 0)
