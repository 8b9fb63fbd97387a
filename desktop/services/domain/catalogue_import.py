"""What an import found in its files, what it changed, and whom that hit."""

from dataclasses import dataclass
from enum import StrEnum

from db.ids import BookingId, BookingReference


@dataclass(frozen=True, slots=True)
class ImportFault:
    """One fault; the column is empty where the whole line is meant."""

    file: str
    line: int
    column: str
    reason: str


class HitKind(StrEnum):
    """What a change of the catalogue does to a booking."""

    # To another unit, because its own is gone.
    CARRIED = "carried"
    # With its room, which is now sold under another offering.
    ROOM_MOVED = "moved with its room"
    TIME_MOVED = "moved in time"


@dataclass(frozen=True, slots=True)
class ImportHit:
    """A booking that was hit: `what` is the offering and the day, `old` and `new` are units or times."""

    booking_id: BookingId
    reference: BookingReference
    kind: HitKind
    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Retired:
    """What goes off sale: units of an offering; without names the offering itself."""

    offering: str
    unit_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """`faults` is empty whenever anything was changed. `changes` has one sentence-free row for each kind."""

    faults: tuple[ImportFault, ...]
    # (table, added, changed, unchanged)
    changes: tuple[tuple[str, int, int, int], ...]
    written: bool
    retired: tuple[Retired, ...] = ()
    hits: tuple[ImportHit, ...] = ()
