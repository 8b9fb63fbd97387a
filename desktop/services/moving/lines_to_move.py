"""Which lines may move together: some of one unit in one stay or ride, alive and not over."""

from collections.abc import Collection, Sequence

from db import lines
from db.bookings import BookingRow
from db.database import Session
from db.lines import LineRow
from db.states import BookingState
from desktop.services.errors import WrongLines, WrongState
from desktop.services.records.booking_record import shown_state

CAN_MOVE = (BookingState.HELD, BookingState.CONFIRMED)


def lines_to_move(session: Session, booking: BookingRow, numbers: Collection[int]) -> list[LineRow]:
    """Return the lines. Raises WrongState, WrongLines when they are not one unit's or one can't move.

    Nothing moves within a departure that the house has cancelled: its money is given back.
    """
    state = shown_state(booking, session)
    if state not in CAN_MOVE:
        raise WrongState(booking.reference, state)
    wanted = set(numbers)
    found = [row for row in lines.of_booking(session, booking.id) if row.number in wanted]
    if not found or len(found) < len(wanted) or not _are_one(found):
        raise WrongLines(booking.reference, sorted(wanted))
    stuck = [
        row.number
        for row in found
        if row.cancelled_at is not None or row.departure_cancelled or row.over_at <= session.now
    ]
    if stuck:
        raise WrongLines(booking.reference, stuck)
    return found


def _are_one(rows: Sequence[LineRow]) -> bool:
    return len({(row.unit_id, row.stay) for row in rows}) == 1
