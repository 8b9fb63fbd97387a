"""Several payers one after the other, each a code of its own for its part; the last paisa confirms."""

import pytest

from db import house_rules
from db.ids import RequestKey
from db.states import BookingState, CaseKind, InstrumentKind, PaymentState
from desktop.services.domain.booking import Hold, Payment
from desktop.services.domain.payment_plan import GatewayCannotTake
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.errors import BadRequest, OtherContent, PaymentUnderWay
from tests.counter import parts_of
from tests.gateway_money.conftest import GatewayDesk


def ask(desk: GatewayDesk, hold: Hold, paise: int, wallet_paise: int = 0, key: str = "") -> Payment:
    """Ask one payer for a part by a code."""
    services = desk.built.services
    return services.begin_gateway_payment(
        hold.booking_id,
        wallet_paise,
        InstrumentKind.QR,
        RequestKey(key) if key else desk.key(),
        actor=services.actor(),
        due_now_paise=paise,
    )


def faults(desk: GatewayDesk) -> list[str]:
    """Return what the audit finds."""
    return [line.name for line in desk.built.services.audit() if not line.passed]


def pay(desk: GatewayDesk, payment: Payment) -> Payment:
    """Let the payer pay, and look."""
    desk.practice.pay(desk.instrument(payment))
    services = desk.built.services
    return services.check_gateway_payment(payment.id, actor=services.actor())


def test_each_pays_a_part_and_the_last_paisa_confirms(gateway_desk: GatewayDesk) -> None:
    desk, services = gateway_desk, gateway_desk.built.services
    hold = desk.hold(desk.customer())
    first = ask(desk, hold, 1_000_00)
    assert first.amount_paise == 1_000_00
    with pytest.raises(PaymentUnderWay):
        ask(desk, hold, 500_00)
    assert pay(desk, first).state is PaymentState.CAPTURED
    booking = services.find_booking(hold.booking_id)
    assert (booking.state, booking.due_paise) == (BookingState.HELD, hold.total_paise - 1_000_00)
    assert booking.expires_at == hold.expires_at
    second = ask(desk, hold, hold.total_paise - 1_000_00)
    pay(desk, second)
    booking = services.find_booking(hold.booking_id)
    assert (booking.state, booking.due_paise) == (BookingState.CONFIRMED, 0)
    assert [one.amount_paise for one in booking.paid_parts] == [hold.total_paise]
    assert faults(desk) == []


def test_a_part_by_code_and_the_rest_in_cash_or_from_the_wallet(gateway_desk: GatewayDesk) -> None:
    desk, services = gateway_desk, gateway_desk.built.services
    hold = desk.hold(desk.customer(wallet_paise=500_00))
    pay(desk, ask(desk, hold, 1_000_00))
    rest = hold.total_paise - 1_000_00
    parts = parts_of(wallet_paise=500_00, cash_paise=rest - 500_00)
    services.take_payment(TakePaymentRequest(hold.booking_id, desk.key(), parts), actor=services.actor())
    assert services.find_booking(hold.booking_id).state is BookingState.CONFIRMED
    assert faults(desk) == []


def test_of_what_is_asked_for_now_the_wallet_pays_first(gateway_desk: GatewayDesk) -> None:
    desk, services = gateway_desk, gateway_desk.built.services
    hold = desk.hold(desk.customer(wallet_paise=500_00))
    payment = ask(desk, hold, 1_000_00, wallet_paise=500_00)
    assert (payment.amount_paise, payment.wallet_paise) == (500_00, 500_00)
    pay(desk, payment)
    booking = services.find_booking(hold.booking_id)
    assert (booking.due_paise, booking.customer.wallet_paise) == (hold.total_paise - 1_000_00, 0)
    assert faults(desk) == []


@pytest.mark.parametrize("paise", [0, -1, 10_00_000_00])
def test_a_part_that_can_not_be_asks_for_nothing(gateway_desk: GatewayDesk, paise: int) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    with pytest.raises(BadRequest):
        ask(gateway_desk, hold, paise)
    assert gateway_desk.built.services.find_booking(hold.booking_id).payments == ()


def test_the_gateways_minimum_is_of_the_part(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    with pytest.raises(GatewayCannotTake):
        ask(gateway_desk, hold, 99)
    assert ask(gateway_desk, hold, 100).amount_paise == 100


def test_the_key_of_a_part_asks_for_no_other(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = ask(gateway_desk, hold, 1_000_00, key="part")
    assert ask(gateway_desk, hold, 1_000_00, key="part").id == payment.id
    with pytest.raises(OtherContent):
        ask(gateway_desk, hold, 1_000_01, key="part")


def test_no_code_is_drawn_above_what_upi_allows(gateway_desk: GatewayDesk) -> None:
    desk = gateway_desk
    hold = desk.hold(desk.customer())
    with desk.database.write(desk.built.services.actor()) as session:
        house_rules.write(session, {"gateway_upi_paise": 1_000_00}, change=True)
    with pytest.raises(BadRequest) as refused:
        ask(desk, hold, 1_000_01)
    assert refused.value.most_paise == 1_000_00
    ask(desk, hold, 1_000_00)


def test_parts_that_were_paid_when_the_hold_ended_wait_for_a_decision(gateway_desk: GatewayDesk) -> None:
    desk, services = gateway_desk, gateway_desk.built.services
    hold = desk.hold(desk.customer())
    pay(desk, ask(desk, hold, 1_000_00))
    late = ask(desk, hold, 500_00)
    desk.practice.pay(desk.instrument(late))
    desk.step(601)
    desk.built.release_expired_holds(actor=services.actor())
    services.check_gateway_payment(late.id, actor=services.actor())
    found = {case.kind: case.amount_paise for case in services.list_open_cases()}
    assert found == {CaseKind.PART_PAYMENT: 1_000_00, CaseKind.LATE: 500_00}
    assert faults(desk) == []


def test_the_last_part_that_comes_late_takes_the_units_again(gateway_desk: GatewayDesk) -> None:
    desk, services = gateway_desk, gateway_desk.built.services
    hold = desk.hold(desk.customer())
    pay(desk, ask(desk, hold, 1_000_00))
    last = ask(desk, hold, hold.total_paise - 1_000_00)
    desk.practice.pay(desk.instrument(last))
    desk.step(601)
    desk.built.release_expired_holds(actor=services.actor())
    services.check_gateway_payment(last.id, actor=services.actor())
    assert services.find_booking(hold.booking_id).state is BookingState.CONFIRMED
    assert services.list_open_cases() == ()
    assert faults(desk) == []
