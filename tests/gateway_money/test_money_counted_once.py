"""Money that has gone back no longer pays for anything, and money already gone pays for nothing."""

from collections.abc import Sequence
from typing import Any

import pytest

from db import bookings, ledger, payments, refunds
from db.database import Session
from db.ids import BookingId, RequestKey
from db.states import AccountKind, BookingState, CaseAnswer, PaymentState, RefundState, Tender
from desktop.services.domain.booking import Hold, Payment
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.domain.review import OpenCase
from desktop.services.errors import PaymentUnderWay, WrongState
from desktop.services.steps.give_back import give_back
from tests.actors import actor_of
from tests.counter import parts_of
from tests.gateway_money.conftest import GatewayDesk

CASH = 500_00


def part_paid(desk: GatewayDesk) -> tuple[Hold, Payment]:
    """Take some cash, ask for the rest by QR, and let the hold end."""
    hold = desk.hold(desk.customer())
    request = TakePaymentRequest(
        hold.booking_id, desk.key(), parts_of(cash_paise=CASH, cash_received_paise=CASH)
    )
    desk.built.services.take_payment(request, actor=desk.built.services.actor())
    payment = desk.qr(hold)
    desk.step(600)
    desk.built.release_expired_holds(actor=desk.built.services.actor())
    return hold, payment


def only_case(desk: GatewayDesk, kind: str) -> OpenCase:
    """Return the one open case of a kind."""
    (case,) = (one for one in desk.built.services.list_open_cases() if one.kind == kind)
    return case


def give_cash_back(desk: GatewayDesk, hold: Hold) -> None:
    """Give back what was taken in cash while the hold lives, as a desk would that could."""
    with desk.database.write(actor_of(desk.database)) as session:
        booking = bookings.lock_known(session, BookingId(hold.booking_id))
        (payment,) = payments.of_booking(session, booking.id)
        advance, payable = (
            ledger.get_account(session, one)
            for one in (AccountKind.ADVANCE_RECEIVED, AccountKind.REFUNDS_PAYABLE)
        )
        ledger.post(session, "cancellation", ((advance, CASH), (payable, -CASH)), booking_id=booking.id)
        give_back(
            session,
            booking=booking,
            payment=payment,
            amount_paise=CASH,
            back_to=Tender.CASH,
            request_key=desk.key(),
        )


@pytest.mark.parametrize("tender", ["qr", "cash"])
def test_what_has_gone_back_is_due_again(gateway_desk: GatewayDesk, tender: str) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    take = gateway_desk.built.services.take_payment
    key, total = gateway_desk.key(), hold.total_paise
    take(
        TakePaymentRequest(
            hold.booking_id, RequestKey(key), parts_of(cash_paise=CASH, cash_received_paise=CASH)
        ),
        actor=gateway_desk.built.services.actor(),
    )
    give_cash_back(gateway_desk, hold)
    if tender == "cash":
        key = gateway_desk.key()
        take(
            TakePaymentRequest(
                hold.booking_id, RequestKey(key), parts_of(cash_paise=total, cash_received_paise=total)
            ),
            actor=gateway_desk.built.services.actor(),
        )
    else:
        payment = gateway_desk.qr(hold)
        assert payment.amount_paise == total
        gateway_desk.practice.pay(gateway_desk.instrument(payment))
        gateway_desk.built.services.check_gateway_payment(
            payment.id, actor=gateway_desk.built.services.actor()
        )
    assert gateway_desk.booking(hold).state is BookingState.CONFIRMED
    gateway_desk.audit()


def test_cash_is_not_given_back_while_the_rest_may_still_come(gateway_desk: GatewayDesk) -> None:
    hold, payment = part_paid(gateway_desk)
    case = only_case(gateway_desk, "part_payment")
    with pytest.raises(PaymentUnderWay):
        gateway_desk.built.services.resolve_case(
            case.id, CaseAnswer.REFUND, actor=gateway_desk.built.services.actor()
        )
    gateway_desk.practice.fault("pay_after_close", count=1)
    gateway_desk.practice.pay(gateway_desk.instrument(payment))
    gateway_desk.built.services.check_gateway_payment(payment.id, actor=gateway_desk.built.services.actor())
    assert gateway_desk.booking(hold).state is BookingState.CONFIRMED
    assert gateway_desk.built.services.list_open_cases() == ()
    gateway_desk.audit()


