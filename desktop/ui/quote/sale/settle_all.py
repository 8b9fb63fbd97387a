"""What others took, from the choice and from the basket, is replaced by the next best."""

from desktop.ui.quote.sale.basket import Basket
from desktop.ui.quote.sale.choice import Choice, Settled, settle
from desktop.ui.quote.sale.stock_work import Stock, units_of


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
