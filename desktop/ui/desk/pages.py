"""The pages of the work area: made when they are opened first, kept with what was typed into them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.desk import page_makers
from desktop.ui.page import Page
from desktop.ui.routes import PageName

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.application import Services
    from desktop.ui.desk.home_page import HomePage
    from desktop.ui.quote.quote_window import QuoteWindow
    from desktop.ui.runner import Runner

P = TypeVar("P", bound=Page)
P_co = TypeVar("P_co", bound=Page, covariant=True)


class Place(Generic[P_co]):
    """One page's place: empty until it is opened first. `load` imports the page's module and makes it."""

    def __init__(
        self, name: PageName, load: Callable[[Services, Runner], P_co], page: P_co | None = None
    ) -> None:
        self.name = name
        self.load = load
        self._page = page

    @property
    def page(self) -> P_co | None:
        """The page, once it has been made."""
        return self._page

    def fill(self, services: Services, runner: Runner) -> P_co:
        """Make the page."""
        self._page = self.load(services, runner)
        return self._page


class Pages(QStackedWidget):
    """Knows which page is open and which one is behind it. `made` carries a page, `opened` its name."""

    made = Signal(object)
    opened = Signal(object)

    def __init__(self, home: HomePage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.home = Place(PageName.HOME, lambda _services, _runner: home, home)
        self.quote = Place(PageName.QUOTE, page_makers.quote)
        self.payment = Place(PageName.PAYMENT, page_makers.payment)
        self.cancellation = Place(PageName.CANCELLATION, page_makers.cancellation)
        self.review = Place(PageName.REVIEW, page_makers.review)
        self.cases = Place(PageName.CASES, page_makers.cases)
        self.counter_acts = Place(PageName.COUNTER_ACTS, page_makers.counter_acts)
        self.customer = Place(PageName.CUSTOMER, page_makers.customer)
        self.booking = Place(PageName.BOOKING, page_makers.booking)
        self.stock = Place(PageName.STOCK, page_makers.stock)
        self.departure_refunds = Place(PageName.DEPARTURE_REFUNDS, page_makers.departure_refunds)
        self.moving = Place(PageName.MOVE, page_makers.moving)
        self.setup = Place(PageName.SETUP, page_makers.setup)
        self.document = Place(PageName.DOCUMENT, page_makers.document)
        self.books = Place(PageName.BOOKS, page_makers.books)
        self.limits = Place(PageName.LIMITS, page_makers.limits)
        self.staff = Place(PageName.STAFF, page_makers.staff)
        self.shifts = Place(PageName.SHIFTS, page_makers.shifts)
        self.shift = Place(PageName.SHIFT, page_makers.shift)
        self.printers = Place(PageName.PRINTERS, page_makers.printers)
        self.lists = Place(PageName.LISTS, page_makers.lists)
        self.register = Place(PageName.REGISTER, page_makers.register)
        self.day_sheet = Place(PageName.DAY_SHEET, page_makers.day_sheet)
        self.settlements = Place(PageName.SETTLEMENTS, page_makers.settlements)
        self.tax_papers = Place(PageName.TAX_PAPERS, page_makers.tax_papers)
        self.accountant = Place(PageName.ACCOUNTANT, page_makers.accountant)
        self._way: list[Place[Page]] = [self.home]
        self.addWidget(home)
        self._services: Services | None = None
        self._runner: Runner | None = None

    @property
    def name(self) -> PageName:
        """The open page's name."""
        return self._way[-1].name

    @property
    def is_home(self) -> bool:
        """Whether the desk itself is open."""
        return self.name is PageName.HOME

    def is_on_the_way(self, place: Place[Page]) -> bool:
        """Whether a page is open or lies behind the open one."""
        return place in self._way

    @property
    def page(self) -> Page:
        """The open page."""
        return self.make(self._way[-1])

    def attach(self, services: Services, runner: Runner) -> None:
        """From now on pages can be made."""
        self._services, self._runner = services, runner

    def open(self, place: Place[P]) -> P:
        """Show a page, made if it is not there yet; going back leads to where the way came from."""
        page = self.make(place)
        if place is self.home:
            self._way = [self.home]
        elif place in self._way:
            del self._way[self._way.index(place) + 1 :]
        else:
            self._way.append(place)
        self._show(page)
        return page

    def make(self, place: Place[P]) -> P:
        """Return a page, made if it is not there yet, without opening it."""
        if place.page is not None:
            return place.page
        if self._services is None or self._runner is None:
            raise RuntimeError("pages are opened after the services are attached")
        page = place.fill(self._services, self._runner)
        from desktop.ui.desk.page_area import PageArea

        self.addWidget(PageArea(page))
        self.made.emit(page)
        return page

    def go_on_with(self, quote: QuoteWindow) -> None:
        """Make the quote in the language of now, with the sale of the one that it stands for from here on."""

        def load(services: Services, runner: Runner) -> QuoteWindow:
            return type(quote)(services, runner, instead_of=quote)

        self.quote = Place(PageName.QUOTE, load)
        self.make(self.quote)

    def back(self) -> None:
        """Show the page from which this one was opened."""
        if len(self._way) > 1:
            self._way.pop()
        self._show(self.page)

    def _show(self, page: QWidget) -> None:
        holder = page.parentWidget()
        while holder is not None and self.indexOf(holder) < 0 and holder is not self:
            holder = holder.parentWidget()
        self.setCurrentWidget(page if self.indexOf(page) >= 0 or holder is None else holder)
        self.opened.emit(self.name)
