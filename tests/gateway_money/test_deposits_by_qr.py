"""Deposits and balances through the gateway: asked for by a code, found, settled in the one way."""

from datetime import timedelta

from db.catalogue_words import BalanceDue
from db.ids import RequestKey
from db.states import BookingState, InstrumentKind, PaymentState
from desktop.services.domain.booking import Hold, Payment
from desktop.services.domain.deposits import DepositRule
from tests.gateway_money.conftest import GatewayDesk


def set_rule(desk: GatewayDesk) -> None:
    """A fifth confirms a booking."""
    services = desk.built.services
    rule = DepositRule("any", 20_00, 0, BalanceDue.AT_ARRIVAL)
    services.save_deposit_rules((rule,), actor=services.actor())


def ask(desk: GatewayDesk, hold: Hold, deposit_paise: int | None = None, wallet_paise: int = 0) -> Payment:
    """Ask for a part, or for all that is left, by a code."""
    services = desk.built.services
    return services.begin_gateway_payment(
        hold.booking_id,
        wallet_paise,
        InstrumentKind.QR,
        RequestKey(desk.key()),
        actor=services.actor(),
        deposit_paise=deposit_paise,
    )


def is_paid(desk: GatewayDesk, payment: Payment) -> None:
    """Let the customer pay it, and look."""
    services = desk.built.services
    desk.practice.pay(desk.instrument(payment))
    services.check_gateway_payment(payment.id, actor=services.actor())


def test_a_deposit_by_qr_confirms_and_the_balance_by_qr_sells(gateway_desk: GatewayDesk) -> None:
    desk = gateway_desk
    set_rule(desk)
    hold = desk.hold(desk.customer())
    payment = ask(desk, hold, 1_000_00)
    assert payment.amount_paise == 1_000_00
    is_paid(desk, payment)
    booking = desk.booking(hold)
    assert (booking.state, booking.due_paise) == (BookingState.CONFIRMED, hold.total_paise - 1_000_00)
    desk.audit()
    rest = ask(desk, hold)
    assert rest.amount_paise == booking.due_paise
    is_paid(desk, rest)
    booking = desk.booking(hold)
    assert (booking.due_paise, booking.owes_balance) == (0, False)
    desk.audit()


def test_the_wallet_gives_its_share_of_a_deposit(gateway_desk: GatewayDesk) -> None:
    desk = gateway_desk
    set_rule(desk)
    hold = desk.hold(desk.customer(wallet_paise=400_00))
    payment = ask(desk, hold, 1_000_00, wallet_paise=400_00)
    assert payment.amount_paise == 600_00
    is_paid(desk, payment)
    assert desk.booking(hold).due_paise == hold.total_paise - 1_000_00
    desk.audit()


def test_a_deposit_that_comes_late_takes_the_units_again(gateway_desk: GatewayDesk) -> None:
    desk = gateway_desk
    set_rule(desk)
    hold = desk.hold(desk.customer())
    payment = ask(desk, hold, 1_000_00)
    instrument = desk.instrument(payment)
    desk.practice.pay(instrument)
    desk.step(int(timedelta(minutes=11).total_seconds()))
    services = desk.built.services
    services.check_gateway_payment(payment.id, actor=services.actor())
    booking = desk.booking(hold)
    assert (booking.state, booking.due_paise) == (BookingState.CONFIRMED, hold.total_paise - 1_000_00)
    desk.audit()


def test_a_balance_that_was_paid_in_cash_meanwhile_becomes_a_case(gateway_desk: GatewayDesk) -> None:
    desk = gateway_desk
    set_rule(desk)
    services = desk.built.services
    hold = desk.hold(desk.customer())
    is_paid(desk, ask(desk, hold, 1_000_00))
    rest = ask(desk, hold)
    assert services.stop_gateway_payment(rest.id, actor=services.actor()).state is PaymentState.VOID
    desk.audit()
    assert desk.booking(hold).owes_balance
