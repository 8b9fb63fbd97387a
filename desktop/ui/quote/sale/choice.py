"""What stands in the quote window's fields: the choice being made, and the lines already in the basket."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from db.catalogue_words import Gender
from db.ids import UnitId
from desktop.services.domain.boarding import open_stops
from desktop.services.domain.catalogue import Availability, CellState, Offering, RoomPart, Unit
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.quote import BasketItem, Guest
from desktop.ui.typed.party_text import Party, guests_of


@dataclass(frozen=True, slots=True)
class Choice:
    """An offering, its day and the units chosen. `by_hand` once the clerk changed the program's proposal.

    `guests` are those entered, in the order of `unit_ids`; None where nothing was entered. `freed` are those
    whose unit was given up: each waits for that unit, or for the next new one. With a change of room
    `unit_ids` has the first room alone, and `change` says where each night is slept.
    """

    offering: Offering | None = None
    first_day: date | None = None
    party: Party = field(default_factory=Party)
    unit_ids: tuple[UnitId, ...] = ()
    by_hand: bool = False
    guests: tuple[Guest | None, ...] = ()
    freed: tuple[tuple[UnitId, Guest], ...] = ()
    change: tuple[RoomPart, ...] = ()
    meal_plan: str = ""
    boarding: str = ""
    dropping: str = ""

    @property
    def last_day(self) -> date | None:
        """The day of leaving a room; None for a bus or a tour."""
        if self.offering is None or self.first_day is None or not TRAITS[self.offering.kind].has_nights:
            return None
        return self.first_day + timedelta(days=self.party.nights)

    @property
    def complete_guests(self) -> tuple[Guest, ...]:
        """One guest for each unit: what was entered, else the party spread over the units."""
        if self.offering is None:
            return ()
        spread = guests_of(self.party, self.offering.kind, len(self.unit_ids))
        entered = (*self.guests, *([None] * len(spread)))[: len(spread)]
        # Who was entered is one of the party, wherever the unit stands: the others are what is left of it.
        left = list(spread)
        for guest, proposed in zip(entered, spread, strict=True):
            if guest is not None:
                same = Guest(adults=guest.adults, children=guest.children)
                left.remove(next(one for one in (same, proposed, left[-1]) if one in left))
        others = iter(left)
        return tuple(guest or next(others) for guest in entered)

    @property
    def rooms(self) -> tuple[UnitId, ...]:
        """Every unit that is chosen, each once: with a change of room all of its rooms."""
        return tuple(dict.fromkeys(part.unit_id for part in self.change)) or self.unit_ids

    def item(self) -> BasketItem | None:
        """This choice as a line of the basket, or None while something is missing."""
        if self.offering is None or self.first_day is None or not self.unit_ids:
            return None
        return BasketItem(
            offering_id=self.offering.id,
            unit_ids=self.rooms,
            first_day=self.first_day,
            last_day=self.last_day,
            guests=self.complete_guests,
            meal_plan=self.meal_plan,
            boarding=self.boarding,
            dropping=self.dropping,
            change=self.change,
        )


@dataclass(frozen=True, slots=True)
class BasketEntry:
    """A finished choice in the basket, with the names of its units for the screen."""

    choice: Choice
    item: BasketItem
    unit_names: tuple[str, ...]


def with_offering(choice: Choice, offering: Offering) -> Choice:
    """Another offering: day, persons and names stay; what belongs to the old one goes."""
    if choice.offering is not None and choice.offering.id == offering.id:
        return replace(choice, offering=offering)
    same_kind = choice.offering is not None and choice.offering.kind is offering.kind
    return replace(
        with_units(choice, ()),
        offering=offering,
        party=choice.party if same_kind else Party(),
        by_hand=False,
        meal_plan=offering.meal_plans[0].code if offering.meal_plans else "",
        boarding=offering.boarding[0].name if offering.boarding else "",
        dropping=offering.dropping[-1].name if offering.dropping else "",
    )


def without_days(choice: Choice, offering: Offering, party: Party) -> Choice:
    """An offering whose day or number could not be understood: nothing of it is chosen."""
    kept = with_units(with_offering(choice, offering), ())
    return replace(kept, first_day=None, party=party, by_hand=False)


def with_units(
    choice: Choice, unit_ids: tuple[UnitId, ...], ladies: Collection[UnitId] = frozenset()
) -> Choice:
    """Choose other units: a guest stays with the unit, and one whose unit is given up moves to a new one.

    `ladies` are seats for ladies only: a man's name waits for another seat.
    """
    entered = dict(zip(choice.unit_ids, choice.guests, strict=False))
    given_up = {unit: guest for unit, guest in entered.items() if guest is not None and unit not in unit_ids}
    # Who waits longest comes first; where all are given up at once, whoever had a unit until now.
    waiting = dict(choice.freed) | given_up if unit_ids else given_up | dict(choice.freed)
    placed = {unit: entered.get(unit) or waiting.pop(unit, None) for unit in unit_ids}
    new = [unit for unit in unit_ids if placed[unit] is None and unit not in choice.unit_ids]
    for unit in sorted(new, key=lambda unit: unit not in ladies):
        placed[unit] = _next_guest(waiting, unit in ladies)
    guests = tuple(placed[unit] for unit in unit_ids)
    return replace(choice, unit_ids=unit_ids, guests=guests, freed=tuple(waiting.items()), change=())


def with_named_seats(choice: Choice, stock: Availability, ours: frozenset[UnitId] = frozenset()) -> Choice:
    """Choose the seats that were asked for by name, as far as they are free; no other one in their place."""
    if not choice.party.seats or choice.by_hand or choice.unit_ids:
        return choice
    free = {
        cell.unit.name.upper(): cell.unit.id
        for cell in stock.cells
        if cell.state is CellState.FREE and cell.unit.id not in ours
    }
    units = tuple(free[name] for name in choice.party.seats if name in free)
    return replace(with_units(choice, units, ladies_seats(stock)), by_hand=True)


def with_change(choice: Choice, change: tuple[RoomPart, ...]) -> Choice:
    """Choose a stay with a change of room."""
    return replace(with_units(choice, (change[0].unit_id,)), change=change, by_hand=False)


def _next_guest(waiting: dict[UnitId, Guest], ladies_only: bool) -> Guest | None:
    """Take who waits longest; on a ladies' seat a woman, or one of whom nothing was said."""
    wanted = (Gender.FEMALE, None) if ladies_only else (*Gender, None)
    fitting = [unit for unit, guest in waiting.items() if guest.gender in wanted]
    if ladies_only:
        fitting.sort(key=lambda unit: waiting[unit].gender is None)
    return waiting.pop(fitting[0]) if fitting else None


