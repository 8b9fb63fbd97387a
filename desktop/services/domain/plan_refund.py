"""What comes back of lines that end, by which rule, and by which tender."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from db.states import RefundRule
from desktop.services.domain.cancellation import (
    LineRefund,
    PaidLine,
    PaidTender,
    PolicyTier,
    RefundLeg,
    RefundPlan,
)
from desktop.services.domain.levies import Levies, levies_kept_of, levies_of_part
from desktop.services.domain.money import FULL_BP, share, split
from desktop.services.domain.tenders import TENDERS


def refund_rate_bp(tiers: Sequence[PolicyTier], starts_at: datetime, now: datetime) -> int:
    """Return the best rate whose window is still open; nothing once the start has passed."""
    ahead = starts_at - now
    if ahead < timedelta(0):
        return 0
    return max((tier.refund_bp for tier in tiers if ahead >= timedelta(hours=tier.hours_before)), default=0)


def rule_of(line: PaidLine, now: datetime, *, moved_minutes: int) -> RefundRule:
    """Return why a line of a sold booking gives back what it does.

    A start that the house moved by more than `moved_minutes` gives all back until both starts have passed:
    who came at the old time has not been served.
    """
    if line.departure_cancelled:
        return RefundRule.HOUSE_CANCELLED
    moved = abs(line.starts_now_at - line.starts_at) > timedelta(minutes=moved_minutes)
    if moved and now <= max(line.starts_at, line.starts_now_at):
        return RefundRule.HOUSE_MOVED
    return RefundRule.POLICY


class CannotGive(Exception):
    """So much can't come back of these lines: `least_paise` by their rules, `most_paise` at all."""

    def __init__(self, least_paise: int, most_paise: int) -> None:
        super().__init__(least_paise, most_paise)
        self.least_paise = least_paise
        self.most_paise = most_paise


def plan_refund(
    ending: Sequence[tuple[PaidLine, RefundRule]],
    paid: Sequence[PaidTender],
    now: datetime,
    back_paise: int | None = None,
) -> RefundPlan:
    """Plan what comes back of the lines that end, each by its rule; only POLICY asks the frozen tiers.

    With `back_paise` so much comes back in all; what that is beyond the rules is shared by what each line
    would keep. Raises CannotGive where it is less than the rules give, or more than was paid.

    Each line's share is rounded half up once; the tenders get theirs in proportion, by largest remainder,
    and never more than is left of them. What is too little for the gateway to send goes to the wallet.
    """
    dues = [share(line.total_paise, _rate_bp(line, rule, now)) for line, rule in ending]
    left = [tender.amount_paise - tender.refunded_paise for tender in paid]
    beyond = 0
    if back_paise is not None:
        ending, dues, beyond = _beyond(ending, dues, back_paise, sum(left))
    refund = min(sum(left), sum(dues))
    line_backs = split(refund, dues)
    taxes = [levies_back(line, back).tax_paise for (line, _), back in zip(ending, line_backs, strict=True)]
    legs = _legs(paid, refund)
    paid_paise = min(sum(left), sum(line.total_paise for line, _ in ending))
    tax_kept = min(sum(line.tax_paise for line, _ in ending) - sum(taxes), paid_paise - refund)
    lines = tuple(
        LineRefund(line.number, rule, line.total_paise, back, tax)
        for (line, rule), back, tax in zip(ending, line_backs, taxes, strict=True)
    )
    return RefundPlan(legs, paid_paise, refund, sum(taxes), tax_kept, lines, beyond_paise=beyond)


def _beyond(
    ending: Sequence[tuple[PaidLine, RefundRule]], dues: Sequence[int], back_paise: int, left_paise: int
) -> tuple[list[tuple[PaidLine, RefundRule]], list[int], int]:
    """Return the lines, what comes back of each, and how much of that is beyond their rules."""
    kept = [line.total_paise - due for (line, _rule), due in zip(ending, dues, strict=True)]
    most = min(sum(dues) + sum(kept), left_paise)
    used = any(rule is RefundRule.AFTER_USE for _line, rule in ending)
    if not sum(dues) + used <= back_paise <= most:
        raise CannotGive(min(sum(dues) + used, most), most)
    more = split(back_paise - sum(dues), kept)
    rules = [
        (line, RefundRule.WAIVED if rule is RefundRule.POLICY and extra else rule)
        for (line, rule), extra in zip(ending, more, strict=True)
    ]
    return rules, [due + extra for due, extra in zip(dues, more, strict=True)], sum(more)


