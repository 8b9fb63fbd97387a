"""Lines of a booking that go to other units: claims, names, journal and a new ticket, in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from db import claims, journal, lines, rules
from db.bookings import BookingRow
from db.database import Session
from db.ids import DocumentId, SlotId, UnitId
from db.lines import LineMoveRow, LineRow
from db.states import BookingState
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.errors import SlotTaken, WrongLines
from desktop.services.steps.make_sale_papers import make_valid_paper
from desktop.services.steps.retitle import retitle


@dataclass(frozen=True, slots=True)
class LineTarget:
    """A live line and the cell it goes to. The slot differs only where the room's offering does."""

    line: LineRow
    unit_id: UnitId
    unit_name: str
    slot_id: SlotId


def move_lines(
    session: Session, booking: BookingRow, targets: Sequence[LineTarget], reason: str, desk: DeskSettings
) -> DocumentId | None:
    """Move each line; price, policy and money stay. Return the new ticket's id, None for a hold.

    Raises SlotTaken when a cell belongs to another booking or a block, or is no longer on sale, WrongLines
    when a line had ended or gone elsewhere: roll back then.
    """
    retired = rules.retired_units(session, {target.unit_id for target in targets})
    if retired:
        raise SlotTaken(names=retired)
    for target in targets:
        old = target.line
        cell = (target.unit_id, target.slot_id)
        if not claims.move(session, (old.unit_id, old.slot_id), cell, booking_id=booking.id):
            raise SlotTaken(names=[target.unit_name])
        way = LineMoveRow(
            number=old.number,
            moved_at=session.now,
            from_unit_id=old.unit_id,
            from_slot_id=old.slot_id,
            from_name=old.unit_name,
            to_unit_id=target.unit_id,
            to_slot_id=target.slot_id,
            to_name=target.unit_name,
            reason=reason,
            clerk=session.actor.person,
        )
        if not lines.move(session, booking.id, way):
            raise WrongLines(booking.reference, [old.number])
    retitle(session, booking.id)
    content = {
        "reference": booking.reference,
        "lines": [
            {"line": one.line.number, "from": one.line.unit_name, "to": one.unit_name} for one in targets
        ],
        "reason": reason,
    }
    journal.record(session, "BOOKING_LINES_MOVED", content, booking_id=booking.id)
    if booking.state is BookingState.HELD:
        return None
    return make_valid_paper(session, booking.id, desk)
