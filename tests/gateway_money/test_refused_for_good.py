"""What the gateway refuses for good comes to an end all the same, and never hides money."""

import pytest

from db.states import BookingState, PaymentState, RefundState, Tender
from desktop.services.domain.booking import Hold, Payment
from desktop.services.gateways.port import Rejected
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from tests.gateway_money.conftest import GatewayDesk


def ask(desk: GatewayDesk) -> tuple[Hold, Payment]:
    """Hold a room and ask for its price by a code, beside a share of the wallet."""
    hold = desk.hold(desk.customer(wallet_paise=500_00))
    return hold, desk.qr(hold, wallet_paise=500_00)


def look(desk: GatewayDesk, payment: Payment) -> Payment:
    """Return the payment after a look at the gateway."""
    return desk.built.services.check_gateway_payment(payment.id, actor=desk.built.services.actor())


def wallet_paise(desk: GatewayDesk, hold: Hold) -> int:
    """Return what the customer has."""
    return desk.booking(hold).customer.wallet_paise


def test_a_lost_code_that_the_account_refuses_to_list_is_void(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    gateway_desk.practice.fault("drop_before", method="POST", path="qr_codes$", count=1)
    hold, payment = ask(gateway_desk)

    def refuse(*_arguments: object, **_named: object) -> None:
        raise Rejected(400, "qr_not_enabled", "The requested URL was not found on the server.")

    monkeypatch.setattr(RazorpayGateway, "find_instrument", refuse)
    assert look(gateway_desk, payment).state is PaymentState.UNRESOLVED
    gateway_desk.step(31)
    assert look(gateway_desk, payment).state is PaymentState.VOID
    assert wallet_paise(gateway_desk, hold) == 500_00
    gateway_desk.audit()


def test_a_code_that_the_account_does_not_know_ends_with_its_hold(gateway_desk: GatewayDesk) -> None:
    hold, payment = ask(gateway_desk)
    gateway_desk.practice.reset()
    gateway_desk.step(600)
    assert look(gateway_desk, payment).state is PaymentState.CLOSING
    gateway_desk.step(121)
    assert look(gateway_desk, payment).state is PaymentState.VOID
    assert wallet_paise(gateway_desk, hold) == 500_00
    gateway_desk.audit()


def test_a_code_that_the_account_does_not_know_can_be_stopped(gateway_desk: GatewayDesk) -> None:
    hold, payment = ask(gateway_desk)
    gateway_desk.practice.reset()
    assert (
        gateway_desk.built.services.stop_gateway_payment(
            payment.id, actor=gateway_desk.built.services.actor()
        ).state
        is PaymentState.VOID
    )
    assert wallet_paise(gateway_desk, hold) == 500_00


def test_money_is_found_though_its_code_could_not_be_closed(gateway_desk: GatewayDesk) -> None:
    hold, payment = ask(gateway_desk)
    gateway_desk.practice.pay(gateway_desk.instrument(payment))
    gateway_desk.step(600)
    gateway_desk.practice.fault("error_502", method="POST", path="/close$", count=1)
    look(gateway_desk, payment)
    assert gateway_desk.booking(hold).state is BookingState.CONFIRMED
    gateway_desk.audit()


def cancelled(desk: GatewayDesk) -> Hold:
    """Sell by a code and cancel; the refund is sent and stays pending at the gateway."""
    hold, payment = ask(desk)
    desk.practice.pay(desk.instrument(payment))
    look(desk, payment)
    services = desk.built.services
    plan = services.preview_cancellation(hold.booking_id)
    services.cancel_booking(
        hold.booking_id, "plans changed", plan, frozenset(), desk.key(), actor=services.actor()
    )
    desk.practice.fault("refund_pending", seconds=10**6, count=1)
    desk.built.send_refunds(actor=desk.built.services.actor())
    assert refund_state(desk, hold) is RefundState.PENDING
    return hold


def refund_state(desk: GatewayDesk, hold: Hold) -> RefundState:
    """Return where the gateway's refund stands."""
    return next(one.state for one in desk.booking(hold).refunds if one.tender is Tender.RAZORPAY)


def refund_posts(desk: GatewayDesk) -> int:
    """Return how many refunds were asked for."""
    return sum(item["path"].endswith("/refund") for item in desk.practice.items("POST"))


def test_a_refund_that_is_known_is_never_sent_again(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = cancelled(gateway_desk)
    with monkeypatch.context() as lists_are_empty:
        lists_are_empty.setattr(RazorpayGateway, "refunds_of", lambda *_which: ())
        gateway_desk.step(3700)
        gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert refund_posts(gateway_desk) == 1
    gateway_desk.step(1000)
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert (refund_posts(gateway_desk), refund_state(gateway_desk, hold)) == (1, RefundState.PENDING)


def test_a_refund_of_money_that_the_account_does_not_know_ends_in_the_list(
    gateway_desk: GatewayDesk,
) -> None:
    hold = cancelled(gateway_desk)
    gateway_desk.practice.reset()
    for _ in range(8):
        gateway_desk.step(3700)
        gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert refund_state(gateway_desk, hold) is RefundState.FAILED
    (case,) = gateway_desk.built.services.list_open_cases()
    assert case.kind == "refund_failed"
    gateway_desk.audit()
