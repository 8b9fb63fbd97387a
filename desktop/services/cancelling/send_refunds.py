"""SendRefunds: deliver planned refunds to the gateway, again with the same key and body until answered."""

from datetime import timedelta
from functools import partial

from db import bookings, cases, journal, ledger, refunds
from db.actor import Actor
from db.database import Database, Session
from db.ids import GatewayPaymentId, GatewayRefundId, RequestKey
from db.refunds import RefundRow
from db.states import OPEN_REFUND, AccountKind, CaseAnswer, CaseKind, RefundState
from desktop.services.events import BookingChanged, CasesChanged, GatewayAnswered, Publish
from desktop.services.gateways.port import (
    Busy,
    GatewayRefund,
    GatewayTrouble,
    Misconfigured,
    PaymentGateway,
    Rejected,
    Unknown,
    Unreachable,
)
from desktop.services.records.case_facts import CaseFacts, facts_to_text
from desktop.services.steps.one_by_one import one_by_one

REFUNDS_PER_RUN_MAX = 20
BACKOFF_SECONDS = (15, 30, 60, 300, 900)
# A pending refund takes days at the bank; asking each hour is plenty.
PENDING_POLL_SECONDS = 3600
# Longer than a call can take: meanwhile no other desk sends the same.
TRY_SECONDS = 30
NOTHING_LEFT = ("fully_refunded", "above_captured")


class SendRefunds:
    """Send what is due. The clerk sees each refund's own state beside the booking's."""

    def __init__(self, database: Database, gateway: PaymentGateway, publish: Publish) -> None:
        self._database = database
        self._gateway = gateway
        self._publish = publish

    def __call__(self, *, actor: Actor) -> int:
        """Return how many refunds got an answer. The gateway's trouble is kept on the row, never raised."""
        with self._database.read() as session:
            waiting = refunds.list_unsent(session, REFUNDS_PER_RUN_MAX)
        return sum(one_by_one(waiting, partial(self._send, actor=actor)))

    def _send(self, refund: RefundRow, *, actor: Actor) -> bool:
        try:
            answer = self._ask(refund, actor=actor)
        except (Misconfigured, Unreachable, Busy) as trouble:
            self._postpone(refund, type(trouble).__name__.lower(), actor=actor)
            self._publish(GatewayAnswered(trouble.answer))
            return False
        except Rejected as refused:
            if _may_be_done(refund, refused):
                self._postpone(refund, "unknown", actor=actor)
                return False
            self._fail(refund, refused.reason, refused.description, actor=actor)
            return True
        except GatewayTrouble:
            self._postpone(refund, "unknown", actor=actor)
            return False
        if answer is None:
            return False
        self._note(refund, answer, actor=actor)
        return True

    def _ask(self, refund: RefundRow, *, actor: Actor) -> GatewayRefund | None:
        """Look before any repeat; mark as sent before the first call, so that a crash can't hide it.

        None when another desk has ended or tried the refund since it was listed: then it is not sent.
        """
        if refund.state is not RefundState.PLANNED:
            known = self._look(refund)
            if known is not None:
                return known
        with self._database.write(actor) as session:
            again_at = session.now + timedelta(seconds=TRY_SECONDS)
            if not refunds.begin_try(session, refund.id, attempts=refund.attempts, again_at=again_at):
                return None
        if refund.body is None:
            raise AssertionError(f"the refund {refund.id} has nothing to send")
        return self._gateway.refund(_source_of(refund), request_key=RequestKey(refund.id), body=refund.body)

    def _look(self, refund: RefundRow) -> GatewayRefund | None:
        """Return the refund as the gateway lists it. A refusal to list says nothing about it: Unknown."""
        try:
            listed = self._gateway.refunds_of(_source_of(refund))
        except Misconfigured:
            raise
        except Rejected as refused:
            if refused.reason == "unknown_id" and refund.attempts > len(BACKOFF_SECONDS):
                raise  # asked often enough: this account does not have the payment, so it gives nothing back
            raise Unknown(refused.reason) from refused
        found = next((one for one in listed if one.receipt == refund.id), None)
        if found is None and refund.gateway_refund_id is not None:
            raise Unknown("not_listed")  # it was made, whatever the list says now
        return found

    def _note(self, refund: RefundRow, answer: GatewayRefund, *, actor: Actor) -> None:
        if answer.status == "failed":
            self._fail(refund, "failed_at_bank", actor=actor)
            return
        with self._database.write(actor) as session:
            if answer.status == "processed":
                _settle(session, refund, answer.id)
            else:
                wait = session.now + timedelta(seconds=PENDING_POLL_SECONDS)
                refunds.change(
                    session,
                    refund.id,
                    among=OPEN_REFUND,
                    state=RefundState.PENDING,
                    gateway_refund_id=answer.id,
                    next_try_at=wait,
                    last_error=None,
                )
        self._tell(refund)

    def _postpone(self, refund: RefundRow, reason: str, *, actor: Actor) -> None:
        with self._database.write(actor) as session:
            wait = BACKOFF_SECONDS[min(refund.attempts, len(BACKOFF_SECONDS) - 1)]
            next_try = session.now + timedelta(seconds=wait)
            refunds.change(
                session,
                refund.id,
                among=OPEN_REFUND,
                next_try_at=next_try,
                last_error=reason,
                attempts=refund.attempts + 1,
            )
        self._tell(refund)

    def _fail(self, refund: RefundRow, reason: str, description: str = "", *, actor: Actor) -> None:
        """The money is still owed, or gone already by another hand: a case says why and asks staff."""
        said = description or reason.replace("_", " ")
        with self._database.write(actor) as session:
            failed: refunds.RefundChange = {"state": RefundState.FAILED, "last_error": said}
            if not refunds.change(session, refund.id, among=OPEN_REFUND, **failed):
                return
            facts: CaseFacts = {"gateway_payment": _source_of(refund), "reason": reason}
            if description:
                facts["gateway_says"] = description
            booking = bookings.get(session, refund.booking_id) if refund.booking_id else None
            cases.open_new(
                session,
                kind=CaseKind.REFUND_FAILED,
                booking_id=refund.booking_id,
                customer_id=booking.customer_id if booking else None,
                refund_id=refund.id,
                amount_paise=refund.amount_paise,
                proposal=CaseAnswer.WALLET if booking else CaseAnswer.LOOK,
                facts=facts_to_text(facts),
            )
            content = {"refund": refund.id, "amount_paise": refund.amount_paise, "reason": said}
            journal.record(session, "REFUND_FAILED", content, booking_id=refund.booking_id)
        self._tell(refund)
        self._publish(CasesChanged())

    def _tell(self, refund: RefundRow) -> None:
        if refund.booking_id:
            self._publish(BookingChanged(refund.booking_id))


