"""The books beside the gateway's list: now, day by day, and by one desk of several."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial
from unittest.mock import patch

import pytest

from db.states import BookingState
from desktop.services.gateways.port import GatewayPayment, Unknown
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from desktop.services.leased_job import LeasedJob
from desktop.services.paying.check_gateway_payment import CheckGatewayPayment
from tests.actors import actor_of
from tests.conftest import Recorder, SteppedClock, open_database
from tests.gateway_money.conftest import GatewayDesk


def sell(desk: GatewayDesk, mobile: str = "9876543210") -> str:
    """Sell a room by QR; return the gateway's payment id."""
    hold = desk.hold(desk.customer(mobile=mobile))
    paid = desk.practice.pay(desk.instrument(desk.qr(hold)))
    desk.built.poll_open_payments(actor=desk.built.services.actor())
    return paid


def test_books_that_agree_are_even(gateway_desk: GatewayDesk) -> None:
    sell(gateway_desk)
    report = gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    assert (report.is_complete, report.open_left_count, report.missing) == (True, 0, ())
    found = report.comparison
    assert found is not None
    assert (found.amount_differences, found.refund_differences) == ((), ())
    assert (found.captured_count, found.captured_paise, found.undecided_paise) == (1, found.booked_paise, 0)


def test_money_in_an_open_case_is_in_the_books_but_undecided(gateway_desk: GatewayDesk) -> None:
    gateway_desk.account.paid_order(12_345)
    found = gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor()).comparison
    assert found is not None
    assert (found.booked_paise, found.undecided_paise) == (12_345, 12_345)
    assert (found.amount_differences, found.refund_differences) == ((), ())


def test_a_refund_by_somebody_elses_hand_is_named(gateway_desk: GatewayDesk) -> None:
    paid = sell(gateway_desk)
    gateway_desk.account.post(f"/v1/payments/{paid}/refund", {"amount": 100})
    found = gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor()).comparison
    assert found is not None
    assert (found.amount_differences, found.refund_differences) == ((), (paid,))
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    assert gateway_desk.published.tags().count("RECONCILIATION_DIFFERENCE") == 1


def test_a_refund_made_while_the_list_was_read_is_no_difference(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    gateway_desk.practice.pay(gateway_desk.instrument(gateway_desk.qr(hold)))
    gateway_desk.built.poll_open_payments(actor=gateway_desk.built.services.actor())
    services = gateway_desk.built.services
    plan = services.preview_cancellation(hold.booking_id)
    services.cancel_booking(
        hold.booking_id, "plans changed", plan, frozenset(), gateway_desk.key(), actor=services.actor()
    )
    list_payments = RazorpayGateway.payments_between

    def list_and_refund(gateway: RazorpayGateway, *between: datetime) -> Sequence[GatewayPayment]:
        found = list_payments(gateway, *between)
        gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
        return found

    monkeypatch.setattr(RazorpayGateway, "payments_between", list_and_refund)
    found = gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor()).comparison
    assert found is not None
    assert (found.amount_differences, found.refund_differences) == ((), ())
    assert found.refunded_paise > 0


def test_money_that_the_gateway_does_not_know_is_named(gateway_desk: GatewayDesk) -> None:
    paid = sell(gateway_desk)
    gateway_desk.practice.reset()
    report = gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    assert (report.is_complete, report.missing) == (True, (paid,))


def test_an_account_that_cannot_be_asked_is_no_comparison(gateway_desk: GatewayDesk) -> None:
    gateway_desk.practice.fault("error_502", path="/v1/payments$", count=None)
    report = gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    assert (report.is_complete, report.comparison) == (False, None)


def test_a_day_is_reported_once_it_is_over(gateway_desk: GatewayDesk) -> None:
    sell(gateway_desk)  # 10:00 in India
    services = gateway_desk.built.services
    gateway_desk.step(14 * 3600 + 29 * 60)
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    assert services.list_gateway_days() == ()
    gateway_desk.step(60)
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    (found,) = services.list_gateway_days()
    assert (found.day, found.comparison.captured_count) == (date(2026, 11, 23), 1)
    assert (found.comparison.amount_differences, found.comparison.refund_differences) == ((), ())
    assert gateway_desk.published.tags().count("RECONCILIATION_DAY") == 1


def test_days_missed_by_a_closed_desk_are_reported_at_its_next_start(gateway_desk: GatewayDesk) -> None:
    sell(gateway_desk)
    gateway_desk.step(24 * 3600)
    sell(gateway_desk, "9876543211")
    gateway_desk.step(3 * 24 * 3600)
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    days = gateway_desk.built.services.list_gateway_days()
    assert [one.day for one in days] == [date(2026, 11, 24), date(2026, 11, 23)]


def test_a_refund_later_changes_its_days_report(gateway_desk: GatewayDesk) -> None:
    paid = sell(gateway_desk)
    gateway_desk.step(24 * 3600)
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    gateway_desk.account.post(f"/v1/payments/{paid}/refund", {"amount": 100})
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    (found,) = gateway_desk.built.services.list_gateway_days()
    assert found.comparison.refund_differences == (paid,)


def test_money_is_not_foreign_while_its_codes_own_list_may_lag(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    gateway_desk.practice.pay(gateway_desk.instrument(gateway_desk.qr(hold)))
    with patch.object(RazorpayGateway, "payments_of", lambda *_which: ()):
        first = gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
        assert (first.is_complete, first.foreign_count) == (False, 0)
    assert gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor()).is_complete
    assert gateway_desk.built.services.list_open_cases() == ()
    assert gateway_desk.booking(hold).state is BookingState.CONFIRMED


