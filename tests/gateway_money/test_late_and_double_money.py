"""Money that comes late, twice, short or from nowhere: applied, or in the list, never silent."""

import pytest
from sqlalchemy import update

from db.ids import CaseId, RequestKey
from db.schema import unit
from db.states import BookingState, CaseAnswer, InstrumentKind, PaymentState, RefundState
from desktop.services.domain.booking import Hold
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.domain.review import OpenCase
from desktop.services.errors import AlreadyDone, BadRequest, SlotTaken
from tests.counter import parts_of
from tests.gateway_money.conftest import GatewayDesk


def only_case(desk: GatewayDesk) -> OpenCase:
    """Return the one open case."""
    (case,) = desk.built.services.list_open_cases()
    return case


def late_payment(desk: GatewayDesk, *, wallet_paise: int = 0, wallet_share: int = 0) -> tuple[Hold, str]:
    """Let a hold end unpaid, its QR be closed and given up, and only then be paid; return hold and QR."""
    hold = desk.hold(desk.customer(wallet_paise))
    return hold, pay_late(desk, hold, wallet_share)


def pay_late(desk: GatewayDesk, hold: Hold, wallet_share: int = 0) -> str:
    """Pay the QR of a hold when all is over; return the payment."""
    payment = desk.qr(hold, wallet_share)
    instrument = desk.instrument(payment)
    desk.step(600)
    desk.built.poll_open_payments(actor=desk.built.services.actor())
    desk.step(121)
    desk.built.services.check_gateway_payment(payment.id, actor=desk.built.services.actor())
    desk.practice.fault("pay_after_close", count=1)
    desk.practice.pay(instrument)
    return payment.id


def sell_the_same_again(desk: GatewayDesk, hold: Hold) -> None:
    """Sell the units of an expired hold to somebody else."""
    other = desk.hold(desk.customer(mobile="9876543211"))
    assert desk.booking(other).title == desk.booking(hold).title
    total = other.total_paise
    request = TakePaymentRequest(
        other.booking_id, RequestKey("other"), parts_of(cash_paise=total, cash_received_paise=total)
    )
    desk.built.services.take_payment(request, actor=desk.built.services.actor())


