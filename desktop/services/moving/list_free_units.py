"""ListFreeUnits: where lines of a booking could go, at the same price."""

from collections.abc import Collection

from db import availability, bookings
from db.catalogue import UnitRow
from db.catalogue_words import Gender
from db.database import Database, Session
from db.ids import BookingId
from db.lines import LineRow
from desktop.services.domain.catalogue import FreeUnit
from desktop.services.errors import NotFound
from desktop.services.moving.lines_to_move import lines_to_move


class ListFreeUnits:
    """Look for units of the same offering that are free in every slot of the lines."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, booking_id: BookingId, numbers: Collection[int]) -> tuple[FreeUnit, ...]:
        """Return the units, the first to be sold first. Raises NotFound, WrongState, WrongLines."""
        with self._database.read() as session:
            booking = bookings.find(session, booking_id)
            if booking is None:
                raise NotFound("booking", booking_id)
            rows = lines_to_move(session, booking, numbers)
            return tuple(
                FreeUnit(unit.id, unit.name, unit.by_window, unit.ladies_only)
                for unit in free_units(session, rows)
            )


def free_units(session: Session, rows: list[LineRow]) -> list[UnitRow]:
    """Return the free units that cost what the lines' own unit costs and that their guest may use."""
    found = availability.free_units_like(session, rows[0].unit_id, [row.slot_id for row in rows])
    is_woman = rows[0].guest_gender is Gender.FEMALE
    return [unit for unit in found if is_woman or not unit.ladies_only]
