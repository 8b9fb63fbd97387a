"""What a booking is called, after one of its lines has ended, moved, or got another time."""

from zoneinfo import ZoneInfo

from db import bookings, lines
from db.database import Session
from db.ids import BookingId
from db.lines import LineRow
from desktop.services.domain.titles import Sold, title_of


def retitle(session: Session, booking_id: BookingId) -> None:
    """Name the booking after its live lines as they are now; with none left it keeps its name."""
    live = [row for row in lines.of_booking(session, booking_id) if row.cancelled_at is None]
    if not live:
        return
    today = session.now.astimezone(ZoneInfo(live[0].time_zone)).date()
    bookings.retitle(session, booking_id, title_of([sold_line(row) for row in live], today))


def sold_line(row: LineRow) -> Sold:
    """Return a line as titles name it, with the hour that it has now."""
    return Sold(row.kind, row.thing, row.unit_name, row.day, row.starts_now_at, row.time_zone, row.stay)
