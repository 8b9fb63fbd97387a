"""Rows of settlements as Razorpay reports them, and a gateway that reports what a test gives it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from db.ids import GatewayPaymentId
from desktop.services.domain.settlements import SettledItem
from desktop.services.gateways.port import GatewayTrouble

INDIA = ZoneInfo("Asia/Kolkata")
PAGE = 3


def paid(payment_id: str, paise: int, at: datetime, fee: int = 0, tax: int = 0, **fields: Any) -> SettledItem:
    """Return the row of a payment."""
    row = SettledItem(
        entity_id=payment_id,
        entity_type="payment",
        settlement_id="setl_AAAAAAAAAAAAAA",
        utr="1764200000abcdef",
        settled_at=at,
        amount_paise=paise,
        credit_paise=paise - fee,
        debit_paise=0,
        fee_paise=fee,
        tax_paise=tax,
        payment_id=GatewayPaymentId(payment_id),
        dispute_id="",
        description="",
    )
    return replace(row, **fields)


def returned(refund_id: str, payment_id: str, paise: int, at: datetime, **fields: Any) -> SettledItem:
    """Return the row of a refund."""
    row = paid(payment_id, paise, at)
    row = replace(row, entity_id=refund_id, entity_type="refund", credit_paise=0, debit_paise=paise)
    return replace(row, **fields)


def adjusted(entity_id: str, paise: int, at: datetime, **fields: Any) -> SettledItem:
    """Return the row of an adjustment: above zero the bank got it."""
    row = replace(paid(entity_id, abs(paise), at), payment_id=None)
    credit, debit = max(paise, 0), max(-paise, 0)
    return replace(
        row, entity_type="adjustment", credit_paise=credit, debit_paise=debit, description="test", **fields
    )


@dataclass
class Reports:
    """A gateway of which only the report is asked. `fails_after`: so many pages until it is silent."""

    rows: list[SettledItem] = field(default_factory=list)
    fails_after: int | None = None
    trouble: GatewayTrouble | None = None
    asked: list[tuple[date, int]] = field(default_factory=list)

    def settled_on(self, day: date, *, skip: int) -> Sequence[SettledItem]:
        self.asked.append((day, skip))
        if self.trouble is not None and len(self.asked) > (self.fails_after or 0):
            raise self.trouble
        mine = [
            one for one in self.rows if (one.settled_at or one_moment(day)).astimezone(INDIA).date() == day
        ]
        return tuple(mine[skip : skip + PAGE])


def one_moment(day: date) -> datetime:
    """Return noon of a day."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=INDIA)
