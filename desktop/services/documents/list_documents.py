"""ListDocuments: every paper of a booking."""

from db import documents
from db.database import Database
from db.ids import BookingId
from desktop.services.documents.show_document import read_document
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.document import Document


class ListDocuments:
    """Read the papers of a booking, each as it was made."""

    def __init__(self, database: Database, desk: DeskSettings) -> None:
        self._database = database
        self._desk = desk

    def __call__(self, booking_id: BookingId) -> tuple[Document, ...]:
        """Return its papers, the oldest first; none of a booking that has none or that is not there."""
        with self._database.read() as session:
            rows = documents.of_booking(session, booking_id)
            return tuple(read_document(session, row, self._desk) for row in rows)
