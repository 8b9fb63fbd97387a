"""UPI QR codes of the real adapter against the practice gateway."""

from datetime import timedelta

import pytest

from db.states import InstrumentKind
from desktop.services.gateways.port import Instrument, Rejected
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from tests.gateways.practice_driver import MachineClock, PracticeDriver

QR = InstrumentKind.QR
PATH = "/v1/payments/qr_codes"


def open_code(
    gateway: RazorpayGateway, clock: MachineClock, *, attempt: str = "attempt-1", seconds: int = 570
) -> Instrument:
    return gateway.open_instrument(
        QR,
        attempt_id=attempt,
        amount_paise=340_000,
        description="BK-7F3K2Q",
        ends_at=clock.after(seconds),
    )


def test_a_code_is_made_for_one_payment_of_the_exact_amount(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    code = open_code(gateway, machine_clock)
    assert code.kind is QR
    assert (code.amount_paise, code.attempt_id, code.is_open) == (340_000, "attempt-1", True)
    assert code.ends_at == machine_clock.after(570)
    assert code.content.startswith("upi://pay?")
    assert "am=3400.00" in code.content
    [made] = practice.state()["qr_codes"]
    assert (made["usage"], made["fixed_amount"]) == ("single_use", True)
    assert practice.posts() == {(PATH, "attempt-1"): 1}


def test_an_account_without_image_content_still_gives_a_picture(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    practice.fault("image_content_absent")
    code = open_code(gateway, machine_clock)
    assert code.content == ""
    assert code.image_url.endswith(f"{code.id}.png")


def test_an_end_that_the_gateway_moves_is_read_back(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    practice.fault("close_by_overridden", seconds=7200)
    assert open_code(gateway, machine_clock).ends_at == machine_clock.after(7200)


def test_an_end_too_soon_becomes_the_soonest_that_is_safe(
    gateway: RazorpayGateway, machine_clock: MachineClock
) -> None:
    assert open_code(gateway, machine_clock, seconds=20).ends_at == machine_clock.after(150)


def test_when_the_end_is_refused_a_later_one_is_asked_for(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    practice.fault("close_by_refused", count=None)
    assert open_code(gateway, machine_clock).ends_at == machine_clock.after(960)
    assert practice.posts() == {(PATH, "attempt-1"): 2}
    assert len(practice.state()["qr_codes"]) == 1


def test_an_account_without_codes_is_told_from_other_refusals(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    practice.fault("qr_not_enabled")
    with pytest.raises(Rejected) as refusal:
        open_code(gateway, machine_clock)
    assert (refusal.value.status, refusal.value.reason) == (400, "qr_not_enabled")


def test_an_amount_above_the_accounts_limit_has_its_own_word(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    practice.fault("amount_limit", paise=200_000)
    with pytest.raises(Rejected) as refusal:
        open_code(gateway, machine_clock)
    assert refusal.value.reason == "amount_above_limit"


@pytest.mark.parametrize("ahead", [7200, -300])
def test_the_end_is_meant_by_this_machines_clock_however_wrong_it_goes(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock, ahead: int
) -> None:
    machine_clock.advance(-ahead)
    gateway.probe()
    assert abs(gateway.clock_offset_seconds - ahead) <= 1
    ends_at = open_code(gateway, machine_clock).ends_at
    assert ends_at is not None
    assert abs(ends_at - machine_clock.after(570)) <= timedelta(seconds=1)
    closes = practice.state()["qr_codes"][0]["close_by"]
    assert abs(closes - (practice.now().timestamp() + 570)) <= 2


def test_a_first_answer_that_corrects_the_clock_leads_to_the_same_wish_again(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    machine_clock.advance(-3600)
    ends_at = open_code(gateway, machine_clock).ends_at
    assert ends_at is not None
    assert abs(ends_at - machine_clock.after(570)) <= timedelta(seconds=1)
    assert practice.posts() == {(PATH, "attempt-1"): 2}


def test_a_code_is_found_by_its_attempt_among_several_pages(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    started, asked = machine_clock(), len(practice.items("GET"))
    wanted = open_code(gateway, machine_clock, attempt="wanted")
    for number in range(101):
        open_code(gateway, machine_clock, attempt=f"other-{number}")
    assert gateway.find_instrument(QR, attempt_id="wanted", since=started) == wanted
    assert gateway.find_instrument(QR, attempt_id="never-sent", since=started) is None
    assert len(practice.items("GET")) == asked + 4


def test_only_codes_made_since_are_looked_at(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    old = open_code(gateway, machine_clock)
    practice.advance(300)
    machine_clock.advance(300)
    assert gateway.find_instrument(QR, attempt_id=old.attempt_id, since=machine_clock()) is None
    assert gateway.find_instrument(QR, attempt_id=old.attempt_id, since=machine_clock.after(-200)) == old


def test_a_closed_code_is_returned_as_it_is_when_closed_again(
    gateway: RazorpayGateway, machine_clock: MachineClock
) -> None:
    code = open_code(gateway, machine_clock)
    assert not gateway.close_instrument(QR, code.id).is_open
    assert not gateway.close_instrument(QR, code.id).is_open


def test_a_paid_code_is_not_open_and_names_its_payment(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    code = open_code(gateway, machine_clock)
    assert gateway.payments_of(QR, code.id) == ()
    payment_id = practice.pay(code.id)
    [payment] = gateway.payments_of(QR, code.id)
    assert (payment.id, payment.amount_paise, payment.currency) == (payment_id, 340_000, "INR")
    assert payment.captured
    assert payment.method == "upi"
    assert payment.created_at == machine_clock()
    assert not gateway.close_instrument(QR, code.id).is_open


def test_every_payment_under_a_code_is_listed_also_the_second_and_the_one_after_the_close(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    code = open_code(gateway, machine_clock)
    practice.fault("duplicate_payment")
    practice.pay(code.id)
    practice.fault("pay_after_close")
    practice.pay(code.id)
    payments = gateway.payments_of(QR, code.id)
    assert len({payment.id for payment in payments}) == 3
    assert all(payment.captured for payment in payments)


def test_a_payment_without_notes_is_found_under_its_code_all_the_same(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    code = open_code(gateway, machine_clock)
    practice.fault("qr_notes_absent")
    payment_id = practice.pay(code.id)
    assert [payment.id for payment in gateway.payments_of(QR, code.id)] == [payment_id]
