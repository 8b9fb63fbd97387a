"""ShowDocument: a receipt or voucher as it was made."""

from dataclasses import replace

from db import documents, refunds
from db.actor import Actor
from db.database import Database, Session
from db.documents import DocumentRow
from db.ids import BookingId, DocumentId
from db.states import DocumentKind
from desktop.services.domain.booking import Document
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.errors import NotFound
from desktop.services.records.booking_record import read_booking


class ShowDocument:
    """Read a document by its id."""

    def __init__(self, database: Database, desk: DeskSettings) -> None:
        self._database = database
        self._desk = desk

    def __call__(self, document_id: DocumentId) -> Document:
        """Return the document. Raises NotFound."""
        with self._database.read() as session:
            row = documents.find(session, document_id)
            if row is None:
                raise NotFound("document", document_id)
            return read_document(session, row, self._desk)


class FindReceipt:
    """Read the document made last for a booking."""

    def __init__(self, database: Database, desk: DeskSettings) -> None:
        self._database = database
        self._desk = desk

    def __call__(self, booking_id: BookingId) -> Document:
        """Return the booking's newest document. Raises NotFound."""
        with self._database.read() as session:
            row = documents.newest_of_booking(session, booking_id)
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


def read_document(session: Session, row: DocumentRow, desk: DeskSettings) -> Document:
    """Return the document that a row stands for, with its booking's frozen lines.

    A receipt names what pays for the booking: nothing that had gone back before it was made.
    """
    if row.booking_id is None:
        raise AssertionError(f"the document {row.number} is about no booking")
    booking = read_booking(session, row.booking_id)
    if row.kind is DocumentKind.RECEIPT:
        back = refunds.of_booking(session, row.booking_id)
        gone = {one.payment_id for one in back if one.created_at < row.made_at}
        booking = replace(booking, payments=tuple(one for one in booking.payments if one.id not in gone))
    return Document(
        id=row.id,
        kind=row.kind,
        number=row.number,
        made_at=row.made_at,
        practice=row.practice,
        copies=row.copies,
        booking=booking,
        refunds=booking.refunds if row.kind is DocumentKind.REFUND_VOUCHER else (),
        time_zone=desk.time_zone,
    )