@pytest.mark.parametrize("back_to", [CaseAnswer.REFUND, CaseAnswer.WALLET])
def test_late_money_does_not_confirm_with_cash_that_was_given_back(
    gateway_desk: GatewayDesk, back_to: CaseAnswer
) -> None:
    hold, payment = part_paid(gateway_desk)
    instrument = gateway_desk.instrument(payment)
    gateway_desk.built.poll_open_payments(actor=gateway_desk.built.services.actor())
    gateway_desk.step(121)
    assert (
        gateway_desk.built.services.check_gateway_payment(
            payment.id, actor=gateway_desk.built.services.actor()
        ).state
        is PaymentState.VOID
    )
    gateway_desk.built.services.resolve_case(
        only_case(gateway_desk, "part_payment").id, back_to, actor=gateway_desk.built.services.actor()
    )
    gateway_desk.practice.fault("pay_after_close", count=1)
    gateway_desk.practice.pay(instrument)
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    with pytest.raises(WrongState):
        gateway_desk.built.services.resolve_case(
            only_case(gateway_desk, "late").id, CaseAnswer.CONFIRM, actor=gateway_desk.built.services.actor()
        )
    assert gateway_desk.booking(hold).state is BookingState.EXPIRED
    gateway_desk.audit()


def test_money_that_went_back_before_it_was_seen_confirms_nothing(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = gateway_desk.qr(hold)
    paid = gateway_desk.practice.pay(gateway_desk.instrument(payment))
    gateway_desk.account.post(f"/v1/payments/{paid}/refund", {})
    gateway_desk.built.services.check_gateway_payment(payment.id, actor=gateway_desk.built.services.actor())
    assert gateway_desk.booking(hold).state is BookingState.HELD
    assert gateway_desk.built.services.list_open_cases() == ()
    gateway_desk.audit()


def late_refund_that_failed(desk: GatewayDesk) -> Hold:
    """Send late money back to its source, which the gateway refuses."""
    hold = desk.hold(desk.customer())
    payment = desk.qr(hold)
    instrument = desk.instrument(payment)
    desk.built.services.stop_gateway_payment(payment.id, actor=desk.built.services.actor())
    desk.practice.fault("pay_after_close", count=1)
    desk.practice.pay(instrument)
    desk.built.reconcile_payments(actor=desk.built.services.actor())
    desk.built.services.resolve_case(
        only_case(desk, "late").id, CaseAnswer.REFUND, actor=desk.built.services.actor()
    )
    desk.practice.fault("refund_insufficient_balance", count=1)
    desk.built.send_refunds(actor=desk.built.services.actor())
    return hold


@pytest.mark.parametrize("answer", [CaseAnswer.WALLET, CaseAnswer.CASH])
def test_a_failed_refund_of_late_money_goes_where_staff_say(
    gateway_desk: GatewayDesk, answer: CaseAnswer
) -> None:
    hold = late_refund_that_failed(gateway_desk)
    gateway_desk.built.services.resolve_case(
        only_case(gateway_desk, "refund_failed").id, answer, actor=gateway_desk.built.services.actor()
    )
    done = [one for one in gateway_desk.booking(hold).refunds if one.state is RefundState.DONE]
    assert [(one.tender, one.amount_paise) for one in done] == [(Tender(answer), hold.total_paise)]
    assert gateway_desk.practice.state()["refunded_paise"] == 0
    gateway_desk.audit()


def test_a_failed_refund_to_a_stranger_is_never_paid_here(gateway_desk: GatewayDesk) -> None:
    gateway_desk.account.paid_order(12_345)
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    gateway_desk.built.services.resolve_case(
        only_case(gateway_desk, "foreign").id, CaseAnswer.REFUND, actor=gateway_desk.built.services.actor()
    )
    gateway_desk.practice.fault("refund_insufficient_balance", count=1)
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert only_case(gateway_desk, "refund_failed").answers == ("refund", "not_ours", "gone")


def test_a_desk_that_comes_second_does_not_send_what_the_first_has_settled(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the other desk's look at the list and its POST the refund failed and went to the wallet."""
    hold = late_refund_that_failed(gateway_desk)
    gateway_desk.built.services.resolve_case(
        only_case(gateway_desk, "refund_failed").id,
        CaseAnswer.REFUND,
        actor=gateway_desk.built.services.actor(),
    )
    listed = refunds.list_unsent

    def settled_meanwhile(session: Session, limit: int) -> Sequence[Any]:
        monkeypatch.undo()
        rows = listed(session, limit)
        gateway_desk.practice.fault("refund_insufficient_balance", count=1)
        gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
        gateway_desk.built.services.resolve_case(
            only_case(gateway_desk, "refund_failed").id,
            CaseAnswer.WALLET,
            actor=gateway_desk.built.services.actor(),
        )
        return rows

    monkeypatch.setattr(refunds, "list_unsent", settled_meanwhile)
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert gateway_desk.practice.state()["refunded_paise"] == 0
    assert gateway_desk.booking(hold).customer.wallet_paise == hold.total_paise
    gateway_desk.audit()
