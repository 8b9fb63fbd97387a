"""How much comes back when a booking is cancelled, and to which tender."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from db.ids import PaymentId
from db.states import Tender
from desktop.services.domain.money import share, split
from desktop.services.domain.tenders import TENDERS


@dataclass(frozen=True, slots=True)
class PolicyTier:
    """Cancelled at least `hours_before` the start: `refund_bp` of what was paid comes back."""

    hours_before: int
    refund_bp: int


@dataclass(frozen=True, slots=True)
class PaidLine:
    """One line of a booking as it was frozen at the hold."""

    total_paise: int
    tax_paise: int
    starts_at: datetime
    tiers: tuple[PolicyTier, ...]


@dataclass(frozen=True, slots=True)
class PaidTender:
    """One captured payment and what has already gone back of it."""

    payment_id: PaymentId
    tender: Tender
    amount_paise: int
    refunded_paise: int = 0


@dataclass(frozen=True, slots=True)
class RefundLeg:
    """Money back for one payment: where it came from, where it goes."""

    payment_id: PaymentId
    tender: Tender
    paid_paise: int
    back_paise: int
    back_to: Tender


@dataclass(frozen=True, slots=True)
class RefundPlan:
    """The whole plan, shown before it is confirmed; the legs add up to `refund_paise`."""

    legs: tuple[RefundLeg, ...]
    paid_paise: int
    refund_paise: int
    tax_refund_paise: int
    kept_tax_paise: int

    @property
    def kept_paise(self) -> int:
        """What the house keeps."""
        return self.paid_paise - self.refund_paise

    @property
    def drawer_paise(self) -> int:
        """What leaves this drawer in cash."""
        return sum(leg.back_paise for leg in self.legs if TENDERS[leg.back_to].in_drawer)


def refund_rate_bp(tiers: Sequence[PolicyTier], starts_at: datetime, now: datetime) -> int:
    """Return the best rate whose window is still open; nothing once the start has passed."""
    ahead = starts_at - now
    if ahead < timedelta(0):
        return 0
    return max((tier.refund_bp for tier in tiers if ahead >= timedelta(hours=tier.hours_before)), default=0)


def plan_refund(
    lines: Sequence[PaidLine], paid: Sequence[PaidTender], now: datetime, *, all_back: bool = False
) -> RefundPlan:
    """Plan what comes back. `all_back` ignores the policy: held bookings, departures the house cancelled.

    Each line's share is rounded half up once; the tenders get theirs in proportion, by largest remainder,
    and never more than is left of them. What is too little for the gateway to send goes to the wallet.
    """
    rates = [10_000 if all_back else refund_rate_bp(line.tiers, line.starts_at, now) for line in lines]
    dues = [share(line.total_paise, rate) for line, rate in zip(lines, rates, strict=True)]
    left = [tender.amount_paise - tender.refunded_paise for tender in paid]
    refund = min(sum(left), sum(dues))
    backs = split(refund, left)
    tax_back = _tax_in(lines, split(refund, dues))
    legs = tuple(
        RefundLeg(
            tender.payment_id,
            tender.tender,
            tender.amount_paise,
            back,
            TENDERS[tender.tender].way_back(back),
        )
        for tender, back in zip(paid, backs, strict=True)
        if back > 0
    )
    paid_paise = sum(tender.amount_paise for tender in paid)
    tax_kept = min(sum(line.tax_paise for line in lines) - tax_back, paid_paise - refund)
    return RefundPlan(legs, paid_paise, refund, tax_back, tax_kept)


def _tax_in(lines: Sequence[PaidLine], backs: Sequence[int]) -> int:
    """Return how much tax is in what comes back of each line."""
    return sum(
        split(back, [line.tax_paise, line.total_paise - line.tax_paise])[0]
        for line, back in zip(lines, backs, strict=True)
    )
