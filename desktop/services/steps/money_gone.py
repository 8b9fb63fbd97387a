"""Money of a case that somebody has given back on the gateway's own pages, as the gateway itself lists it."""

from collections.abc import Sequence

from db import cases, refunds
from db.cases import CaseRow
from db.database import Session
from db.ids import GatewayPaymentId, GatewayRefundId, RefundId, RequestKey
from db.keys import new_key
from db.refunds import RefundRow
from db.states import OPEN_REFUND, AccountKind, RefundState, Tender
from desktop.services.errors import AlreadyDone, NotGivenBack
from desktop.services.gateways.port import GatewayRefund
from desktop.services.records.case_facts import facts_from_text, facts_to_text
from desktop.services.steps.given_elsewhere import note_given_elsewhere


def gateway_payment_of(session: Session, case: CaseRow) -> GatewayPaymentId:
    """Return the gateway's payment whose money a case is about."""
    found = case.gateway_payment_id
    if found is None and case.refund_id is not None:
        found = refunds.get(session, case.refund_id).gateway_payment_id
    if found is None:
        raise AssertionError(f"the case {case.id} is about no money of the gateway's")
    return found


def note_gone(session: Session, case: CaseRow, listed: Sequence[GatewayRefund]) -> int:
    """Write down what of a case's money the gateway has given back and the books don't know; return the rest.

    With a rest, the case stays open for it. Raises NotGivenBack when nothing has gone, and AlreadyDone.
    """
    gateway_payment_id = gateway_payment_of(session, case)
    unknown_paise, gateway_refund_id = _unknown(session, gateway_payment_id, listed)
    if unknown_paise <= 0:
        raise NotGivenBack(amount_paise=case.amount_paise)
    gone = min(unknown_paise, case.amount_paise)
    left = case.amount_paise - gone
    old = refunds.get(session, case.refund_id) if case.refund_id is not None else None
    if old is not None and not refunds.replace(session, old):
        raise AlreadyDone(what="refund")
    note_given_elsewhere(
        session,
        gateway_payment_id=gateway_payment_id,
        amount_paise=gone,
        out_of=AccountKind.REFUNDS_PAYABLE if old is not None else AccountKind.UNRESOLVED_MONEY,
        booking_id=case.booking_id,
        payment_id=old.payment_id if old is not None else None,
        document_id=old.document_id if old is not None else None,
        gateway_refund_id=gateway_refund_id,
    )
    if left:
        facts = facts_from_text(case.facts)
        facts["refunded_paise"] = facts.get("refunded_paise", 0) + gone
        rest_id = _still_owed(session, old, left) if old is not None else None
        if not cases.reduce(
            session, case.id, amount_paise=left, facts=facts_to_text(facts), refund_id=rest_id
        ):
            raise AlreadyDone(what="case")
    return left


def _unknown(
    session: Session, gateway_payment_id: GatewayPaymentId, listed: Sequence[GatewayRefund]
) -> tuple[int, GatewayRefundId | None]:
    """Return how much has gone back there beyond what is done or on its way here, and by which refund.

    The id is None where it can't be told: of what had gone before the money was found, only the sum is known.
    """
    booked = refunds.of_gateway_payment(session, gateway_payment_id)
    moving = {row.id for row in booked if row.state in OPEN_REFUND}
    done = [row for row in booked if row.state is RefundState.DONE]
    there = [one for one in listed if one.status == "processed" and one.receipt not in moving]
    paise = sum(one.amount_paise for one in there) - sum(row.amount_paise for row in done)
    known = {row.gateway_refund_id for row in done}
    new = [one.id for one in there if one.id not in known]
    return paise, new[0] if len(new) == 1 and None not in known else None


def _still_owed(session: Session, old: RefundRow, amount_paise: int) -> RefundId:
    """Return the refund that stands for the rest of one that failed."""
    return refunds.add(
        session,
        booking_id=old.booking_id,
        payment_id=old.payment_id,
        gateway_payment_id=old.gateway_payment_id,
        tender=Tender.RAZORPAY,
        state=RefundState.FAILED,
        amount_paise=amount_paise,
        request_key=RequestKey(f"rest:{new_key()}"),
        last_error=old.last_error,
        document_id=old.document_id,
    )
