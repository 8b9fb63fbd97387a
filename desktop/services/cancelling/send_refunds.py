"""SendRefunds: deliver planned refunds to the gateway, again with the same key and body until answered."""

import json
from datetime import timedelta
from typing import Any

from db import bookings, cases, journal, ledger, refunds
from db.database import Database, Session
from db.ids import GatewayRefundId
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
from desktop.services.steps.one_by_one import one_by_one

REFUNDS_PER_RUN_MAX = 20
WAITS_SECONDS = (15, 30, 60, 300, 900)
# A pending refund takes days at the bank; asking each hour is plenty.
PENDING_WAIT_SECONDS = 3600
# Longer than a call can take: meanwhile no other desk sends the same.
TRY_SECONDS = 30
OPEN = ("planned", "sent", "pending")
NOTHING_LEFT = ("fully_refunded", "above_captured")


class SendRefunds:
    """Send what is due. The clerk sees each refund's own state beside the booking's."""

    def __init__(self, database: Database, gateway: PaymentGateway, publish: Publish) -> None:
        self._database = database
        self._gateway = gateway
        self._publish = publish

    def __call__(self) -> int:
        """Return how many refunds got an answer. The gateway's trouble is kept on the row, never raised."""
        with self._database.read() as session:
            waiting = refunds.list_unsent(session, REFUNDS_PER_RUN_MAX)
        return sum(one_by_one(waiting, self._send))

    def _send(self, refund: Any) -> bool:
        try:
            answer = self._ask(refund)
        except (Misconfigured, Unreachable, Busy) as trouble:
            self._postpone(refund, type(trouble).__name__.lower())
            self._publish(GatewayAnswered(trouble.answer))
            return False
        except Rejected as refused:
            if _may_be_done(refund, refused):
                self._postpone(refund, "unknown")
                return False
            self._fail(refund, refused.reason, refused.description)
            return True
        except GatewayTrouble:
            self._postpone(refund, "unknown")
            return False
        if answer is None:
            return False
        self._note(refund, answer)
        return True

    def _ask(self, refund: Any) -> GatewayRefund | None:
        """Look before any repeat; mark as sent before the first call, so that a crash can't hide it.

        None when another desk has ended or tried the refund since it was listed: then it is not sent.
        """
        if refund.state != "planned":
            known = self._look(refund)
            if known is not None:
                return known
        with self._database.write() as session:
            again_at = session.now + timedelta(seconds=TRY_SECONDS)
            if not refunds.begin_try(session, refund.id, attempts=refund.attempts, again_at=again_at):
                return None
        return self._gateway.refund(refund.gateway_payment_id, request_key=refund.id, body=refund.body)

    def _look(self, refund: Any) -> GatewayRefund | None:
        """Return the refund as the gateway lists it. A refusal to list says nothing about it: Unknown."""
        try:
            listed = self._gateway.refunds_of(refund.gateway_payment_id)
        except Misconfigured:
            raise
        except Rejected as refused:
            if refused.reason == "unknown_id" and refund.attempts > len(WAITS_SECONDS):
                raise  # asked often enough: this account does not have the payment, so it gives nothing back
            raise Unknown(refused.reason) from refused
        found = next((one for one in listed if one.receipt == refund.id), None)
        if found is None and refund.gateway_refund_id is not None:
            raise Unknown("not_listed")  # it was made, whatever the list says now
        return found

    def _note(self, refund: Any, answer: GatewayRefund) -> None:
        if answer.status == "failed":
            self._fail(refund, "failed_at_bank")
            return
        with self._database.write() as session:
            if answer.status == "processed":
                _settle(session, refund, answer.id)
            else:
                wait = session.now + timedelta(seconds=PENDING_WAIT_SECONDS)
                values = {"state": "pending", "gateway_refund_id": answer.id, "next_try_at": wait}
                refunds.change(session, refund.id, among=OPEN, last_error=None, **values)
        self._tell(refund)

    def _postpone(self, refund: Any, reason: str) -> None:
        with self._database.write() as session:
            wait = WAITS_SECONDS[min(refund.attempts, len(WAITS_SECONDS) - 1)]
            next_try = session.now + timedelta(seconds=wait)
            values = {"next_try_at": next_try, "last_error": reason, "attempts": refund.attempts + 1}
            refunds.change(session, refund.id, among=OPEN, **values)
        self._tell(refund)

    def _fail(self, refund: Any, reason: str, description: str = "") -> None:
        """The money is still owed, or gone already by another hand: a case says why and asks staff."""
        said = description or reason.replace("_", " ")
        with self._database.write() as session:
            if not refunds.change(session, refund.id, among=OPEN, state="failed", last_error=said):
                return
            facts = {"gateway_payment": refund.gateway_payment_id, "reason": reason}
            booking: Any = bookings.find(session, refund.booking_id) if refund.booking_id else None
            cases.open_new(
                session,
                {
                    "kind": "refund_failed",
                    "booking_id": refund.booking_id,
                    "customer_id": booking.customer_id if booking else None,
                    "refund_id": refund.id,
                    "amount_paise": refund.amount_paise,
                    "proposal": "wallet" if booking else "look",
                    "facts": json.dumps(facts | ({"gateway_says": description} if description else {})),
                },
            )
            content = {"refund": refund.id, "amount_paise": refund.amount_paise, "reason": said}
            journal.record(session, "REFUND_FAILED", content, booking_id=refund.booking_id)
        self._tell(refund)
        self._publish(CasesChanged())

    def _tell(self, refund: Any) -> None:
        if refund.booking_id:
            self._publish(BookingChanged(refund.booking_id))


def _may_be_done(refund: Any, refused: Rejected) -> bool:
    """Whether "nothing left to refund" may be due to this refund itself, made by a try whose reply was lost
    and not listed yet. After as many looks as there are pauses, somebody else has refunded the payment."""
    is_repeat = refund.state != "planned" and refund.attempts <= len(WAITS_SECONDS)
    return is_repeat and refused.reason in NOTHING_LEFT


def _settle(session: Session, refund: Any, gateway_refund_id: GatewayRefundId) -> None:
    values = {
        "state": "done",
        "settled_at": session.now,
        "gateway_refund_id": gateway_refund_id,
        "last_error": None,
    }
    if not refunds.change(session, refund.id, among=OPEN, **values):
        return
    postings = (
        (ledger.get_account(session, "refunds_payable"), refund.amount_paise),
        (ledger.get_account(session, "gateway"), -refund.amount_paise),
    )
    ledger.post(session, "refund", postings, booking_id=refund.booking_id)
    content = {"refund": refund.id, "amount_paise": refund.amount_paise, "gateway_refund": gateway_refund_id}
    journal.record(session, "REFUND_DONE", content, booking_id=refund.booking_id)
