"""The payment window's values, without Qt: what is shown, taken and left for every kind of remainder."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.ids import RequestKey
from db.states import BookingState, InstrumentKind, PaymentState, Tender
from desktop.services.domain.payment_request import TenderPart
from desktop.services.domain.tenders import BY_HAND, ReferenceFault, reference_fault
from desktop.ui.payment.payment_form import METHODS, Method, PaymentForm
from desktop.ui.payment.payment_problem import Problem
from desktop.ui.payment.payment_request import request_of
from desktop.ui.payment.payment_view import (
    Asking,
    Stage,
    view_payment,
)
from desktop.ui.payment.take_now import Note
from tests.ui.sample_bookings import sample_booking, sample_payment

TOTAL = 420_000


@pytest.mark.parametrize(
    ("total", "balance", "wallet", "gateway"),
    [
        (TOTAL, TOTAL, TOTAL, 0),
        (TOTAL, TOTAL + 1, TOTAL, 0),
        (TOTAL, TOTAL - 1, TOTAL - 100, 100),
        (TOTAL, TOTAL - 99, TOTAL - 100, 100),
        (TOTAL, TOTAL - 100, TOTAL - 100, 100),
        (TOTAL, TOTAL - 101, TOTAL - 101, 101),
        (TOTAL, 0, 0, TOTAL),
        (236_000, 100_000, 100_000, 136_000),
        (0, 0, 0, 0),
        (0, 500_000, 0, 0),
    ],
)
def test_the_wallet_goes_first_and_tenders_exist_only_for_the_rest(
    total: int, balance: int, wallet: int, gateway: int
) -> None:
    view = view_payment(sample_booking(total, balance), PaymentForm())
    assert (view.wallet_applied_paise, view.gateway_payable_paise) == (wallet, gateway)
    assert view.gateway_shown is (gateway > 0)
    assert view.stays_due_paise == 0
    assert view.problem is None


def test_a_total_of_zero_asks_neither_wallet_nor_gateway() -> None:
    view = view_payment(sample_booking(0, 500_000), PaymentForm())
    assert not view.wallet_shown
    assert not view.gateway_shown
    assert view.now_paise == view.wallet_now_paise == 0


def test_without_the_wallet_everything_is_left_to_pay() -> None:
    view = view_payment(sample_booking(840_000, 500_000), PaymentForm(use_wallet=False))
    assert view.wallet_shown
    assert view.gateway_payable_paise == 840_000
    assert view.wallet_after_paise == 500_000


def test_a_smaller_wallet_share_can_be_wished_for_but_not_a_larger_one() -> None:
    booking = sample_booking(840_000, 500_000)
    less = view_payment(booking, PaymentForm(wallet_wish_paise=100_000))
    more = view_payment(booking, PaymentForm(wallet_wish_paise=900_000))
    assert (less.wallet_applied_paise, less.gateway_payable_paise) == (100_000, 740_000)
    assert (more.wallet_applied_paise, more.gateway_payable_paise) == (500_000, 340_000)


def test_the_wallet_gives_way_to_a_rest_below_one_rupee_and_the_note_says_so() -> None:
    view = view_payment(sample_booking(TOTAL, TOTAL - 50), PaymentForm())
    assert view.note is Note.WALLET_GIVES_WAY
    assert view.gateway_payable_paise == 100
    in_cash = view_payment(sample_booking(TOTAL, TOTAL - 50), PaymentForm(method=Tender.CASH))
    assert in_cash.note is None
    assert in_cash.now_paise == 50


def test_a_whole_total_below_one_rupee_offers_no_gateway_method() -> None:
    view = view_payment(sample_booking(50, 0), PaymentForm())
    assert view.methods == BY_HAND
    assert view.method is Tender.CASH
    assert view.note is Note.TOO_SMALL_FOR_GATEWAY
    assert view.gateway_shown


@pytest.mark.parametrize(
    ("received", "now", "change", "stays", "note"),
    [
        (None, 340_000, 0, 0, None),
        (340_000, 340_000, 0, 0, None),
        (500_000, 340_000, 160_000, 0, None),
        (100_000, 100_000, 0, 240_000, None),
    ],
)
def test_cash_is_exact_with_change_or_a_part(
    received: int | None, now: int, change: int, stays: int, note: Note | None
) -> None:
    form = PaymentForm(method=Tender.CASH, received_paise=received)
    view = view_payment(sample_booking(), form)
    assert (view.now_paise, view.change_paise, view.stays_due_paise, view.note) == (now, change, stays, note)


@pytest.mark.parametrize(
    ("due", "received", "is_much"),
    [
        (4_200_00, 6_000_00, False),  # three notes of 2,000
        (4_200_00, 6_199_99, False),
        (4_200_00, 6_200_00, True),
        (4_200_00, 42_000_00, True),
        (4_200_00, 4_200_00, False),
        (50_00, 500_00, False),  # one note of 500
        (60_00, 600_00, True),  # ten times as much, and no note of 500
        (60_00, 599_00, False),
    ],
)
def test_change_that_no_banknote_explains_is_much(due: int, received: int, is_much: bool) -> None:
    form = PaymentForm(method=Tender.CASH, received_paise=received)
    assert view_payment(sample_booking(due, 0), form).is_much_cash is is_much


@given(
    total=st.integers(1, 10_000_000),
    more=st.integers(0, 20_000_000),
    balance=st.integers(0, 10_000_000),
    rounds=st.booleans(),
)
def test_two_thousand_in_change_is_never_given_without_a_question(
    total: int, more: int, balance: int, rounds: bool
) -> None:
    booking = replace(sample_booking(total, balance), cash_to_rupee=rounds)
    form = PaymentForm(method=Tender.CASH, received_paise=total + more)
    view = view_payment(booking, form)
    assert view.is_much_cash or view.change_paise < 2_000_00


def test_a_part_in_cash_leaves_the_wallet_for_the_act_that_pays_everything() -> None:
    form = PaymentForm(method=Tender.CASH, received_paise=100_000)
    booking = sample_booking()
    view = view_payment(booking, form)
    request = request_of(booking, view, form, RequestKey("key-1"))
    assert request.parts == (TenderPart(Tender.CASH, 100_000, received_paise=100_000),)
    after = sample_booking(payments=(sample_payment(Tender.CASH, 100_000),))
    rest = view_payment(after, PaymentForm())
    assert (rest.wallet_applied_paise, rest.gateway_payable_paise) == (500_000, 240_000)


def test_cash_that_would_leave_less_than_one_rupee_gives_way() -> None:
    form = PaymentForm(method=Tender.CASH, received_paise=99_950)
    view = view_payment(sample_booking(100_000, 0), form)
    assert (view.now_paise, view.change_paise, view.stays_due_paise) == (99_900, 50, 100)
    assert view.note is Note.CASH_GIVES_WAY


def test_a_card_slip_needs_its_reference_and_never_a_card_number() -> None:
    booking = sample_booking()
    missing = view_payment(booking, PaymentForm(method=Tender.CARD))
    number = view_payment(booking, PaymentForm(method=Tender.CARD, reference="4111 1111 1111 1111"))
    form = PaymentForm(method=Tender.CARD, reference=" 004521 ")
    good = view_payment(booking, form)
    assert missing.problem is Problem.REFERENCE_MISSING
    assert (number.problem, number.reference_fault) == (Problem.REFERENCE_WRONG, ReferenceFault.CARD_NUMBER)
    assert good.problem is None
    request = request_of(booking, good, form, RequestKey("key-1"))
    assert request.parts == (
        TenderPart(Tender.WALLET, 500_000),
        TenderPart(Tender.CARD, 340_000, "004521"),
    )


@pytest.mark.parametrize("count", range(8, 24))
def test_thirteen_digits_in_a_row_may_be_a_card_number(count: int) -> None:
    expected = ReferenceFault.CARD_NUMBER if count >= 13 else None
    assert reference_fault(Tender.CARD, "4" * count) is expected
    assert reference_fault(Tender.CARD, "A" + "4" * count) is expected


@pytest.mark.parametrize(
    ("state", "answer", "asking"),
    [
        (PaymentState.CREATING, "", Asking.PREPARING),
        (PaymentState.WAITING, "", Asking.WAITING),
        (PaymentState.WAITING, "open", Asking.WAITING),
        (PaymentState.WAITING, "moving", Asking.RECEIVED),
        (PaymentState.WAITING, "declined", Asking.DECLINED),
        (PaymentState.WAITING, "unreachable", Asking.SILENT),
        (PaymentState.WAITING, "unknown", Asking.UNKNOWN),
        (PaymentState.CLOSING, "", Asking.CLOSING),
        (PaymentState.UNRESOLVED, "", Asking.UNKNOWN),
    ],
)
def test_an_open_payment_shows_where_it_stands(state: PaymentState, answer: str, asking: Asking) -> None:
    payment = sample_payment(Tender.RAZORPAY, 340_000, state, wallet_paise=500_000, last_answer=answer)
    view = view_payment(sample_booking(840_000, 0, (payment,)), PaymentForm())
    assert view.stage is Stage.ASKING
    assert view.asking is asking
    assert (view.wallet_balance_paise, view.wallet_after_paise) == (500_000, 0)
    assert view.gateway_shown


@pytest.mark.parametrize(
    ("state", "stage"),
    [
        (BookingState.CONFIRMED, Stage.DONE),
        (BookingState.COMPLETED, Stage.DONE),
        (BookingState.EXPIRED, Stage.OVER),
        (BookingState.CANCELLED, Stage.OVER),
    ],
)
def test_no_money_can_be_taken_for_a_booking_that_is_not_held(state: BookingState, stage: Stage) -> None:
    view = view_payment(sample_booking(state=state), PaymentForm())
    assert view.stage is stage
    assert not view.gateway_shown
    assert not view.wallet_shown


@given(
    total=st.integers(0, 10_000_000),
    balance=st.integers(0, 10_000_000),
    wish=st.none() | st.integers(0, 10_000_000),
    method=st.sampled_from(METHODS),
    received=st.none() | st.integers(0, 10_000_000),
)
def test_every_paisa_is_in_exactly_one_place(
    total: int, balance: int, wish: int | None, method: Method, received: int | None
) -> None:
    form = PaymentForm(wallet_wish_paise=wish, method=method, received_paise=received)
    view = view_payment(sample_booking(total, balance), form)
    assert view.wallet_applied_paise + view.gateway_payable_paise == total
    assert 0 <= view.wallet_applied_paise <= min(balance, total)
    assert view.now_paise + view.stays_due_paise == view.gateway_payable_paise
    assert view.wallet_now_paise in (0, view.wallet_applied_paise)
    assert view.gateway_payable_paise == 0 or view.method in view.methods
    if view.method in (InstrumentKind.QR, InstrumentKind.LINK, InstrumentKind.CARD_LINK):
        assert view.gateway_payable_paise == 0 or view.gateway_payable_paise >= 100
