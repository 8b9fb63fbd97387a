"""What stands in the quote window's fields: the choice being made, and the lines already in the basket."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from db.ids import UnitId
from desktop.services.domain.boarding import open_stops
from desktop.services.domain.catalogue import Availability, CellState, Offering
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.quote import BasketItem, Guest
from desktop.ui.typed.party_text import Party, guests_of


@dataclass(frozen=True, slots=True)
class Choice:
    """An offering, its day and the units chosen. `by_hand` once the clerk changed the program's proposal.

    `guests` are those entered, in the order of `unit_ids`; None where nothing was entered.
    """

    offering: Offering | None = None
    first_day: date | None = None
    party: Party = field(default_factory=Party)
    unit_ids: tuple[UnitId, ...] = ()
    by_hand: bool = False
    guests: tuple[Guest | None, ...] = ()
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
        entered = (*self.guests, *([None] * len(spread)))
        return tuple(given or proposed for given, proposed in zip(entered, spread, strict=False))

    def item(self) -> BasketItem | None:
        """This choice as a line of the basket, or None while something is missing."""
        if self.offering is None or self.first_day is None or not self.unit_ids:
            return None
        return BasketItem(
            offering_id=self.offering.id,
            unit_ids=self.unit_ids,
            first_day=self.first_day,
            last_day=self.last_day,
            guests=self.complete_guests,
            meal_plan=self.meal_plan,
            boarding=self.boarding,
            dropping=self.dropping,
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
        choice,
        offering=offering,
        party=choice.party if same_kind else Party(),
        unit_ids=(),
        by_hand=False,
        meal_plan=offering.meal_plans[0].code if offering.meal_plans else "",
        boarding=offering.boarding[0].name if offering.boarding else "",
        dropping=offering.dropping[-1].name if offering.dropping else "",
    )


def without_days(choice: Choice, offering: Offering, party: Party) -> Choice:
    """An offering whose day or number could not be understood: nothing of it is chosen."""
    kept = with_offering(choice, offering)
    return replace(kept, first_day=None, party=party, unit_ids=(), by_hand=False)


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
    ladies = {cell.unit.id for cell in stock.cells if cell.unit.ladies_only}
    for index, (unit_id, guest) in enumerate(zip(choice.unit_ids, choice.complete_guests, strict=True)):
        if unit_id in ladies and not guest.gender:
            return index
    return None


def toggle(choice: Choice, unit_id: UnitId) -> Choice:
    """Choose a free unit or give it up; one too many replaces the proposal, or the one chosen first."""
    if unit_id in choice.unit_ids:
        index = choice.unit_ids.index(unit_id)
        units = choice.unit_ids[:index] + choice.unit_ids[index + 1 :]
        guests = choice.guests[:index] + choice.guests[index + 1 :]
        return replace(choice, unit_ids=units, guests=guests, by_hand=True)
    if len(choice.unit_ids) < choice.party.units:
        return replace(choice, unit_ids=(*choice.unit_ids, unit_id), by_hand=True)
    if not choice.by_hand:
        return replace(choice, unit_ids=(unit_id,), by_hand=True)
    return replace(choice, unit_ids=(*choice.unit_ids[1:], unit_id), by_hand=True)


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
    kept = tuple(unit for unit in choice.unit_ids if unit in free)
    lost = tuple(unit for unit in choice.unit_ids if unit not in free)
    if not lost and (choice.by_hand or len(kept) == choice.party.units):
        return Replaced(choice)
    wanted = len(choice.unit_ids) if choice.by_hand else choice.party.units
    units = _fill(kept if choice.by_hand else (), stock, free, wanted)
    if not choice.by_hand and len(units) < wanted:
        # Fewer than were asked for are never chosen by the program.
        units = ()
    instead = tuple(unit for unit in units if unit not in choice.unit_ids) if lost else ()
    return Replaced(
        replace(choice, unit_ids=units),
        tuple(names.get(unit, "") for unit in lost),
        tuple(names[unit] for unit in instead),
    )


def _fill(
    kept: tuple[UnitId, ...], stock: Availability, free: set[UnitId], wanted: int
) -> tuple[UnitId, ...]:
    proposed = [unit for unit in stock.suggested_unit_ids if unit in free]
    open_to_all = [cell.unit.id for cell in stock.cells if not cell.unit.ladies_only and cell.unit.id in free]
    return tuple(dict.fromkeys((*kept, *proposed, *open_to_all)))[:wanted]
