"""The cancellation window's values, without Qt."""

from dataclasses import replace

import pytest

from db.ids import PaymentId
from db.states import BookingState, PaymentState, RefundRule, Tender
from desktop.services.domain.cancellation import LineRefund, PolicyTier, RefundLeg, RefundPlan
from desktop.ui.cancellation.cancellation_view import (
    CancelStage,
    When,
    cancel_stage,
    policies_of,
    view_cancellation,
)
from tests.ui.sample_bookings import sample_booking, sample_payment

PAYMENTS = (
    sample_payment(Tender.WALLET, 500_000),
    sample_payment(Tender.RAZORPAY, 240_000),
    sample_payment(Tender.CASH, 100_000),
)
BOOKING = sample_booking(payments=PAYMENTS, state=BookingState.CONFIRMED)
PLAN = RefundPlan(
    legs=(
        RefundLeg(PaymentId("pay-wallet"), Tender.WALLET, 500_000, 250_000, Tender.WALLET),
        RefundLeg(PaymentId("pay-razorpay"), Tender.RAZORPAY, 240_000, 120_000, Tender.RAZORPAY),
        RefundLeg(PaymentId("pay-cash"), Tender.CASH, 100_000, 50_000, Tender.CASH),
    ),
    paid_paise=840_000,
    refund_paise=420_000,
    tax_refund_paise=20_000,
    kept_tax_paise=20_000,
    lines=(LineRefund(1, RefundRule.POLICY, 840_000, 420_000, 20_000),),
)


def test_the_plan_is_shown_tender_by_tender() -> None:
    view = view_cancellation(BOOKING, PLAN, frozenset(), "")
    assert [(leg.tender, leg.back_paise, leg.back_to, leg.when) for leg in view.legs] == [
        (Tender.WALLET, 250_000, Tender.WALLET, When.NOW),
        (Tender.RAZORPAY, 120_000, Tender.RAZORPAY, When.DAYS),
        (Tender.CASH, 50_000, Tender.CASH, When.NOW),
    ]
    assert (view.kept_paise, view.kept_tax_paise, view.drawer_paise) == (420_000, 20_000, 50_000)


def test_money_of_the_gateway_can_go_to_the_wallet_instead_and_is_there_at_once() -> None:
    view = view_cancellation(BOOKING, PLAN, frozenset({PaymentId("pay-razorpay")}), "plans changed")
    moved = view.legs[1]
    assert (moved.back_to, moved.when) == (Tender.WALLET, When.NOW)
    assert [leg.wallet_possible for leg in view.legs] == [False, True, True]
    assert view.refund_paise == 420_000


def test_money_of_the_own_upi_code_comes_back_in_cash_or_in_the_wallet() -> None:
    booking = sample_booking(
        payments=(sample_payment(Tender.OWN_UPI, 840_000),), state=BookingState.CONFIRMED
    )
    legs = (RefundLeg(PaymentId("pay-own_upi"), Tender.OWN_UPI, 840_000, 420_000, Tender.CASH),)
    plan = RefundPlan(legs, 840_000, 420_000, 20_000, 20_000)
    cash = view_cancellation(booking, plan, frozenset(), "ill")
    wallet = view_cancellation(booking, plan, frozenset({PaymentId("pay-own_upi")}), "ill")
    assert (cash.legs[0].back_to, cash.legs[0].when, cash.drawer_paise) == (Tender.CASH, When.NOW, 420_000)
    assert cash.legs[0].wallet_possible
    assert (wallet.legs[0].back_to, wallet.legs[0].when, wallet.drawer_paise) == (Tender.WALLET, When.NOW, 0)


def test_what_was_paid_in_cash_can_go_to_the_wallet_and_leaves_the_drawer_alone() -> None:
    view = view_cancellation(BOOKING, PLAN, frozenset({PaymentId("pay-cash")}), "plans changed")
    moved = view.legs[2]
    assert (moved.back_to, moved.when, view.drawer_paise) == (Tender.WALLET, When.NOW, 0)


def test_who_has_no_wallet_gets_cash_back_in_cash() -> None:
    nobody = replace(BOOKING, customer=replace(BOOKING.customer, mobile="", wallet_paise=0))
    view = view_cancellation(nobody, PLAN, frozenset({PaymentId("pay-cash")}), "plans changed")
    assert (view.legs[2].back_to, view.legs[2].wallet_possible) == (Tender.CASH, False)


def test_a_tender_of_which_nothing_comes_back_still_has_its_row() -> None:
    nothing = RefundPlan((), 840_000, 0, 0, 40_000)
    view = view_cancellation(BOOKING, nothing, frozenset({PaymentId("pay-razorpay")}), "late")
    assert [(leg.back_paise, leg.when) for leg in view.legs] == [(0, When.NEVER)] * 3
    assert view.legs[1].back_to is Tender.RAZORPAY
    assert view.ready


def test_a_reason_is_required() -> None:
    assert not view_cancellation(BOOKING, PLAN, frozenset(), "  ").ready
    assert view_cancellation(BOOKING, PLAN, frozenset(), "mistake").ready


@pytest.mark.parametrize(
    ("state", "stage"),
    [
        (BookingState.HELD, CancelStage.READY),
        (BookingState.CONFIRMED, CancelStage.READY),
        (BookingState.CANCELLED, CancelStage.ALREADY),
        (BookingState.EXPIRED, CancelStage.TOO_LATE),
        (BookingState.COMPLETED, CancelStage.TOO_LATE),
    ],
)
def test_the_state_decides_whether_it_can_be_cancelled(state: BookingState, stage: CancelStage) -> None:
    assert cancel_stage(sample_booking(state=state)) is stage


def test_an_open_payment_comes_first() -> None:
    waiting = sample_payment(Tender.RAZORPAY, 340_000, PaymentState.WAITING)
    assert cancel_stage(sample_booking(payments=(waiting,))) is CancelStage.PAYING


def test_equal_policies_are_told_once() -> None:
    assert policies_of(BOOKING) == ((PolicyTier(24, 5_000),),)
