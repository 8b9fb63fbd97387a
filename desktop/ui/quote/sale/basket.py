"""The lines that wait in the basket, and the one that was taken out last."""

from dataclasses import dataclass, replace

from desktop.services.domain.catalogue import Availability
from desktop.services.domain.quote import BasketItem
from desktop.ui.quote.sale.choice import BasketEntry, Choice, Settled, settle
from desktop.ui.quote.sale.stock_work import Stock, units_of


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

    def settled(self, found: tuple[Availability, ...]) -> "tuple[Basket, tuple[Settled, ...]]":
        """Replace what others took; a line of which nothing is left goes, as does the undo."""
        entries: list[BasketEntry] = []
        lost: list[Settled] = []
        for entry, stock in zip(self.entries, found, strict=True):
            taken = {unit for item in self.items if item is not entry.item for unit in item.unit_ids}
            settled = settle(replace(entry.choice, by_hand=True), stock, frozenset(taken))
            if not settled.lost:
                entries.append(entry)
                continue
            lost.append(settled)
            if (item := settled.choice.item()) is not None:
                names = {cell.unit.id: cell.unit.name for cell in stock.cells}
                unit_names = tuple(names.get(unit, "") for unit in item.unit_ids)
                entries.append(BasketEntry(settled.choice, item, unit_names))
        return Basket(tuple(entries), None if lost else self.removed), tuple(lost)


def settle_all(choice: Choice, basket: Basket, stock: Stock) -> tuple[Choice, Basket, tuple[Settled, ...]]:
    """Return choice and basket as the stock allows them, and what was lost on the way."""
    lost: tuple[Settled, ...] = ()
    if stock.entries:
        basket, lost = basket.settled(stock.entries)
    if stock.found is not None:
        settled = settle(choice, stock.found, units_of(basket.items, choice))
        choice = settled.choice
        lost = (settled, *lost) if settled.lost else lost
    return choice, basket, lost
