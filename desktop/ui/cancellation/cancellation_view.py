"""What the cancellation window shows, made from a booking, its refund plan and the clerk's choices."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from db.ids import PaymentId
from db.states import BookingState, InstrumentKind, PaymentState, Tender
from desktop.services.domain.booking import Booking, Payment
from desktop.services.domain.cancellation import PolicyTier, RefundPlan
from desktop.services.domain.tenders import TENDERS


class CancelStage(StrEnum):
    """Whether this booking can be cancelled, and why not."""

    READY = "ready"
    PAYING = "paying"
    ALREADY = "already"
    TOO_LATE = "too_late"


class When(StrEnum):
    """When the customer has the money."""

    NOW = "now"
    DAYS = "days"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class LegView:
    """One tender's row: what came in, what goes back, where to and when."""

    payment_id: PaymentId
    tender: Tender
    instrument_kind: InstrumentKind | None
    paid_paise: int
    back_paise: int
    # What is handed over: in cash it may be rounded to the rupee.
    in_hand_paise: int
    back_to: Tender
    when: When
    wallet_possible: bool


@dataclass(frozen=True, slots=True)
class CancelView:
    """The whole plan as it would be carried out now.

    What was paid is given back, kept, went back before, was kept before, or pays for what goes on.
    `ending_count` of the `live_count` lines end.
    """

    stage: CancelStage
    legs: tuple[LegView, ...]
    paid_paise: int
    refund_paise: int
    kept_paise: int
    kept_tax_paise: int
    before_paise: int
    kept_before_paise: int
    goes_on_paise: int
    drawer_paise: int
    ending_count: int
    live_count: int
    is_void: bool
    is_after_use: bool
    beyond_paise: int
    reason: str

    @property
    def given_paise(self) -> int:
        """What goes back, as it is handed over."""
        return sum(leg.in_hand_paise for leg in self.legs)

    @property
    def ready(self) -> bool:
        """Whether the primary action can be done; a reason is part of it."""
        return self.stage is CancelStage.READY and bool(self.reason)

    @property
    def is_part(self) -> bool:
        """Whether something of the booking goes on."""
        return self.ending_count < self.live_count


def cancel_stage(booking: Booking) -> CancelStage:
    """Return whether anything of a booking can be cancelled."""
    if booking.state is BookingState.CANCELLED:
        return CancelStage.ALREADY
    if not booking.endable_lines:
        return CancelStage.TOO_LATE
    return CancelStage.READY if booking.open_payment is None else CancelStage.PAYING


def view_cancellation(
    booking: Booking, plan: RefundPlan, to_wallet: frozenset[PaymentId], reason: str
) -> CancelView:
    """Make the picture. Every captured payment has its row, also one of which nothing comes back."""
    captured = [payment for payment in booking.payments if payment.state is PaymentState.CAPTURED]
    legs = _in_hand(
        plan,
        [_leg(payment, plan, to_wallet if booking.customer.has_wallet else None) for payment in captured],
    )
    paid = sum(leg.paid_paise for leg in legs)
    before = sum(refund.amount_paise for refund in booking.refunds_of_sale)
    kept_before = sum(line.total_paise - line.refund_paise for line in booking.lines if not line.is_live)
    return CancelView(
        stage=CancelStage.READY if plan.is_after_use else cancel_stage(booking),
        legs=legs,
        paid_paise=paid,
        refund_paise=plan.refund_paise,
        kept_paise=plan.kept_paise,
        kept_tax_paise=plan.kept_tax_paise if plan.paid_paise else 0,
        before_paise=before,
        kept_before_paise=kept_before,
        goes_on_paise=max(paid - before - kept_before - plan.paid_paise, 0),
        drawer_paise=sum(leg.in_hand_paise for leg in legs if TENDERS[leg.back_to].in_drawer),
        ending_count=len(plan.lines),
        live_count=len(booking.live_lines),
        is_void=plan.is_void,
        is_after_use=plan.is_after_use,
        beyond_paise=plan.beyond_paise,
        reason=reason.strip(),
    )


def _leg(payment: Payment, plan: RefundPlan, to_wallet: frozenset[PaymentId] | None) -> LegView:
    planned = next((leg for leg in plan.legs if leg.payment_id == payment.id), None)
    back = planned.back_paise if planned else 0
    back_to = planned.back_to if planned else payment.tender
    # Who has no wallet gets everything the usual way.
    possible = back > 0 and back_to is not Tender.WALLET and to_wallet is not None
    possible = possible and Tender.WALLET in TENDERS[payment.tender].ways_back
    if possible and to_wallet and payment.id in to_wallet:
        back_to = Tender.WALLET
    when = When.DAYS if TENDERS[back_to].back_in_days else When.NOW
    return LegView(
        payment.id,
        payment.tender,
        payment.instrument_kind,
        payment.amount_paise,
        back,
        back,
        back_to,
        when if back else When.NEVER,
        possible,
    )


def _in_hand(plan: RefundPlan, legs: Sequence[LegView]) -> tuple[LegView, ...]:
    """Return the legs with what is handed over of each, as they go back now."""
    in_hand = plan.in_hand({leg.payment_id: leg.back_to for leg in legs})
    return tuple(replace(leg, in_hand_paise=in_hand.get(leg.payment_id, 0)) for leg in legs)


def next_to_wallet(possible: tuple[PaymentId, ...], now: frozenset[PaymentId]) -> frozenset[PaymentId]:
    """Return the choice after `now`: everything to the wallet, one payment's money alone, nothing."""
    alone = [frozenset({one}) for one in possible] if len(possible) > 1 else []
    choices = [frozenset(), frozenset(possible), *alone]
    at = choices.index(now) if now in choices else -1
    return choices[(at + 1) % len(choices)]


def policies_of(booking: Booking) -> tuple[tuple[PolicyTier, ...], ...]:
    """Return each different policy of the booking's lines once, the most generous tier first."""
    seen: dict[tuple[PolicyTier, ...], None] = {}
    for line in booking.lines:
        seen[tuple(sorted(line.tiers, key=lambda tier: -tier.refund_bp))] = None
    return tuple(seen)
