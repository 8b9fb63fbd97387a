"""Limits of gateway money, each a second before it and at it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from db.ids import GatewayPaymentId
from db.schema import refund
from db.states import BookingState, CaseKind, InstrumentKind, LinkSms, PaymentState, RefundState
from desktop.services.domain.booking import Hold, Payment
from desktop.services.domain.foreign_money import Marked
from desktop.services.errors import BadRequest
from desktop.services.gateways.port import GatewayPayment, Rejected
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from tests.gateway_money.conftest import GatewayDesk

HOUR, DAY = 3600, 86_400


def check(desk: GatewayDesk, payment: Payment) -> Payment:
    """Ask about a payment, as the button does."""
    return desk.built.services.check_gateway_payment(payment.id, actor=desk.built.services.actor())


def money(desk: GatewayDesk, amount_paise: int, **fields: Any) -> GatewayPayment:
    """Return money as the gateway could list it now."""
    usual = GatewayPayment(
        GatewayPaymentId("pay_ABCDEFGHIJKLMN"),
        amount_paise,
        "INR",
        "captured",
        "upi",
        0,
        desk.clock(),
        "",
        Marked((), "", ""),
    )
    return replace(usual, **fields)


def shows(monkeypatch: pytest.MonkeyPatch, *found: GatewayPayment) -> None:
    """Let every instrument's list show this."""
    monkeypatch.setattr(RazorpayGateway, "payments_of", lambda *_which: found)


@pytest.mark.parametrize("currency", ["USD", "", "inr"])
def test_money_of_another_currency_pays_for_nothing(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch, currency: str
) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = gateway_desk.qr(hold)
    shows(monkeypatch, money(gateway_desk, payment.amount_paise, currency=currency))
    assert check(gateway_desk, payment).state is PaymentState.VOID
    assert gateway_desk.booking(hold).state is BookingState.HELD
    (case,) = gateway_desk.built.services.list_open_cases()
    assert (case.kind, case.amount_paise) == (CaseKind.MISMATCH, payment.amount_paise)
    gateway_desk.audit()


@pytest.mark.parametrize("paise", [-1, 1])
def test_money_of_one_paisa_more_or_less_pays_for_nothing(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch, paise: int
) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = gateway_desk.qr(hold)
    shows(monkeypatch, money(gateway_desk, payment.amount_paise + paise))
    check(gateway_desk, payment)
    assert gateway_desk.booking(hold).state is BookingState.HELD
    assert [case.kind for case in gateway_desk.built.services.list_open_cases()] == [CaseKind.MISMATCH]


def test_a_code_is_shown_with_a_minute_left_and_not_with_less(gateway_desk: GatewayDesk) -> None:
    late, last = gateway_desk.hold(gateway_desk.customer()), gateway_desk.hold(gateway_desk.customer())
    gateway_desk.step(540)
    assert gateway_desk.qr(last).state is PaymentState.WAITING
    gateway_desk.step(1)
    with pytest.raises(BadRequest) as refused:
        gateway_desk.qr(late)
    assert (refused.value.field, refused.value.reason) == ("time", "too_short")


