"""A deposit on the payment page: what is asked for now, what stays, and the page of a balance."""

from dataclasses import replace
from datetime import timedelta

from pytestqt.qtbot import QtBot

from db.states import BookingState, Tender
from desktop.services.domain.companies import Company
from desktop.services.domain.deposits import DepositTerms
from desktop.ui.payment.deposit_block import DepositBlock
from desktop.ui.payment.payment_form import PaymentForm
from desktop.ui.payment.payment_view import Stage, stage_of, view_payment
from desktop.ui.payment.payment_words import primary_label
from tests.ui.sample_bookings import sample_booking

TOTAL = 840_000
HELD = sample_booking(TOTAL, 0)
TERMS = DepositTerms(TOTAL, 168_000, HELD.as_of + timedelta(hours=8))


def test_a_deposit_asks_for_its_part_and_tells_what_stays() -> None:
    view = view_payment(HELD, PaymentForm(method=Tender.CASH, deposit_paise=168_000))
    assert (view.due_paise, view.gateway_payable_paise, view.balance_paise) == (168_000, 168_000, 672_000)
    assert primary_label(view) == "Take 1,680.00 in cash"


def test_nothing_at_all_confirms_and_says_what_is_left() -> None:
    view = view_payment(HELD, PaymentForm(method=Tender.CASH, deposit_paise=0))
    assert (view.due_paise, view.gateway_shown) == (0, False)
    assert primary_label(view) == "Confirm without money, 8,400.00 is left to pay"


def test_the_wallet_comes_first_for_a_deposit_too() -> None:
    view = view_payment(sample_booking(TOTAL, 100_000), PaymentForm(deposit_paise=168_000))
    assert (view.wallet_applied_paise, view.gateway_payable_paise) == (100_000, 68_000)


def test_only_a_company_is_offered_to_owe() -> None:
    assert Tender.ON_ACCOUNT not in view_payment(HELD, PaymentForm()).methods
    assert Tender.ON_ACCOUNT in view_payment(HELD, PaymentForm(may_owe=True)).methods


def test_a_balance_is_taken_until_more_is_paid() -> None:
    sold = replace(
        HELD,
        state=BookingState.CONFIRMED,
        confirmed_at=HELD.as_of,
        deposit_paise=0,
        balance_by=TERMS.balance_by,
    )
    assert stage_of(sold) is Stage.DONE
    assert stage_of(sold, 0) is Stage.CHOOSING
    assert stage_of(sold, 1) is Stage.DONE
    assert view_payment(sold, PaymentForm(balance_from=0)).due_paise == TOTAL


def test_d_takes_the_deposit_and_all_again(qtbot: QtBot) -> None:
    block = DepositBlock()
    qtbot.addWidget(block)
    assert not block.press()
    block.tell(HELD, TERMS, Company(HELD.customer.id, 1, 30, True), True)
    block.render_booking("Asia/Kolkata", is_choosing=True)
    assert not block.isHidden()
    assert (block.paise, block.may_owe) == (None, True)
    assert block.press()
    block.render_booking("Asia/Kolkata", is_choosing=True)
    assert block.paise == 168_000
    assert "20 % now, 6,720.00 left to pay" in block.note.text()
    assert block.press()
    assert block.paise is None


def test_without_a_rule_the_block_comes_by_its_key_only(qtbot: QtBot) -> None:
    block = DepositBlock()
    qtbot.addWidget(block)
    block.tell(HELD, replace(TERMS, least_paise=TOTAL), None, True)
    block.render_booking("Asia/Kolkata", is_choosing=True)
    assert block.isHidden()
    block.press()
    block.render_booking("Asia/Kolkata", is_choosing=True)
    assert not block.isHidden()
