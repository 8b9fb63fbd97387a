"""The pages of the work area: made when they are opened first, kept with what was typed into them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.page import Page
from desktop.ui.routes import PageName

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.application import Services
    from desktop.ui.booking.booking_window import BookingWindow
    from desktop.ui.books.books_window import BooksWindow
    from desktop.ui.cancellation.cancellation_window import CancellationWindow
    from desktop.ui.cases.cases_window import CasesWindow
    from desktop.ui.counter_acts.counter_acts_window import CounterActsWindow
    from desktop.ui.customer.customer_window import CustomerWindow
    from desktop.ui.day_sheet.day_sheet_window import DaySheetWindow
    from desktop.ui.departures.refund_window import RefundDepartureWindow
    from desktop.ui.desk.home_page import HomePage
    from desktop.ui.documents.document_window import DocumentWindow
    from desktop.ui.limits.limits_window import LimitsWindow
    from desktop.ui.lists.lists_window import ListsWindow
    from desktop.ui.lists.register_window import RegisterWindow
    from desktop.ui.moving.move_window import MoveWindow
    from desktop.ui.payment.payment_window import PaymentWindow
    from desktop.ui.printers.printers_window import PrintersWindow
    from desktop.ui.quote.quote_window import QuoteWindow
    from desktop.ui.returns.accountant_window import AccountantWindow
    from desktop.ui.review.review_window import ReviewWindow
    from desktop.ui.runner import Runner
    from desktop.ui.settlements.settlements_window import SettlementsWindow
    from desktop.ui.setup.setup_window import SetupWindow
    from desktop.ui.shift.shift_window import ShiftWindow
    from desktop.ui.shifts.shifts_window import ShiftsWindow
    from desktop.ui.staff.staff_window import StaffWindow
    from desktop.ui.stock.stock_window import StockWindow
    from desktop.ui.tax_papers.tax_papers_window import TaxPapersWindow

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
        self.quote = Place(PageName.QUOTE, _quote)
        self.payment = Place(PageName.PAYMENT, _payment)
        self.cancellation = Place(PageName.CANCELLATION, _cancellation)
        self.review = Place(PageName.REVIEW, _review)
        self.cases = Place(PageName.CASES, _cases)
        self.counter_acts = Place(PageName.COUNTER_ACTS, _counter_acts)
        self.customer = Place(PageName.CUSTOMER, _customer)
        self.booking = Place(PageName.BOOKING, _booking)
        self.stock = Place(PageName.STOCK, _stock)
        self.departure_refunds = Place(PageName.DEPARTURE_REFUNDS, _departure_refunds)
        self.moving = Place(PageName.MOVE, _moving)
        self.setup = Place(PageName.SETUP, _setup)
        self.document = Place(PageName.DOCUMENT, _document)
        self.books = Place(PageName.BOOKS, _books)
        self.limits = Place(PageName.LIMITS, _limits)
        self.staff = Place(PageName.STAFF, _staff)
        self.shifts = Place(PageName.SHIFTS, _shifts)
        self.shift = Place(PageName.SHIFT, _shift)
        self.printers = Place(PageName.PRINTERS, _printers)
        self.lists = Place(PageName.LISTS, _lists)
        self.register = Place(PageName.REGISTER, _register)
        self.day_sheet = Place(PageName.DAY_SHEET, _day_sheet)
        self.settlements = Place(PageName.SETTLEMENTS, _settlements)
        self.tax_papers = Place(PageName.TAX_PAPERS, _tax_papers)
        self.accountant = Place(PageName.ACCOUNTANT, _accountant)
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


# A page's module is loaded when it is opened first: the desk starts without them.


def _quote(services: Services, runner: Runner) -> QuoteWindow:
    from desktop.ui.quote.quote_window import QuoteWindow

    return QuoteWindow(services, runner)


def _payment(services: Services, runner: Runner) -> PaymentWindow:
    from desktop.ui.payment.payment_window import PaymentWindow

    return PaymentWindow(services, runner)


def _cancellation(services: Services, runner: Runner) -> CancellationWindow:
    from desktop.ui.cancellation.cancellation_window import CancellationWindow

    return CancellationWindow(services, runner)


def _review(services: Services, runner: Runner) -> ReviewWindow:
    from desktop.ui.review.review_window import ReviewWindow

    return ReviewWindow(services, runner)


def _cases(services: Services, runner: Runner) -> CasesWindow:
    from desktop.ui.cases.cases_window import CasesWindow

    return CasesWindow(services, runner)


def _counter_acts(services: Services, runner: Runner) -> CounterActsWindow:
    from desktop.ui.counter_acts.counter_acts_window import CounterActsWindow

    return CounterActsWindow(services, runner)


def _customer(services: Services, runner: Runner) -> CustomerWindow:
    from desktop.ui.customer.customer_window import CustomerWindow

    return CustomerWindow(services, runner)


def _booking(services: Services, runner: Runner) -> BookingWindow:
    from desktop.ui.booking.booking_window import BookingWindow

    return BookingWindow(services, runner)


def _stock(services: Services, runner: Runner) -> StockWindow:
    from desktop.ui.stock.stock_window import StockWindow

    return StockWindow(services, runner)


def _departure_refunds(services: Services, runner: Runner) -> RefundDepartureWindow:
    from desktop.ui.departures.refund_window import RefundDepartureWindow

    return RefundDepartureWindow(services, runner)


def _moving(services: Services, runner: Runner) -> MoveWindow:
    from desktop.ui.moving.move_window import MoveWindow

    return MoveWindow(services, runner)


def _setup(services: Services, runner: Runner) -> SetupWindow:
    from desktop.ui.setup.setup_window import SetupWindow

    return SetupWindow(services, runner)


def _document(services: Services, runner: Runner) -> DocumentWindow:
    from desktop.ui.documents.document_window import DocumentWindow

    return DocumentWindow(services, runner)


def _books(services: Services, runner: Runner) -> BooksWindow:
    from desktop.ui.books.books_window import BooksWindow

    return BooksWindow(services, runner)


def _limits(services: Services, runner: Runner) -> LimitsWindow:
    from desktop.ui.limits.limits_window import LimitsWindow

    return LimitsWindow(services, runner)


def _staff(services: Services, runner: Runner) -> StaffWindow:
    from desktop.ui.staff.staff_window import StaffWindow

    return StaffWindow(services, runner)


def _shifts(services: Services, runner: Runner) -> ShiftsWindow:
    from desktop.ui.shifts.shifts_window import ShiftsWindow

    return ShiftsWindow(services, runner)


def _shift(services: Services, runner: Runner) -> ShiftWindow:
    from desktop.ui.shift.shift_window import ShiftWindow

    return ShiftWindow(services, runner)


def _printers(services: Services, runner: Runner) -> PrintersWindow:
    from desktop.ui.printers.printers_window import PrintersWindow

    return PrintersWindow(services, runner)


def _lists(services: Services, runner: Runner) -> ListsWindow:
    from desktop.ui.lists.lists_window import ListsWindow

    return ListsWindow(services, runner)


def _register(services: Services, runner: Runner) -> RegisterWindow:
    from desktop.ui.lists.register_window import RegisterWindow

    return RegisterWindow(services, runner)


def _day_sheet(services: Services, runner: Runner) -> DaySheetWindow:
    from desktop.ui.day_sheet.day_sheet_window import DaySheetWindow

    return DaySheetWindow(services, runner)


def _settlements(services: Services, runner: Runner) -> SettlementsWindow:
    from desktop.ui.settlements.settlements_window import SettlementsWindow

    return SettlementsWindow(services, runner)


def _tax_papers(services: Services, runner: Runner) -> TaxPapersWindow:
    from desktop.ui.tax_papers.tax_papers_window import TaxPapersWindow

    return TaxPapersWindow(services, runner)


def _accountant(services: Services, runner: Runner) -> AccountantWindow:
    from desktop.ui.returns.accountant_window import AccountantWindow

    return AccountantWindow(services, runner)
