"""Money back through the gateway: planned, sent with one key, looked up before any repeat."""

import pytest

from db.ids import GatewayPaymentId, PaymentId, RequestKey
from db.states import BookingState, CaseAnswer, RefundState, Tender
from desktop.services.domain.booking import Hold
from desktop.services.gateways.port import GatewayRefund, Rejected
from desktop.services.gateways.razorpay_gateway import RazorpayGateway
from tests.gateway_money.conftest import GatewayDesk


def sold(desk: GatewayDesk, wallet_paise: int = 0) -> Hold:
    """Sell by QR, with a wallet share."""
    hold = desk.hold(desk.customer(wallet_paise))
    payment = desk.qr(hold, wallet_paise)
    desk.practice.pay(desk.instrument(payment))
    desk.built.services.check_gateway_payment(payment.id, actor=desk.built.services.actor())
    return hold


def cancel(desk: GatewayDesk, hold: Hold, to_wallet: frozenset[PaymentId] = frozenset()) -> None:
    """Cancel as the preview shows it."""
    services = desk.built.services
    services.cancel_booking(
        hold.booking_id,
        "plans changed",
        services.preview_cancellation(hold.booking_id),
        to_wallet,
        desk.key(),
        actor=services.actor(),
    )


def states(desk: GatewayDesk, hold: Hold) -> dict[Tender, RefundState]:
    """Return where each refund of a booking stands."""
    return {refund.tender: refund.state for refund in desk.booking(hold).refunds}


def refund_posts(desk: GatewayDesk) -> list[int]:
    """Return how many POSTs each refund's key caused."""
    return [count for (path, _), count in desk.practice.posts().items() if path.endswith("/refund")]


def test_each_tender_gets_its_own_back(gateway_desk: GatewayDesk) -> None:
    hold = sold(gateway_desk, wallet_paise=1_000_00)
    cancel(gateway_desk, hold)
    assert states(gateway_desk, hold) == {
        Tender.WALLET: RefundState.DONE,
        Tender.RAZORPAY: RefundState.PLANNED,
    }
    assert gateway_desk.booking(hold).state is BookingState.CANCELLED
    gateway_desk.audit()
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert states(gateway_desk, hold)[Tender.RAZORPAY] is RefundState.DONE
    assert gateway_desk.practice.state()["refunded_paise"] == hold.total_paise - 1_000_00
    gateway_desk.audit()


def test_the_wallet_instead_of_the_source_sends_nothing(gateway_desk: GatewayDesk) -> None:
    hold = sold(gateway_desk)
    (payment,) = gateway_desk.booking(hold).payments
    cancel(gateway_desk, hold, frozenset({payment.id}))
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert refund_posts(gateway_desk) == []
    assert gateway_desk.booking(hold).customer.wallet_paise == hold.total_paise
    gateway_desk.audit()


@pytest.mark.parametrize(
    "fault", ["drop_after_commit", "drop_before", "error_502", "malformed_body", "timeout"]
)
def test_a_lost_reply_refunds_once(gateway_desk: GatewayDesk, fault: str) -> None:
    hold = sold(gateway_desk)
    cancel(gateway_desk, hold)
    gateway_desk.practice.fault(fault, method="POST", path="/refund$", count=1)
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert states(gateway_desk, hold)[Tender.RAZORPAY] is RefundState.SENT
    gateway_desk.step(120)
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert states(gateway_desk, hold)[Tender.RAZORPAY] is RefundState.DONE
    assert gateway_desk.practice.state()["refunded_paise"] == hold.total_paise
    assert refund_posts(gateway_desk)[0] <= 2
    gateway_desk.audit()


def test_a_refund_in_progress_is_waited_for(gateway_desk: GatewayDesk) -> None:
    hold = sold(gateway_desk)
    cancel(gateway_desk, hold)
    gateway_desk.practice.fault("refund_in_progress", count=1)
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    gateway_desk.step(120)
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert states(gateway_desk, hold)[Tender.RAZORPAY] is RefundState.DONE
    gateway_desk.audit()


def test_a_pending_refund_is_done_when_the_bank_says_so(gateway_desk: GatewayDesk) -> None:
    hold = sold(gateway_desk)
    cancel(gateway_desk, hold)
    gateway_desk.practice.fault("refund_pending", count=1, seconds=7000)
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert states(gateway_desk, hold)[Tender.RAZORPAY] is RefundState.PENDING
    gateway_desk.audit()
    gateway_desk.step(7200)
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert states(gateway_desk, hold)[Tender.RAZORPAY] is RefundState.DONE
    gateway_desk.audit()