def test_money_of_an_amount_like_ours_is_foreign_in_the_end(gateway_desk: GatewayDesk) -> None:
    payment = gateway_desk.qr(gateway_desk.hold(gateway_desk.customer()))
    gateway_desk.account.paid_order(payment.amount_paise)
    assert gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor()).foreign_count == 0
    gateway_desk.step(15 * 60)
    assert gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor()).foreign_count == 1


def test_one_desk_of_several_has_a_jobs_turn(engine_url: str, clock: SteppedClock, publish: Recorder) -> None:
    ran: list[str] = []

    def work(code: str) -> bool:
        ran.append(code)
        return True

    desks = {code: open_database(engine_url, clock, publish, code) for code in ("D1", "D2")}
    jobs = {
        code: LeasedJob(desk, "recheck_payments", partial(work, code), every=timedelta(seconds=45))
        for code, desk in desks.items()
    }
    assert [
        jobs["D1"](actor=actor_of(desks["D1"])),
        jobs["D2"](actor=actor_of(desks["D2"])),
        jobs["D1"](actor=actor_of(desks["D1"])),
    ] == [True, False, True]
    clock.advance(44)
    assert not jobs["D2"](actor=actor_of(desks["D2"]))
    clock.advance(1)
    assert [jobs["D2"](actor=actor_of(desks["D2"])), jobs["D1"](actor=actor_of(desks["D1"]))] == [True, False]
    assert ran == ["D1", "D1", "D2"]
    for desk in desks.values():
        desk.close()


def test_a_desk_without_the_gateway_leaves_the_turn_to_another(
    engine_url: str, clock: SteppedClock, publish: Recorder
) -> None:
    ran: list[str] = []
    desks = {code: open_database(engine_url, clock, publish, code) for code in ("D1", "D2")}

    def work(code: str) -> bool:
        ran.append(code)
        return code == "D2"

    every = timedelta(seconds=240)
    jobs = {code: LeasedJob(desk, "sweep", partial(work, code), every=every) for code, desk in desks.items()}
    assert [
        jobs["D1"](actor=actor_of(desks["D1"])),
        jobs["D2"](actor=actor_of(desks["D2"])),
        jobs["D1"](actor=actor_of(desks["D1"])),
    ] == [False, True, False]
    assert ran == ["D1", "D2"]
    for desk in desks.values():
        desk.close()


def test_late_money_of_a_desk_that_was_closed_for_weeks_is_found(gateway_desk: GatewayDesk) -> None:
    payment = gateway_desk.qr(gateway_desk.hold(gateway_desk.customer()))
    instrument = gateway_desk.instrument(payment)
    gateway_desk.built.services.stop_gateway_payment(payment.id, actor=gateway_desk.built.services.actor())
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    gateway_desk.step(1800)
    gateway_desk.built.recheck_payments(actor=gateway_desk.built.services.actor())
    gateway_desk.practice.fault("pay_after_close", count=1)
    gateway_desk.practice.pay(instrument)
    gateway_desk.step(20 * 24 * 3600)
    assert (
        gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor()).taken_in_count == 1
    )
    (case,) = gateway_desk.built.services.list_open_cases()
    assert case.kind == "late"


def test_a_fault_in_one_payment_stops_no_sweep(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    gateway_desk.qr(gateway_desk.hold(gateway_desk.customer()))
    gateway_desk.account.paid_order(12_345)

    def fail(*_arguments: object) -> None:
        raise ValueError("a payment that nobody can read")

    monkeypatch.setattr(CheckGatewayPayment, "_ask", fail)
    with pytest.raises(ExceptionGroup):
        gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    (case,) = gateway_desk.built.services.list_open_cases()
    assert case.kind == "foreign"


def test_money_whose_owner_can_never_be_listed_becomes_a_case(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    payment = gateway_desk.qr(gateway_desk.hold(gateway_desk.customer()))
    gateway_desk.built.services.stop_gateway_payment(payment.id, actor=gateway_desk.built.services.actor())
    gateway_desk.account.paid_order(payment.amount_paise)

    def unreadable(*_which: object) -> None:
        raise Unknown("bad_status")

    monkeypatch.setattr(RazorpayGateway, "payments_of", unreadable)
    for hours in (0, 12, 11):
        gateway_desk.step(hours * 3600)
        assert not gateway_desk.built.reconcile_payments(
            actor=gateway_desk.built.services.actor()
        ).is_complete
    gateway_desk.step(2 * 3600)
    report = gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    assert (report.is_complete, report.foreign_count) == (True, 1)


def test_money_given_back_elsewhere_is_offered_by_no_case(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = gateway_desk.qr(hold)
    instrument = gateway_desk.instrument(payment)
    gateway_desk.built.services.stop_gateway_payment(payment.id, actor=gateway_desk.built.services.actor())
    gateway_desk.practice.fault("pay_after_close", count=1)
    paid = gateway_desk.practice.pay(instrument)
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    (case,) = gateway_desk.built.services.list_open_cases()
    assert (case.kind, case.amount_paise) == ("late", hold.total_paise)
    gateway_desk.account.post(f"/v1/payments/{paid}/refund", {"amount": 1_000_00})
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    (case,) = gateway_desk.built.services.list_open_cases()
    assert case.amount_paise == hold.total_paise - 1_000_00
    gateway_desk.account.post(f"/v1/payments/{paid}/refund", {"amount": case.amount_paise})
    report = gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    assert gateway_desk.built.services.list_open_cases() == ()
    assert report.comparison is not None
    assert (report.comparison.amount_differences, report.comparison.refund_differences) == ((), ())
    gateway_desk.audit()