def test_a_code_is_asked_to_end_half_a_minute_before_its_hold(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[datetime] = []
    open_ = RazorpayGateway.open_instrument

    def noting(self: RazorpayGateway, kind: InstrumentKind, **fields: Any) -> Any:
        asked.append(fields["ends_at"])
        return open_(self, kind, **fields)

    monkeypatch.setattr(RazorpayGateway, "open_instrument", noting)
    hold = gateway_desk.hold(gateway_desk.customer())
    gateway_desk.qr(hold)
    assert asked == [hold.expires_at - timedelta(seconds=30)]


def test_a_code_whose_reply_was_lost_is_looked_for_half_a_minute(gateway_desk: GatewayDesk) -> None:
    gateway_desk.practice.fault("drop_before", method="POST", path="qr_codes$", count=1)
    payment = gateway_desk.qr(gateway_desk.hold(gateway_desk.customer()))
    gateway_desk.step(29)
    assert check(gateway_desk, payment).state is PaymentState.UNRESOLVED
    gateway_desk.step(1)
    assert check(gateway_desk, payment).state is PaymentState.VOID


def test_a_closed_code_is_given_up_after_two_minutes(gateway_desk: GatewayDesk) -> None:
    payment = gateway_desk.qr(gateway_desk.hold(gateway_desk.customer()))
    gateway_desk.step(599)
    assert check(gateway_desk, payment).state is PaymentState.WAITING
    gateway_desk.step(1)
    assert check(gateway_desk, payment).state is PaymentState.CLOSING
    gateway_desk.step(119)
    assert check(gateway_desk, payment).state is PaymentState.CLOSING
    gateway_desk.step(1)
    assert check(gateway_desk, payment).state is PaymentState.VOID


def test_what_was_begun_on_a_telephone_is_waited_for_one_hour(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    payment = gateway_desk.qr(gateway_desk.hold(gateway_desk.customer()))
    shows(monkeypatch, money(gateway_desk, payment.amount_paise, status="created"))
    gateway_desk.step(600)
    check(gateway_desk, payment)
    gateway_desk.step(HOUR - 601)
    assert check(gateway_desk, payment).last_answer == "moving"
    gateway_desk.step(1)
    assert check(gateway_desk, payment).state is PaymentState.VOID


def test_a_hold_is_looked_back_at_after_a_quarter_of_an_hour_and_again_after_an_hour(
    gateway_desk: GatewayDesk,
) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = gateway_desk.qr(hold)
    gateway_desk.built.services.stop_gateway_payment(payment.id, actor=gateway_desk.built.services.actor())
    looked = 0

    def look_back(seconds: int) -> bool:
        nonlocal looked
        gateway_desk.step(seconds)
        before, looked = looked, len(gateway_desk.practice.items("GET"))
        gateway_desk.built.recheck_payments(actor=gateway_desk.built.services.actor())
        found, looked = looked, len(gateway_desk.practice.items("GET"))
        return before >= 0 and looked > found

    gateway_desk.practice.fault("error_502", path="/payments$", count=None)
    asked = [look_back(seconds) for seconds in (600 + 15 * 60 - 1, 1, HOUR - 1, 1)]
    assert asked == [False, True, False, True]


def test_an_sms_is_asked_for_again_after_a_minute(gateway_desk: GatewayDesk) -> None:
    gateway_desk.practice.fault("error_502", method="POST", path="notify_by", count=1)
    hold = gateway_desk.hold(gateway_desk.customer())
    services = gateway_desk.built.services
    payment = services.begin_gateway_payment(
        hold.booking_id, 0, InstrumentKind.LINK, gateway_desk.key(), actor=services.actor()
    )
    gateway_desk.step(59)
    assert check(gateway_desk, payment).link_sms is LinkSms.ASKED
    gateway_desk.step(1)
    assert check(gateway_desk, payment).link_sms is LinkSms.SENT


def ranges(desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """Sweep, and return from how many seconds back to how many ahead the account was listed."""
    found: list[tuple[datetime, datetime]] = []

    def noting(_self: RazorpayGateway, first: datetime, last: datetime) -> tuple[GatewayPayment, ...]:
        found.append((first, last))
        return ()

    with monkeypatch.context() as patched:
        patched.setattr(RazorpayGateway, "payments_between", noting)
        desk.built.reconcile_payments(actor=desk.built.services.actor())
    ((first, last),) = found
    return round((desk.clock() - first).total_seconds()), round((last - desk.clock()).total_seconds())


def test_a_sweep_goes_back_seven_days_before_the_last_one_and_four_months_at_most(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ranges(gateway_desk, monkeypatch) == (7 * DAY, 300)
    gateway_desk.clock.advance(112 * DAY)
    assert ranges(gateway_desk, monkeypatch) == (119 * DAY, 300)
    gateway_desk.clock.advance(114 * DAY)
    assert ranges(gateway_desk, monkeypatch) == (120 * DAY, 300)


@pytest.mark.parametrize(
    ("seconds", "is_asked"), [(-HOUR - 1, False), (-HOUR, True), (DAY, True), (DAY + 1, False)]
)
def test_an_instrument_is_asked_about_money_of_its_own_time_only(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch, seconds: int, is_asked: bool
) -> None:
    """From an hour before it was made to a day after its end."""
    payment = gateway_desk.qr(gateway_desk.hold(gateway_desk.customer()))
    gateway_desk.built.services.stop_gateway_payment(payment.id, actor=gateway_desk.built.services.actor())
    assert payment.instrument_ends_at is not None
    begins = payment.created_at if seconds < 0 else payment.instrument_ends_at
    asked: list[object] = []

    def under(*which: object) -> tuple[GatewayPayment, ...]:
        asked.append(which)
        return ()

    found = money(gateway_desk, payment.amount_paise, created_at=begins + timedelta(seconds=seconds))
    monkeypatch.setattr(RazorpayGateway, "payments_between", lambda *_range: (found,))
    monkeypatch.setattr(RazorpayGateway, "payments_of", under)
    gateway_desk.clock.advance(3 * DAY)
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    assert bool(asked) is is_asked


def test_money_is_foreign_after_a_quarter_of_an_hour_of_a_list_that_may_lag(
    gateway_desk: GatewayDesk,
) -> None:
    payment = gateway_desk.qr(gateway_desk.hold(gateway_desk.customer()))
    gateway_desk.account.paid_order(payment.amount_paise)
    reconcile, actor = gateway_desk.built.reconcile_payments, gateway_desk.built.services.actor()
    gateway_desk.step(15 * 60 - 1)
    assert reconcile(actor=actor).foreign_count == 0
    gateway_desk.step(1)
    assert reconcile(actor=actor).foreign_count == 1


def cancelled(desk: GatewayDesk) -> Hold:
    """Sell by a code and cancel: a refund waits to be sent."""
    hold = desk.hold(desk.customer())
    payment = desk.qr(hold)
    desk.practice.pay(desk.instrument(payment))
    check(desk, payment)
    services = desk.built.services
    plan = services.preview_cancellation(hold.booking_id)
    services.cancel_booking(
        hold.booking_id, "plans changed", plan, frozenset(), desk.key(), actor=services.actor()
    )
    return hold


def waits(desk: GatewayDesk) -> int:
    """Send what is due, and return after how many seconds the refund is tried again."""
    desk.built.send_refunds(actor=desk.built.services.actor())
    with desk.database.read() as session:
        next_try_at: datetime = session.execute(select(refund.c.next_try_at)).scalar_one()
    return round((next_try_at - desk.clock()).total_seconds())


def test_a_refund_is_tried_again_after_longer_and_longer_pauses(gateway_desk: GatewayDesk) -> None:
    cancelled(gateway_desk)
    gateway_desk.practice.fault("too_many_requests", path="refund", count=None)
    pauses: list[int] = []
    for _ in range(6):
        pauses.append(waits(gateway_desk))
        gateway_desk.step(pauses[-1])
    assert pauses == [15, 30, 60, 300, 900, 900]


def test_a_refund_whose_desk_was_killed_is_tried_again_after_half_a_minute(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    cancelled(gateway_desk)

    def killed(*_arguments: object, **_named: object) -> None:
        raise MemoryError

    monkeypatch.setattr(RazorpayGateway, "refund", killed)
    with pytest.raises(ExceptionGroup):
        gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    monkeypatch.undo()
    gateway_desk.step(29)
    assert gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor()) == 0
    gateway_desk.step(1)
    assert gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor()) == 1


@pytest.mark.parametrize(("asked_by", "reason"), [("refunds_of", "unknown_id"), ("refund", "fully_refunded")])
def test_a_refund_that_the_account_refuses_is_given_up_after_as_many_looks_as_there_are_pauses(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch, asked_by: str, reason: str
) -> None:
    hold = cancelled(gateway_desk)
    gateway_desk.practice.fault("drop_before", method="POST", path="/refund$", count=1)
    waits(gateway_desk)

    def refuse(*_arguments: object, **_named: object) -> None:
        raise Rejected(400, reason, "no")

    monkeypatch.setattr(RazorpayGateway, asked_by, refuse)
    tries = 0
    while gateway_desk.booking(hold).refunds[0].state is RefundState.SENT:
        gateway_desk.step(900)
        gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
        tries += 1
    assert (tries, gateway_desk.booking(hold).refunds[0].state) == (6, RefundState.FAILED)


def test_a_refund_at_the_bank_is_asked_about_each_hour(gateway_desk: GatewayDesk) -> None:
    cancelled(gateway_desk)
    gateway_desk.practice.fault("refund_pending", count=1, seconds=10**6)
    assert waits(gateway_desk) == HOUR
