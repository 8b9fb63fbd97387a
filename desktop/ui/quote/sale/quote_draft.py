"""The one that changes the sale on the screen: it asks for stock, price and hold, and takes what comes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from db.ids import UnitId
from desktop.services.application import Services
from desktop.services.domain.booking import Hold
from desktop.services.domain.catalogue import Offering
from desktop.services.domain.people import Customer
from desktop.services.domain.promo import PromoRefused
from desktop.services.domain.quote import Guest
from desktop.services.errors import NotFound, QuoteOutdated, SlotTaken
from desktop.ui.quote.sale.choice import BasketEntry, Choice, toggle, with_guest, with_offering
from desktop.ui.quote.sale.hold_flow import HoldFlow
from desktop.ui.quote.sale.pricing import Pricing
from desktop.ui.quote.sale.sale import HoldWish, Price, Priced, Sale, Stock
from desktop.ui.quote.sale.stock_query import StockQuery
from desktop.ui.runner import Runner
from desktop.ui.steady_clock import NodeTime
from desktop.ui.typed.party_text import Party


class QuoteDraft(QObject):
    """Everything is changed through its methods; `changed` says that something on the screen may differ.

    `opened` carries the line that waited for the catalogue, None without one. `failed` carries refusals for
    the window to place; `replaced` a Replaced whose units were lost to others.
    """

    changed = Signal()
    opened = Signal(object)
    priced = Signal()
    failed = Signal(object)
    replaced = Signal(object)
    held = Signal(object)
    customer_saved = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._sale = Sale()
        # Whether the refusal of now is that of a hold.
        self.was_holding = False
        self._watch = StockQuery(services, runner, self)
        self._watch.found.connect(self._take_stock)
        self._watch.failed.connect(self._stock_failed)
        self.pricing = Pricing(services, runner, self)
        self.pricing.priced.connect(self._take_price)
        self.pricing.failed.connect(self._price_failed)
        self._holding = HoldFlow(services, runner, self)
        self._holding.customer_saved.connect(self._customer_saved)
        self._holding.held.connect(self._held)
        self._holding.failed.connect(self._hold_failed)

    @property
    def sale(self) -> Sale:
        """Everything that is known of the sale now."""
        return self._sale

    @property
    def now(self) -> datetime | None:
        """The time by the database's clock; None until the catalogue is there."""
        return None if self._sale.node_time is None else self._sale.node_time()

    def open(self) -> None:
        """Fetch the catalogue; `opened` follows, or `failed`."""
        services = self._services

        def done(opening: tuple[tuple[Offering, ...], datetime]) -> None:
            (offerings, as_of), line = opening, self._sale.line_waits
            self._sale = replace(self._sale, offerings=offerings, node_time=NodeTime(as_of), line_waits=None)
            self.opened.emit(line)
            self.changed.emit()

        self._runner.run(
            lambda: (services.list_offerings(), services.show_today().as_of),
            owner=self,
            done=done,
            failed=self.failed.emit,
        )

    def keep_line(self, line: str) -> None:
        """Keep what was typed until the catalogue is there; where it did not come, ask for it again."""
        if self._sale.line_waits is not None:
            self.open()
        self._sale = replace(self._sale, line_waits=line)

    def browse(self, browsing: bool) -> None:
        """Say whether the catalogue is shown, or the stock of what is looked for."""
        self._sale = replace(self._sale, browsing=browsing)

    def search(self, offering: Offering, first_day: date | None, party: Party) -> None:
        """Look for these; None as the day leaves it to the stock. A new search forgets chosen units."""
        sale = self._sale
        choice = with_offering(sale.choice, offering)
        same_day = first_day == sale.choice.first_day if first_day else not sale.day_by_hand
        known = sale.looking or sale.stock is not None
        if known and same_day and (offering, party) == (sale.choice.offering, sale.choice.party):
            return
        self._sale = sale.searched(replace(choice, first_day=first_day, party=party))
        self._look()
        self._reprice()

    def forget_choice(self, kept: Choice | None = None) -> None:
        """Clear the choice but for what is `kept` of it, its stock, and a hold that waits for its price."""
        self._watch.forget()
        self._sale = self._sale.without_choice(kept or Choice())
        self._reprice()

    def forget_sale(self) -> None:
        """Clear basket, promo and choice; the customer stays."""
        if self._holding.is_lost:
            self._holding.forget_lost()
            self._sale = replace(self._sale, hold_runs=None)
        self._sale = self._sale.emptied()
        self.forget_choice()

    def refresh(self) -> None:
        """Look again, keeping everything that is still free."""
        if self._holding.is_lost:
            self._holding.look_up()  # first: what it holds would look as if somebody else had taken it
        elif self._sale.choice.offering is not None or self._sale.basket.entries:
            self._look(self._sale.basket.entries)

    def return_to_sale(self) -> None:
        """The window is seen again: after a hold the stock is another one."""
        if self._sale.was_held or self._holding.is_lost:
            self.refresh()

    def toggle(self, unit_id: UnitId) -> None:
        """Choose a unit or give it up."""
        self._change(lambda choice: toggle(choice, unit_id, self._sale.ladies_seats))

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
        self._sale = replace(self._sale, basket=self._sale.basket.without(index))
        self._reprice()

    def restore_entry(self) -> None:
        """Put back the line that was taken out last, if there is one."""
        self._sale = replace(self._sale, basket=self._sale.basket.restored())
        self._reprice()

    def add_to_basket(self) -> bool:
        """Move the choice into the basket and start the next one; False while something is missing."""
        sale = self._sale
        item = sale.choice.item()
        if item is None or sale.seat_without_woman() is not None:
            return False
        names = tuple(sale.unit_names.get(unit, "") for unit in item.unit_ids)
        entry = BasketEntry(sale.choice, item, names)
        self._sale = replace(sale, basket=sale.basket.with_entry(entry))
        self.forget_choice()
        return True

    def set_customer(self, customer: Customer | None) -> None:
        """Whose booking it will be; the wallet of the same one may hold another amount by now."""
        before, price = self._sale.customer, self._sale.price
        self._sale = replace(self._sale, customer=customer)
        changed = before is not None and customer is not None and before != customer
        if changed and price.current is not None and not price.refused and not price.pending:
            self._price_again()
        self._reprice()

    def set_promo(self, code: str) -> None:
        """Use a promo code, or none for an empty one; the same code is tried again."""
        self._sale = replace(self._sale, promo_code=code.strip().upper())
        self._reprice()
        self._price_again()

    def pass_limits(self) -> None:
        """Sell what was refused for its group or its last sale; until the sale is over."""
        if (passed := self._sale.passing()) is not None:
            self._sale = passed
            self.refresh()
            self._reprice()
            self.pricing.hurry()

    def hurry_price(self) -> None:
        """Price what is chosen without waiting; after a refusal, ask again."""
        self._sale = replace(self._sale, price=replace(self._sale.price, refusal=None))
        self.pricing.hurry()
        self.changed.emit()

    def hold(self, mobile: str, name: str) -> None:
        """Hold what is priced, for the customer or for a new one; nothing while its price is to come."""
        sale = self._sale
        priced = sale.price.current
        if sale.request() is None or sale.hold_runs is not None or sale.price.pending or priced is None:
            return
        self._sale = replace(sale, hold_waits=None, hold_runs=HoldWish(mobile, name))
        self._holding.place(priced.quote, sale.customer, mobile, name)
        self.changed.emit()

    def _change(self, step: Callable[[Choice], Choice]) -> None:
        self._sale = replace(self._sale, choice=step(self._sale.choice))
        self._reprice()

    def _look(self, entries: tuple[BasketEntry, ...] = ()) -> None:
        if self.now is not None:
            self._sale = replace(self._sale, looking=True)
            self._watch.look(self._sale, entries, self.now)

    def _reprice(self) -> None:
        before = self._sale.price.wanted
        self._sale = self._sale.repriced()
        if self._sale.price.suspended or self._sale.price.wanted != before:
            self.pricing.want(self._sale.price.wanted)
        self.changed.emit()

    def _price_again(self) -> None:
        """Price the same basket once more, without waiting."""
        price = self._sale.price
        self.pricing.want(price.wanted)
        if price.wanted is None:
            self._sale = replace(self._sale, price=replace(price, current=None))
        else:
            self._sale = replace(self._sale, price=Price(price.wanted))
            self.pricing.hurry()

    def _take_stock(self, stock: Stock) -> None:
        self._sale, lost = self._sale.with_stock(stock)
        for settled in lost:
            self.replaced.emit(settled)
        self._reprice()

    def _stock_failed(self, error: Exception) -> None:
        self._sale = replace(self._sale, looking=False)
        self.failed.emit(error)
        self.changed.emit()

    def _take_price(self, priced: Priced) -> None:
        wish = self._sale.hold_waits
        self._sale = replace(self._sale, price=Price(priced.request, priced), hold_waits=None)
        self.priced.emit()
        if priced.promo_refusal is not None:
            self.failed.emit(priced.promo_refusal)
        elif wish is not None and wish.paise in (None, priced.quote.total_paise):
            self.hold(wish.mobile, wish.name)
        self.changed.emit()

    def _price_failed(self, error: Exception) -> None:
        price = replace(self._sale.price, refusal=error)
        self._sale = replace(self._sale, price=price, hold_waits=None)
        self.failed.emit(error)
        self.changed.emit()

    def _customer_saved(self, customer: Customer) -> None:
        self._sale = replace(self._sale, customer=customer)
        self.customer_saved.emit(customer)
        self.changed.emit()

    def _held(self, hold: Hold) -> None:
        self._sale = self._sale.after_hold()
        self.pricing.want(None)
        self.changed.emit()
        self.held.emit(hold)

    def _hold_failed(self, error: Exception) -> None:
        sale, wish, price = self._sale, self._sale.hold_runs, self._sale.price
        self._sale = replace(sale, hold_runs=None)
        if isinstance(error, QuoteOutdated) and wish is not None and price.current is not None:
            # The price may have changed meanwhile: only the same one is held without asking again.
            wish = replace(wish, paise=price.current.quote.total_paise)
            self._sale = replace(self._sale, hold_waits=wish)
            self._price_again()
            return
        if isinstance(error, SlotTaken | NotFound):
            self._look(self._sale.basket.entries)
        self.was_holding = True
        self.failed.emit(error)
        self.was_holding = False
        if isinstance(error, PromoRefused):
            self._reprice()
            self._price_again()
        self.changed.emit()
