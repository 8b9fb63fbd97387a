"""Late money is applied by one key wherever that is right: while the hold lives, at its end, and after it."""

import pytest

from db.states import BookingState, CaseAnswer, RefundState
from desktop.services.domain.booking import Hold
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.domain.review import OpenCase
from desktop.services.errors import DepartureCancelled, PaymentUnderWay
from tests.counter import parts_of
from tests.gateway_money.conftest import GatewayDesk

CASH = 100_00


def stopped_qr(desk: GatewayDesk, *, wallet_paise: int = 0, code: str = "DLX") -> tuple[Hold, str]:
    """Show a QR code and stop it while the hold lives; return the hold and the code."""
    hold = desk.hold(desk.customer(wallet_paise), code=code)
    payment = desk.qr(hold, wallet_paise)
    instrument = desk.instrument(payment)
    desk.built.services.stop_gateway_payment(payment.id, actor=desk.built.services.actor())
    return hold, instrument


def pay_after_all(desk: GatewayDesk, instrument: str) -> OpenCase:
    """Have a code paid that is closed, and look for the money; return its case."""
    desk.practice.fault("pay_after_close", count=1)
    desk.practice.pay(instrument)
    desk.built.reconcile_payments(actor=desk.built.services.actor())
    (case,) = (one for one in desk.built.services.list_open_cases() if one.kind == "late")
    return case


def take_cash(desk: GatewayDesk, hold: Hold) -> None:
    """Take a part in cash."""
    request = TakePaymentRequest(
        hold.booking_id, desk.key(), parts_of(cash_paise=CASH, cash_received_paise=CASH)
    )
    desk.built.services.take_payment(request, actor=desk.built.services.actor())


def cash_given_back(desk: GatewayDesk) -> tuple[Hold, str]:
    """Let a hold end with a part in cash, and give the cash back."""
    hold, instrument = stopped_qr(desk)
    take_cash(desk, hold)
    desk.step(601)
    desk.built.release_expired_holds(actor=desk.built.services.actor())
    (case,) = desk.built.services.list_open_cases()
    desk.built.services.resolve_case(case.id, CaseAnswer.REFUND, actor=desk.built.services.actor())
    desk.step(1)
    return hold, instrument


def test_cash_that_went_back_does_not_stand_in_the_way(gateway_desk: GatewayDesk) -> None:
    hold, instrument = cash_given_back(gateway_desk)
    gateway_desk.built.services.resolve_case(
        pay_after_all(gateway_desk, instrument).id,
        CaseAnswer.CONFIRM,
        actor=gateway_desk.built.services.actor(),
    )
    assert gateway_desk.booking(hold).state is BookingState.CONFIRMED
    gateway_desk.audit()


def test_a_receipt_names_no_cash_that_went_back_before_it(gateway_desk: GatewayDesk) -> None:
    hold, instrument = cash_given_back(gateway_desk)
    gateway_desk.built.services.resolve_case(
        pay_after_all(gateway_desk, instrument).id,
        CaseAnswer.CONFIRM,
        actor=gateway_desk.built.services.actor(),
    )
    receipt = gateway_desk.built.services.find_receipt(hold.booking_id)
    assert sum(one.amount_paise for one in receipt.content.paid) == hold.total_paise


def test_cash_that_went_back_is_not_given_back_again(gateway_desk: GatewayDesk) -> None:
    hold, instrument = cash_given_back(gateway_desk)
    services = gateway_desk.built.services
    services.resolve_case(
        pay_after_all(gateway_desk, instrument).id, CaseAnswer.CONFIRM, actor=services.actor()
    )
    plan = services.preview_cancellation(hold.booking_id)
    assert (plan.paid_paise, plan.kept_paise) == (hold.total_paise, 0)
    services.cancel_booking(
        hold.booking_id, "plans changed", plan, frozenset(), gateway_desk.key(), actor=services.actor()
    )
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    done = [one for one in gateway_desk.booking(hold).refunds if one.state is RefundState.DONE]
    assert sorted(one.amount_paise for one in done) == [CASH, hold.total_paise]
    gateway_desk.audit()


def test_late_money_confirms_while_the_hold_lives(gateway_desk: GatewayDesk) -> None:
    hold, instrument = stopped_qr(gateway_desk, wallet_paise=300_00)
    case = pay_after_all(gateway_desk, instrument)
    assert gateway_desk.booking(hold).state is BookingState.HELD
    gateway_desk.built.services.resolve_case(
        case.id, CaseAnswer.CONFIRM, actor=gateway_desk.built.services.actor()
    )
    booking = gateway_desk.booking(hold)
    assert (booking.state, booking.paid_paise) == (BookingState.CONFIRMED, hold.total_paise)
    assert booking.customer.wallet_paise == 0
    gateway_desk.audit()


def test_late_money_confirms_before_the_holds_end_is_written_down(gateway_desk: GatewayDesk) -> None:
    hold, instrument = stopped_qr(gateway_desk)
    case = pay_after_all(gateway_desk, instrument)
    gateway_desk.step(601)
    gateway_desk.built.services.resolve_case(
        case.id, CaseAnswer.CONFIRM, actor=gateway_desk.built.services.actor()
    )
    assert gateway_desk.booking(hold).state is BookingState.CONFIRMED
    assert gateway_desk.published.tags().count("BOOKING_EXPIRED") == 1
    assert gateway_desk.built.services.list_open_cases() == ()
    gateway_desk.audit()


def test_late_money_waits_while_other_money_is_asked_for(gateway_desk: GatewayDesk) -> None:
    hold, instrument = stopped_qr(gateway_desk)
    gateway_desk.qr(hold)
    case = pay_after_all(gateway_desk, instrument)
    with pytest.raises(PaymentUnderWay):
        gateway_desk.built.services.resolve_case(
            case.id, CaseAnswer.CONFIRM, actor=gateway_desk.built.services.actor()
        )
    assert gateway_desk.booking(hold).state is BookingState.HELD
    gateway_desk.audit()


def test_late_money_confirms_no_departure_that_was_cancelled(gateway_desk: GatewayDesk) -> None:
    hold, instrument = stopped_qr(gateway_desk, code="SINH")
    case = pay_after_all(gateway_desk, instrument)
    services = gateway_desk.built.services
    tour = next(one for one in services.list_offerings() if one.code == "SINH")
    day = gateway_desk.booking(hold).lines[0].day
    services.cancel_departure(tour.id, day, "landslide", actor=services.actor())
    with pytest.raises(DepartureCancelled):
        services.resolve_case(case.id, CaseAnswer.CONFIRM, actor=services.actor())
    assert gateway_desk.booking(hold).state is BookingState.HELD
    gateway_desk.audit()
