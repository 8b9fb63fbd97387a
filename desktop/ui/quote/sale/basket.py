"""The lines that wait in the basket, and the one that was taken out last."""

from dataclasses import dataclass, replace
from datetime import timedelta

from db.ids import UnitId
from desktop.services.domain.catalogue import Availability
from desktop.services.domain.quote import BasketItem
from desktop.ui.quote.sale.choice import BasketEntry, Choice, Replaced, settle, with_named_seats


@dataclass(frozen=True, slots=True)
class Basket:
    """Finished choices in their order. `removed` can be put back to where it was."""

    entries: tuple[BasketEntry, ...] = ()
    removed: tuple[int, BasketEntry] | None = None

    @property
    def items(self) -> tuple[BasketItem, ...]:
        """What is asked of the services."""
        return tuple(entry.item for entry in self.entries)

    def with_entry(self, entry: BasketEntry) -> "Basket":
        """One more line; an undo is over then."""
        return Basket((*self.entries, entry))

    def without(self, index: int) -> "Basket":
        """Take a line out; `restored` puts it back."""
        entry = self.entries[index]
        return Basket((*self.entries[:index], *self.entries[index + 1 :]), (index, entry))

    def restored(self) -> "Basket":
        """Put the line back that was taken out last."""
        if self.removed is None:
            return self
        index, entry = self.removed
        return Basket((*self.entries[:index], entry, *self.entries[index:]))

    def settled(self, found: tuple[Availability, ...]) -> "tuple[Basket, tuple[Replaced, ...]]":
        """Replace what others took; a line of which nothing is left goes, as does the undo."""
        entries: list[BasketEntry] = []
        lost: list[Replaced] = []
        for entry, stock in zip(self.entries, found, strict=True):
            others = tuple(item for item in self.items if item is not entry.item)
            taken = units_of(others, entry.choice)
            settled = settle(replace(entry.choice, by_hand=True), stock, taken)
            if not settled.lost:
                entries.append(entry)
                continue
            lost.append(settled)
            if (item := settled.choice.item()) is not None:
                names = {cell.unit.id: cell.unit.name for cell in stock.cells}
                unit_names = tuple(names.get(unit, "") for unit in item.unit_ids)
                entries.append(BasketEntry(settled.choice, item, unit_names))
        return Basket(tuple(entries), None if lost else self.removed), tuple(lost)


def settle_all(
    choice: Choice, basket: Basket, found: Availability | None, entries: tuple[Availability, ...]
) -> tuple[Choice, Basket, tuple[Replaced, ...]]:
    """Return choice and basket as the stock allows them, and what was lost on the way.

    `found` is the stock of the choice, `entries` that of the basket's lines; empty where nobody looked.
    """
    lost: tuple[Replaced, ...] = ()
    if entries:
        basket, lost = basket.settled(entries)
    if found is not None:
        ours = units_of(basket.items, choice)
        settled = settle(with_named_seats(choice, found, ours), found, ours)
        choice = settled.choice
        lost = (settled, *lost) if settled.lost else lost
    return choice, basket, lost


def units_of(items: tuple[BasketItem, ...], choice: Choice) -> frozenset[UnitId]:
    """Return the units of the choice's offering that lines of the basket have on overlapping days."""
    if choice.offering is None or choice.first_day is None:
        return frozenset()
    until = choice.last_day or choice.first_day + timedelta(days=1)
    return frozenset(
        unit
        for item in items
        if item.offering_id == choice.offering.id
        and item.first_day < until
        and (item.last_day or item.first_day + timedelta(days=1)) > choice.first_day
        for unit in item.unit_ids
    )
