"""Who acts."""

from dataclasses import dataclass

from db.ids import DeskId, ShiftId


@dataclass(frozen=True, slots=True)
class Actor:
    """A person of the staff at a desk, in a shift; None: in whatever shift is open there.

    Each write is given one: it stands in the journal beside what was done.
    """

    person: str
    desk_id: DeskId
    shift_id: ShiftId | None = None
