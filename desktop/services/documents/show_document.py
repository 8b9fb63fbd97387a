"""ShowDocument: a paper as it was made."""

from db import bookings, documents, e_invoices
from db.actor import Actor
from db.database import Database, Session
from db.documents import DocumentRow
from db.ids import BookingId, DocumentId
from db.states import BookingState, DocumentKind
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.document import Document, Irn
from desktop.services.domain.financial_year import issued_on
from desktop.services.domain.paper import PaperContent, PaperWord
from desktop.services.errors import NotFound
from desktop.services.records.paper_record import content_from_text
from desktop.services.steps.content_of_before import content_of_before

SLIPS = (DocumentKind.PAYMENT_SLIP, DocumentKind.REFUND_SLIP)


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
        """Return what the customer shows: the newest ticket, invoice or receipt.

        Once all has ended it is the slip of what went back, or where nothing was paid that of the sale: no
        ticket is valid then. Raises NotFound when nothing has been made.
        """
        with self._database.read() as session:
            booking = bookings.find(session, booking_id)
            row = None
            if booking is not None and booking.state is BookingState.CANCELLED:
                back = (DocumentKind.REFUND_SLIP, DocumentKind.REFUND_VOUCHER)
                row = documents.newest_of_booking(session, booking_id, back)
                slip = (DocumentKind.PAYMENT_SLIP,)
                row = row or documents.newest_of_booking(session, booking_id, slip)
            row = row or documents.newest_of_booking(session, booking_id, documents.VALID)
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
    """Return the document that a row stands for: what it kept, and of one of before what is still known."""
    content = content_from_text(row.content) if row.content else content_of_before(session, row)
    return Document(
        id=row.id,
        kind=row.kind,
        number=row.number,
        made_at=row.made_at,
        issued_on=row.issued_on or issued_on(row.made_at),
        practice=row.practice,
        copies=row.copies,
        time_zone=content.time_zone or desk.time_zone,
        content=content,
        irn=_irn(session, row, content),
    )


def _irn(session: Session, row: DocumentRow, content: PaperContent) -> Irn | None:
    if PaperWord.WAITING_FOR_IRN not in content.words:
        return None
    found = e_invoices.find(session, row.id)
    if found is None or found.irn is None or found.acked_at is None:
        return None
    return Irn(found.irn, found.ack_number, found.acked_at, found.signed_qr)
