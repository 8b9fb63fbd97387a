"""Money that somebody gave back on the gateway's own pages: the customer has it once, the books say so."""

import pytest

from db import cases, stories
from db.ids import BookingId, CaseId, GatewayPaymentId
from db.states import BookingState, CaseAnswer, PaymentState, RefundState, Tender
from desktop.services.domain.booking import Hold, Payment
from desktop.services.domain.review import OpenCase
from desktop.services.errors import GatewayUnreachable, NotGivenBack
from tests.actors import actor_of
from tests.gateway_money.conftest import GatewayDesk


def refund_elsewhere(desk: GatewayDesk, gateway_payment_id: GatewayPaymentId, amount_paise: int = 0) -> str:
    """Refund on the gateway's own pages, in full if no amount is given; return the refund's id there."""
    body = {"amount": amount_paise} if amount_paise else {}
    return str(desk.account.post(f"/v1/payments/{gateway_payment_id}/refund", body)["id"])


def refunded_before_it_is_seen(
    desk: GatewayDesk, amount_paise: int = 0, *, wallet_paise: int = 0
) -> tuple[Hold, Payment]:
    """Have a QR code paid and refunded before the desk asks about it."""
    hold = desk.hold(desk.customer(wallet_paise))
    payment = desk.qr(hold, wallet_paise)
    refund_elsewhere(desk, GatewayPaymentId(desk.practice.pay(desk.instrument(payment))), amount_paise)
    desk.built.services.check_gateway_payment(payment.id, actor=desk.built.services.actor())
    return hold, payment


def cancelled(desk: GatewayDesk) -> tuple[Hold, str]:
    """Sell by QR and cancel, before the refund is sent; return the hold and the gateway's payment."""
    hold = desk.hold(desk.customer())
    payment = desk.qr(hold)
    paid = desk.practice.pay(desk.instrument(payment))
    services = desk.built.services
    services.check_gateway_payment(payment.id, actor=services.actor())
    plan = services.preview_cancellation(hold.booking_id)
    services.cancel_booking(
        hold.booking_id, "plans changed", plan, frozenset(), desk.key(), actor=services.actor()
    )
    return hold, paid


def send_until_refused(desk: GatewayDesk) -> OpenCase:
    """Send refunds until the gateway's refusal is believed; return the case."""
    for _ in range(10):
        desk.built.send_refunds(actor=desk.built.services.actor())
        desk.step(1000)
    return only_case(desk)


def only_case(desk: GatewayDesk) -> OpenCase:
    """Return the one open case."""
    (case,) = desk.built.services.list_open_cases()
    return case


def done_paise(desk: GatewayDesk, hold: Hold) -> dict[Tender, int]:
    """Return what each tender has given back."""
    given = [one for one in desk.booking(hold).refunds if one.state is RefundState.DONE]
    return {one.tender: one.amount_paise for one in given}


def assert_even(desk: GatewayDesk) -> None:
    """Fail unless the gateway and the books say the same, and every rule holds."""
    comparison = desk.built.reconcile_payments(actor=desk.built.services.actor()).comparison
    assert comparison is not None
    assert (comparison.amount_differences, comparison.refund_differences) == ((), ())
    desk.audit()


def test_money_refunded_in_full_before_it_is_seen_asks_nobody(gateway_desk: GatewayDesk) -> None:
    hold, payment = refunded_before_it_is_seen(gateway_desk, wallet_paise=300_00)
    services = gateway_desk.built.services
    assert services.list_open_cases() == ()
    assert services.check_gateway_payment(payment.id, actor=services.actor()).state is PaymentState.VOID
    booking = gateway_desk.booking(hold)
    assert (booking.state, booking.customer.wallet_paise) == (BookingState.HELD, 300_00)
    assert done_paise(gateway_desk, hold) == {Tender.RAZORPAY: hold.total_paise - 300_00}
    assert "REFUND_MADE_ELSEWHERE" in gateway_desk.published.tags()
    assert_even(gateway_desk)


