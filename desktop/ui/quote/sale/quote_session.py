"""The state behind the quote window: what is chosen, what it costs, and how it becomes a hold."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.services.application import Services
from desktop.services.domain.booking import Hold
from desktop.services.domain.catalogue import Availability, Offering
from desktop.services.domain.people import Customer
from desktop.services.domain.promo import PromoRefused
from desktop.services.domain.quote import Guest, QuoteRequest
from desktop.services.errors import QuoteOutdated, SlotTaken
from desktop.ui import formats
from desktop.ui.quote.sale.basket import Basket, settle_all
from desktop.ui.quote.sale.choice import (
    BasketEntry,
    Choice,
    seat_without_woman,
    toggle,
    with_guest,
    with_offering,
)
from desktop.ui.quote.sale.hold_step import HoldStep
from desktop.ui.quote.sale.pricing import Pricing
from desktop.ui.quote.sale.stock_watch import StockWatch
from desktop.ui.quote.sale.stock_work import Opening, Priced, Stock, open_catalogue
from desktop.ui.runner import Runner
from desktop.ui.steady_clock import NodeTime
from desktop.ui.typed.party_text import Party


class QuoteSession(QObject):
    """Everything is changed through its methods; `changed` says that something on the screen may differ.

    `failed` carries refusals for the window to place; `replaced` a Settled whose units were lost to others.
    """

    changed = Signal()
    opened = Signal()
    priced = Signal()
    failed = Signal(object)
    replaced = Signal(object)
    held = Signal(object)
    customer_saved = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self.offerings: tuple[Offering, ...] = ()
        self.node_time: NodeTime | None = None
        self.choice = Choice()
        self.day_by_hand = False
        self.basket = Basket()
        self.stock: Availability | None = None
        self.unit_names: dict[str, str] = {}
        self.calendar: Availability | None = None
        self.customer: Customer | None = None
        self.promo_code = ""
        self.was_held = False
        self._typed = ("", "")
        self._hold_wanted_paise: int | None = None
        self._hold_wanted = False
        self.watch = StockWatch(services, runner, self)
        self.watch.found.connect(self._take_stock)
        self.watch.failed.connect(self._stock_failed)
        self.pricing = Pricing(services, runner, self)
        self.pricing.priced.connect(self._take_price)
        self.pricing.failed.connect(self._price_failed)
        self.holding = HoldStep(services, runner, self)
        self.holding.customer_saved.connect(self._customer_saved)
        self.holding.held.connect(self._held)
        self.holding.failed.connect(self._hold_failed)

    @property
    def today(self) -> date | None:
        """The desk's day by the database's clock; None until the catalogue is there."""
        if self.node_time is None:
            return None
        return formats.local_day(self.node_time(), self._services.time_zone)

    def open(self) -> None:
        """Fetch the catalogue; `opened` follows, or `failed`."""

        def done(opening: Opening) -> None:
            self.offerings = opening.offerings
            self.node_time = NodeTime(opening.as_of)
            self.opened.emit()
            self.changed.emit()

        work = partial(open_catalogue, self._services)
        self._runner.run(work, owner=self, done=done, failed=self.failed.emit)

    def search(self, offering: Offering, first_day: date | None, party: Party) -> None:
        """Look for these; None as the day leaves it to the stock. A new search forgets chosen units."""
        choice = with_offering(self.choice, offering)
        same_day = first_day == self.choice.first_day if first_day else not self.day_by_hand
        known = self.watch.looking or self.stock is not None
        if known and same_day and (offering, party) == (self.choice.offering, self.choice.party):
            return
        self.day_by_hand = first_day is not None
        self.choice = replace(choice, first_day=first_day, party=party, unit_ids=(), by_hand=False)
        if self.stock is not None and self.stock.offering.id != offering.id:
            self.stock = self.calendar = None
        self._look()
        self._reprice()

    def forget_choice(self, kept: Choice | None = None) -> None:
        """Clear the choice but for what is `kept` of it, its stock, and a hold that waits for its price."""
        self.watch.forget()
        self._hold_wanted, self._hold_wanted_paise = False, None
        before, self.choice = self.choice, kept or Choice()
        self.day_by_hand, self.stock = False, None
        self.calendar = self.calendar if self.choice.offering == before.offering else None
        self._reprice()

    def forget_sale(self) -> None:
        """Clear basket, promo and choice; the customer stays."""
        self.was_held = False
        self.basket = Basket()
        self.promo_code = ""
        self.forget_choice()

    def refresh(self) -> None:
        """Look again, keeping everything that is still free."""
        if self.choice.offering is not None or self.basket.entries:
            self._look(self.basket.entries)

    def return_to_sale(self) -> None:
        """The window is seen again: after a hold the stock is another one."""
        if self.was_held:
            self.refresh()

    def toggle(self, unit_id: str) -> None:
        """Choose a unit or give it up."""
        self._change(lambda choice: toggle(choice, unit_id))

    def set_guest(self, index: int, guest: Guest) -> None:
        """Say who uses the unit at this place of the choice."""
        self._change(lambda choice: with_guest(choice, index, guest))

    def set_meal(self, code: str) -> None:
        """Choose a room's meal plan."""
        self._change(lambda choice: replace(choice, meal_plan=code))

    def set_boarding(self, name: str) -> None:
        """Choose where they get in."""
        self._change(lambda choice: replace(choice, boarding=name))

    def set_dropping(self, name: str) -> None:
        """Choose where they get out."""
        self._change(lambda choice: replace(choice, dropping=name))

    def remove_entry(self, index: int) -> None:
        """Take a line out of the basket; `restore_entry` puts it back."""
        self.basket = self.basket.without(index)
        self._reprice()

    def restore_entry(self) -> None:
        """Put back the line that was taken out last, if there is one."""
        self.basket = self.basket.restored()
        self._reprice()

    def add_to_basket(self) -> bool:
        """Move the choice into the basket and start the next one; False while something is missing."""
        item = self.choice.item()
        if item is None or self.seat_without_woman() is not None:
            return False
        names = tuple(self.unit_names.get(unit, "") for unit in item.unit_ids)
        entry = BasketEntry(self.choice, item, names)
        self.basket = self.basket.with_entry(entry)
        self.forget_choice()
        return True

    def set_customer(self, customer: Customer | None) -> None:
        """Whose booking it will be; the wallet of the same one may hold another amount by now."""
        before, self.customer = self.customer, customer
        if before is not None and customer is not None and before != customer:
            self.pricing.renew()
        self._reprice()

    def set_promo(self, code: str) -> None:
        """Use a promo code, or none for an empty one; the same code is tried again."""
        self.promo_code = code.strip().upper()
        self._reprice()
        self.pricing.again()

    def request(self) -> QuoteRequest | None:
        """What the price is asked for, or None while there is nothing to price."""
        item = self.choice.item()
        if self.seat_without_woman() is not None:
            return None
        items = (*self.basket.items, item) if item else self.basket.items
        customer_id = self.customer.id if self.customer else None
        return QuoteRequest(items, self.promo_code, customer_id) if items else None

    def seat_without_woman(self) -> int | None:
        """Return the place of a chosen ladies' seat for which no gender was said yet."""
        return None if self.stock is None else seat_without_woman(self.choice, self.stock)

    def hold(self, mobile: str, name: str) -> None:
        """Hold what is priced, for the customer or for a new one; waits for the price where it must."""
        self._typed = (mobile, name)
        if self.request() is None or self.holding.running:
            return
        if self.pricing.pending:
            self._hold_wanted = True
            self.pricing.hurry()
            self.changed.emit()
            return
        if self.pricing.current is not None:
            self._hold_wanted = False
            self.holding.place(self.pricing.current.quote, self.customer, mobile, name)
            self.changed.emit()

    @property
    def busy(self) -> bool:
        """Whether a hold is on its way."""
        return self._hold_wanted or self.holding.running

    def _change(self, step: Callable[[Choice], Choice]) -> None:
        self.choice = step(self.choice)
        self._reprice()

    def _look(self, entries: tuple[BasketEntry, ...] = ()) -> None:
        if self.today is not None:
            self.watch.look(self.choice, entries, self.today)

    def _reprice(self) -> None:
        if self.seat_without_woman() is not None:
            self.pricing.suspend()
        else:
            self.pricing.want(self.request())
        self.changed.emit()

    def _take_stock(self, stock: Stock) -> None:
        self.stock, self.calendar = stock.found, stock.calendar
        self.unit_names.update(stock.unit_names())
        if stock.found is not None:
            self.node_time = NodeTime(stock.found.as_of)
            self.choice = replace(self.choice, first_day=stock.choice.first_day)
        self.choice, self.basket, lost = settle_all(self.choice, self.basket, stock)
        for settled in lost:
            self.replaced.emit(settled)
        self._reprice()

    def _stock_failed(self, error: Exception) -> None:
        self.failed.emit(error)
        self.changed.emit()

    def _take_price(self, priced: Priced) -> None:
        wanted, expected = self._hold_wanted, self._hold_wanted_paise
        self._hold_wanted, self._hold_wanted_paise = False, None
        self.priced.emit()
        if priced.promo_refusal is not None:
            self.failed.emit(priced.promo_refusal)
        elif wanted and expected in (None, priced.quote.total_paise):
            self.hold(*self._typed)
        self.changed.emit()

    def _price_failed(self, error: Exception) -> None:
        self._hold_wanted, self._hold_wanted_paise = False, None
        self.failed.emit(error)
        self.changed.emit()

    def _customer_saved(self, customer: Customer) -> None:
        self.customer = customer
        self.customer_saved.emit(customer)
        self.changed.emit()

    def _held(self, hold: Hold) -> None:
        self.basket = Basket()
        self.choice = replace(self.choice, unit_ids=(), by_hand=False, guests=())
        self.was_held = True
        self.pricing.want(None)
        self.changed.emit()
        self.held.emit(hold)

    def _hold_failed(self, error: Exception) -> None:
        if isinstance(error, QuoteOutdated) and self.pricing.current is not None:
            # The price may have changed meanwhile: only the same one is held without asking again.
            self._hold_wanted = True
            self._hold_wanted_paise = self.pricing.current.quote.total_paise
            self.pricing.again()
            return
        if isinstance(error, SlotTaken):
            self._look(self.basket.entries)
        self.failed.emit(error)
        if isinstance(error, PromoRefused):
            self.pricing.want(self.request())
            self.pricing.again()
        self.changed.emit()
