"""EnterGuest: a guest of a stay is entered in the register of the house, or an entry is put right."""

from collections.abc import Collection
from datetime import datetime

from db import arrivals, bookings, guests, journal, lines
from db.actor import Actor
from db.bookings import BookingRow
from db.database import Database, Session
from db.ids import BookingId, GuestEntryId
from db.lines import LineRow
from db.states import BookingState
from desktop.services.domain.guest_register import GuestEntry, GuestTold
from desktop.services.domain.kinds import TRAITS
from desktop.services.errors import NotFound, WrongState
from desktop.services.list_errors import GuestChangedMeanwhile, GuestGone, NotExpected
from desktop.services.lists.guest_record import check_kept, checked_guest, entry_of, particulars_of


class EnterGuest:
    """Write an entry; the journal says that it was entered, and nothing of what it says."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(
        self, booking_id: BookingId, numbers: Collection[int], told: GuestTold, *, actor: Actor
    ) -> GuestEntry:
        """Return the new entry of a guest who sleeps in these lines; the same once more is the same entry.

        Raises RegisterOff, BadRequest, WholeNumber, NotFound, WrongState for what is not sold and NotExpected
        for lines that are no nights of it.
        """
        kept = checked_guest(told)
        with self._database.write(actor) as session:
            check_kept(session)
            booking = bookings.lock(session, booking_id)
            if booking is None:
                raise NotFound("booking", booking_id)
            nights = _nights(session, booking, numbers)
            entry_id = _same(session, booking_id, nights[0].number, kept)
            if entry_id is None:
                entry_id = _add(session, booking, nights, kept)
            return entry_of(_row(session, entry_id))


class ChangeGuest:
    """Put other particulars into an entry."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(
        self, entry_id: GuestEntryId, told: GuestTold, seen: datetime, *, actor: Actor
    ) -> GuestEntry:
        """Return the entry; `seen` is when it was changed last. Raises as EnterGuest does, GuestGone, and
        GuestChangedMeanwhile.
        """
        kept = checked_guest(told)
        with self._database.write(actor) as session:
            check_kept(session)
            row = _row(session, entry_id)
            if entry_of(row).told != kept:
                if not guests.change(session, entry_id, particulars_of(kept), seen):
                    raise GuestChangedMeanwhile(row.clerk)
                journal.record(session, "GUEST_CHANGED", {"entry": entry_id}, booking_id=row.booking_id)
            return entry_of(_row(session, entry_id))


def _nights(session: Session, booking: BookingRow, numbers: Collection[int]) -> list[LineRow]:
    if booking.state not in (BookingState.CONFIRMED, BookingState.COMPLETED):
        raise WrongState(booking.reference, booking.state)
    rows = [row for row in lines.of_booking(session, booking.id) if row.number in numbers]
    is_whole = len(rows) == len(set(numbers))
    if not rows or not is_whole or any(row.cancelled_at or not TRAITS[row.kind].has_nights for row in rows):
        raise NotExpected(booking.reference, sorted(set(numbers)))
    return rows


def _same(session: Session, booking_id: BookingId, number: int, told: GuestTold) -> GuestEntryId | None:
    """Return the entry that says just this of the stay: an answer was lost, or a key struck twice."""
    found = (row.id for row in guests.of_booking(session, booking_id) if row.number == number)
    return next((one for one in found if entry_of(_row(session, one)).told == told), None)


def _add(session: Session, booking: BookingRow, nights: list[LineRow], told: GuestTold) -> GuestEntryId:
    marks = {row.number: row for row in arrivals.of_booking(session, booking.id)}
    here = [marks[row.number] for row in nights if row.number in marks]
    left = [row.departed_at for row in here if row.departed_at is not None]
    entry_id = guests.add(
        session,
        particulars_of(told),
        booking.id,
        nights[0].number,
        arrived_at=min((row.arrived_at for row in here), default=session.now),
        leaves_at=max(left, default=max(row.ends_now_at for row in nights)),
        departed_at=max(left, default=None),
    )
    content = {"entry": entry_id, "line": nights[0].number}
    journal.record(session, "GUEST_ENTERED", content, booking_id=booking.id)
    return entry_id


def _row(session: Session, entry_id: GuestEntryId) -> guests.GuestRow:
    row = guests.find(session, entry_id)
    if row is None:
        raise GuestGone
    return row
