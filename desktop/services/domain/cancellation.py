"""How much comes back when a booking is cancelled, and to which tender."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from db.ids import BookingId, BookingReference, DocumentId, PaymentId
from db.states import BookingState, RefundRule, Tender
from desktop.services.domain.levies import Levies
from desktop.services.domain.tenders import TENDERS, cash_roundings


@dataclass(frozen=True, slots=True)
class PolicyTier:
    """Cancelled at least `hours_before` the start: `refund_bp` of what was paid comes back."""

    hours_before: int
    refund_bp: int


@dataclass(frozen=True, slots=True)
class PaidLine:
    """A line that would end: what was frozen at the hold, and its slot as that is now.

    `starts_at` and `starts_now_at` are those at the chosen stop. `stay_starts_at` is the first start of its
    stay or ride as it is now: the limits count from there, once.
    """

    number: int
    total_paise: int
    levies: Levies
    starts_at: datetime
    starts_now_at: datetime
    stay_starts_at: datetime
    departure_cancelled: bool
    tiers: tuple[PolicyTier, ...]
    # A credit note would be too late: money comes back, tax does not.
    tax_stays: bool = False

    @property
    def tax_paise(self) -> int:
        """The sum of its levies."""
        return self.levies.tax_paise


@dataclass(frozen=True, slots=True)
class LineRefund:
    """What comes back of one line, and by which rule.

    `unpaid_paise`: what of it had not been paid and is not owed; the rest of it is kept.
    """

    number: int
    rule: RefundRule
    total_paise: int
    back_paise: int
    tax_back_paise: int
    unpaid_paise: int = 0
    unpaid_tax_paise: int = 0


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms lines end: by their own rules, unless it is said otherwise; most of it by permission.

    `void`: the whole sale is undone; `outside` its drawer or its time. `back_paise` comes back in all, more
    than the rules give: a fee is waived, or what was used is given back.
    """

    void: bool = False
    outside: bool = False
    back_paise: int | None = None


BY_RULES = Terms()


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
    """The whole plan, shown before it is confirmed; the legs and the lines each add up to `refund_paise`.

    `paid_paise` is what was paid for the lines that end.
    """

    legs: tuple[RefundLeg, ...]
    paid_paise: int
    refund_paise: int
    tax_refund_paise: int
    kept_tax_paise: int
    lines: tuple[LineRefund, ...] = ()
    # Whether what goes back in cash is rounded to the rupee when it is handed over; no leg knows it.
    cash_to_rupee: bool = False
    # What is left to be paid for the lines that go on, of a booking whose balance is open.
    balance_paise: int = 0
    # How much of it is more than the rules of its lines give.
    beyond_paise: int = 0
    # A void by another drawer than the sale's, or after its time.
    is_outside: bool = False

    def in_hand(self, ways: Mapping[PaymentId, Tender]) -> dict[PaymentId, int]:
        """What is handed over of each leg, by `ways` or as planned: what goes in cash may be rounded."""
        parts = [(ways.get(leg.payment_id, leg.back_to), leg.back_paise) for leg in self.legs]
        roundings = cash_roundings(parts) if self.cash_to_rupee else [0] * len(parts)
        return {leg.payment_id: leg.back_paise + more for leg, more in zip(self.legs, roundings, strict=True)}

    @property
    def kept_paise(self) -> int:
        """What the house keeps."""
        return self.paid_paise - self.refund_paise

    @property
    def unpaid_paise(self) -> int:
        """What of the lines that end had not been paid and is not owed any more."""
        return sum(line.unpaid_paise for line in self.lines)

    @property
    def given_paise(self) -> int:
        """What goes back in all, as it is handed over."""
        return sum(self.in_hand({}).values())

    @property
    def drawer_paise(self) -> int:
        """What leaves this drawer in cash."""
        in_hand = self.in_hand({})
        return sum(in_hand[leg.payment_id] for leg in self.legs if TENDERS[leg.back_to].in_drawer)

    @property
    def numbers(self) -> frozenset[int]:
        """The lines that end."""
        return frozenset(line.number for line in self.lines)

    @property
    def is_void(self) -> bool:
        """Whether the sale is undone as if it had not been made."""
        return any(line.rule is RefundRule.VOID for line in self.lines)

    @property
    def is_after_use(self) -> bool:
        """Whether something of what was used is given back."""
        return any(line.rule is RefundRule.AFTER_USE for line in self.lines)

    @property
    def terms(self) -> Terms:
        """On which terms it was made."""
        is_beyond = bool(self.beyond_paise) or self.is_after_use
        return Terms(self.is_void, self.is_outside, self.refund_paise if is_beyond else None)


@dataclass(frozen=True, slots=True)
class CancellationResult:
    """What cancelling answers; `claims_released` is counted, not assumed. `state`: of the whole booking.

    `rounding_paise`: what was handed over in cash beyond `refund_paise`, negative: short of it.
    """

    booking_id: BookingId
    reference: BookingReference
    state: BookingState
    refund_paise: int
    wallet_balance_paise: int
    claims_released: int
    document_id: DocumentId | None
    rounding_paise: int = 0

    @property
    def given_paise(self) -> int:
        """What goes back, as it is handed over."""
        return self.refund_paise + self.rounding_paise