def with_open_stop(choice: Choice, stock: Availability) -> Choice:
    """The first boarding stop that the coach has not passed, in place of one that it has."""
    sale = next((sale for sale in stock.days if sale.day == choice.first_day), None)
    if sale is None:
        return choice
    coming = [point.name for point in open_stops(stock.offering.boarding, sale.starts_at, stock.as_of)]
    return choice if not coming or choice.boarding in coming else replace(choice, boarding=coming[0])


def with_guest(choice: Choice, index: int, guest: Guest) -> Choice:
    """What was entered for one of the units."""
    guests = [*choice.guests, *([None] * (index + 1 - len(choice.guests)))]
    guests[index] = guest
    return replace(choice, guests=tuple(guests))


def seat_without_woman(choice: Choice, stock: Availability) -> int | None:
    """Return the place of a chosen ladies' seat for which no gender was said, if there is one."""
    ladies = ladies_seats(stock)
    for index, (unit_id, guest) in enumerate(zip(choice.unit_ids, choice.complete_guests, strict=True)):
        if unit_id in ladies and not guest.gender:
            return index
    return None


def toggle(choice: Choice, unit_id: UnitId, ladies: Collection[UnitId] = frozenset()) -> Choice:
    """Choose a free unit or give it up; one too many replaces the proposal, or the one chosen first.

    A proposal into which names were entered is the clerk's own. The rooms of a change go by another search.
    """
    if choice.change and unit_id in choice.rooms:
        return choice
    by_hand = choice.by_hand or any(choice.guests)
    if unit_id in choice.unit_ids:
        units = tuple(unit for unit in choice.unit_ids if unit != unit_id)
    elif len(choice.unit_ids) < choice.party.units:
        units = (*choice.unit_ids, unit_id)
    else:
        units = (*choice.unit_ids[1:], unit_id) if by_hand else (unit_id,)
    return replace(with_units(choice, units, ladies), by_hand=True)


