"""Where a booking stands after an act of taking money, read back from the rows that were written."""

from db import bookings, documents, house_accounts, ledger, payments, refunds
from db.database import Session
from db.ids import BookingId
from db.states import AccountKind, DocumentKind, PaymentState, Tender
from desktop.services.domain.paid_parts import PaidPart, paid_parts
from desktop.services.domain.payment_request import PaymentResult, TakePaymentRequest
from desktop.services.domain.tenders import TENDERS
from desktop.services.records.booking_record import shown_state
from desktop.services.steps.issue_paper import paper_to_give
from desktop.services.steps.open_balance import left_to_pay, owes_balance


def payment_result(session: Session, booking_id: BookingId, request: TakePaymentRequest) -> PaymentResult:
    """Return where the booking stands, read back from the rows that were written."""
    booking = bookings.get(session, booking_id)
    captured = [row for row in payments.of_booking(session, booking_id) if row.state is PaymentState.CAPTURED]
    mine = {payments.of_tender(request.request_key, tender) for tender in TENDERS}
    # What an earlier act took may have gone back before this one; what goes back after a sale was paid.
    is_sold_with_all = sum(row.amount_paise for row in captured) == booking.total_paise
    earlier = () if is_sold_with_all else [row for row in captured if row.request_key not in mine]
    back = {row.id: refunds.refunded_paise(session, row.id) for row in earlier}
    accounts = house_accounts.names(session, [row.house_account_id for row in captured])
    parts = paid_parts(
        PaidPart(
            row.tender,
            row.instrument_kind,
            row.amount_paise - back.get(row.id, 0),
            row.rounding_paise,
            accounts[row.house_account_id] if row.house_account_id else "",
        )
        for row in captured
    )
    # Of an act the slip is made last; what is newer tells of what has ended or moved since then.
    given = (DocumentKind.PAYMENT_SLIP, *documents.VALID)
    document = documents.newest_of_booking(session, booking_id, given)
    is_open = owes_balance(booking)
    # Of a booking that a part had confirmed, lines may have ended unpaid.
    is_paid = booking.sold_at is not None
    due = 0 if is_paid else max(booking.total_paise - sum(part.amount_paise for part in parts), 0)
    return PaymentResult(
        booking_id=booking_id,
        reference=booking.reference,
        state=shown_state(booking, session),
        due_paise=left_to_pay(session, booking) if is_open else due,
        change_paise=sum(
            row.received_paise - row.amount_paise - row.rounding_paise
            for row in captured
            if row.request_key in mine and row.received_paise is not None
        ),
        wallet_used_paise=sum(row.amount_paise for row in captured if row.tender is Tender.WALLET),
        wallet_balance_paise=ledger.balance_paise(session, AccountKind.WALLET, booking.customer_id),
        document_id=paper_to_give(document),
        parts=parts,
        balance_by=booking.balance_by if is_open else None,
    )
