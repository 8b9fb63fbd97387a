"""MoveBookingLines: another seat or room for some lines, at the price that they were sold at."""

from collections.abc import Collection

from db import bookings
from db.actor import Actor
from db.database import Database
from db.ids import BookingId, DocumentId, UnitId
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.errors import AlreadyDone, NotFound, SlotTaken
from desktop.services.events import BookingChanged, Publish, StockChanged
from desktop.services.moving.lines_to_move import lines_to_move
from desktop.services.moving.list_free_units import free_units
from desktop.services.steps.checked_reason import checked_reason
from desktop.services.steps.move_lines import LineTarget, move_lines


class MoveBookingLines:
    """Move lines of one unit together, all or none."""

    def __init__(self, database: Database, desk: DeskSettings, publish: Publish) -> None:
        self._database = database
        self._desk = desk
        self._publish = publish

    def __call__(
        self, booking_id: BookingId, numbers: Collection[int], unit_id: UnitId, reason: str, *, actor: Actor
    ) -> DocumentId | None:
        """Return the new ticket's id, None for a hold.

        Raises SlotTaken when the unit is not free, costs another price or is not for this guest; AlreadyDone
        when the lines are there, NotFound, WrongState, WrongLines, BadRequest without a reason.
        """
        why = checked_reason(reason)
        with self._database.write(actor) as session:
            booking = bookings.lock(session, booking_id)
            if booking is None:
                raise NotFound("booking", booking_id)
            rows = lines_to_move(session, booking, numbers)
            if rows[0].unit_id == unit_id:
                raise AlreadyDone(what="move")
            unit = next((unit for unit in free_units(session, rows) if unit.id == unit_id), None)
            if unit is None:
                raise SlotTaken(names=[])
            targets = [LineTarget(row, unit.id, unit.name, row.slot_id) for row in rows]
            document_id = move_lines(session, booking, targets, why, self._desk)
        self._publish(BookingChanged(booking_id))
        self._publish(StockChanged())
        return document_id
