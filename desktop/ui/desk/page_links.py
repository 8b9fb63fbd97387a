"""How the pages follow one another: a hold leads to its payment, a payment to the next customer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar, assert_never

from PySide6.QtCore import QCoreApplication, QObject, Signal

from db.ids import BookingId, DocumentId
from db.states import BookingState
from desktop.services.domain.payment_request import PaymentResult
from desktop.ui import formats, routes
from desktop.ui.failures import explain
from desktop.ui.page import Page
from desktop.ui.papers.paper_out import PaperOut
from desktop.ui.printer_words import outcome_text
from desktop.ui.routes import PageName

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking, Hold
    from desktop.services.domain.cancellation import CancellationResult
    from desktop.services.domain.people import Customer
    from desktop.services.domain.printing import PrintJob
    from desktop.ui.desk.desk_feed import DeskFeed
    from desktop.ui.desk.desk_parts import DeskParts
    from desktop.ui.desk.pages import Place
    from desktop.ui.desk.served_customer import ServedCustomer
    from desktop.ui.routes import Route
    from desktop.ui.runner import Runner

P = TypeVar("P", bound=Page)


class PageLinks(QObject):
    """`go` is the one way to a page. `booking_shown` carries the id of what is shown."""

    booking_shown = Signal(str)

    def __init__(
        self, desk: DeskParts, served: ServedCustomer, feed: DeskFeed, services: Services, runner: Runner
    ) -> None:
        super().__init__(served.parent())
        self._desk = desk
        self._served = served
        self._feed = feed
        self._services = services
        self._runner = runner
        self.last_document: DocumentId | None = None
        self.last_payment: BookingId | None = None
        self._out = PaperOut(services, runner, self)
        self._out.moved.connect(self._tell_paper)
        self._out.failed.connect(self._fail)
        desk.pages.made.connect(self._connect)

    def go(self, route: Route) -> None:  # noqa: C901 - a case for each route, and no case inside another
        """Open the page of a route, with the keyboard there; what was said before has been read."""
        pages = self._desk.pages
        match route:
            case routes.GoHome():
                self._end_sale_and_open(pages.home)
            case routes.OpenQuote(line=line):
                self._open_quote(line)
            case routes.OpenPromo():
                self._enter(pages.quote).focus_promo()
            case routes.OpenPayment(booking_id=booking_id):
                self.last_payment = booking_id
                self._enter(pages.payment).show_booking(booking_id)
            case routes.OpenBooking(booking=name):
                find = partial(self._services.find_booking, name)
                self._runner.run(find, owner=self, done=self._go_on_with, failed=self._fail)
            case routes.OpenCancellation(reference=reference):
                self._enter(pages.cancellation).show_booking(reference or "")
            case routes.OpenCustomer(new_mobile=str(mobile)):
                self._enter(pages.customer).start(mobile)
            case routes.OpenCustomer():
                self._enter(pages.customer).show_customer(self._served.customer)
            case routes.OpenDocument(document_id=document_id):
                self._open_document(document_id)
            case routes.OpenReview():
                self._enter(pages.review).refresh()
            case routes.OpenCases():
                self._enter(pages.cases)
            case routes.OpenCounterActs():
                self._enter(pages.counter_acts).refresh()
            case routes.OpenStock():
                self._enter(pages.stock)
            case routes.OpenDepartureRefunds():
                self._enter(pages.departure_refunds).show_departure(route)
            case routes.OpenMove(booking_id=booking_id):
                self._enter(pages.moving).show_booking(booking_id)
            case routes.OpenSetup(at_accounts=at_accounts):
                setup = self._enter(pages.setup)
                if at_accounts:
                    setup.show_accounts()
            case routes.OpenBooks():
                self._enter(pages.books).refresh()
            case routes.OpenLimits():
                self._enter(pages.limits).refresh()
            case routes.OpenStaff():
                self._enter(pages.staff).refresh()
            case routes.OpenShifts(shift_id=shift_id, opens_drawer=opens_drawer):
                self._enter(pages.shifts).start(shift_id, opens_drawer=opens_drawer)
            case routes.OpenAccountant():
                self._enter(pages.accountant).refresh()
            case routes.OpenZSlip(document_id=document_id):
                self._enter(pages.document).show_z_slip(document_id)
            case routes.OpenDaySheet(shift_id=shift_id):
                self._enter(pages.day_sheet).start(shift_id)
            case routes.OpenSettlements():
                self._enter(pages.settlements).refresh()
            case routes.OpenShiftPage(part=part):
                self._enter(pages.shift).start(part)
            case routes.OpenPrinters(at_stuck=at_stuck):
                printers = self._enter(pages.printers)
                (printers.look_at_stuck if at_stuck else printers.refresh)()
            case routes.OpenLists(kind=kind, what=what, when=when):
                self._enter(pages.lists).start(kind, what, when)
            case routes.OpenRegister(booking_id=stay_of, numbers=numbers, guest_name=name):
                self._enter(pages.register).start(stay_of, numbers, name)
            case routes.OpenTaxPapers(at_due=at_due):
                self._enter(pages.tax_papers).start(at_due=at_due)
            case _:
                assert_never(route)

    def _open_document(self, document_id: DocumentId) -> None:
        """Show a paper. That of what was paid is a part of the sale; other pages are the next customer's."""
        self._desk.errors.clear()
        document = self._desk.pages.open(self._desk.pages.document)
        document.setFocus()
        document.show_document(document_id)

    def _open_quote(self, line: str | None) -> None:
        """Open the quote for whoever the page is about, or stands at the desk; say whose sale it was before.

        Without a line a sale goes on that was begun before another page was looked at.
        """
        self.end_sale()
        pages, served = self._desk.pages, self._served
        shown = pages.page.customer_shown
        before = pages.quote.page.customer_shown if pages.quote.page is not None else None
        begins = line is not None or before is None or pages.name is routes.PageName.CUSTOMER
        if shown is not None and begins and not served.is_named_here:
            served.set_customer(shown)
        quote = self._enter(pages.quote)
        now = served.customer
        if line is not None or now is not None:
            quote.set_customer(now)
        if line is not None:
            quote.start(line)
        if before is not None and now is not None and before.id != now.id:
            sentence = QCoreApplication.translate(
                "PageLinks", "This sale is for {now}, no longer for {before}."
            )
            self._desk.errors.show_done(sentence.format(now=now.name, before=before.name))

    def show_last(self) -> None:
        """Show the document that was made last at this desk, if there was one since the start."""
        if self.last_document:
            self.go(routes.OpenDocument(self.last_document))

    def print_last(self) -> None:
        """Print the paper that this desk made last once more, and say how far it has come."""
        self._out.reprint_last()

    def back(self) -> None:
        """One step back; from a booking that is paid, on to the next customer."""
        if not self._desk.pages.page.finish():
            self._desk.pages.back()

    def end_sale(self) -> None:
        """End the sale of a paid booking that is left, whatever comes next: its customer has gone."""
        payment = self._desk.pages.payment
        if payment.page is not None and self._desk.pages.is_on_the_way(payment):
            payment.page.finish()

    def _end_sale_and_open(self, place: Place[P]) -> P:
        self.end_sale()
        self._desk.errors.clear()
        return self._desk.pages.open(place)

    def _enter(self, place: Place[P]) -> P:
        page = self._end_sale_and_open(place)
        page.setFocus()
        return page

    def _go_on_with(self, booking: Booking) -> None:
        self.booking_shown.emit(booking.id)
        if booking.state is BookingState.HELD:
            self.go(routes.OpenPayment(booking.id))
        else:
            self._enter(self._desk.pages.booking).show_booking(booking.id)

    def _connect(self, page: Page) -> None:
        page.wanted.connect(self.go)
        page.back.connect(self.back)
        page.held.connect(self._held)
        page.finished.connect(self._finished)
        page.customer_chosen.connect(self._customer_chosen)
        page.customer_changed.connect(partial(self._customer_changed, page))

    def _held(self, hold: Hold) -> None:
        self._feed.soon()
        pages = self._desk.pages
        if pages.name is PageName.QUOTE:
            self.go(routes.OpenPayment(hold.booking_id))
            return
        # The clerk has left the quote while it was being held: nobody is torn from another page.
        told = QCoreApplication.translate("PageLinks", "{reference} is held; it waits in the list of holds.")
        pages.make(pages.quote).told_behind.emit(told.format(reference=hold.reference), True)

    def _finished(self, result: PaymentResult | CancellationResult) -> None:
        if result.document_id is not None:
            self.last_document = result.document_id
        if isinstance(result, PaymentResult):
            self._paid(result)
        else:
            self._cancelled(result)

    def _paid(self, result: PaymentResult) -> None:
        from desktop.ui.payment.payment_words import paid_text

        pages, customer = self._desk.pages, self._served.customer
        sold = pages.payment.page
        if customer is not None and sold is not None and customer.id == sold.customer_id:
            self._served.set_customer(None)
        if pages.quote.page is not None:
            pages.quote.page.next_customer()
        self._desk.errors.clear()
        pages.open(pages.home)
        self._feed.soon()
        sentence = QCoreApplication.translate(
            "PageLinks", "{reference} is confirmed. {paid}. Ctrl+P shows its receipt again."
        )
        self._desk.errors.show_done(sentence.format(reference=result.reference, paid=paid_text(result)))

    def _cancelled(self, result: CancellationResult) -> None:
        self.go(routes.GoHome())
        self._feed.soon()
        sentence = QCoreApplication.translate("PageLinks", "{reference} is cancelled, {amount} goes back.")
        amount = formats.rupees(result.given_paise)
        self._desk.errors.show_done(sentence.format(reference=result.reference, amount=amount))

    def _customer_chosen(self, customer: Customer) -> None:
        if self._desk.pages.name is PageName.CUSTOMER:
            self._served.set_customer(customer)
            self._desk.pages.back()

    def _customer_changed(self, page: Page, customer: Customer | None) -> None:
        """The one of the open page stands at the desk; a page that was left only tells more of the same."""
        served = self._served.customer
        is_same = customer is not None and served is not None and customer.id == served.id
        if is_same or self._desk.pages.page is page:
            self._served.set_customer(customer)

    def _tell_paper(self, job: PrintJob) -> None:
        is_well = job.is_moving or job.is_out
        (self._desk.errors.show_done if is_well else self._desk.errors.show_error)(outcome_text(job))

    def _fail(self, error: Exception) -> None:
        self._desk.errors.show_error(explain(error))
