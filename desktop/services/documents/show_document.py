"""ShowDocument: a receipt or voucher as it was made."""

from collections import Counter
from dataclasses import replace
from datetime import datetime

from db import bookings, corrections, customers, documents, house
from db.actor import Actor
from db.database import Database, Session
from db.documents import DocumentRow
from db.ids import BookingId, DocumentId, PaymentId
from db.states import BookingState, DocumentKind, PaymentState
from desktop.services.domain.booking import Booking, Refund
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.document import Document
from desktop.services.errors import NotFound
from desktop.services.records.booking_record import read_booking
from desktop.services.records.business_record import business_of
from desktop.services.records.customer_record import customer_from_row


class ShowDocument:
    """Read a document by its id."""

    def __init__(self, database: Database, desk: DeskSettings) -> None:
        self._database = database
        self._desk = desk

    def __call__(self, document_id: DocumentId) -> Document:
        """Return the document. Raises NotFound."""
        with self._database.read() as session:
            row = documents.find(session, document_id)
            if row is None or row.kind is DocumentKind.Z_SLIP:
                raise NotFound("document", document_id)
            return read_document(session, row, self._desk)


class FindReceipt:
    """Read the paper that stands for a booking as it is now."""

    def __init__(self, database: Database, desk: DeskSettings) -> None:
        self._database = database
        self._desk = desk

    def __call__(self, booking_id: BookingId) -> Document:
        """Return what the customer shows: the newest receipt or ticket.

        Once all has ended it is the voucher, or the receipt where nothing was paid.
        Raises NotFound when nothing has been made.
        """
        with self._database.read() as session:
            booking = bookings.find(session, booking_id)
            is_over = booking is not None and booking.state is BookingState.CANCELLED
            # Never a ticket: of what was free of charge nothing came back, and no voucher was made.
            kinds = (DocumentKind.RECEIPT, DocumentKind.REFUND_VOUCHER) if is_over else documents.VALID
            row = documents.newest_of_booking(session, booking_id, kinds)
            if row is None:
                raise NotFound("document", booking_id)
            return read_document(session, row, self._desk)


class CountCopy:
    """Note that a document has been printed, so that the next printing is marked as a copy."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, document_id: DocumentId, *, actor: Actor) -> None:
        """Count one printing."""
        with self._database.write(actor) as session:
            documents.count_copy(session, document_id)


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


def read_document(session: Session, row: DocumentRow, desk: DeskSettings) -> Document:
    """Return the document that a row stands for, with its booking's frozen lines.

    A receipt names what was sold and what pays for it: nothing that had gone back before it was made. A
    voucher names the lines that ended with it and their refunds; a ticket the lines that lived when it was
    made. Units bear the names they had then.
    """
    if row.booking_id is None:
        raise AssertionError(f"the document {row.number} is about no booking")
    booking, replaces = _as_of(session, row, row.booking_id)
    refunds: tuple[Refund, ...] = ()
    about = booking.lines
    kept = left = 0
    if row.kind in (DocumentKind.RECEIPT, DocumentKind.DEPOSIT_RECEIPT) and booking.balance_by is not None:
        ended = [line for line in booking.lines if line.cancelled_at and line.cancelled_at <= row.made_at]
        booking = _paid_by(booking, row.made_at)
        about = booking.lines
        kept = sum(line.total_paise - line.refund_paise - line.unpaid_paise for line in ended)
        left = booking.total_paise + kept - sum(payment.amount_paise for payment in booking.payments)
    elif row.kind is DocumentKind.RECEIPT:
        gone = {one.payment_id for one in booking.refunds if one.created_at < row.made_at}
        booking = replace(booking, payments=tuple(one for one in booking.payments if one.id not in gone))
    elif row.kind is DocumentKind.REFUND_VOUCHER:
        refunds = tuple(one for one in booking.refunds_of_sale if one.document_id == row.id)
        about = tuple(line for line in about if line.voucher_id == row.id)
    else:
        about = tuple(line for line in about if line.cancelled_at is None or line.cancelled_at > row.made_at)
    return Document(
        id=row.id,
        kind=row.kind,
        number=row.number,
        made_at=row.made_at,
        practice=row.practice,
        copies=row.copies,
        booking=booking,
        refunds=refunds,
        time_zone=desk.time_zone,
        seller=business_of(house.find(session, row.made_at)),
        replaces=replaces,
        lines=tuple(replace(line, unit_name=line.unit_name_at(row.made_at)) for line in about),
        left_paise=left,
        balance_by=row.balance_by,
        kept_before_paise=kept,
    )


def _paid_by(booking: Booking, moment: datetime) -> Booking:
    """Return a booking that a part has confirmed as it was paid at a moment, with its lines that lived then.

    Its amounts are those of these lines; of each payment stands what had not gone back.
    """
    lines = tuple(line for line in booking.lines if line.cancelled_at is None or line.cancelled_at > moment)
    back = Counter[PaymentId | None]()
    for refund in booking.refunds_of_sale:
        if refund.created_at <= moment:
            back[refund.payment_id] += refund.amount_paise
    paid = tuple(
        replace(one, amount_paise=one.amount_paise - back[one.id])
        for one in booking.payments
        if one.state is PaymentState.CAPTURED and one.created_at <= moment and one.amount_paise > back[one.id]
    )
    sums = {
        name: sum(getattr(line, name) for line in lines)
        for name in ("base_paise", "discount_paise", "fee_paise", "tax_paise", "total_paise")
    }
    return replace(booking, lines=lines, payments=paid, **sums)
