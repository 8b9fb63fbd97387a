"""What the right side of the window shows."""

from dataclasses import dataclass

from desktop.ui.quote.cost.price_view import PriceView


@dataclass(frozen=True, slots=True)
class SaleView:
    """`pending`: the price is still to come; `refused`: there is none, the lines are the last ones."""

    price: PriceView | None = None
    basket_count: int = 0
    pending: bool = False
    refused: bool = False
    can_add: bool = False
    removed_title: str = ""

    @property
    def settled(self) -> bool:
        """Whether the price on the screen is that of what is chosen."""
        return self.price is not None and not self.pending and not self.refused
