"""Where each seat of a coach stands when it is drawn: pure numbers in units of one seat's width.

Upright, the front is at the top, the driver at the right (traffic keeps left), the decks side by side.
`turned` lays the coach on its side with the front at the left and the decks one below the other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.catalogue_words import Berth
from db.ids import UnitId
from desktop.services.domain.catalogue import Unit

SEAT = 1.0
BERTH_LENGTH = 2.0
AISLE = 0.7
FRONT = 1.25
DECK_GAP = 0.5
WALL = 0.25
PLAIN_AISLE_AFTER = {2: 1, 3: 1, 4: 2, 5: 2}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    def moved(self, right: float, down: float) -> "Box":
        """The same rectangle elsewhere."""
        return Box(self.x + right, self.y + down, self.width, self.height)


@dataclass(frozen=True, slots=True)
class SeatBox:
    """One seat or berth; `window_side` is -1 or 1 where its outer side has a window, else 0."""

    unit_id: UnitId
    box: Box
    sleeper: bool
    window_side: int


@dataclass(frozen=True, slots=True)
class DeckBox:
    """The walls of one deck; `cabin` is the space in front, `has_driver` says whether the wheel is there."""

    number: int
    box: Box
    cabin: Box
    has_driver: bool
    seats: tuple[SeatBox, ...]


@dataclass(frozen=True, slots=True)
class CoachLayout:
    """A whole coach; `turned` when the front is at the left."""

    width: float
    height: float
    decks: tuple[DeckBox, ...]
    turned: bool

    def seat_boxes(self) -> tuple[SeatBox, ...]:
        """Every seat, deck by deck."""
        return tuple(seat for deck in self.decks for seat in deck.seats)


def lay_out(units: Iterable[Unit], turned: bool = False) -> CoachLayout:
    """Place every unit that has a row and a column; decks are numbered from 1, the lowest."""
    placed = [unit for unit in units if unit.row is not None and unit.column is not None]
    numbers = sorted({unit.deck or 1 for unit in placed})
    decks = [_deck(number, [unit for unit in placed if (unit.deck or 1) == number]) for number in numbers]
    if turned:
        decks = [_turn(deck) for deck in decks]
    return _arrange(decks, turned)


def unit_size(layout: CoachLayout, width: float, height: float) -> float:
    """Return how many pixels one unit may have for the coach to fit into `width` by `height`."""
    if not layout.decks:
        return 0.0
    return min(width / layout.width, height / layout.height)


def _deck(number: int, units: Sequence[Unit]) -> DeckBox:
    across = _columns(units)
    starts = _rows(units)
    width = max(left for left in across.values()) + SEAT
    first, last = min(across), max(across)
    seats = []
    for unit in units:
        row, column = unit.row or 0, unit.column or 0
        length = BERTH_LENGTH if unit.berth is Berth.SLEEPER else SEAT
        side = -1 if column == first else 1 if column == last else 0
        box = Box(across[column] + WALL, starts[row] + WALL + FRONT, SEAT, length)
        seats.append(SeatBox(unit.id, box, unit.berth is Berth.SLEEPER, side if unit.by_window else 0))
    bottom = max(seat.box.y + seat.box.height for seat in seats)
    outline = Box(0, 0, width + 2 * WALL, bottom + WALL)
    return DeckBox(number, outline, Box(0, 0, outline.width, FRONT), number == 1, tuple(seats))


def _columns(units: Sequence[Unit]) -> dict[int, float]:
    """Where each column starts. A number left out by most rows is the aisle; else it is put in the middle."""
    used = sorted({unit.column or 0 for unit in units})
    rows = {unit.row for unit in units}
    rare = {column for column in used if _count(units, column) * 3 <= len(rows) and len(rows) > 3}
    aisles = rare | (set(range(used[0], used[-1])) - set(used))
    plain_after = None if aisles else PLAIN_AISLE_AFTER.get(len(used))
    starts: dict[int, float] = {}
    left = 0.0
    for index, column in enumerate(range(used[0], used[-1] + 1)):
        if plain_after is not None and index == plain_after:
            left += AISLE
        starts[column] = left
        left += (SEAT if column in rare else AISLE) if column in aisles else SEAT
    return starts


def _count(units: Sequence[Unit], column: int) -> int:
    return sum(unit.column == column for unit in units)


def _rows(units: Sequence[Unit]) -> dict[int, float]:
    """Where each row starts. Berths in neighbouring rows push each other on, seats take one length."""
    used = sorted({unit.row or 0 for unit in units})
    ends: dict[int, float] = {}
    starts: dict[int, float] = {}
    at = 0.0
    for index, row in enumerate(used):
        here = [unit for unit in units if unit.row == row]
        if index:
            at += (row - used[index - 1]) * SEAT
        at = max([at, *(ends.get(unit.column or 0, 0.0) for unit in here)])
        starts[row] = at
        for unit in here:
            ends[unit.column or 0] = at + (BERTH_LENGTH if unit.berth is Berth.SLEEPER else SEAT)
    return starts


def _turn(deck: DeckBox) -> DeckBox:
    width = deck.box.width

    def turn(box: Box) -> Box:
        return Box(box.y, width - box.x - box.width, box.height, box.width)

    seats = tuple(SeatBox(s.unit_id, turn(s.box), s.sleeper, s.window_side) for s in deck.seats)
    return DeckBox(deck.number, turn(deck.box), turn(deck.cabin), deck.has_driver, seats)


def _arrange(decks: Sequence[DeckBox], turned: bool) -> CoachLayout:
    at = 0.0
    arranged = []
    for deck in decks:
        right, down = (0.0, at) if turned else (at, 0.0)
        seats = tuple(
            SeatBox(s.unit_id, s.box.moved(right, down), s.sleeper, s.window_side) for s in deck.seats
        )
        cabin = deck.cabin.moved(right, down)
        arranged.append(DeckBox(deck.number, deck.box.moved(right, down), cabin, deck.has_driver, seats))
        at += (deck.box.height if turned else deck.box.width) + DECK_GAP
    across = max((deck.box.width if turned else deck.box.height for deck in decks), default=0.0)
    along = max(at - DECK_GAP, 0.0)
    return CoachLayout(across if turned else along, along if turned else across, tuple(arranged), turned)
