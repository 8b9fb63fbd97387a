"""The sweep finds the owner of captured money with few questions, and trouble with one is not the end."""

from db.states import BookingState
from tests.gateway_money.conftest import GatewayDesk


def unpaid(desk: GatewayDesk, count: int, code: str = "DLX") -> list[str]:
    """Ask several customers for money, in vain; return the instruments."""
    found = []
    for number in range(count):
        hold = desk.hold(desk.customer(mobile=f"987654{number:04}"), code=code)
        payment = desk.qr(hold)
        found.append(desk.instrument(payment))
        desk.built.services.stop_gateway_payment(payment.id, actor=desk.built.services.actor())
        desk.step(1)
    return found


def sweep_paths(desk: GatewayDesk) -> list[str]:
    """Return what one reconciliation asked."""
    before = len(desk.practice.items("GET"))
    desk.built.reconcile_payments(actor=desk.built.services.actor())
    return [item["path"] for item in desk.practice.items("GET")[before:]]


def test_money_of_a_stranger_does_not_have_every_payment_asked_about(gateway_desk: GatewayDesk) -> None:
    unpaid(gateway_desk, 5)
    gateway_desk.account.paid_order(12_345)
    assert sweep_paths(gateway_desk) == ["/v1/payments"]
    (case,) = gateway_desk.built.services.list_open_cases()
    assert case.kind == "foreign"


def test_trouble_with_one_instrument_leaves_the_others_money_taken_in(gateway_desk: GatewayDesk) -> None:
    instruments = unpaid(gateway_desk, 2)
    gateway_desk.practice.fault("pay_after_close", count=1)
    gateway_desk.practice.pay(instruments[0])
    gateway_desk.practice.fault("error_502", path=f"{instruments[1]}/payments$", count=None)
    report = gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    assert (report.taken_in_count, report.foreign_count) == (1, 0)
    (case,) = gateway_desk.built.services.list_open_cases()
    assert case.kind == "late"


def test_money_is_not_called_foreign_while_its_owner_could_not_be_asked(gateway_desk: GatewayDesk) -> None:
    (instrument,) = unpaid(gateway_desk, 1)
    gateway_desk.practice.fault("pay_after_close", count=1)
    gateway_desk.practice.pay(instrument)
    gateway_desk.practice.fault("error_502", path=f"{instrument}/payments$", count=1)
    first = gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    assert (first.is_complete, first.taken_in_count, first.foreign_count) == (False, 0, 0)
    assert (
        gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor()).taken_in_count == 1
    )
    gateway_desk.audit()


def test_many_payments_without_an_answer_do_not_keep_the_others_waiting(gateway_desk: GatewayDesk) -> None:
    asked = gateway_desk.hold(gateway_desk.customer(mobile="9876500000"), code="STD")
    payment = gateway_desk.qr(asked)
    instrument = gateway_desk.instrument(payment)
    gateway_desk.practice.fault("drop_before", method="POST", path="qr_codes$", count=None)
    lost = [
        gateway_desk.hold(gateway_desk.customer(mobile=f"98765{n:05}"), code="MUM06", days_ahead=4 + n // 20)
        for n in range(1, 56)
    ]
    for hold in lost:
        gateway_desk.qr(hold)
    gateway_desk.practice.pay(instrument)
    gateway_desk.practice.fault("error_502", path="qr_codes$", count=None)
    gateway_desk.built.poll_open_payments(actor=gateway_desk.built.services.actor())
    gateway_desk.built.poll_open_payments(actor=gateway_desk.built.services.actor())
    assert gateway_desk.booking(asked).state is BookingState.CONFIRMED
