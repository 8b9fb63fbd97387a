"""Where cash is rounded to the rupee, what is taken and given stands on the page before the key."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from db.ids import PaymentId
from db.states import BookingState, Tender
from desktop.services.domain.cancellation import RefundLeg, RefundPlan
from desktop.ui.booking.booking_view import view_booking
from desktop.ui.cancellation.cancellation_view import view_cancellation
from desktop.ui.cancellation.cancellation_words import drawer_text, where_text
from desktop.ui.payment.customer_display import display_view
from desktop.ui.payment.payment_form import PaymentForm
from desktop.ui.payment.payment_view import view_payment
from desktop.ui.payment.payment_words import primary_label
from desktop.ui.payment.tender_block import TenderBlock
from tests.ui.sample_bookings import sample_booking, sample_payment

HELD = replace(sample_booking(3_400_40, wallet_paise=0), cash_to_rupee=True)
IN_CASH = PaymentForm(method=Tender.CASH)


def test_the_page_says_what_is_left_and_what_is_taken_in_cash_for_it(qtbot: QtBot) -> None:
    view = view_payment(HELD, IN_CASH)
    block = TenderBlock()
    qtbot.addWidget(block)
    block.render_view(view)
    said = block.cash_note.text().splitlines()
    assert said == ["3,400.40 → cash 3,400.00, rounded", "exact amount, no change"]
    assert block.received.placeholderText() == "3,400.00"
    assert primary_label(view) == "Take 3,400.00 in cash"
    assert display_view(HELD, view).amount_paise == 3_400_00


def test_nothing_is_said_of_rounding_where_the_house_does_not_round_or_the_tender_is_no_cash() -> None:
    exact = view_payment(replace(HELD, cash_to_rupee=False), IN_CASH)
    card = view_payment(HELD, PaymentForm(method=Tender.CARD, reference="A1"))
    assert [(view.rounding_paise, view.taken_paise) for view in (exact, card)] == [(0, 3_400_40)] * 2


def test_what_goes_back_in_cash_is_told_as_it_is_handed_over() -> None:
    paid = (replace(sample_payment(Tender.CASH, 1_528_06), rounding_paise=-6),)
    booking = sample_booking(1_528_06, payments=paid, state=BookingState.CONFIRMED)
    leg = RefundLeg(PaymentId("pay-cash"), Tender.CASH, 1_528_06, 764_03, Tender.CASH)
    plan = RefundPlan((leg,), 1_528_06, 764_03, 36_38, 36_38, cash_to_rupee=True)
    view = view_cancellation(booking, plan, frozenset(), "plans changed")
    assert (view.refund_paise, view.drawer_paise, plan.drawer_paise) == (764_03, 764_00, 764_00)
    assert where_text(view.legs[0]) == "cash from this drawer, rounded to 764.00"
    assert drawer_text(view) == "764.00 in cash leaves this drawer."
    assert display_view(booking, view_payment(booking, IN_CASH)).amount_paise == 1_528_00
    notes = [row.note for row in view_booking(booking, "Asia/Kolkata").money]
    assert "rounded: 1,528.00 in cash" in notes[0]
