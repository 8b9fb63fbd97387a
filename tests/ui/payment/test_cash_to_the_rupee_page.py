"""Where cash is rounded to the rupee, what is taken and given stands on the page before the key."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.ids import BookingId, BookingReference, DocumentId, PaymentId
from db.states import BookingState, Tender
from desktop.services.domain.cancellation import RefundLeg, RefundPlan
from desktop.services.domain.departures import DepartureRefund
from desktop.services.domain.paid_parts import PaidPart
from desktop.services.domain.payment_request import PaymentResult
from desktop.ui.booking.booking_view import view_booking
from desktop.ui.cancellation.cancellation_view import view_cancellation
from desktop.ui.cancellation.cancellation_words import cancel_label, drawer_text, where_text
from desktop.ui.cancellation.leg_table import LegTable
from desktop.ui.departures.refund_words import advice_text, primary_text
from desktop.ui.payment.customer_display import display_view
from desktop.ui.payment.payment_form import PaymentForm
from desktop.ui.payment.payment_view import view_payment
from desktop.ui.payment.payment_words import paid_text, primary_label
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
    assert cancel_label(view).endswith("give back 764.00")
    assert display_view(booking, view_payment(booking, IN_CASH)).amount_paise == 1_528_00
    notes = [row.note for row in view_booking(booking, "Asia/Kolkata").money]
    assert "rounded: 1,528.00 in cash" in notes[0]


def test_the_sum_of_the_plan_and_the_key_tell_the_same_hand(qtbot: QtBot) -> None:
    paid = (sample_payment(Tender.CASH, 1_528_06),)
    booking = sample_booking(1_528_06, payments=paid, state=BookingState.CONFIRMED)
    leg = RefundLeg(PaymentId("pay-cash"), Tender.CASH, 1_528_06, 764_03, Tender.CASH)
    plan = RefundPlan((leg,), 1_528_06, 764_03, 36_38, 36_38, cash_to_rupee=True)
    table = LegTable()
    qtbot.addWidget(table)
    table.render_view(view_cancellation(booking, plan, frozenset(), "plans changed"))
    assert "rounded to 764.00" in [label.text() for label in table.findChildren(QLabel)]
    to_wallet = view_cancellation(booking, plan, frozenset({leg.payment_id}), "plans changed")
    assert cancel_label(to_wallet).endswith("give back 764.03")


def test_what_was_paid_adds_up_with_the_change() -> None:
    paid = (PaidPart(Tender.CASH, None, 1_528_06, -6),)
    state = BookingState.CONFIRMED
    result = PaymentResult(
        BookingId("b"), BookingReference("BK-2"), state, 0, 472_00, 0, 0, DocumentId("d"), paid
    )
    assert paid_text(result) == "Paid 1,528.00: cash 1,528.00, change 472.00"


def test_the_list_of_a_departure_tells_what_is_handed_over() -> None:
    leg = RefundLeg(PaymentId("p"), Tender.CASH, 1_528_06, 1_528_06, Tender.CASH)
    plan = RefundPlan((leg,), 1_528_06, 1_528_06, 72_76, 0, cash_to_rupee=True)
    row = DepartureRefund(
        BookingId("b"),
        BookingReference("BK-2"),
        "Asha",
        "",
        BookingState.CONFIRMED,
        1,
        plan,
        frozenset(),
        is_paying=False,
    )
    assert advice_text((row, row)) == (
        "2 bookings are hit; ₹3,056.00 goes back in all. ₹3,056.00 of it in cash out of this drawer."
    )
    assert primary_text((row, row)) == "Give all 3,056.00 back"
