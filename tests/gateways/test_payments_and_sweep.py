"""Payments one by one and by their time."""

from datetime import timedelta

from db.ids import GatewayPaymentId
from db.states import InstrumentKind
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from tests.gateways.practice_driver import MachineClock, PracticeDriver

QR, LINK = InstrumentKind.QR, InstrumentKind.LINK


def paid_code(
    gateway: RazorpayGateway,
    practice: PracticeDriver,
    clock: MachineClock,
    attempt: str,
    outcome: str = "approve",
) -> str:
    code = gateway.open_instrument(
        QR, attempt_id=attempt, amount_paise=5000, description="Desk", ends_at=clock.after(570)
    )
    return practice.pay(code.id, outcome)


def test_a_failed_payment_may_succeed_late(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    payment_id = paid_code(gateway, practice, machine_clock, "attempt-1", "decline")
    assert gateway.fetch_payment(GatewayPaymentId(payment_id)).status == "failed"
    practice.late(GatewayPaymentId(payment_id))
    assert gateway.fetch_payment(GatewayPaymentId(payment_id)).captured


def test_an_authorized_payment_is_not_ours(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    practice.fault("delayed_capture", seconds=30)
    payment_id = paid_code(gateway, practice, machine_clock, "attempt-1")
    payment = gateway.fetch_payment(GatewayPaymentId(payment_id))
    assert (payment.status, payment.captured) == ("authorized", False)
    practice.advance(31)
    assert gateway.fetch_payment(GatewayPaymentId(payment_id)).captured


def test_money_that_went_back_uncaptured_was_never_ours(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    practice.fault("delayed_capture", seconds=10**7)
    payment_id = paid_code(gateway, practice, machine_clock, "attempt-1")
    practice.advance(6 * 86400)
    payment = gateway.fetch_payment(GatewayPaymentId(payment_id))
    assert (payment.status, payment.captured, payment.refunded_paise) == ("returned", False, 5000)


def test_a_sweep_reads_every_page_and_gives_each_payment_once(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    link = gateway.open_instrument(
        LINK, attempt_id="a", amount_paise=5000, description="Desk", ends_at=machine_clock.after(86400)
    )
    paid = [practice.pay(link.id, "decline") for _ in range(203)]
    until = machine_clock.after(60)
    found = gateway.payments_between(machine_clock.after(-60), until)
    assert sorted(payment.id for payment in found) == sorted(paid)
    assert gateway.payments_between(machine_clock.after(1), until) == ()


def test_a_sweep_means_its_times_by_this_machines_clock(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    machine_clock.advance(-7200)
    gateway.probe()
    payment_id = paid_code(gateway, practice, machine_clock, "attempt-1")
    [payment] = gateway.payments_between(machine_clock.after(-5), machine_clock.after(5))
    assert payment.id == payment_id
    assert abs(payment.created_at - machine_clock()) <= timedelta(seconds=1)


def test_a_payment_that_is_listed_late_is_not_there_before(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    practice.fault("delayed_visibility", seconds=30)
    code = gateway.open_instrument(
        QR, attempt_id="a", amount_paise=5000, description="Desk", ends_at=machine_clock.after(570)
    )
    practice.pay(code.id)
    assert gateway.payments_of(QR, code.id) == ()
    practice.advance(31)
    assert len(gateway.payments_of(QR, code.id)) == 1