@dataclass(frozen=True, slots=True)
class Replaced:
    """A choice after the stock was looked at: names of the units that were lost, and of those put in."""

    choice: Choice
    lost: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()


def settle(choice: Choice, stock: Availability, ours: frozenset[UnitId] = frozenset()) -> Replaced:
    """Take over the proposal, or keep what was chosen and replace only what is no longer free.

    `ours` are units that a line of the basket already has; they are never proposed again.
    """
    names = {cell.unit.id: cell.unit.name for cell in stock.cells}
    free = {cell.unit.id for cell in stock.cells if cell.state is CellState.FREE} - ours
    change = () if ours.intersection(part.unit_id for part in stock.room_change) else stock.room_change
    if choice.change:
        return _settle_change(choice, stock, change, ours)
    kept = tuple(unit for unit in choice.unit_ids if unit in free)
    lost = tuple(unit for unit in choice.unit_ids if unit not in free)
    if not lost and (choice.by_hand or len(kept) == choice.party.units):
        return Replaced(choice)
    if choice.party.seats:
        gone = tuple(names.get(unit, "") for unit in lost)
        return Replaced(with_units(choice, kept, ladies_seats(stock)), gone)
    wanted = len(choice.unit_ids) if choice.by_hand else choice.party.units
    named = {unit for unit, guest in zip(choice.unit_ids, choice.guests, strict=False) if guest is not None}
    staying = tuple(unit for unit in kept if choice.by_hand or unit in named)
    if not choice.by_hand and not choice.unit_ids:
        # After another count or day, too, a name stays with its unit.
        staying = tuple(unit for unit, _ in choice.freed if unit in free)[:wanted]
    units = _fill(staying, stock, free, wanted)
    if not choice.by_hand and len(units) < wanted:
        # Fewer than were asked for are never chosen by the program.
        units = ()
    settled = with_units(choice, units, ladies_seats(stock))
    if not units and change:
        settled = with_change(choice, change)
    instead = tuple(unit for unit in settled.rooms if unit not in choice.unit_ids) if lost else ()
    return Replaced(
        settled,
        tuple(names.get(unit, "") for unit in lost),
        tuple(names[unit] for unit in instead),
    )


def _settle_change(
    choice: Choice, stock: Availability, change: tuple[RoomPart, ...], ours: frozenset[UnitId]
) -> Replaced:
    """Keep a change of room while it is proposed; a room that is free for every night takes its place."""
    if change == choice.change:
        return Replaced(choice)
    settled = settle(replace(with_units(choice, ()), by_hand=False), stock, ours).choice
    if settled.unit_ids and not settled.change:
        return Replaced(settled)
    names = {cell.unit.id: cell.unit.name for cell in stock.cells}
    gone = [unit for unit in choice.rooms if unit not in settled.rooms] or choice.rooms
    instead = tuple(names[unit] for unit in settled.rooms)
    return Replaced(settled, tuple(names.get(unit, "") for unit in gone), instead)


def ladies_seats(stock: Availability) -> frozenset[UnitId]:
    """Return the units that are for ladies only."""
    return frozenset(cell.unit.id for cell in stock.cells if cell.unit.ladies_only)


def _fill(
    kept: tuple[UnitId, ...], stock: Availability, free: set[UnitId], wanted: int
) -> tuple[UnitId, ...]:
    others = [cell for cell in stock.cells if not cell.unit.ladies_only and cell.unit.id in free]
    others.sort(key=lambda cell: cell.gap_nights)
    beside = [cell.unit for cell in stock.cells if cell.unit.id in kept and cell.unit.row is not None]
    if beside:
        others.sort(key=lambda cell: min(_distance(cell.unit, seat) for seat in beside))
    proposed = () if beside else (unit for unit in stock.suggested_unit_ids if unit in free)
    return tuple(dict.fromkeys((*kept, *proposed, *(cell.unit.id for cell in others))))[:wanted]


def _distance(seat: Unit, other: Unit) -> tuple[int, int, int]:
    """Order seats by how far they are from another: its deck, then its row, then across."""
    pairs = ((seat.deck, other.deck), (seat.row, other.row), (seat.column, other.column))
    deck, row, column = (abs((one or 0) - (two or 0)) for one, two in pairs)
    return deck, row, column
