"""MarkArrival: a guest or passenger came, or left; the same act takes it back."""

from collections.abc import Collection
from datetime import datetime, timedelta

from db import arrivals, bookings, guests, journal, lines
from db.actor import Actor
from db.arrivals import ArrivalRow
from db.bookings import BookingRow
from db.database import Database, Session
from db.ids import BookingId
from db.lines import LineRow
from db.states import BookingState
from desktop.services.domain.day_lists import ArrivalAct
from desktop.services.errors import DepartureCancelled, NotFound, WrongState
from desktop.services.events import BookingChanged, Publish
from desktop.services.list_errors import MarkedOtherwise, NotExpected, TooEarlyToArrive

EARLY = timedelta(hours=24)
TAGS = {
    ArrivalAct.ARRIVED: "GUEST_ARRIVED",
    ArrivalAct.NOT_ARRIVED: "GUEST_ARRIVAL_TAKEN_BACK",
    ArrivalAct.DEPARTED: "GUEST_DEPARTED",
    ArrivalAct.NOT_DEPARTED: "GUEST_DEPARTURE_TAKEN_BACK",
}


class MarkArrival:
    """Bring lines to what is wanted; where they are that already, nothing is written."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(
        self,
        booking_id: BookingId,
        numbers: Collection[int],
        act: ArrivalAct,
        seen: Collection[datetime] = (),
        *,
        actor: Actor,
    ) -> int:
        """Return how many lines were changed; 0 where another desk was faster and wanted the same.

        What is taken back must be as it was `seen`: the moments of the marks on the screen. Who leaves
        without having been marked came now, too. Raises NotFound, WrongState for what is not sold,
        NotExpected for lines that were cancelled or are none, DepartureCancelled, TooEarlyToArrive more than
        a day before the start, and MarkedOtherwise where another desk has marked them anew.
        """
        with self._database.write(actor) as session:
            booking = bookings.lock(session, booking_id)
            if booking is None:
                raise NotFound("booking", booking_id)
            wanted = sorted(set(numbers))
            rows = _checked(session, booking, wanted, act)
            changed = _do(session, booking, rows, act, seen)
            if changed:
                content = {"reference": booking.reference, "lines": wanted, "changed": changed}
                journal.record(session, TAGS[act], content, booking_id=booking_id)
        if changed:
            self._publish(BookingChanged(booking_id))
        return changed


def _checked(session: Session, booking: BookingRow, numbers: list[int], act: ArrivalAct) -> list[LineRow]:
    rows = {row.number: row for row in lines.of_booking(session, booking.id)}
    if not numbers or not rows.keys() >= set(numbers):
        raise NotExpected(booking.reference, numbers)
    asked = [rows[number] for number in numbers]
    if act in (ArrivalAct.NOT_ARRIVED, ArrivalAct.NOT_DEPARTED):
        return asked
    if booking.state not in (BookingState.CONFIRMED, BookingState.COMPLETED):
        raise WrongState(booking.reference, booking.state)
    ended = [row.number for row in asked if row.cancelled_at is not None]
    if ended:
        raise NotExpected(booking.reference, ended)
    if act is ArrivalAct.ARRIVED:
        _check_starts(session, booking, asked)
    return asked


def _check_starts(session: Session, booking: BookingRow, rows: list[LineRow]) -> None:
    first = min(rows, key=lambda row: row.starts_now_at)
    if first.departure_cancelled:
        raise DepartureCancelled(first.thing, first.day)
    if first.starts_now_at - EARLY > session.now:
        raise TooEarlyToArrive(booking.reference, first.starts_now_at)


def _do(
    session: Session, booking: BookingRow, rows: list[LineRow], act: ArrivalAct, seen: Collection[datetime]
) -> int:
    numbers = [row.number for row in rows]
    if act is ArrivalAct.ARRIVED:
        return len(arrivals.mark(session, booking.id, numbers))
    if act is ArrivalAct.DEPARTED:
        arrivals.mark(session, booking.id, numbers)
        left = arrivals.depart(session, booking.id, numbers)
        guests.leave(session, booking.id, numbers)
        return left
    if act is ArrivalAct.NOT_ARRIVED:
        changed = sum(arrivals.take_back(session, booking.id, numbers, moment) for moment in set(seen))
        kept = [row for row in arrivals.of_booking(session, booking.id) if row.number in numbers]
    else:
        changed = sum(arrivals.come_back(session, booking.id, numbers, moment) for moment in set(seen))
        kept = [
            row
            for row in arrivals.of_booking(session, booking.id)
            if row.number in numbers and row.departed_at is not None
        ]
        guests.come_back(session, booking.id, numbers, max(row.ends_now_at for row in rows))
    if kept:
        raise _marked_otherwise(booking, kept[0])
    return changed


def _marked_otherwise(booking: BookingRow, row: ArrivalRow) -> MarkedOtherwise:
    at = row.departed_at or row.arrived_at
    clerk = row.departed_clerk or row.arrived_clerk
    return MarkedOtherwise(booking.reference, clerk, at, has_left=row.departed_at is not None)
