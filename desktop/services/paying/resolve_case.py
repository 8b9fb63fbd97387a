"""ResolveCase: staff decide about money, and the ledger follows in the same transaction."""

from collections.abc import Sequence

from db import bookings, cases, journal, ledger, payments, refunds
from db.actor import Actor
from db.cases import CaseRow
from db.database import Database, Session
from db.ids import AccountId, CaseId, CustomerId, RequestKey
from db.states import AccountKind, CaseAnswer, CaseKind, CaseState, Tender
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.permission import ManagerAct
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
from desktop.services.paying.remake_booking import RemakeBooking
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.confirm_late import booking_of, confirm_late
from desktop.services.steps.give_back import give_back, plan_gateway_refund
from desktop.services.steps.give_up_unseen import give_up_unseen
from desktop.services.steps.money_gone import gateway_payment_of, note_gone
from desktop.services.steps.parts_to_return import parts_to_return
from desktop.services.steps.round_cash import roundings_of


class ResolveCase:
    """Carry out one of the case's answers."""

    def __init__(
        self,
        database: Database,
        gateway: PaymentGateway,
        desk: DeskSettings,
        publish: Publish,
        remake: RemakeBooking,
    ) -> None:
        self._remake = remake
        self._database = database
        self._gateway = gateway
        self._desk = desk
        self._publish = publish

    def __call__(self, case_id: CaseId, answer: CaseAnswer, *, actor: Actor) -> None:
        """Resolve the case once. GONE leaves it open for what the gateway does not show as given back.

        Raises NotPermitted, NotFound, AlreadyDone, BadRequest, SlotTaken, DepartureCancelled,
        WalletTooLow, WrongState, PaymentUnderWay, and for GONE NotGivenBack, GatewayUnreachable and
        GatewayRejected; writes nothing then.
        """
        if answer is CaseAnswer.CONFIRM and self._is_lost(case_id):
            booking_id = self._remake(case_id, actor=actor)
            self._publish(CasesChanged())
            self._publish(StockChanged())
            self._publish(BookingChanged(booking_id))
            return
        is_gone = answer is CaseAnswer.GONE
        listed = self._refunds_of(case_id) if is_gone else ()
        with self._database.write(actor) as session:
            case = _lock(session, case_id)
            _check(case, answer)
            if answer is CaseAnswer.NOT_OURS:
                act, paise = ManagerAct.CALL_MONEY_NOT_OURS, case.amount_paise
                check_permission(session, act, case.id, amount_paise=paise)
            left = note_gone(session, case, listed) if is_gone else 0
            if not left and not cases.resolve(session, case.id, answer):
                raise AlreadyDone(what="case")
            if not is_gone:
                self._carry_out(session, case, answer)
            content = {
                "case": case.id,
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

    def _is_lost(self, case_id: CaseId) -> bool:
        """Whether the booking has to be made anew first: the case may be answered so."""
        with self._database.read() as session:
            case = cases.find(session, case_id)
        if case is None or case.kind is not CaseKind.LOST:
            return False
        _check(case, CaseAnswer.CONFIRM)
        return True

    def _refunds_of(self, case_id: CaseId) -> Sequence[GatewayRefund]:
        """Return what the gateway has given back of the case's money."""
        with self._database.read() as session:
            case = cases.find(session, case_id)
            if case is None:
                raise NotFound("case", case_id)
            _check(case, CaseAnswer.GONE)
            gateway_payment_id = gateway_payment_of(session, case)
        try:
            return self._gateway.refunds_of(gateway_payment_id)
        except Rejected as refused:
            raise GatewayRejected(reason=refused.reason, description=refused.description) from refused
        except GatewayTrouble as trouble:
            self._publish(GatewayAnswered(trouble.answer))
            raise GatewayUnreachable(trouble.answer) from trouble

    def _carry_out(self, session: Session, case: CaseRow, answer: CaseAnswer) -> None:
        if answer is CaseAnswer.SEEN:
            return
        if case.kind is CaseKind.REFUND_FAILED:
            _replace_refund(session, case, answer)
        elif case.kind is CaseKind.PART_PAYMENT:
            _return_part_payment(session, case, answer)
        elif answer is CaseAnswer.CONFIRM:
            confirm_late(session, case, self._desk)
        elif answer is CaseAnswer.WALLET:
            wallet = ledger.get_account(session, AccountKind.WALLET, _customer_of(case))
            _post(session, case, wallet, "unresolved_to_wallet")
        elif answer is CaseAnswer.NOT_OURS:
            gateway = ledger.get_account(session, AccountKind.GATEWAY)
            _post(session, case, gateway, "unresolved_not_ours")
        else:
            payable = ledger.get_account(session, AccountKind.REFUNDS_PAYABLE)
            _post(session, case, payable, "unresolved_to_refund")
            plan_gateway_refund(
                session,
                gateway_payment_of(session, case),
                amount_paise=case.amount_paise,
                request_key=RequestKey(f"case:{case.id}"),
                booking_id=case.booking_id,
            )


def _lock(session: Session, case_id: CaseId) -> CaseRow:
    """Return a case that is locked after its booking: money that is found locks them in that order too."""
    seen = cases.find(session, case_id)
    if seen is None:
        raise NotFound("case", case_id)
    if seen.booking_id is not None:
        bookings.lock(session, seen.booking_id)
    return cases.lock(session, case_id)


def _check(case: CaseRow, answer: CaseAnswer) -> None:
    if case.state is not CaseState.OPEN:
        raise AlreadyDone(what="case")
    if answer not in answers_of(case):
        raise BadRequest("answer", "unknown", text=answer)


def _customer_of(case: CaseRow) -> CustomerId:
    if case.customer_id is None:
        raise AssertionError(f"the case {case.id} of a stranger has no wallet")
    return case.customer_id


def _post(session: Session, case: CaseRow, account: AccountId, kind: str) -> None:
    unresolved = ledger.get_account(session, AccountKind.UNRESOLVED_MONEY)
    postings = ((unresolved, case.amount_paise), (account, -case.amount_paise))
    ledger.post(session, kind, postings, booking_id=case.booking_id)


def _return_part_payment(session: Session, case: CaseRow, answer: CaseAnswer) -> None:
    """Give back what was taken for a hold that ended: to each tender its own, or all to the wallet.

    Not while the rest may still come through the gateway: the booking would then be paid in full.
    """
    booking = bookings.lock_known(session, booking_of(case))
    if give_up_unseen(session, booking):
        raise PaymentUnderWay(reference=booking.reference)
    to_wallet = answer is CaseAnswer.WALLET
    parts = [
        (payment, left, Tender.WALLET if to_wallet else way)
        for payment, left, way in parts_to_return(session, booking.id)
    ]
    roundings = roundings_of(session, [(way, left) for _, left, way in parts])
    for (payment, left, way), rounding in zip(parts, roundings, strict=True):
        postings = (
            (ledger.get_account(session, AccountKind.ADVANCE_RECEIVED), left),
            (ledger.get_account(session, AccountKind.REFUNDS_PAYABLE), -left),
        )
        ledger.post(session, "cancellation", postings, booking_id=booking.id)
        give_back(
            session,
            booking=booking,
            payment=payment,
            amount_paise=left,
            back_to=way,
            request_key=RequestKey(f"case:{case.id}:{payment.id}"),
            rounding_paise=rounding,
        )


def _replace_refund(session: Session, case: CaseRow, answer: CaseAnswer) -> None:
    """The refund that failed gives way to another one for the same debt, on the same voucher.

    A stranger's is no debt of ours.
    """
    if case.refund_id is None:
        raise AssertionError(f"the case {case.id} is about no refund")
    old = refunds.get(session, case.refund_id)
    if not refunds.replace(session, old):
        raise AlreadyDone(what="refund")
    key = RequestKey(f"case:{case.id}")
    if answer is CaseAnswer.REFUND:
        plan_gateway_refund(
            session,
            gateway_payment_of(session, case),
            amount_paise=old.amount_paise,
            request_key=key,
            booking_id=old.booking_id,
            payment_id=old.payment_id,
            document_id=old.document_id,
        )
        return
    if answer is CaseAnswer.NOT_OURS:
        postings = (
            (ledger.get_account(session, AccountKind.REFUNDS_PAYABLE), old.amount_paise),
            (ledger.get_account(session, AccountKind.GATEWAY), -old.amount_paise),
        )
        ledger.post(session, "refund_not_ours", postings)
        return
    give_back(
        session,
        booking=bookings.lock_known(session, booking_of(case)),
        payment=payments.get(session, old.payment_id) if old.payment_id else None,
        amount_paise=old.amount_paise,
        back_to=Tender.WALLET if answer is CaseAnswer.WALLET else Tender.CASH,
        request_key=key,
        document_id=old.document_id,
    )
