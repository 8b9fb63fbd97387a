"""A stay that is over is completed, and can't be cancelled any more."""

from datetime import timedelta

import pytest

from db.ids import RequestKey
from db.states import BookingState
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.errors import WrongState
from tests.counter import parts_of
from tests.gateway_money.conftest import GatewayDesk


def test_a_booking_is_completed_when_its_last_slot_has_ended(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    total = hold.total_paise
    gateway_desk.built.services.take_payment(
        TakePaymentRequest(
            hold.booking_id, RequestKey("k"), parts_of(cash_paise=total, cash_received_paise=total)
        ),
        actor=gateway_desk.built.services.actor(),
    )
    assert gateway_desk.built.complete_bookings(actor=gateway_desk.built.services.actor()) == 0
    gateway_desk.clock.advance(timedelta(days=7).total_seconds())
    assert gateway_desk.built.complete_bookings(actor=gateway_desk.built.services.actor()) == 1
    assert gateway_desk.built.complete_bookings(actor=gateway_desk.built.services.actor()) == 0
    assert gateway_desk.booking(hold).state is BookingState.COMPLETED
    with pytest.raises(WrongState):
        gateway_desk.built.services.preview_cancellation(hold.booking_id)
    gateway_desk.audit()
