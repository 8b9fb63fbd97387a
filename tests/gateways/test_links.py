"""Payment links of the real adapter against the practice gateway."""

from datetime import timedelta

import pytest

from db.ids import GatewayPaymentId
from db.states import InstrumentKind
from desktop.services.gateways.port import Instrument, Rejected
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from tests.gateways.practice_driver import MachineClock, PracticeDriver

LINK, CARD = InstrumentKind.LINK, InstrumentKind.CARD_LINK
PATH = "/v1/payment_links"
MOBILE = "+919876543210"


def open_link(
    gateway: RazorpayGateway,
    clock: MachineClock,
    kind: InstrumentKind = LINK,
    *,
    attempt: str = "attempt-1",
    seconds: int = 1200,
    mobile: str = MOBILE,
) -> Instrument:
    return gateway.open_instrument(
        kind,
        attempt_id=attempt,
        amount_paise=340_000,
        description="BK-7F3K2Q",
        ends_at=clock.after(seconds),
        mobile=mobile,
    )


@pytest.mark.parametrize("kind", [LINK, CARD])
def test_a_link_is_whole_silent_and_bound_to_its_attempt(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock, kind: InstrumentKind
) -> None:
    link = open_link(gateway, machine_clock, kind)
    assert (link.kind, link.amount_paise, link.attempt_id, link.is_open) == (kind, 340_000, "attempt-1", True)
    assert link.content.startswith("http")
    assert link.ends_at == machine_clock.after(1200)
    [made] = practice.state()["payment_links"]
    assert (made["accept_partial"], made["reminder_enable"]) == (False, False)
    assert made["notify"] == {"email": False, "sms": False, "whatsapp": False}
    assert practice.posts() == {(PATH, "attempt-1"): 1}


def test_a_link_lives_sixteen_minutes_at_least(gateway: RazorpayGateway, machine_clock: MachineClock) -> None:
    assert open_link(gateway, machine_clock, seconds=300).ends_at == machine_clock.after(960)


def test_a_clock_that_is_behind_is_corrected_by_the_first_refusal(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    machine_clock.advance(-3600)
    ends_at = open_link(gateway, machine_clock).ends_at
    assert ends_at is not None
    assert abs(ends_at - machine_clock.after(1200)) <= timedelta(seconds=1)
    assert practice.posts() == {(PATH, "attempt-1"): 2}


def test_a_card_link_can_be_paid_by_card_or_net_banking_only(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    link = open_link(gateway, machine_clock, CARD)
    with pytest.raises(AssertionError, match="method_not_allowed"):
        practice.pay(link.id, method="upi")
    practice.pay(link.id, method="card")
    [payment] = gateway.payments_of(CARD, link.id)
    assert (payment.method, payment.captured) == ("card", True)


def test_the_same_attempt_again_returns_the_same_link(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    first = open_link(gateway, machine_clock)
    assert open_link(gateway, machine_clock) == first
    assert len(practice.state()["payment_links"]) == 1


def test_a_link_is_found_by_its_attempt(gateway: RazorpayGateway, machine_clock: MachineClock) -> None:
    link = open_link(gateway, machine_clock)
    since = machine_clock()
    assert gateway.find_instrument(LINK, attempt_id="attempt-1", since=since) == link
    assert gateway.find_instrument(LINK, attempt_id="attempt-2", since=since) is None


def test_a_sms_goes_to_the_number_of_the_link_and_to_no_other(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    link = open_link(gateway, machine_clock)
    with pytest.raises(Rejected) as refusal:
        gateway.send_link(link.id, mobile="+919999900000")
    assert refusal.value.reason == "other_mobile"
    gateway.send_link(link.id, mobile=MOBILE)
    assert practice.posts() == {(PATH, "attempt-1"): 1, (f"{PATH}/{link.id}/notify_by/sms", None): 1}


def test_a_link_without_a_number_sends_no_sms(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    link = open_link(gateway, machine_clock, mobile="")
    with pytest.raises(Rejected) as refusal:
        gateway.send_link(link.id, mobile=MOBILE)
    assert refusal.value.reason == "no_mobile"
    assert practice.posts() == {(PATH, "attempt-1"): 1}


def test_a_link_that_has_ended_is_returned_as_it_is_when_cancelled(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    cancelled = open_link(gateway, machine_clock)
    assert not gateway.close_instrument(LINK, cancelled.id).is_open
    assert not gateway.close_instrument(LINK, cancelled.id).is_open
    paid = open_link(gateway, machine_clock, attempt="attempt-2")
    practice.pay(paid.id)
    assert not gateway.close_instrument(LINK, paid.id).is_open
    expired = open_link(gateway, machine_clock, attempt="attempt-3")
    practice.advance(1300)
    assert not gateway.close_instrument(LINK, expired.id).is_open


def test_tries_that_failed_are_listed_beside_the_one_that_paid(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    link = open_link(gateway, machine_clock)
    assert gateway.payments_of(LINK, link.id) == ()
    failed = GatewayPaymentId(practice.pay(link.id, "decline"))
    paid = GatewayPaymentId(practice.pay(link.id))
    payments = {payment.id: payment for payment in gateway.payments_of(LINK, link.id)}
    assert (payments[failed].status, payments[failed].captured) == ("failed", False)
    assert (payments[paid].captured, payments[paid].amount_paise) == (True, 340_000)
    assert payments[paid].order_id.startswith("order_")


def test_money_for_a_cancelled_link_is_seen(
    gateway: RazorpayGateway, practice: PracticeDriver, machine_clock: MachineClock
) -> None:
    link = open_link(gateway, machine_clock)
    gateway.close_instrument(LINK, link.id)
    practice.fault("pay_after_close")
    payment_id = practice.pay(link.id)
    assert [payment.id for payment in gateway.payments_of(LINK, link.id)] == [payment_id]
    assert not gateway.close_instrument(LINK, link.id).is_open
