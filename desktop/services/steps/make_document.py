"""A paper of a booking, numbered in the desk's series of the year in which it is made."""

from zoneinfo import ZoneInfo

from db import documents
from db.database import Session
from db.ids import BookingId, DocumentId
from db.states import DocumentKind
from desktop.services.domain.desk_settings import DeskSettings


def make_document(
    session: Session, kind: DocumentKind, booking_id: BookingId, desk: DeskSettings
) -> DocumentId:
    """Number a document of a booking and return its id; the year is that of the desk's calendar."""
    year = session.now.astimezone(ZoneInfo(desk.time_zone)).year
    return documents.make(session, kind, booking_id=booking_id, year=year, practice=desk.practice)
