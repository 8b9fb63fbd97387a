"""A paper of a booking, numbered in the desk's series of the year in which it is made."""

from datetime import datetime
from zoneinfo import ZoneInfo

from db import documents
from db.database import Session
from db.ids import BookingId, DocumentId
from db.states import DocumentKind
from desktop.services.domain.desk_settings import DeskSettings


def make_document(
    session: Session,
    kind: DocumentKind,
    booking_id: BookingId,
    desk: DeskSettings,
    *,
    balance_by: datetime | None = None,
) -> DocumentId:
    """Number a document of a booking and return its id; the year is that of the desk's calendar.

    `balance_by`: until when the rest has to be paid, on the paper of a deposit.
    """
    year = session.now.astimezone(ZoneInfo(desk.time_zone)).year
    return documents.make(
        session, kind, booking_id=booking_id, year=year, practice=desk.practice, balance_by=balance_by
    )


def make_deposit_receipt(
    session: Session, booking_id: BookingId, desk: DeskSettings, balance_by: datetime | None
) -> DocumentId:
    """Make the paper of a part that was paid: it says what is left, and until when."""
    return make_document(session, DocumentKind.DEPOSIT_RECEIPT, booking_id, desk, balance_by=balance_by)
