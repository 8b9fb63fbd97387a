"""Tickets of small sales that no consolidated invoice has taken in yet."""

from datetime import date

from sqlalchemy import select

from db.database import Session
from db.documents import DOCUMENT, DocumentRow
from db.schema import booking_line, document, document_answer
from db.states import DocumentKind


def open_tickets(session: Session, before: date, word: str) -> list[DocumentRow]:
    """Return the tickets of days before one whose content bears `word` and that no paper answers.

    What was cancelled and given back whole has nothing left, and is left out. In the order of day and key.
    """
    left = booking_line.c.total_paise - booking_line.c.refund_paise - booking_line.c.unpaid_paise
    has_left = select(booking_line.c.number).where(
        booking_line.c.booking_id == document.c.booking_id, left > 0
    )
    taken = select(document_answer.c.document_id).where(document_answer.c.answers_id == document.c.id)
    statement = DOCUMENT.select().where(
        document.c.kind == DocumentKind.TICKET,
        document.c.issued_on < before,
        document.c.content.contains(f'"{word}"'),
        has_left.exists(),
        ~taken.exists(),
    )
    return DOCUMENT.list(session.execute(statement.order_by(document.c.issued_on, document.c.id)))