@pytest.mark.parametrize("answer", [CaseAnswer.WALLET, CaseAnswer.REFUND])
def test_only_what_is_left_of_money_refunded_in_part_is_decided(
    gateway_desk: GatewayDesk, answer: CaseAnswer
) -> None:
    hold, _ = refunded_before_it_is_seen(gateway_desk, 100_00)
    case = only_case(gateway_desk)
    left = hold.total_paise - 100_00
    assert (case.kind, case.amount_paise) == ("mismatch", left)
    assert dict(case.facts)["refunded_paise"] == "10000"
    assert_even(gateway_desk)
    gateway_desk.built.services.resolve_case(case.id, answer, actor=gateway_desk.built.services.actor())
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    in_wallet = gateway_desk.booking(hold).customer.wallet_paise
    assert in_wallet + gateway_desk.practice.state()["refunded_paise"] == hold.total_paise
    assert gateway_desk.built.services.list_open_cases() == ()
    assert_even(gateway_desk)


def test_foreign_money_refunded_before_it_is_seen_asks_nobody(gateway_desk: GatewayDesk) -> None:
    refund_elsewhere(gateway_desk, gateway_desk.account.paid_order(12_345)["id"])
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    assert gateway_desk.built.services.list_open_cases() == ()
    assert_even(gateway_desk)


def test_nobody_is_named_for_a_case_that_asked_nobody(gateway_desk: GatewayDesk) -> None:
    hold, _ = refunded_before_it_is_seen(gateway_desk)
    with gateway_desk.database.read() as session:
        (case,) = stories.open_cases(session, BookingId(hold.booking_id))
    assert (case.state, case.resolution, case.resolved_by) == ("resolved", "gone", None)
    (record,) = (one for one in gateway_desk.published.records if one.tag == "CASE_RESOLVED")
    assert record.booking_id == hold.booking_id
    assert record.content == {
        "case": case.id,
        "kind": "mismatch",
        "answer": "gone",
        "amount_paise": hold.total_paise,
        "found_by": "button",
        "gateway_payment": case.gateway_payment_id,
    }


def test_a_case_that_was_decided_meanwhile_is_not_reduced(gateway_desk: GatewayDesk) -> None:
    gateway_desk.account.paid_order(12_345)
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    case = only_case(gateway_desk)
    gateway_desk.built.services.resolve_case(
        case.id, CaseAnswer.NOT_OURS, actor=gateway_desk.built.services.actor()
    )
    with gateway_desk.database.write(actor_of(gateway_desk.database)) as session:
        assert cases.reduce(session, CaseId(case.id), amount_paise=45, facts="{}", refund_id=None) is False


def test_a_failed_refund_says_why(gateway_desk: GatewayDesk) -> None:
    _, paid = cancelled(gateway_desk)
    refund_elsewhere(gateway_desk, GatewayPaymentId(paid))
    facts = dict(send_until_refused(gateway_desk).facts)
    assert (facts["reason"], facts["gateway_payment"]) == ("fully_refunded", paid)
    assert "fully refunded" in facts["gateway_says"]


def test_money_that_has_gone_is_not_given_a_second_time(gateway_desk: GatewayDesk) -> None:
    hold, paid = cancelled(gateway_desk)
    refund_elsewhere(gateway_desk, GatewayPaymentId(paid))
    case = send_until_refused(gateway_desk)
    assert (case.kind, case.proposal) == ("refund_failed", "gone")
    gateway_desk.built.services.resolve_case(
        case.id, CaseAnswer.GONE, actor=gateway_desk.built.services.actor()
    )
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert done_paise(gateway_desk, hold) == {Tender.RAZORPAY: hold.total_paise}
    assert gateway_desk.booking(hold).customer.wallet_paise == 0
    assert gateway_desk.built.services.list_open_cases() == ()
    assert_even(gateway_desk)


def test_what_has_not_gone_stays_owed(gateway_desk: GatewayDesk) -> None:
    hold, paid = cancelled(gateway_desk)
    refund_elsewhere(gateway_desk, GatewayPaymentId(paid), 100_00)
    services = gateway_desk.built.services
    services.resolve_case(send_until_refused(gateway_desk).id, CaseAnswer.GONE, actor=services.actor())
    case = only_case(gateway_desk)
    assert (case.kind, case.amount_paise) == ("refund_failed", hold.total_paise - 100_00)
    gateway_desk.audit()
    with pytest.raises(NotGivenBack):
        services.resolve_case(case.id, CaseAnswer.GONE, actor=services.actor())
    services.resolve_case(case.id, CaseAnswer.REFUND, actor=services.actor())
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert services.list_open_cases() == ()
    assert gateway_desk.practice.state()["refunded_paise"] == hold.total_paise
    told = [one for one in gateway_desk.booking(hold).refunds if one.state is RefundState.DONE]
    assert sorted(one.amount_paise for one in told) == sorted([100_00, hold.total_paise - 100_00])
    assert_even(gateway_desk)


