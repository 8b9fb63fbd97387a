"""Papers that need the number of an e-invoice, and what the portal has answered."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from db.database import Session
from db.documents import DOCUMENT, DocumentRow
from db.ids import DocumentId
from db.record import Shape
from db.schema import document, e_invoice


@dataclass(frozen=True, slots=True)
class EInvoiceRow:
    """The portal's answer to a paper; without a number it waits."""

    document_id: DocumentId
    irn: str | None
    ack_number: str
    acked_at: datetime | None
    signed_qr: str


E_INVOICE = Shape(EInvoiceRow, e_invoice)


def wait(session: Session, document_id: DocumentId) -> None:
    """From now on a paper waits for its number."""
    session.execute(insert(e_invoice), {"document_id": document_id, "home": session.home})


def find(session: Session, document_id: DocumentId) -> EInvoiceRow | None:
    """Return what is known of a paper; None for one that needs no number."""
    return E_INVOICE.first(session.execute(E_INVOICE.select().where(e_invoice.c.document_id == document_id)))


def of_irn(session: Session, irn: str) -> EInvoiceRow | None:
    """Return whose number this is."""
    return E_INVOICE.first(session.execute(E_INVOICE.select().where(e_invoice.c.irn == irn)))


def waiting(session: Session) -> list[DocumentRow]:
    """Return the papers that wait, the oldest first."""
    statement = DOCUMENT.select().join(e_invoice, e_invoice.c.document_id == document.c.id)
    return DOCUMENT.list(session.execute(statement.where(e_invoice.c.irn.is_(None)).order_by(document.c.id)))


def count_waiting(session: Session) -> int:
    """Return how many papers wait."""
    return len(session.execute(select(e_invoice.c.document_id).where(e_invoice.c.irn.is_(None))).all())


def document_of(session: Session, number: str) -> DocumentRow | None:
    """Return the paper of a number that the portal names: it tells no capitals apart."""
    return DOCUMENT.first(session.execute(DOCUMENT.select().where(document.c.number == number.upper())))


def enter(
    session: Session,
    document_id: DocumentId,
    *,
    irn: str,
    ack_number: str,
    acked_at: datetime,
    signed_qr: str,
) -> bool:
    """Keep the portal's answer; False where the paper has one or needs none, or another paper this number."""
    waits = (e_invoice.c.document_id == document_id) & e_invoice.c.irn.is_(None)
    values = {"irn": irn, "ack_number": ack_number, "acked_at": acked_at, "signed_qr": signed_qr}
    values |= {"entered_at": session.now, "clerk": session.actor.person}
    try:
        # Another desk may enter the number for another paper at once: then the database refuses the second.
        with session.connection.begin_nested():
            return session.execute(update(e_invoice).where(waits).values(values)).rowcount == 1
    except IntegrityError:
        return False
