"""What a paper of before says: worked out once from what is still known, for it kept nothing itself."""

from collections import Counter
from dataclasses import replace
from datetime import datetime

from db import corrections, customers, documents, house
from db.database import Session
from db.documents import DocumentRow
from db.ids import BookingId, PaymentId
from db.states import DocumentKind, PaymentState
from desktop.services.domain.booking import Booking, Payment
from desktop.services.domain.paper import (
    GivenBack,
    PaidBy,
    PaperContent,
    PaperWord,
    Seller,
    amounts_of,
)
from desktop.services.records.booking_record import read_booking
from desktop.services.records.customer_record import customer_from_row
from desktop.services.steps.issue_paper import booking_on_paper, buyer_of

BILLS = (DocumentKind.RECEIPT, DocumentKind.DEPOSIT_RECEIPT)


def content_of_before(session: Session, row: DocumentRow) -> PaperContent:
    """Return what a paper says that was made before papers kept it.

    A receipt names what was sold and what pays for it: nothing that had gone back before it was made. A
    voucher names the lines that ended with it and their refunds; a ticket the lines that lived when it was
    made. Units bear the names they had then.
    """
    if row.booking_id is None:
        raise AssertionError(f"the document {row.number} is about no booking")
    booking, replaces = _as_of(session, row, row.booking_id)
    back: tuple[GivenBack, ...] = ()
    paid: tuple[PaidBy, ...] = ()
    lines = booking.lines
    kept = left = 0
    if row.kind in BILLS and booking.balance_by is not None:
        ended = [line for line in lines if line.cancelled_at and line.cancelled_at <= row.made_at]
        lines = tuple(line for line in lines if line not in ended)
        parts = _paid_by(booking, row.made_at)
        kept = sum(line.total_paise - line.refund_paise - line.unpaid_paise for line in ended)
        left = sum(line.total_paise for line in lines) + kept - sum(one.amount_paise for one in parts)
        paid = tuple(map(_paid, parts))
    elif row.kind in BILLS:
        gone = {one.payment_id for one in booking.refunds if one.created_at < row.made_at}
        taken = (one for one in booking.payments if one.state is PaymentState.CAPTURED)
        paid = tuple(_paid(one) for one in taken if one.id not in gone)
    elif row.kind is DocumentKind.REFUND_VOUCHER:
        lines = tuple(line for line in lines if line.voucher_id == row.id)
        back = tuple(
            GivenBack(one.tender, one.amount_paise, one.rounding_paise, one.state, one.reference)
            for one in booking.refunds_of_sale
            if one.document_id == row.id
        )
    else:
        lines = tuple(line for line in lines if line.cancelled_at is None or line.cancelled_at > row.made_at)
    shown = tuple(replace(line, unit_name=line.unit_name_at(row.made_at)) for line in lines)
    return PaperContent(
        seller=_seller(session, row),
        buyer=buyer_of(booking),
        desk_code=booking.desk_code,
        clerk=booking.clerk,
        booking=booking_on_paper(booking),
        lines=shown,
        amounts=tuple(map(amounts_of, shown)) if row.kind in BILLS else (),
        paid=paid,
        back=back,
        left_paise=left if row.kind is DocumentKind.DEPOSIT_RECEIPT else 0,
        balance_by=row.balance_by,
        kept_before_paise=kept,
        replaces=replaces,
        words=(PaperWord.FROZEN_LATE,),
    )


def _as_of(session: Session, row: DocumentRow, booking_id: BookingId) -> tuple[Booking, str]:
    """Return the booking with the customer whom it had when a paper was made, and what the paper replaces."""
    booking = read_booking(session, booking_id)
    changes = corrections.changes_of(session, booking_id)
    # Of one moment the key tells which came first.
    later = next((one for one in changes if (one.changed_at, one.id) > (row.made_at, row.id)), None)
    stored = customers.find_as_stored(session, later.from_customer_id) if later else None
    if stored is not None:
        booking = replace(booking, customer=customer_from_row(stored))
    by = next((one for one in changes if one.changed_at == row.made_at and one.id < row.id), None)
    replaced = by and documents.newest_of_booking(session, booking_id, documents.VALID, before_key=by.id)
    return booking, replaced.number if replaced else ""


def _seller(session: Session, row: DocumentRow) -> Seller:
    """Return the business as it was known when the paper was made; empty before it was told."""
    business = house.find(session, row.made_at)
    if business is None:
        return Seller()
    address = tuple(business.address.split("\n"))
    return Seller(name=business.name, address=address, state_code=business.state_code)


def _paid_by(booking: Booking, moment: datetime) -> tuple[Payment, ...]:
    """Return what paid for a booking that a part has confirmed, at a moment: less what had gone back."""
    back = Counter[PaymentId | None]()
    for refund in booking.refunds_of_sale:
        if refund.created_at <= moment:
            back[refund.payment_id] += refund.amount_paise
    return tuple(
        replace(one, amount_paise=one.amount_paise - back[one.id])
        for one in booking.payments
        if one.state is PaymentState.CAPTURED and one.created_at <= moment and one.amount_paise > back[one.id]
    )


def _paid(one: Payment) -> PaidBy:
    return PaidBy(
        payment_id=one.id,
        tender=one.tender,
        amount_paise=one.amount_paise,
        rounding_paise=one.rounding_paise,
        account=one.account,
        reference=one.reference,
        instrument_kind=one.instrument_kind,
        corrected_from=one.corrected_from,
        received_paise=one.received_paise,
    )
