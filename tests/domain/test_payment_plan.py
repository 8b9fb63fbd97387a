"""The wallet first; what the gateway can take and what it cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.payment_plan import (
    GATEWAY_MINIMUM_PAISE,
    GatewayCannotTake,
    split_for_gateway,
    split_payment,
)

PAISE = st.integers(0, 10_000_000_00)


@given(PAISE, PAISE)
def test_wallet_and_gateway_make_the_total(total_paise: int, balance_paise: int) -> None:
    plan = split_payment(total_paise, balance_paise)
    assert plan.wallet_applied_paise == min(balance_paise, total_paise)
    assert plan.wallet_applied_paise + plan.gateway_payable_paise == total_paise
    assert plan.needs_gateway == (balance_paise < total_paise)


def test_a_wallet_of_1000_leaves_1360_of_2360() -> None:
    plan = split_payment(2_360_00, 1_000_00)
    assert (plan.wallet_applied_paise, plan.gateway_payable_paise) == (1_000_00, 1_360_00)


def test_the_gateway_is_needed_from_the_first_paisa_on() -> None:
    assert not split_payment(2_360_00, 2_360_00).needs_gateway
    assert split_payment(2_360_00, 2_360_00 - 1).needs_gateway
    assert not split_payment(0, 0).needs_gateway


@pytest.mark.parametrize(("total_paise", "balance_paise"), [(-1, 0), (0, -1)])
def test_negative_amounts_are_no_plan(total_paise: int, balance_paise: int) -> None:
    with pytest.raises(ValueError, match="negative"):
        split_payment(total_paise, balance_paise)


def test_a_remainder_of_50_paise_takes_that_much_less_from_the_wallet() -> None:
    plan = split_for_gateway(1_000_00, 999_50)
    assert (plan.wallet_applied_paise, plan.gateway_payable_paise) == (999_00, 1_00)


def test_a_total_below_one_rupee_is_not_for_the_gateway() -> None:
    with pytest.raises(GatewayCannotTake) as refusal:
        split_for_gateway(50, 0)
    assert refusal.value.payable_paise == 50
    assert not split_for_gateway(50, 50).needs_gateway


def test_one_rupee_itself_is_for_the_gateway() -> None:
    whole = split_for_gateway(1_00, 50)
    assert (whole.wallet_applied_paise, whole.gateway_payable_paise) == (0, 1_00)
    rest = split_for_gateway(5_00, 4_00)
    assert (rest.wallet_applied_paise, rest.gateway_payable_paise) == (4_00, 1_00)
    with pytest.raises(GatewayCannotTake):
        split_for_gateway(99, 0)


@given(PAISE, PAISE)
def test_the_gateway_is_asked_for_nothing_or_for_what_it_takes(total_paise: int, wallet_paise: int) -> None:
    try:
        plan = split_for_gateway(total_paise, wallet_paise)
    except GatewayCannotTake:
        assert wallet_paise < total_paise < GATEWAY_MINIMUM_PAISE
        return
    assert plan.wallet_applied_paise + plan.gateway_payable_paise == total_paise
    assert 0 <= plan.wallet_applied_paise <= wallet_paise
    assert plan.gateway_payable_paise == 0 or plan.gateway_payable_paise >= GATEWAY_MINIMUM_PAISE