def _may_be_done(refund: RefundRow, refused: Rejected) -> bool:
    """Whether "nothing left to refund" may be due to this refund itself, made by a try whose reply was lost
    and not listed yet. After as many looks as there are pauses, somebody else has refunded the payment."""
    is_repeat = refund.state is not RefundState.PLANNED and refund.attempts <= len(BACKOFF_SECONDS)
    return is_repeat and refused.reason in NOTHING_LEFT


def _source_of(refund: RefundRow) -> GatewayPaymentId:
    """Return the payment at the gateway that the money goes back to."""
    if refund.gateway_payment_id is None:
        raise AssertionError(f"the refund {refund.id} does not go through the gateway")
    return refund.gateway_payment_id


def _settle(session: Session, refund: RefundRow, gateway_refund_id: GatewayRefundId) -> None:
    values: refunds.RefundChange = {
        "state": RefundState.DONE,
        "settled_at": session.now,
        "gateway_refund_id": gateway_refund_id,
        "last_error": None,
    }
    if not refunds.change(session, refund.id, among=OPEN_REFUND, **values):
        return
    postings = (
        (ledger.get_account(session, AccountKind.REFUNDS_PAYABLE), refund.amount_paise),
        (ledger.get_account(session, AccountKind.GATEWAY), -refund.amount_paise),
    )
    ledger.post(session, "refund", postings, booking_id=refund.booking_id)
    content = {"refund": refund.id, "amount_paise": refund.amount_paise, "gateway_refund": gateway_refund_id}
    journal.record(session, "REFUND_DONE", content, booking_id=refund.booking_id)