def test_nothing_is_gone_unless_the_gateway_shows_it(gateway_desk: GatewayDesk) -> None:
    hold, _ = cancelled(gateway_desk)
    gateway_desk.practice.fault("refund_insufficient_balance", count=1)
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    case = only_case(gateway_desk)
    assert case.proposal == "wallet"
    with pytest.raises(NotGivenBack):
        gateway_desk.built.services.resolve_case(
            case.id, CaseAnswer.GONE, actor=gateway_desk.built.services.actor()
        )
    gateway_desk.practice.fault("error_503", count=None)
    with pytest.raises(GatewayUnreachable):
        gateway_desk.built.services.resolve_case(
            case.id, CaseAnswer.GONE, actor=gateway_desk.built.services.actor()
        )
    assert only_case(gateway_desk).amount_paise == hold.total_paise
    gateway_desk.audit()


@pytest.mark.parametrize("part_paise", [0, 2_345])
def test_foreign_money_refunded_while_it_waits_is_gone(gateway_desk: GatewayDesk, part_paise: int) -> None:
    paid = gateway_desk.account.paid_order(12_345)["id"]
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    services = gateway_desk.built.services
    refund_elsewhere(gateway_desk, GatewayPaymentId(paid), part_paise)
    services.resolve_case(only_case(gateway_desk).id, CaseAnswer.GONE, actor=services.actor())
    assert [case.amount_paise for case in services.list_open_cases()] == ([10_000] if part_paise else [])
    assert_even(gateway_desk)


def test_a_strangers_refund_that_somebody_else_made_is_gone(gateway_desk: GatewayDesk) -> None:
    paid = gateway_desk.account.paid_order(12_345)["id"]
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    services = gateway_desk.built.services
    services.resolve_case(only_case(gateway_desk).id, CaseAnswer.REFUND, actor=services.actor())
    refund_elsewhere(gateway_desk, paid)
    case = send_until_refused(gateway_desk)
    assert (case.kind, case.proposal) == ("refund_failed", "gone")
    services.resolve_case(case.id, CaseAnswer.GONE, actor=services.actor())
    assert services.list_open_cases() == ()
    assert_even(gateway_desk)


def test_a_booking_is_not_confirmed_with_money_of_which_a_part_has_gone(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = gateway_desk.qr(hold)
    instrument = gateway_desk.instrument(payment)
    services = gateway_desk.built.services
    services.stop_gateway_payment(payment.id, actor=services.actor())
    gateway_desk.practice.fault("pay_after_close", count=1)
    paid = gateway_desk.practice.pay(instrument)
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    refund_elsewhere(gateway_desk, GatewayPaymentId(paid), 100_00)
    services.resolve_case(only_case(gateway_desk).id, CaseAnswer.GONE, actor=services.actor())
    case = only_case(gateway_desk)
    assert (case.amount_paise, "confirm" in case.answers) == (hold.total_paise - 100_00, False)
    services.resolve_case(case.id, CaseAnswer.WALLET, actor=services.actor())
    assert gateway_desk.booking(hold).customer.wallet_paise == hold.total_paise - 100_00
    assert_even(gateway_desk)


def test_money_of_another_program_leaves_the_books_and_nothing_is_sent(gateway_desk: GatewayDesk) -> None:
    paid = gateway_desk.account.paid_order(12_345)["id"]
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    case = only_case(gateway_desk)
    assert (case.kind, case.proposal) == ("foreign", "not_ours")
    gateway_desk.built.services.resolve_case(
        case.id, CaseAnswer.NOT_OURS, actor=gateway_desk.built.services.actor()
    )
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert gateway_desk.practice.state()["refunded_paise"] == 0
    assert_even(gateway_desk)
    refund_elsewhere(gateway_desk, GatewayPaymentId(paid), 2_345)  # its owner gives some of it back
    assert gateway_desk.built.services.list_open_cases() == ()
    assert_even(gateway_desk)
