"""ListDueInvoices: supplies that are over and have no invoice yet."""

from datetime import datetime, timedelta

from db import documents, due_invoices
from db.database import Database, Session
from db.document_kinds import BILLS
from db.ids import BookingId
from desktop.services.domain.booking import BookingLine
from desktop.services.domain.financial_year import issued_on
from desktop.services.domain.returns import DueInvoice
from desktop.services.records.booking_record import read_booking
from desktop.services.steps.issue_paper import earlier_papers


class ListDueInvoices:
    """Read what waits for its invoice, the longest over first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[DueInvoice, ...]:
        """Return each booking with the value that is over and on no invoice."""
        with self._database.read() as session:
            found = [_due(session, booking_id) for booking_id in due_invoices.candidates(session)]
        return tuple(sorted((one for one in found if one is not None), key=lambda one: one.over_at))


def _due(session: Session, booking_id: BookingId) -> DueInvoice | None:
    booking = read_booking(session, booking_id)
    billed = {
        amount.number
        for paper in earlier_papers(documents.of_booking(session, booking_id))
        if paper.named.kind in BILLS
        for amount in paper.content.amounts
    }
    lines = [
        line
        for line in booking.live_lines
        if line.is_over and line.total_paise and line.number not in billed and not line.departure_cancelled
    ]
    if not lines:
        return None
    over_at = min(map(_over_at, lines))
    return DueInvoice(
        booking_id=booking.id,
        reference=booking.reference,
        customer=booking.customer.name or booking.customer.masked_mobile,
        title=booking.title,
        over_at=over_at,
        total_paise=sum(line.total_paise for line in lines),
        days=(issued_on(session.now) - issued_on(over_at)).days,
    )


def _over_at(line: BookingLine) -> datetime:
    return max(line.ends_now_at, line.starts_at + timedelta(minutes=line.boarding_minutes))
