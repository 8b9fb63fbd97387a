"""Without the gateway the desk says so, keeps what is open unresolved and sells by every other tender."""

from typing import Any

import pytest

from db.states import BookingState, PaymentState
from desktop.services.domain.disturbance import GatewayAnswer
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.errors import PaymentUncertain, PaymentUnderWay
from desktop.services.events import GatewayAnswered
from tests.counter import parts_of
from tests.gateway_money.conftest import GatewayDesk

SILENCE = ("error_503", "drop_before", "html_502")


def answers(desk: GatewayDesk) -> list[GatewayAnswer]:
    """Return what was told of the gateway, in its order."""
    return [event.answer for event in desk.published.events if isinstance(event, GatewayAnswered)]


def cash(desk: GatewayDesk, hold: Any) -> TakePaymentRequest:
    due = desk.booking(hold).due_paise
    return TakePaymentRequest(hold.booking_id, desk.key(), parts_of(cash_paise=due, cash_received_paise=due))


@pytest.mark.parametrize("fault", SILENCE)
def test_an_answer_of_no_use_is_no_answer(gateway_desk: GatewayDesk, fault: str) -> None:
    payment = gateway_desk.qr(gateway_desk.hold(gateway_desk.customer()))
    gateway_desk.practice.fault(fault, count=None)
    gateway_desk.built.services.check_gateway_payment(payment.id, actor=gateway_desk.built.services.actor())
    assert answers(gateway_desk) == [GatewayAnswer.GOOD, GatewayAnswer.SILENT]
    gateway_desk.practice.fault("latency_before", seconds=0)
    gateway_desk.built.services.check_gateway_payment(payment.id, actor=gateway_desk.built.services.actor())
    assert answers(gateway_desk)[-1] is GatewayAnswer.GOOD


@pytest.mark.parametrize("fault", SILENCE)
def test_a_payment_begun_in_vain_says_so_at_once(gateway_desk: GatewayDesk, fault: str) -> None:
    gateway_desk.practice.fault(fault, count=None)
    payment = gateway_desk.qr(gateway_desk.hold(gateway_desk.customer()))
    assert payment.state is PaymentState.UNRESOLVED
    assert answers(gateway_desk) == [GatewayAnswer.SILENT]


def test_what_is_open_stays_open_and_takes_no_second_tender(gateway_desk: GatewayDesk) -> None:
    services = gateway_desk.built.services
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = gateway_desk.qr(hold)
    gateway_desk.practice.fault("drop_before", count=None)
    with pytest.raises(PaymentUncertain):
        services.stop_gateway_payment(payment.id, actor=services.actor())
    assert answers(gateway_desk)[-1] is GatewayAnswer.SILENT
    with pytest.raises(PaymentUnderWay):
        services.take_payment(cash(gateway_desk, hold), actor=services.actor())
    gateway_desk.step(700)
    gateway_desk.built.poll_open_payments(actor=gateway_desk.built.services.actor())
    open_payment = gateway_desk.booking(hold).open_payment
    assert open_payment is not None
    assert open_payment.id == payment.id


def test_other_sales_go_on_in_cash(gateway_desk: GatewayDesk) -> None:
    gateway_desk.practice.fault("drop_before", count=None)
    hold = gateway_desk.hold(gateway_desk.customer())
    gateway_desk.built.services.take_payment(
        cash(gateway_desk, hold), actor=gateway_desk.built.services.actor()
    )
    assert gateway_desk.booking(hold).state is BookingState.CONFIRMED
