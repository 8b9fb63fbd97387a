"""A cancellation that was asked for before under the same key: found by what the journal holds of it."""

import hashlib
import json
from collections.abc import Sequence

from db import ledger, stories
from db.bookings import BookingRow
from db.database import Session, to_json
from db.ids import PaymentId, RequestKey
from db.lines import LineRow
from db.states import AccountKind, BookingState
from desktop.services.domain.cancellation import CancellationResult, RefundPlan
from desktop.services.errors import OtherContent
from desktop.services.steps.issue_paper import paper_of_slip

TAGS = ("BOOKING_CANCELLED", "BOOKING_LINES_CANCELLED")


def digest_of(plan: RefundPlan, to_wallet: frozenset[PaymentId], reason: str, note: str = "") -> str:
    """Return what tells one request to cancel from another: lines, legs with their ways, and the reasons."""
    legs = [(leg.payment_id, leg.back_paise, leg.back_to, leg.payment_id in to_wallet) for leg in plan.legs]
    content: tuple[object, ...] = (
        *(sorted(plan.numbers), plan.refund_paise, sorted(legs), plan.is_void, reason),
        *((note, plan.beyond_paise, plan.is_outside) if note or plan.is_outside else ()),
    )
    return hashlib.sha256(to_json(content).encode()).hexdigest()


def done_before(
    session: Session, booking: BookingRow, rows: Sequence[LineRow], key: RequestKey, digest: str
) -> CancellationResult | None:
    """Return what the request with this key has done to the booking; None when it has done nothing.

    Raises OtherContent when it has done something else.
    """
    if all(row.cancelled_at is None for row in rows):
        return None
    for told in stories.records(session, booking.id):
        content = json.loads(told.content)
        if told.tag not in TAGS or content.get("request_key") != key:
            continue
        # Told only where cash was rounded.
        rounding = content.get("rounding_paise", 0)
        if content["request_digest"] != digest:
            raise OtherContent(content["refund_paise"] + rounding)
        ended = [row for row in rows if row.number in content["lines"]]
        return CancellationResult(
            booking_id=booking.id,
            reference=booking.reference,
            state=BookingState(content["new_status"]),
            refund_paise=content["refund_paise"],
            wallet_balance_paise=ledger.balance_paise(session, AccountKind.WALLET, booking.customer_id),
            claims_released=content["claims_released"],
            document_id=paper_of_slip(session, ended[0].voucher_id),
            rounding_paise=rounding,
        )
    return None
