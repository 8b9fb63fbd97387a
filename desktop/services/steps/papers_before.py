"""What the papers of a booking have said so far: those of before that are not frozen yet, too."""

from db import documents
from db.database import Session
from db.documents import DocumentRow
from db.ids import BookingId
from desktop.services.domain.financial_year import issued_on
from desktop.services.domain.paper import Named
from desktop.services.records.paper_record import content_from_text
from desktop.services.steps.content_of_before import content_of_before
from desktop.services.steps.issue_paper import Earlier


def papers_before(session: Session, booking_id: BookingId) -> list[Earlier]:
    """Return the papers of a booking with what they say, the first one first.

    A slip that this transaction has begun says nothing yet, and is left out.
    """
    rows = documents.of_booking(session, booking_id)
    return [_earlier(session, row) for row in rows if row.content or row.issued_on is None]


def _earlier(session: Session, row: DocumentRow) -> Earlier:
    content = content_from_text(row.content) if row.content else content_of_before(session, row)
    day = row.issued_on or issued_on(row.made_at)
    return Earlier(Named(row.id, row.kind, row.number, day, content.total_paise), content)
