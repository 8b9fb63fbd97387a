"""A refund to somebody whom the desk does not know can fail for good; staff can end even that."""

import pytest

from db.ids import GatewayPaymentId
from db.states import CaseAnswer
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.review import OpenCase
from desktop.services.errors import BadRequest, NotPermitted
from tests.gateway_money.conftest import GatewayDesk
from tests.staff import keep_staff

PAISE = 123_45


def found_money(desk: GatewayDesk) -> str:
    """Have the desk find money that none of its payments asked for; return the gateway's payment."""
    gateway_payment_id = str(desk.account.paid_order(PAISE)["id"])
    desk.built.reconcile_payments(actor=desk.built.services.actor())
    return gateway_payment_id


def only_case(desk: GatewayDesk) -> OpenCase:
    """Return the one open case."""
    (case,) = desk.built.services.list_open_cases()
    return case


def send_until_refused(desk: GatewayDesk) -> OpenCase:
    """Send refunds until the gateway's refusal is believed; return the case."""
    for _ in range(10):
        desk.built.send_refunds(actor=desk.built.services.actor())
        desk.step(1000)
    return only_case(desk)


def refund_elsewhere(desk: GatewayDesk, gateway_payment_id: GatewayPaymentId, amount_paise: int) -> None:
    """Refund a part on the gateway's own pages."""
    desk.account.post(f"/v1/payments/{gateway_payment_id}/refund", {"amount": amount_paise})


def assert_even(desk: GatewayDesk) -> None:
    """Fail unless the gateway and the books say the same, and every rule holds."""
    comparison = desk.built.reconcile_payments(actor=desk.built.services.actor()).comparison
    assert comparison is not None
    assert (comparison.amount_differences, comparison.refund_differences) == ((), ())
    desk.audit()


def test_a_strangers_refund_that_the_account_does_not_know_can_be_ended(gateway_desk: GatewayDesk) -> None:
    found_money(gateway_desk)
    services = gateway_desk.built.services
    services.resolve_case(only_case(gateway_desk).id, CaseAnswer.REFUND, actor=services.actor())
    gateway_desk.practice.reset()
    case = send_until_refused(gateway_desk)
    assert (case.kind, dict(case.facts)["reason"]) == ("refund_failed", "unknown_id")
    assert (case.proposal, set(case.answers)) == ("not_ours", {"refund", "gone", "not_ours"})
    services.resolve_case(case.id, CaseAnswer.NOT_OURS, actor=services.actor())
    assert gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor()) == 0
    assert services.list_open_cases() == ()
    gateway_desk.audit()


def test_money_of_a_failed_refund_that_is_not_ours_is_compared_no_more(gateway_desk: GatewayDesk) -> None:
    paid = found_money(gateway_desk)
    services = gateway_desk.built.services
    services.resolve_case(only_case(gateway_desk).id, CaseAnswer.REFUND, actor=services.actor())
    gateway_desk.practice.fault("refund_insufficient_balance", count=1)
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    case = only_case(gateway_desk)
    assert (case.kind, case.proposal) == ("refund_failed", "refund")
    services.resolve_case(case.id, CaseAnswer.NOT_OURS, actor=services.actor())
    assert gateway_desk.practice.state()["refunded_paise"] == 0
    assert_even(gateway_desk)
    refund_elsewhere(gateway_desk, GatewayPaymentId(paid), 23_45)  # its owner gives some of it back
    assert_even(gateway_desk)


def test_a_customers_failed_refund_is_never_somebody_elses(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = gateway_desk.qr(hold)
    gateway_desk.practice.pay(gateway_desk.instrument(payment))
    services = gateway_desk.built.services
    services.check_gateway_payment(payment.id, actor=services.actor())
    plan = services.preview_cancellation(hold.booking_id)
    services.cancel_booking(
        hold.booking_id, "plans changed", plan, frozenset(), gateway_desk.key(), actor=services.actor()
    )
    gateway_desk.practice.fault("refund_insufficient_balance", count=1)
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    case = only_case(gateway_desk)
    assert case.answers == ("wallet", "cash", "refund", "gone")
    with pytest.raises(BadRequest):
        services.resolve_case(case.id, CaseAnswer.NOT_OURS, actor=services.actor())


def test_a_rest_that_the_gateway_does_not_take_offers_no_refund(gateway_desk: GatewayDesk) -> None:
    paid = found_money(gateway_desk)
    services = gateway_desk.built.services
    refund_elsewhere(gateway_desk, GatewayPaymentId(paid), PAISE - 45)
    services.resolve_case(only_case(gateway_desk).id, CaseAnswer.GONE, actor=services.actor())
    case = only_case(gateway_desk)
    assert (case.kind, case.amount_paise, case.answers) == ("foreign", 45, ("not_ours", "gone"))
    with pytest.raises(BadRequest):
        services.resolve_case(case.id, CaseAnswer.REFUND, actor=services.actor())
    services.resolve_case(case.id, CaseAnswer.NOT_OURS, actor=services.actor())
    assert services.list_open_cases() == ()
    assert_even(gateway_desk)


def test_a_rest_of_a_failed_refund_can_be_ended_too(gateway_desk: GatewayDesk) -> None:
    paid = found_money(gateway_desk)
    services = gateway_desk.built.services
    services.resolve_case(only_case(gateway_desk).id, CaseAnswer.REFUND, actor=services.actor())
    refund_elsewhere(gateway_desk, GatewayPaymentId(paid), PAISE - 45)
    services.resolve_case(send_until_refused(gateway_desk).id, CaseAnswer.GONE, actor=services.actor())
    case = only_case(gateway_desk)
    assert (case.kind, case.amount_paise, case.answers) == ("refund_failed", 45, ("not_ours", "gone"))
    gateway_desk.audit()
    services.resolve_case(case.id, CaseAnswer.NOT_OURS, actor=services.actor())
    assert services.list_open_cases() == ()
    assert_even(gateway_desk)


def test_a_small_rest_of_a_customers_money_goes_to_the_wallet(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = gateway_desk.qr(hold)
    paid = gateway_desk.practice.pay(gateway_desk.instrument(payment))
    refund_elsewhere(gateway_desk, GatewayPaymentId(paid), hold.total_paise - 45)
    services = gateway_desk.built.services
    services.check_gateway_payment(payment.id, actor=services.actor())
    case = only_case(gateway_desk)
    assert (case.amount_paise, case.proposal, case.answers) == (45, "wallet", ("wallet", "gone"))
    services.resolve_case(case.id, case.proposal, actor=services.actor())
    assert gateway_desk.booking(hold).customer.wallet_paise == 45
    assert_even(gateway_desk)


def test_only_who_may_calls_money_not_ours_and_is_asked_with_the_amount(gateway_desk: GatewayDesk) -> None:
    found_money(gateway_desk)
    services, case = gateway_desk.built.services, only_case(gateway_desk)
    clerk = keep_staff(gateway_desk.database).clerk
    with pytest.raises(NotPermitted) as refused:
        services.resolve_case(case.id, CaseAnswer.NOT_OURS, actor=clerk)
    assert (refused.value.act, refused.value.amount_paise) == (ManagerAct.CALL_MONEY_NOT_OURS, PAISE)
    assert only_case(gateway_desk) == case
