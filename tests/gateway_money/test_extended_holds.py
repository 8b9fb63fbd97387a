"""A hold that is extended while a code is open: the code is made anew, unless money is under way on it."""

import pytest

from db.states import BookingState, InstrumentKind, PaymentState
from desktop.services.domain.extending import CodeAfter
from tests.gateway_money.conftest import GatewayDesk


@pytest.mark.parametrize("wallet_paise", [0, 1_000_00])
def test_the_old_code_is_closed_and_a_new_one_lives_as_long_as_the_hold(
    gateway_desk: GatewayDesk, wallet_paise: int
) -> None:
    services = gateway_desk.built.services
    customer = gateway_desk.customer(wallet_paise)
    hold = gateway_desk.hold(customer)
    first = gateway_desk.qr(hold, wallet_paise)
    gateway_desk.step(500)
    extended = services.extend_hold(hold.booking_id, hold.expires_at, actor=services.actor())
    assert extended.code is CodeAfter.ANEW
    booking = gateway_desk.booking(hold)
    anew = booking.open_payment
    assert anew is not None
    assert anew.id != first.id
    assert (anew.amount_paise, anew.wallet_paise) == (first.amount_paise, wallet_paise)
    assert anew.instrument_ends_at is not None
    assert booking.expires_at > anew.instrument_ends_at > hold.expires_at
    assert services.get_customer(customer.id).wallet_paise == 0
    # A lost answer, pressed again: nothing is closed once more.
    again = services.extend_hold(hold.booking_id, hold.expires_at, actor=services.actor())
    assert again.hold == extended.hold
    still = gateway_desk.booking(hold).open_payment
    assert still is not None
    assert still.id == anew.id
    gateway_desk.step(300)
    gateway_desk.practice.pay(gateway_desk.instrument(anew))
    gateway_desk.built.poll_open_payments(actor=services.actor())
    assert gateway_desk.booking(hold).state is BookingState.CONFIRMED
    gateway_desk.audit()


@pytest.mark.parametrize("kind", list(InstrumentKind))
def test_promised_money_stays_on_its_code_and_the_hold_waits_for_it(
    gateway_desk: GatewayDesk, kind: InstrumentKind
) -> None:
    services = gateway_desk.built.services
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = services.begin_gateway_payment(
        hold.booking_id, 0, kind, gateway_desk.key(), actor=services.actor()
    )
    money = gateway_desk.practice.pay(gateway_desk.instrument(payment), "authorize")
    extended = services.extend_hold(hold.booking_id, hold.expires_at, actor=services.actor())
    assert extended.code is CodeAfter.LEFT
    assert [item["path"] for item in gateway_desk.practice.items() if "close" in item["path"]] == []
    gateway_desk.step(650)
    gateway_desk.account.post(
        f"/v1/payments/{money}/capture", {"amount": payment.amount_paise, "currency": "INR"}
    )
    services.check_gateway_payment(payment.id, actor=services.actor())
    assert gateway_desk.booking(hold).state is BookingState.CONFIRMED
    gateway_desk.audit()


def test_a_customer_who_was_faster_has_paid(gateway_desk: GatewayDesk) -> None:
    services = gateway_desk.built.services
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = gateway_desk.qr(hold)
    gateway_desk.practice.pay(gateway_desk.instrument(payment))
    extended = services.extend_hold(hold.booking_id, hold.expires_at, actor=services.actor())
    assert extended.code is CodeAfter.PAID
    booking = gateway_desk.booking(hold)
    assert booking.state is BookingState.CONFIRMED
    assert [one.state for one in booking.payments] == [PaymentState.CAPTURED]
    gateway_desk.audit()
