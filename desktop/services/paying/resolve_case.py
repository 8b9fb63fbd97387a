"""ResolveCase: staff decide about money, and the ledger follows in the same transaction."""

from collections.abc import Sequence
from typing import Any

from db import bookings, cases, journal, ledger, payments, refunds
from db.database import Database, Session
from db.ids import CaseId, RequestKey
from db.states import Tender
from desktop.services.domain.desk_facts import DeskFacts
from desktop.services.errors import (
    AlreadyDone,
    BadRequest,
    GatewayRejected,
    GatewayUnreachable,
    NotFound,
    PaymentUnderWay,
)
from desktop.services.events import BookingChanged, CasesChanged, GatewayAnswered, Publish, StockChanged
from desktop.services.gateways.port import GatewayRefund, GatewayTrouble, PaymentGateway, Rejected
from desktop.services.paying.list_open_cases import answers_of
from desktop.services.steps.confirm_late import confirm_late
from desktop.services.steps.give_back import give_back, plan_gateway_refund
from desktop.services.steps.money_gone import gateway_payment_of, note_gone


class ResolveCase:
    """Carry out one of the case's answers."""

    def __init__(
        self, database: Database, gateway: PaymentGateway, desk: DeskFacts, publish: Publish
    ) -> None:
        self._database = database
        self._gateway = gateway
        self._desk = desk
        self._publish = publish

    def __call__(self, case_id: CaseId, answer: str) -> None:
        """Resolve the case once. "gone" leaves it open for what the gateway does not show as given back.

        Raises NotFound, AlreadyDone, BadRequest, SlotTaken, DepartureCancelled, WalletTooLow, WrongState,
        PaymentUnderWay, and for "gone" NotGivenBack, GatewayUnreachable and GatewayRejected; writes nothing
        then.
        """
        listed = self._refunds_of(case_id) if answer == "gone" else ()
        with self._database.write() as session:
            case = _lock(session, case_id)
            _check(case, answer)
            left = note_gone(session, case, listed) if answer == "gone" else 0
            if not left and not cases.resolve(session, case_id, answer):
                raise AlreadyDone(what="case")
            if answer != "gone":
                self._carry_out(session, case, answer)
            content = {
                "case": case_id,
                "kind": case.kind,
                "answer": answer,
                "amount_paise": case.amount_paise - left,
            }
            tag = "CASE_REDUCED" if left else "CASE_RESOLVED"
            journal.record(session, tag, content, booking_id=case.booking_id)
        self._publish(CasesChanged())
        self._publish(StockChanged())
        if case.booking_id:
            self._publish(BookingChanged(case.booking_id))

    def _refunds_of(self, case_id: CaseId) -> Sequence[GatewayRefund]:
        """Return what the gateway has given back of the case's money."""
        with self._database.read() as session:
            case = cases.find(session, case_id)
            if case is None:
                raise NotFound("case", case_id)
            _check(case, "gone")
            gateway_payment_id = gateway_payment_of(session, case)
        try:
            return self._gateway.refunds_of(gateway_payment_id)
        except Rejected as refused:
            raise GatewayRejected(reason=refused.reason, description=refused.description) from refused
        except GatewayTrouble as trouble:
            self._publish(GatewayAnswered(trouble.answer))
            raise GatewayUnreachable() from trouble

    def _carry_out(self, session: Session, case: Any, answer: str) -> None:
        if case.kind == "refund_failed":
            _replace_refund(session, case, answer)
        elif case.kind == "part_payment":
            _return_part_payment(session, case, answer)
        elif answer == "confirm":
            confirm_late(session, case, self._desk)
        elif answer == "wallet":
            _post(session, case, ("wallet", case.customer_id), "unresolved_to_wallet")
        elif answer == "not_ours":
            _post(session, case, ("gateway", ""), "unresolved_not_ours")
        else:
            _post(session, case, ("refunds_payable", ""), "unresolved_to_refund")
            row = {"booking_id": case.booking_id, "tender": "razorpay", "amount_paise": case.amount_paise}
            plan_gateway_refund(session, {**row, "request_key": f"case:{case.id}"}, case.gateway_payment_id)


def _lock(session: Session, case_id: CaseId) -> Any:
    """Return a case that is locked after its booking: money that is found locks them in that order too."""
    seen = cases.find(session, case_id)
    if seen is None:
        raise NotFound("case", case_id)
    if seen.booking_id is not None:
        bookings.lock(session, seen.booking_id)
    return cases.lock(session, case_id)


def _check(case: Any, answer: str) -> None:
    if case.state != "open":
        raise AlreadyDone(what="case")
    if answer not in answers_of(case):
        raise BadRequest("answer", "unknown", text=answer)


def _post(session: Session, case: Any, account: tuple[str, str], kind: str) -> None:
    postings = (
        (ledger.get_account(session, "unresolved_money"), case.amount_paise),
        (ledger.get_account(session, *account), -case.amount_paise),
    )
    ledger.post(session, kind, postings, booking_id=case.booking_id)


def _return_part_payment(session: Session, case: Any, answer: str) -> None:
    """Give back what was taken for a hold that ended: to each tender its own, or all to the wallet.

    Not while the rest may still come through the gateway: the booking would then be paid in full.
    """
    booking: Any = bookings.lock(session, case.booking_id)
    if payments.open_of_booking(session, booking.id):
        raise PaymentUnderWay(reference=booking.reference)
    for payment in payments.of_booking(session, booking.id):
        left = payment.amount_paise - refunds.refunded_paise(session, payment.id)
        if payment.state != "captured" or left <= 0:
            continue
        postings = (
            (ledger.get_account(session, "advance_received"), left),
            (ledger.get_account(session, "refunds_payable"), -left),
        )
        ledger.post(session, "cancellation", postings, booking_id=booking.id)
        way = Tender.WALLET if answer == "wallet" else Tender(payment.tender)
        key = RequestKey(f"case:{case.id}:{payment.id}")
        give_back(session, booking=booking, payment=payment, amount_paise=left, back_to=way, request_key=key)


def _replace_refund(session: Session, case: Any, answer: str) -> None:
    """The refund that failed gives way to another one for the same debt; a stranger's is no debt of ours."""
    old: Any = refunds.find(session, case.refund_id)
    if not refunds.change(session, old.id, among=("failed",), state="replaced", settled_at=session.now):
        raise AlreadyDone(what="refund")
    if answer == "refund":
        row = {"booking_id": old.booking_id, "payment_id": old.payment_id, "amount_paise": old.amount_paise}
        again = {"tender": "razorpay", "request_key": f"case:{case.id}"}
        plan_gateway_refund(session, {**row, **again}, old.gateway_payment_id)
        return
    if answer == "not_ours":
        postings = (
            (ledger.get_account(session, "refunds_payable"), old.amount_paise),
            (ledger.get_account(session, "gateway"), -old.amount_paise),
        )
        ledger.post(session, "refund_not_ours", postings)
        return
    booking: Any = bookings.lock(session, old.booking_id)
    payment = payments.find(session, old.payment_id) if old.payment_id else None
    way = Tender.WALLET if answer == "wallet" else Tender.CASH
    give_back(
        session,
        booking=booking,
        payment=payment,
        amount_paise=old.amount_paise,
        back_to=way,
        request_key=RequestKey(f"case:{case.id}"),
    )
