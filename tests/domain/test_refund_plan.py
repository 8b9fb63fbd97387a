"""What comes back, tender by tender: it adds up and is never more than was paid."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.ids import PaymentId
from db.states import RefundRule, Tender
from desktop.services.domain.cancellation import PaidLine, PaidTender, PolicyTier, RefundPlan
from desktop.services.domain.levies import Levies
from desktop.services.domain.plan_refund import plan_refund, refund_rate_bp, rule_of

NOW = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
COACH = (PolicyTier(48, 10_000), PolicyTier(24, 7_500), PolicyTier(4, 2_500))
ALWAYS = (PolicyTier(0, 10_000),)


def line(total_paise: int, rate_bp: int, tax_paise: int = 0, hours: int = 100) -> PaidLine:
    return starting(NOW + timedelta(hours=hours), total_paise, tax_paise, (PolicyTier(0, rate_bp),))


def starting(at: datetime, total_paise: int, tax_paise: int, tiers: tuple[PolicyTier, ...]) -> PaidLine:
    """A line whose start nobody has moved."""
    return PaidLine(1, total_paise, Levies(igst_paise=tax_paise), at, at, at, False, tiers)


def plan_of(
    lines: Sequence[PaidLine], paid: Sequence[PaidTender], rule: RefundRule = RefundRule.POLICY
) -> RefundPlan:
    """What comes back when all these lines end by one rule."""
    return plan_refund([(one, rule) for one in lines], paid, NOW)


def cash(amount_paise: int, refunded_paise: int = 0) -> PaidTender:
    return PaidTender(PaymentId("cash"), Tender.CASH, amount_paise, refunded_paise)


@pytest.mark.parametrize(
    ("paid_paise", "rate_bp", "back_paise"),
    [
        (10_000_00, 5_000, 5_000_00),
        (10_000_00, 10_000, 10_000_00),
        (10_000_00, 0, 0),
        (100_00, 3_300, 33_00),
        (7_500_50, 5_000, 3_750_25),
    ],
)
def test_the_policys_share_of_what_was_paid(paid_paise: int, rate_bp: int, back_paise: int) -> None:
    plan = plan_of([line(paid_paise, rate_bp)], [cash(paid_paise)])
    assert (plan.refund_paise, plan.kept_paise) == (back_paise, paid_paise - back_paise)
    assert plan.drawer_paise == back_paise


@pytest.mark.parametrize(
    ("hours", "rate_bp"),
    [(72, 10_000), (48, 10_000), (47, 7_500), (24, 7_500), (23, 2_500), (4, 2_500), (3, 0), (-1, 0)],
)
def test_the_best_tier_whose_window_is_open(hours: int, rate_bp: int) -> None:
    assert refund_rate_bp(COACH, NOW + timedelta(hours=hours), NOW) == rate_bp


def test_a_tier_closes_one_microsecond_after_its_hour() -> None:
    starts = NOW + timedelta(hours=48)
    assert refund_rate_bp(COACH, starts, NOW) == 10_000
    assert refund_rate_bp(COACH, starts, NOW + timedelta(microseconds=1)) == 7_500


def test_nothing_comes_back_after_the_start_whatever_the_policy() -> None:
    assert refund_rate_bp(ALWAYS, NOW, NOW) == 10_000
    assert refund_rate_bp(ALWAYS, NOW, NOW + timedelta(microseconds=1)) == 0


def test_money_goes_back_to_where_it_came_from_in_proportion() -> None:
    paid = [
        PaidTender(PaymentId("w"), Tender.WALLET, 5_000_00),
        PaidTender(PaymentId("r"), Tender.RAZORPAY, 3_400_00),
    ]
    plan = plan_of([line(8_400_00, 5_000, 400_00)], paid)
    assert [(leg.back_paise, leg.back_to) for leg in plan.legs] == [
        (2_500_00, Tender.WALLET),
        (1_700_00, Tender.RAZORPAY),
    ]
    assert (plan.kept_paise, plan.kept_tax_paise, plan.tax_refund_paise) == (4_200_00, 200_00, 200_00)
    assert plan.drawer_paise == 0


@pytest.mark.parametrize(
    ("back_paise", "back_to"), [(1, Tender.WALLET), (99, Tender.WALLET), (100, Tender.RAZORPAY)]
)
@pytest.mark.parametrize("refunded_paise", [0, 7_00])
def test_what_is_too_little_for_the_gateway_goes_to_the_wallet(
    back_paise: int, back_to: Tender, refunded_paise: int
) -> None:
    paid = [
        PaidTender(PaymentId("r"), Tender.RAZORPAY, refunded_paise + back_paise, refunded_paise),
        cash(90_00),
    ]
    plan = plan_of([line(100_00, 10_000)], paid, RefundRule.HOLD)
    assert [(leg.back_paise, leg.back_to) for leg in plan.legs] == [
        (back_paise, back_to),
        (90_00, Tender.CASH),
    ]
    assert plan.drawer_paise == 90_00


def test_little_cash_stays_cash() -> None:
    plan = plan_of([line(1_00, 10_000)], [cash(50)])
    assert [leg.back_to for leg in plan.legs] == [Tender.CASH]


def test_a_hold_gives_everything_back_and_keeps_no_tax() -> None:
    plan = plan_of([line(8_400_00, 0, 400_00)], [cash(1_000_00)], RefundRule.HOLD)
    assert (plan.refund_paise, plan.kept_paise, plan.kept_tax_paise) == (1_000_00, 0, 0)
    nothing = plan_of([line(8_400_00, 0, 400_00)], [], RefundRule.HOLD)
    assert (nothing.legs, nothing.paid_paise, nothing.refund_paise) == ((), 0, 0)


def test_the_tax_that_comes_back_is_that_of_the_lines_that_come_back() -> None:
    taxed, untaxed = line(1_180_00, 10_000, 180_00), line(1_000_00, 0)
    plan = plan_of([taxed, untaxed], [cash(2_180_00)])
    assert (plan.refund_paise, plan.tax_refund_paise, plan.kept_tax_paise) == (1_180_00, 180_00, 0)


LINES = st.lists(
    st.builds(
        lambda net, tax, hours, rate: starting(
            NOW + timedelta(hours=hours), net + tax, tax, (PolicyTier(24, rate), *COACH)
        ),
        st.integers(0, 20_000_00),
        st.integers(0, 3_000_00),
        st.integers(-5, 100),
        st.integers(0, 10_000),
    ),
    min_size=1,
    max_size=12,
)


@given(LINES, st.lists(st.integers(1, 100), max_size=3), st.integers(0, 100), st.booleans())
def test_a_plan_adds_up_and_never_exceeds_what_was_paid(
    lines: list[PaidLine], shares: list[int], refunded: int, all_back: bool
) -> None:
    total = sum(one.total_paise for one in lines)
    tenders = list(Tender)
    whole = sum(shares) or 1
    amounts = [max(total * part // whole, 1) for part in shares]
    paid = [
        PaidTender(PaymentId(str(n)), tenders[n], amount, amount * refunded // 100)
        for n, amount in enumerate(amounts)
    ]
    plan = plan_of(lines, paid, RefundRule.HOUSE_CANCELLED if all_back else RefundRule.POLICY)
    assert sum(leg.back_paise for leg in plan.legs) == plan.refund_paise
    left = {tender.payment_id: tender.amount_paise - tender.refunded_paise for tender in paid}
    for leg in plan.legs:
        assert 0 < leg.back_paise <= left[leg.payment_id]
        assert leg.back_to is not Tender.RAZORPAY or leg.back_paise >= 100
    assert 0 <= plan.refund_paise <= sum(left.values())
    assert 0 <= plan.tax_refund_paise <= plan.refund_paise
    assert plan.tax_refund_paise + plan.kept_tax_paise <= sum(one.tax_paise for one in lines)
    assert 0 <= plan.kept_tax_paise <= plan.kept_paise


@pytest.mark.parametrize("minutes", [31, -31])
def test_a_start_that_was_moved_gives_all_back_until_both_starts_have_passed(minutes: int) -> None:
    now = NOW + timedelta(minutes=minutes)
    moved = PaidLine(1, 100_00, Levies(), NOW, now, now, False, ())
    last, later = max(NOW, now), max(NOW, now) + timedelta(microseconds=1)
    assert rule_of(moved, last, moved_minutes=30) is RefundRule.HOUSE_MOVED
    assert rule_of(moved, later, moved_minutes=30) is RefundRule.POLICY
    assert rule_of(moved, last, moved_minutes=31) is RefundRule.POLICY