def plan_unsold_refund(
    ending: Sequence[tuple[PaidLine, RefundRule]],
    paid: Sequence[PaidTender],
    now: datetime,
    *,
    free_paise: int,
    staying_paise: int,
    back_paise: int | None = None,
) -> RefundPlan:
    """Plan what comes back of lines of a booking whose balance is open.

    The fee counts on the whole line and is kept out of the `free_paise` that were paid and not kept before;
    what of it was not paid is not owed. What is left pays for the lines that stay, and only what is more than
    these cost goes back. With `back_paise` so much comes back, out of the fee that would be kept. Shares of
    lines and tenders by largest remainder, the tax in them as well.

    Raises CannotGive for less than the rules give, or more than is there.
    """
    totals = [line.total_paise for line, _ in ending]
    fees = [
        total - share(total, _rate_bp(line, rule, now))
        for total, (line, rule) in zip(totals, ending, strict=True)
    ]
    kept = min(free_paise, sum(fees))
    back = max(free_paise - kept - staying_paise, 0)
    beyond = 0 if back_paise is None else back_paise - back
    if not 0 <= beyond <= kept:
        raise CannotGive(back, back + kept)
    kept, back = kept - beyond, back + beyond
    line_kept = split(kept, fees)
    line_backs = split(back, [total - part for total, part in zip(totals, line_kept, strict=True)])
    ended = []
    for (line, rule), kept_here, back_here in zip(ending, line_kept, line_backs, strict=True):
        unpaid = line.total_paise - kept_here - back_here
        tax_back = levies_back(line, back_here).tax_paise
        unpaid_tax = line.tax_paise - tax_back - levies_kept(line, back_here, kept_here).tax_paise
        if beyond and rule is RefundRule.POLICY:
            rule = RefundRule.WAIVED
        ended.append(LineRefund(line.number, rule, line.total_paise, back_here, tax_back, unpaid, unpaid_tax))
    tax = sum(one.tax_back_paise for one in ended)
    kept_tax = sum(line.tax_paise for line, _ in ending) - tax - sum(one.unpaid_tax_paise for one in ended)
    return RefundPlan(
        legs=_legs(paid, back),
        paid_paise=kept + back,
        refund_paise=back,
        tax_refund_paise=tax,
        kept_tax_paise=kept_tax,
        lines=tuple(ended),
        balance_paise=staying_paise - (free_paise - kept - back),
        beyond_paise=beyond,
    )


def _legs(paid: Sequence[PaidTender], refund_paise: int) -> tuple[RefundLeg, ...]:
    """Share what goes back among the tenders by what is left of each; no leg is empty."""
    left = [tender.amount_paise - tender.refunded_paise for tender in paid]
    return tuple(
        RefundLeg(
            tender.payment_id,
            tender.tender,
            tender.amount_paise,
            back,
            TENDERS[tender.tender].way_back(back),
        )
        for tender, back in zip(paid, split(refund_paise, left), strict=True)
        if back > 0
    )


def levies_back(line: PaidLine, back_paise: int) -> Levies:
    """Return the levies inside what comes back of a line; the rest of it is value.

    After the last day of a credit note no tax comes back.
    """
    return Levies() if line.tax_stays else levies_of_part(line.levies, line.total_paise, back_paise)


def levies_kept(line: PaidLine, back_paise: int, kept_paise: int) -> Levies:
    """Return the levies inside what is kept of a line: by subtraction, unless some of it was not paid."""
    back = levies_back(line, back_paise)
    return levies_kept_of(line.levies, line.total_paise, (back_paise, back), kept_paise)


def _rate_bp(line: PaidLine, rule: RefundRule, now: datetime) -> int:
    if rule is RefundRule.AFTER_USE:
        return 0
    return refund_rate_bp(line.tiers, line.stay_starts_at, now) if rule is RefundRule.POLICY else FULL_BP
