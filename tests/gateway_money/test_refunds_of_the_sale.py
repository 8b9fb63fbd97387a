"""What goes back of a sale is one figure on voucher, list, CSV, page and panel, without double payments."""

import csv
from datetime import timedelta

import pytest

from db.ids import PaymentId
from db.states import CaseAnswer
from desktop.services.domain.booking import Hold
from desktop.services.domain.review import ReviewFilter
from desktop.ui.cancellation.cancellation_view import view_cancellation
from tests.gateway_money.conftest import GatewayDesk


def paid_by_qr(desk: GatewayDesk) -> Hold:
    """Sell a night by a QR code that was paid twice, and send the second payment back."""
    hold = desk.hold(desk.customer())
    payment = desk.qr(hold)
    services = desk.built.services
    desk.practice.fault("duplicate_payment", count=1)
    desk.practice.pay(desk.instrument(payment))
    services.check_gateway_payment(payment.id, actor=services.actor())
    (case,) = services.list_open_cases()
    assert case.kind == "duplicate"
    services.resolve_case(case.id, CaseAnswer.REFUND, actor=services.actor())
    desk.built.send_refunds(actor=services.actor())
    return hold


def told(desk: GatewayDesk, hold: Hold) -> list[int]:
    """Return what the list, the CSV and the page call given back."""
    services = desk.built.services
    booking = desk.booking(hold)
    (row,) = services.list_bookings(ReviewFilter(text=hold.reference), None, 5).rows
    head, line = csv.reader(services.export_bookings(ReviewFilter(text=hold.reference)))
    rupees = line[head.index("refunded")]
    page = sum(one.amount_paise for one in booking.refunds_of_sale)
    return [row.refunded_paise, round(float(rupees) * 100), page]


def cancel_late(desk: GatewayDesk, hold: Hold) -> int:
    """Cancel when the policy gives half; return what the voucher says."""
    desk.step(int(timedelta(days=4, hours=8).total_seconds()))
    services = desk.built.services
    plan = services.preview_cancellation(hold.booking_id)
    before = view_cancellation(desk.booking(hold), plan, frozenset(), "ill")
    assert (before.before_paise, before.paid_paise) == (0, hold.total_paise)
    done = services.cancel_booking(
        hold.booking_id, "ill", plan, frozenset[PaymentId](), desk.key(), actor=services.actor()
    )
    assert done.document_id is not None
    assert 0 < done.refund_paise < hold.total_paise
    voucher = services.show_document(done.document_id)
    assert sum(one.amount_paise for one in voucher.content.back) == done.refund_paise
    return done.refund_paise


def test_a_double_payment_sent_back_is_no_refund_of_the_sale(gateway_desk: GatewayDesk) -> None:
    hold = paid_by_qr(gateway_desk)
    assert told(gateway_desk, hold) == [0, 0, 0]
    back = cancel_late(gateway_desk, hold)
    assert told(gateway_desk, hold) == [back, back, back]
    gateway_desk.audit()


@pytest.mark.parametrize("answer", [CaseAnswer.WALLET, CaseAnswer.CASH, CaseAnswer.REFUND])
def test_a_refund_that_goes_another_way_stays_on_its_voucher(
    gateway_desk: GatewayDesk, answer: CaseAnswer
) -> None:
    hold = paid_by_qr(gateway_desk)
    back = cancel_late(gateway_desk, hold)
    services = gateway_desk.built.services
    gateway_desk.practice.fault("refund_insufficient_balance", count=1)
    gateway_desk.built.send_refunds(actor=services.actor())
    (case,) = services.list_open_cases()
    services.resolve_case(case.id, answer, actor=services.actor())
    gateway_desk.built.send_refunds(actor=services.actor())
    voucher = services.show_document(services.find_receipt(hold.booking_id).id)
    assert sum(one.amount_paise for one in voucher.content.back) == back
    assert told(gateway_desk, hold) == [back, back, back]
    gateway_desk.audit()
