"""The one state of the sale on the screen: what is on sale, looked for, chosen, priced and under way.

Nothing here changes. The session puts another value in its place; whoever shows something reads it from here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from db.ids import UnitId
from desktop.services.domain.catalogue import Availability, Offering
from desktop.services.domain.people import Customer
from desktop.services.domain.promo import PromoRefused
from desktop.services.domain.quote import Quote, QuoteRequest
from desktop.services.errors import BadRequest
from desktop.ui.quote.sale.basket import Basket, settle_all
from desktop.ui.quote.sale.children import without_adult
from desktop.ui.quote.sale.choice import (
    Choice,
    Replaced,
    ladies_seats,
    seat_without_woman,
    with_open_stop,
    with_units,
)
from desktop.ui.steady_clock import NodeTime


@dataclass(frozen=True, slots=True)
class Stock:
    """What was found for the choice (with its day, where it had none), for the basket, and the calendar."""

    choice: Choice
    found: Availability | None
    entries: tuple[Availability, ...]
    calendar: Availability | None

    def unit_names(self) -> dict[UnitId, str]:
        """Return the name of every unit that was looked at."""
        looks = (self.found, *self.entries)
        return {cell.unit.id: cell.unit.name for look in looks if look is not None for cell in look.cells}


@dataclass(frozen=True, slots=True)
class Priced:
    """A quote, and why the promo did not get into it."""

    request: QuoteRequest
    quote: Quote
    promo_refusal: PromoRefused | None


@dataclass(frozen=True, slots=True)
class Price:
    """What a price is wanted for, and the last one that came.

    It stays while another is on its way or was refused, so that its lines can be seen and taken out; it can't
    be held then. `suspended`: something is missing before a price can be asked for.
    """

    wanted: QuoteRequest | None = None
    current: Priced | None = None
    refusal: Exception | None = None
    suspended: bool = False

    @property
    def pending(self) -> bool:
        """Whether the price on the screen is not yet that of the basket."""
        return self.wanted is not None and (self.current is None or self.current.request != self.wanted)

    @property
    def refused(self) -> bool:
        """Whether there is no price for what is chosen; the lines are the last ones."""
        return self.suspended or self.refusal is not None


@dataclass(frozen=True, slots=True)
class HoldWish:
    """An Enter on the whole form: what stood in the customer's fields.

    `paise` after a quote grew old: the one amount that is held without asking again.
    """

    mobile: str
    name: str
    paise: int | None = None


@dataclass(frozen=True, slots=True)
class Sale:
    """Until the catalogue is there, `offerings` is empty and `node_time` None.

    What is looked for is in `choice`, too. `browsing`: the catalogue is shown in place of the stock.
    `hold_waits` for its price; `hold_runs` is asked for; `was_held` until the next sale begins.
    """

    offerings: tuple[Offering, ...] = ()
    node_time: NodeTime | None = None
    line_waits: str | None = None
    browsing: bool = True
    looking: bool = False
    stock: Availability | None = None
    calendar: Availability | None = None
    unit_names: Mapping[UnitId, str] = field(default_factory=dict)
    choice: Choice = field(default_factory=Choice)
    day_by_hand: bool = False
    basket: Basket = field(default_factory=Basket)
    customer: Customer | None = None
    promo_code: str = ""
    beyond_group_limits: bool = False
    past_last_sale: bool = False
    price: Price = field(default_factory=Price)
    hold_waits: HoldWish | None = None
    hold_runs: HoldWish | None = None
    was_held: bool = False

    @property
    def can_pass_group_limits(self) -> bool:
        """Whether the basket was refused for a group limit alone, which may be passed on purpose."""
        refusal = self.price.refusal
        return isinstance(refusal, BadRequest) and refusal.reason in ("group_too_small", "group_too_large")

    @property
    def can_pass_last_sale(self) -> bool:
        """Whether what is looked for is sold no more, which may be passed on purpose."""
        refusal, stock = self.price.refusal, self.stock
        is_refused = isinstance(refusal, BadRequest) and refusal.reason in ("departed", "past")
        is_gone = stock is not None and any(day.sold_until <= stock.as_of for day in stock.days)
        return not self.past_last_sale and (is_refused or is_gone)

    def passing(self) -> "Sale | None":
        """Return the sale past the limit that stands in its way; None where none does."""
        if self.can_pass_group_limits:
            return replace(self, beyond_group_limits=True)
        return replace(self, past_last_sale=True) if self.can_pass_last_sale else None

    @property
    def busy(self) -> bool:
        """Whether a hold is on its way."""
        return self.hold_waits is not None or self.hold_runs is not None

    def request(self) -> QuoteRequest | None:
        """What the price is asked for, or None while there is nothing to price."""
        item = self.choice.item()
        if self.seat_without_woman() is not None:
            return None
        items = (*self.basket.items, item) if item else self.basket.items
        customer_id = self.customer.id if self.customer else None
        if not items:
            return None
        passed = self.beyond_group_limits, self.past_last_sale
        return QuoteRequest(items, self.promo_code, customer_id, *passed)

    def seat_without_woman(self) -> int | None:
        """Return the place of a chosen ladies' seat for which no gender was said yet."""
        return None if self.stock is None else seat_without_woman(self.choice, self.stock)

    @property
    def only_children(self) -> bool:
        """Whether the whole basket, or what is sold of one day, has children and no adult."""
        return without_adult((*(entry.choice for entry in self.basket.entries), self.choice))

    @property
    def ladies_seats(self) -> frozenset[UnitId]:
        """The units of the stock that are for ladies only."""
        return frozenset() if self.stock is None else ladies_seats(self.stock)

    def emptied(self) -> "Sale":
        """Basket, promo and what was passed on purpose are gone; choice and customer stay."""
        within = replace(self, beyond_group_limits=False, past_last_sale=False)
        return replace(within, was_held=False, basket=Basket(), promo_code="")

    def after_hold(self) -> "Sale":
        """Everything was held: what was looked for stays, without units, guests and price."""
        party = replace(self.choice.party, seats=())
        choice = replace(self.choice, party=party, unit_ids=(), by_hand=False, guests=(), freed=(), change=())
        kept = replace(self, choice=choice, basket=Basket(), beyond_group_limits=False, price=Price())
        return replace(kept, was_held=True, past_last_sale=False, hold_runs=None)

    def searched(self, choice: Choice) -> "Sale":
        """Another offering, day or party is looked for: no unit of it is chosen yet."""
        stays = self.stock is None or choice.offering is None or self.stock.offering.id == choice.offering.id
        return replace(
            self,
            choice=replace(with_units(choice, ()), by_hand=False),
            day_by_hand=choice.first_day is not None,
            past_last_sale=self.past_last_sale and bool(self.basket.entries),
            stock=self.stock if stays else None,
            calendar=self.calendar if stays else None,
        )

    def without_choice(self, kept: Choice) -> "Sale":
        """Only what is kept of the choice stays; its stock goes, and a hold that waits for its price."""
        return replace(
            self,
            choice=kept,
            day_by_hand=False,
            looking=False,
            stock=None,
            calendar=self.calendar if kept.offering == self.choice.offering else None,
            hold_waits=None,
        )

    def with_stock(self, stock: Stock) -> "tuple[Sale, tuple[Replaced, ...]]":
        """The stock as it was found, and what of choice and basket was lost to others."""
        choice, node_time = self.choice, self.node_time
        if stock.found is not None:
            choice = with_open_stop(replace(choice, first_day=stock.choice.first_day), stock.found)
            node_time = NodeTime(stock.found.as_of)
        choice, basket, lost = settle_all(choice, self.basket, stock.found, stock.entries)
        sale = replace(
            self,
            choice=choice,
            basket=basket,
            looking=False,
            stock=stock.found,
            calendar=stock.calendar,
            unit_names={**self.unit_names, **stock.unit_names()},
            node_time=node_time,
        )
        return sale, lost

    def repriced(self) -> "Sale":
        """The price that is wanted now; the last one stays until it comes, unless nothing is to be priced."""
        price, request = self.price, self.request()
        if self.seat_without_woman() is not None:
            return replace(self, price=Price(current=price.current, suspended=True))
        if request == price.wanted:
            return self
        return replace(self, price=Price(request, price.current if request is not None else None))
