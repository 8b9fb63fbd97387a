"""How each page is made. Its module is loaded when it is opened first: the desk starts without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.ui.booking.booking_window import BookingWindow
    from desktop.ui.books.books_window import BooksWindow
    from desktop.ui.cancellation.cancellation_window import CancellationWindow
    from desktop.ui.cases.cases_window import CasesWindow
    from desktop.ui.counter_acts.counter_acts_window import CounterActsWindow
    from desktop.ui.customer.customer_window import CustomerWindow
    from desktop.ui.day_sheet.day_sheet_window import DaySheetWindow
    from desktop.ui.departures.refund_window import RefundDepartureWindow
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


def quote(services: Services, runner: Runner) -> QuoteWindow:
    from desktop.ui.quote.quote_window import QuoteWindow

    return QuoteWindow(services, runner)


def payment(services: Services, runner: Runner) -> PaymentWindow:
    from desktop.ui.payment.payment_window import PaymentWindow

    return PaymentWindow(services, runner)


def cancellation(services: Services, runner: Runner) -> CancellationWindow:
    from desktop.ui.cancellation.cancellation_window import CancellationWindow

    return CancellationWindow(services, runner)


def review(services: Services, runner: Runner) -> ReviewWindow:
    from desktop.ui.review.review_window import ReviewWindow

    return ReviewWindow(services, runner)


def cases(services: Services, runner: Runner) -> CasesWindow:
    from desktop.ui.cases.cases_window import CasesWindow

    return CasesWindow(services, runner)


def counter_acts(services: Services, runner: Runner) -> CounterActsWindow:
    from desktop.ui.counter_acts.counter_acts_window import CounterActsWindow

    return CounterActsWindow(services, runner)


def customer(services: Services, runner: Runner) -> CustomerWindow:
    from desktop.ui.customer.customer_window import CustomerWindow

    return CustomerWindow(services, runner)


def booking(services: Services, runner: Runner) -> BookingWindow:
    from desktop.ui.booking.booking_window import BookingWindow

    return BookingWindow(services, runner)


def stock(services: Services, runner: Runner) -> StockWindow:
    from desktop.ui.stock.stock_window import StockWindow

    return StockWindow(services, runner)


def departure_refunds(services: Services, runner: Runner) -> RefundDepartureWindow:
    from desktop.ui.departures.refund_window import RefundDepartureWindow

    return RefundDepartureWindow(services, runner)


def moving(services: Services, runner: Runner) -> MoveWindow:
    from desktop.ui.moving.move_window import MoveWindow

    return MoveWindow(services, runner)


def setup(services: Services, runner: Runner) -> SetupWindow:
    from desktop.ui.setup.setup_window import SetupWindow

    return SetupWindow(services, runner)


def document(services: Services, runner: Runner) -> DocumentWindow:
    from desktop.ui.documents.document_window import DocumentWindow

    return DocumentWindow(services, runner)


def books(services: Services, runner: Runner) -> BooksWindow:
    from desktop.ui.books.books_window import BooksWindow

    return BooksWindow(services, runner)


def limits(services: Services, runner: Runner) -> LimitsWindow:
    from desktop.ui.limits.limits_window import LimitsWindow

    return LimitsWindow(services, runner)


def staff(services: Services, runner: Runner) -> StaffWindow:
    from desktop.ui.staff.staff_window import StaffWindow

    return StaffWindow(services, runner)


def shifts(services: Services, runner: Runner) -> ShiftsWindow:
    from desktop.ui.shifts.shifts_window import ShiftsWindow

    return ShiftsWindow(services, runner)


def shift(services: Services, runner: Runner) -> ShiftWindow:
    from desktop.ui.shift.shift_window import ShiftWindow

    return ShiftWindow(services, runner)


def printers(services: Services, runner: Runner) -> PrintersWindow:
    from desktop.ui.printers.printers_window import PrintersWindow

    return PrintersWindow(services, runner)


def lists(services: Services, runner: Runner) -> ListsWindow:
    from desktop.ui.lists.lists_window import ListsWindow

    return ListsWindow(services, runner)


def register(services: Services, runner: Runner) -> RegisterWindow:
    from desktop.ui.lists.register_window import RegisterWindow

    return RegisterWindow(services, runner)


def day_sheet(services: Services, runner: Runner) -> DaySheetWindow:
    from desktop.ui.day_sheet.day_sheet_window import DaySheetWindow

    return DaySheetWindow(services, runner)


def settlements(services: Services, runner: Runner) -> SettlementsWindow:
    from desktop.ui.settlements.settlements_window import SettlementsWindow

    return SettlementsWindow(services, runner)


def tax_papers(services: Services, runner: Runner) -> TaxPapersWindow:
    from desktop.ui.tax_papers.tax_papers_window import TaxPapersWindow

    return TaxPapersWindow(services, runner)


def accountant(services: Services, runner: Runner) -> AccountantWindow:
    from desktop.ui.returns.accountant_window import AccountantWindow

    return AccountantWindow(services, runner)