@pytest.mark.parametrize("answer", [CaseAnswer.WALLET, CaseAnswer.CASH, CaseAnswer.REFUND])
def test_a_refund_that_fails_stays_owed_until_staff_choose(
    gateway_desk: GatewayDesk, answer: CaseAnswer
) -> None:
    hold = sold(gateway_desk)
    cancel(gateway_desk, hold)
    gateway_desk.practice.fault("refund_insufficient_balance", count=1)
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert states(gateway_desk, hold)[Tender.RAZORPAY] is RefundState.FAILED
    gateway_desk.audit()
    (case,) = gateway_desk.built.services.list_open_cases()
    assert (case.kind, case.amount_paise, case.proposal) == ("refund_failed", hold.total_paise, "wallet")
    gateway_desk.built.services.resolve_case(case.id, answer, actor=gateway_desk.built.services.actor())
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    given = [r for r in gateway_desk.booking(hold).refunds if r.state is RefundState.DONE]
    assert [refund.amount_paise for refund in given] == [hold.total_paise]
    assert gateway_desk.built.services.list_open_cases() == ()
    gateway_desk.audit()


@pytest.mark.parametrize("answer", [CaseAnswer.WALLET, CaseAnswer.CASH, CaseAnswer.REFUND])
def test_the_booking_tells_of_the_refund_that_took_the_place_of_a_failed_one(
    gateway_desk: GatewayDesk, answer: CaseAnswer
) -> None:
    hold = sold(gateway_desk)
    services = gateway_desk.built.services
    plan = services.preview_cancellation(hold.booking_id)
    voucher_id = services.cancel_booking(
        hold.booking_id, "plans changed", plan, frozenset(), gateway_desk.key(), actor=services.actor()
    ).document_id
    gateway_desk.practice.fault("refund_insufficient_balance", count=1)
    gateway_desk.built.send_refunds(actor=services.actor())
    (case,) = services.list_open_cases()
    services.resolve_case(case.id, answer, actor=services.actor())
    assert voucher_id is not None
    # The paper keeps what it said; the booking tells which way the money went in the end.
    assert sum(one.amount_paise for one in services.show_document(voucher_id).content.back) == (
        plan.refund_paise
    )
    refunds = gateway_desk.booking(hold).refunds_of_sale
    told = [one for one in refunds if one.state is not RefundState.REPLACED]
    assert [one.amount_paise for one in told] == [plan.refund_paise]
    assert services.show_today().refunded_paise == plan.refund_paise


def lost_once(desk: GatewayDesk) -> Hold:
    """Cancel, and lose the reply to a refund that the gateway has made."""
    hold = sold(desk)
    cancel(desk, hold)
    desk.practice.fault("drop_after_commit", method="POST", path="/refund$", count=1)
    desk.built.send_refunds(actor=desk.built.services.actor())
    desk.step(120)
    return hold


def test_a_refused_look_says_nothing_about_the_refund(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = lost_once(gateway_desk)

    def refuse(*_arguments: object) -> None:
        raise Rejected(400, "unknown_id", "The id provided does not exist")

    monkeypatch.setattr(RazorpayGateway, "refunds_of", refuse)
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert states(gateway_desk, hold)[Tender.RAZORPAY] is RefundState.SENT
    monkeypatch.undo()
    gateway_desk.step(1000)
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert states(gateway_desk, hold)[Tender.RAZORPAY] is RefundState.DONE
    gateway_desk.audit()


@pytest.mark.parametrize("reason", ["fully_refunded", "above_captured"])
def test_nothing_left_to_refund_may_be_our_own_refund_that_is_not_listed_yet(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    hold = lost_once(gateway_desk)

    def refuse(*_arguments: object, **_named: object) -> None:
        raise Rejected(400, reason, "The payment has been fully refunded already.")

    monkeypatch.setattr(RazorpayGateway, "refunds_of", lambda *_: ())
    monkeypatch.setattr(RazorpayGateway, "refund", refuse)
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert states(gateway_desk, hold)[Tender.RAZORPAY] is RefundState.SENT
    monkeypatch.undo()
    gateway_desk.step(1000)
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert states(gateway_desk, hold)[Tender.RAZORPAY] is RefundState.DONE
    gateway_desk.audit()


def test_money_that_somebody_else_refunded_ends_in_the_list(gateway_desk: GatewayDesk) -> None:
    hold = sold(gateway_desk)
    (payment,) = gateway_desk.booking(hold).payments
    cancel(gateway_desk, hold)
    gateway_desk.account.post(f"/v1/payments/{payment.reference}/refund", {})
    for _ in range(10):
        gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
        gateway_desk.step(1000)
    assert states(gateway_desk, hold)[Tender.RAZORPAY] is RefundState.FAILED
    assert [case.kind for case in gateway_desk.built.services.list_open_cases()] == ["refund_failed"]
    gateway_desk.audit()


def test_two_desks_at_the_same_refund_send_it_once(
    gateway_desk: GatewayDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other desk looks at its list while this one's request is on its way."""
    hold = sold(gateway_desk)
    cancel(gateway_desk, hold)
    send = RazorpayGateway.refund

    def slowly(
        gateway: RazorpayGateway, payment_id: GatewayPaymentId, *, request_key: RequestKey, body: str
    ) -> GatewayRefund:
        monkeypatch.undo()
        gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
        return send(gateway, payment_id, request_key=request_key, body=body)

    monkeypatch.setattr(RazorpayGateway, "refund", slowly)
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    assert refund_posts(gateway_desk) == [1]
    assert states(gateway_desk, hold)[Tender.RAZORPAY] is RefundState.DONE
    gateway_desk.audit()