def test_paid_while_closing_takes_the_same_units_again(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = gateway_desk.qr(hold)
    instrument = gateway_desk.instrument(payment)
    gateway_desk.step(600)
    assert (
        gateway_desk.built.services.check_gateway_payment(
            payment.id, actor=gateway_desk.built.services.actor()
        ).state
        is PaymentState.CLOSING
    )
    gateway_desk.practice.fault("pay_after_close", count=1)
    gateway_desk.practice.pay(instrument)
    gateway_desk.step(10)
    gateway_desk.built.services.check_gateway_payment(payment.id, actor=gateway_desk.built.services.actor())
    assert gateway_desk.booking(hold).state is BookingState.CONFIRMED
    assert gateway_desk.built.services.list_open_cases() == ()
    gateway_desk.audit()


def test_an_unpaid_instrument_ends_two_minutes_after_its_hold(gateway_desk: GatewayDesk) -> None:
    customer = gateway_desk.customer(wallet_paise=300_00)
    hold = gateway_desk.hold(customer)
    payment = gateway_desk.qr(hold, 300_00)
    gateway_desk.step(600)
    gateway_desk.built.release_expired_holds(actor=gateway_desk.built.services.actor())
    assert (
        gateway_desk.built.services.check_gateway_payment(
            payment.id, actor=gateway_desk.built.services.actor()
        ).state
        is PaymentState.CLOSING
    )
    gateway_desk.audit()
    assert gateway_desk.built.services.get_customer(customer.id).wallet_paise == 0
    gateway_desk.step(121)
    assert (
        gateway_desk.built.services.check_gateway_payment(
            payment.id, actor=gateway_desk.built.services.actor()
        ).state
        is PaymentState.VOID
    )
    assert gateway_desk.built.services.get_customer(customer.id).wallet_paise == 300_00
    gateway_desk.audit()


def test_money_found_by_the_sweep_becomes_a_case(gateway_desk: GatewayDesk) -> None:
    hold, _ = late_payment(gateway_desk)
    gateway_desk.built.release_expired_holds(actor=gateway_desk.built.services.actor())
    report = gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    assert (report.taken_in_count, report.foreign_count) == (1, 0)
    case = only_case(gateway_desk)
    assert (case.kind, case.amount_paise, case.proposal) == ("late", hold.total_paise, "wallet")
    gateway_desk.audit()


def test_late_money_goes_to_the_wallet(gateway_desk: GatewayDesk) -> None:
    hold, _ = late_payment(gateway_desk)
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    gateway_desk.built.services.resolve_case(
        only_case(gateway_desk).id, CaseAnswer.WALLET, actor=gateway_desk.built.services.actor()
    )
    assert gateway_desk.booking(hold).customer.wallet_paise == hold.total_paise
    with pytest.raises(AlreadyDone):
        gateway_desk.built.services.resolve_case(
            gateway_desk_case_id(gateway_desk), CaseAnswer.WALLET, actor=gateway_desk.built.services.actor()
        )
    gateway_desk.audit()


def gateway_desk_case_id(desk: GatewayDesk) -> CaseId:
    """Return the id of the newest case, open or resolved."""
    resolved = [record for record in desk.published.records if record.tag == "CASE_RESOLVED"]
    return CaseId(resolved[-1].content["case"])


def test_late_money_confirms_while_the_units_are_free(gateway_desk: GatewayDesk) -> None:
    hold, _ = late_payment(gateway_desk, wallet_paise=300_00, wallet_share=300_00)
    gateway_desk.built.release_expired_holds(actor=gateway_desk.built.services.actor())
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    gateway_desk.built.services.resolve_case(
        only_case(gateway_desk).id, CaseAnswer.CONFIRM, actor=gateway_desk.built.services.actor()
    )
    booking = gateway_desk.booking(hold)
    assert booking.state is BookingState.CONFIRMED
    assert booking.customer.wallet_paise == 0
    gateway_desk.audit()


def test_late_money_never_takes_units_that_are_sold(gateway_desk: GatewayDesk) -> None:
    hold, _ = late_payment(gateway_desk)
    gateway_desk.built.release_expired_holds(actor=gateway_desk.built.services.actor())
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    sell_the_same_again(gateway_desk, hold)
    with pytest.raises(SlotTaken):
        gateway_desk.built.services.resolve_case(
            only_case(gateway_desk).id, CaseAnswer.CONFIRM, actor=gateway_desk.built.services.actor()
        )
    assert only_case(gateway_desk).kind == "late"
    gateway_desk.audit()


def test_late_money_takes_no_seat_that_is_for_ladies_by_now(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer(), code="GOA21")
    pay_late(gateway_desk, hold)
    built = gateway_desk.built
    built.release_expired_holds(actor=built.services.actor())
    with gateway_desk.database.write(built.services.actor()) as session:
        session.execute(update(unit).values(ladies_only=True))
    built.reconcile_payments(actor=built.services.actor())
    with pytest.raises(SlotTaken):
        built.services.resolve_case(
            only_case(gateway_desk).id, CaseAnswer.CONFIRM, actor=built.services.actor()
        )
    assert gateway_desk.booking(hold).state is BookingState.EXPIRED
    gateway_desk.audit()


def test_late_money_goes_back_to_its_source(gateway_desk: GatewayDesk) -> None:
    hold, _ = late_payment(gateway_desk)
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    gateway_desk.built.services.resolve_case(
        only_case(gateway_desk).id, CaseAnswer.REFUND, actor=gateway_desk.built.services.actor()
    )
    gateway_desk.built.send_refunds(actor=gateway_desk.built.services.actor())
    (refund,) = gateway_desk.booking(hold).refunds
    assert (refund.state, refund.amount_paise) == (RefundState.DONE, hold.total_paise)
    assert gateway_desk.practice.state()["refunded_paise"] == hold.total_paise
    gateway_desk.audit()


def test_a_second_payment_of_one_qr_is_a_duplicate(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = gateway_desk.qr(hold)
    gateway_desk.practice.fault("duplicate_payment", count=1)
    gateway_desk.practice.pay(gateway_desk.instrument(payment))
    gateway_desk.built.poll_open_payments(actor=gateway_desk.built.services.actor())
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    case = only_case(gateway_desk)
    assert (case.kind, case.proposal, case.amount_paise) == ("duplicate", "refund", hold.total_paise)
    assert gateway_desk.booking(hold).state is BookingState.CONFIRMED
    gateway_desk.audit()


def test_money_that_is_not_ours_is_listed_as_foreign(gateway_desk: GatewayDesk) -> None:
    foreign = gateway_desk.account.paid_order(12_345)["id"]
    report = gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    assert report.foreign_count == 1
    case = only_case(gateway_desk)
    assert (case.kind, case.amount_paise, case.proposal) == ("foreign", 12_345, "not_ours")
    assert case.answers == ("not_ours", "refund", "gone")
    assert dict(case.facts)["gateway_payment"] == foreign
    assert gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor()).foreign_count == 0
    gateway_desk.audit()


def test_a_payment_for_a_cancelled_booking_is_a_case(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = gateway_desk.qr(hold)
    instrument = gateway_desk.instrument(payment)
    gateway_desk.built.services.stop_gateway_payment(payment.id, actor=gateway_desk.built.services.actor())
    gateway_desk.built.services.release_hold(hold.booking_id, actor=gateway_desk.built.services.actor())
    gateway_desk.practice.fault("pay_after_close", count=1)
    gateway_desk.practice.pay(instrument)
    gateway_desk.built.reconcile_payments(actor=gateway_desk.built.services.actor())
    assert only_case(gateway_desk).kind == "late"
    gateway_desk.audit()


def test_a_bank_that_answers_late_keeps_the_payment_open(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = gateway_desk.qr(hold)
    gateway_desk.practice.pay(gateway_desk.instrument(payment), outcome="authorize")
    gateway_desk.step(600)
    gateway_desk.built.poll_open_payments(actor=gateway_desk.built.services.actor())
    gateway_desk.step(300)
    moving = gateway_desk.built.services.check_gateway_payment(
        payment.id, actor=gateway_desk.built.services.actor()
    )
    assert (moving.state, moving.last_answer) == (PaymentState.CLOSING, "moving")
    gateway_desk.audit()


def test_the_gateway_away_at_the_holds_end_keeps_the_payment_open(gateway_desk: GatewayDesk) -> None:
    hold = gateway_desk.hold(gateway_desk.customer())
    payment = gateway_desk.qr(hold)
    gateway_desk.practice.fault("error_503", count=None)
    gateway_desk.step(900)
    gateway_desk.built.release_expired_holds(actor=gateway_desk.built.services.actor())
    asked = gateway_desk.built.services.check_gateway_payment(
        payment.id, actor=gateway_desk.built.services.actor()
    )
    assert (asked.state, asked.last_answer) == (PaymentState.WAITING, "unknown")
    gateway_desk.audit()


def test_instrument_kinds_are_those_of_the_schema() -> None:
    assert {kind.value for kind in InstrumentKind} == {"qr", "link", "card_link"}


@pytest.mark.parametrize("number", ["", "020 2612 3456"])
def test_late_money_of_a_buyer_without_a_mobile_is_never_put_into_a_wallet(
    gateway_desk: GatewayDesk, number: str
) -> None:
    services = gateway_desk.built.services
    buyer = services.save_customer(number, "Asha Verma", actor=services.actor())
    pay_late(gateway_desk, gateway_desk.hold(buyer))
    gateway_desk.built.reconcile_payments(actor=services.actor())
    case = only_case(gateway_desk)
    assert (case.kind, case.customer_name) == ("late", "Asha Verma")
    assert (case.proposal, case.answers) == ("refund", ("confirm", "refund", "gone"))
    with pytest.raises(BadRequest):
        services.resolve_case(case.id, CaseAnswer.WALLET, actor=services.actor())
    services.resolve_case(case.id, CaseAnswer.REFUND, actor=services.actor())
    gateway_desk.audit()
