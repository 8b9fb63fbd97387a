"""Fifteen minutes after a hold its instrument is asked once more, whatever the account's list shows."""

from db.states import PaymentState
from desktop.services.paying.recheck_payments import Rechecked
from tests.gateway_money.conftest import GatewayDesk


def give_up(desk: GatewayDesk) -> str:
    """Ask for money in vain until the payment is void; return its instrument."""
    hold = desk.hold(desk.customer())
    payment = desk.qr(hold)
    instrument = desk.instrument(payment)
    desk.step(600)
    desk.built.poll_open_payments(actor=desk.built.services.actor())
    desk.step(121)
    desk.built.poll_open_payments(actor=desk.built.services.actor())
    assert desk.booking(hold).payments[0].state is PaymentState.VOID
    return instrument


def asked(desk: GatewayDesk) -> list[str]:
    """Return what one look back asked."""
    before = len(desk.practice.items("GET"))
    desk.built.recheck_payments(actor=desk.built.services.actor())
    return [item["path"] for item in desk.practice.items("GET")[before:]]


def test_every_payment_is_looked_back_at_once(gateway_desk: GatewayDesk) -> None:
    instrument = give_up(gateway_desk)
    assert asked(gateway_desk) == []
    gateway_desk.step(15 * 60)
    assert asked(gateway_desk) == [f"/v1/payments/qr_codes/{instrument}/payments"]
    assert asked(gateway_desk) == []


def test_money_that_the_accounts_list_does_not_show_is_found(gateway_desk: GatewayDesk) -> None:
    instrument = give_up(gateway_desk)
    gateway_desk.practice.fault("pay_after_close", count=1)
    gateway_desk.practice.pay(instrument)
    gateway_desk.step(15 * 60)
    assert gateway_desk.built.recheck_payments(actor=gateway_desk.built.services.actor()).count == 1
    (case,) = gateway_desk.built.services.list_open_cases()
    assert case.kind == "late"
    gateway_desk.audit()


def test_a_second_payment_of_a_paid_code_is_found(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    instrument = gateway_desk.instrument(gateway_desk.qr(hold))
    gateway_desk.practice.pay(instrument)
    gateway_desk.built.poll_open_payments(actor=gateway_desk.built.services.actor())
    gateway_desk.practice.fault("pay_after_close", count=1)
    gateway_desk.practice.pay(instrument)
    gateway_desk.step(600 + 15 * 60)
    assert gateway_desk.built.recheck_payments(actor=gateway_desk.built.services.actor()).count == 1
    (case,) = gateway_desk.built.services.list_open_cases()
    assert case.kind == "duplicate"
    gateway_desk.audit()


def test_without_an_answer_it_is_looked_back_at_later_and_keeps_no_other_waiting(
    gateway_desk: GatewayDesk,
) -> None:
    silent, _ = give_up(gateway_desk), give_up(gateway_desk)
    gateway_desk.step(15 * 60)
    gateway_desk.practice.fault("error_502", path=silent, count=None)
    assert gateway_desk.built.recheck_payments(actor=gateway_desk.built.services.actor()) == Rechecked(
        1, has_gateway=True
    )
    assert asked(gateway_desk) == []
    gateway_desk.practice.fault("latency_before", seconds=0)
    gateway_desk.step(3600)
    assert asked(gateway_desk) == [f"/v1/payments/qr_codes/{silent}/payments"]


def test_a_desk_without_the_gateway_says_so(gateway_desk: GatewayDesk) -> None:
    give_up(gateway_desk)
    gateway_desk.step(15 * 60)
    gateway_desk.practice.fault("unauthorized", count=1)
    assert gateway_desk.built.recheck_payments(actor=gateway_desk.built.services.actor()) == Rechecked(
        0, has_gateway=False
    )


def test_an_account_that_never_knew_the_code_is_not_asked_for_ever(gateway_desk: GatewayDesk) -> None:
    give_up(gateway_desk)
    gateway_desk.step(15 * 60)
    now = gateway_desk.practice.now()
    gateway_desk.practice.reset()
    gateway_desk.practice.advance(int((now - gateway_desk.practice.now()).total_seconds()))
    assert gateway_desk.built.recheck_payments(actor=gateway_desk.built.services.actor()).count == 1
    assert gateway_desk.built.recheck_payments(actor=gateway_desk.built.services.actor()).count == 0
