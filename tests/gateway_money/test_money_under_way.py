"""Money that a bank has promised is under way: its instrument is neither stopped nor called unpaid."""

import pytest

from db.states import BookingState, InstrumentKind, PaymentState
from desktop.services.domain.booking import Hold, Payment
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.errors import PaymentUncertain, PaymentUnderWay
from tests.counter import parts_of
from tests.gateway_money.conftest import GatewayDesk

KINDS = [kind.value for kind in InstrumentKind]
LINKS = ["link", "card_link"]


def ask(desk: GatewayDesk, kind: str, wallet_paise: int = 0) -> tuple[Hold, Payment]:
    """Hold a room and ask for its price."""
    hold = desk.hold(desk.customer(wallet_paise))
    services = desk.built.services
    begin = services.begin_gateway_payment
    return hold, begin(
        hold.booking_id, wallet_paise, InstrumentKind(kind), desk.key(), actor=services.actor()
    )


def stop(desk: GatewayDesk, payment: Payment) -> Payment:
    """Stop asking for it."""
    return desk.built.services.stop_gateway_payment(payment.id, actor=desk.built.services.actor())


def look(desk: GatewayDesk, payment: Payment) -> Payment:
    """Ask the gateway about it."""
    return desk.built.services.check_gateway_payment(payment.id, actor=desk.built.services.actor())


def capture(desk: GatewayDesk, payment: Payment, money: str) -> None:
    """Let the bank keep its promise."""
    desk.account.post(f"/v1/payments/{money}/capture", {"amount": payment.amount_paise, "currency": "INR"})


def cash(desk: GatewayDesk, hold: Hold) -> None:
    """Take everything in cash."""
    parts = parts_of(cash_paise=hold.total_paise, cash_received_paise=hold.total_paise)
    request = TakePaymentRequest(hold.booking_id, desk.key(), parts)
    desk.built.services.take_payment(request, actor=desk.built.services.actor())


@pytest.mark.parametrize("kind", KINDS)
def test_promised_money_is_not_stopped_and_takes_no_cash(gateway_desk: GatewayDesk, kind: str) -> None:
    hold, payment = ask(gateway_desk, kind)
    money = gateway_desk.practice.pay(gateway_desk.instrument(payment), "authorize")
    with pytest.raises(PaymentUncertain) as refusal:
        stop(gateway_desk, payment)
    assert refusal.value.promised
    still = gateway_desk.booking(hold).open_payment
    assert still is not None
    assert (still.state, still.last_answer) == (PaymentState.WAITING, "moving")
    with pytest.raises(PaymentUnderWay):
        cash(gateway_desk, hold)
    assert [item["path"] for item in gateway_desk.practice.items() if "close" in item["path"]] == []
    capture(gateway_desk, payment, money)
    assert look(gateway_desk, payment).state is PaymentState.CAPTURED
    assert gateway_desk.booking(hold).state is BookingState.CONFIRMED
    gateway_desk.audit()


@pytest.mark.parametrize("kind", LINKS)
def test_a_link_is_not_called_unpaid_while_the_account_lists_money_under_it(
    gateway_desk: GatewayDesk, kind: str
) -> None:
    """The hold is over, the link was cancelled; the promise stands in no list but the account's."""
    _, payment = ask(gateway_desk, kind)
    gateway_desk.practice.pay(gateway_desk.instrument(payment), "authorize")
    for _ in range(3):
        gateway_desk.step(601)
        assert look(gateway_desk, payment).state is PaymentState.CLOSING
    gateway_desk.audit()


def test_the_promise_of_another_link_of_the_same_amount_holds_nobody_up(gateway_desk: GatewayDesk) -> None:
    _, first = ask(gateway_desk, "link")
    _, second = ask(gateway_desk, "link")
    gateway_desk.practice.pay(gateway_desk.instrument(first), "authorize")
    assert stop(gateway_desk, second).state is PaymentState.VOID


@pytest.mark.parametrize("kind", KINDS)
def test_what_nobody_has_paid_is_stopped_and_cash_is_taken(gateway_desk: GatewayDesk, kind: str) -> None:
    hold, payment = ask(gateway_desk, kind)
    assert stop(gateway_desk, payment).state is PaymentState.VOID
    cash(gateway_desk, hold)
    gateway_desk.audit()


@pytest.mark.parametrize("kind", KINDS)
def test_what_nobody_has_seen_is_given_up_at_once(gateway_desk: GatewayDesk, kind: str) -> None:
    gateway_desk.practice.fault(
        "drop_after_commit", method="POST", path="payment_links$|qr_codes$", count=None
    )
    hold, payment = ask(gateway_desk, kind, wallet_paise=1_000_00)
    assert payment.state is PaymentState.UNRESOLVED
    gateway_desk.practice.fault("drop_before", count=None)
    assert stop(gateway_desk, payment).state is PaymentState.VOID
    assert (
        gateway_desk.built.services.get_customer(gateway_desk.booking(hold).customer.id).wallet_paise
        == 1_000_00
    )
    cash(gateway_desk, hold)
    gateway_desk.audit()
