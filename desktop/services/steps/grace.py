"""What a hold lives longer while gateway money is moving; 0 unless the desk's setting allows it."""

from datetime import datetime, timedelta

from db import bookings, claims
from db.bookings import BookingRow
from db.database import Session
from db.states import BookingState
from desktop.services.domain.desk_settings import DeskSettings


def give_grace(session: Session, booking: BookingRow, desk: DeskSettings) -> None:
    """Lengthen a hold for a payment through the gateway, once."""
    if desk.grace_seconds > booking.grace_seconds:
        _set(session, booking, desk.grace_seconds)


def end_grace(session: Session, booking: BookingRow) -> None:
    """No money is moving any more: a hold whose own 600 seconds are not over has its own end again."""
    if booking.grace_seconds and booking.state == BookingState.HELD and _end(booking, 0) > session.now:
        _set(session, booking, 0)


def _set(session: Session, booking: BookingRow, seconds: int) -> None:
    until = _end(booking, seconds)
    if not bookings.give_grace(session, booking.id, seconds=seconds, until=until):
        return  # its time is over already
    if claims.extend(session, booking.id, until) != booking.line_count:
        raise AssertionError(f"{booking.reference} is held and has lost a claim")


def _end(booking: BookingRow, seconds: int) -> datetime:
    return booking.expires_at + timedelta(seconds=seconds - booking.grace_seconds)
