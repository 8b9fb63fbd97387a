"""How the pages follow one another: a hold leads to its payment, a payment to the next customer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from db.ids import BookingId, DocumentId
from db.states import BookingState
from desktop.ui import formats
from desktop.ui.desk.pages import HOME

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.services.domain.booking import Booking, CancellationResult, Hold, PaymentResult
    from desktop.services.domain.people import Customer
    from desktop.ui.desk.desk_work import DeskWork
    from desktop.ui.desk_window import DeskWindow


class PageLinks(QObject):
    """Connects each page's signals when it is made."""

    def __init__(self, work: DeskWork, window: DeskWindow) -> None:
        super().__init__(work)
        self._work = work
        self._window = window
        self.last_document: DocumentId | None = None
        self.last_payment: BookingId | None = None
        window.pages.made.connect(self._connect)

    def quote(self, line: str) -> None:
        """Open the quote with a line, for whoever stands at the desk."""
        page: Any = self._work.open("quote")
        page.set_customer(self._work.customer)
        page.start(line)

    def promo(self) -> None:
        """Open the quote at its promo code."""
        page: Any = self._work.open("quote")
        focus = getattr(page, "focus_promo", None)
        if focus is not None:
            focus()

    def pay(self, booking_id: BookingId) -> None:
        """Open the payment of a held booking."""
        self.last_payment = booking_id
        page: Any = self._work.open("payment")
        page.show_booking(booking_id)

    def cancel(self, reference: str) -> None:
        """Open the cancellation, for a booking or to look for one."""
        page: Any = self._work.open("cancellation")
        page.show_booking(reference)

    def review(self) -> None:
        """Open the review with fresh rows."""
        page: Any = self._work.open("review")
        page.refresh()

    def customer(self) -> None:
        """Open the customer who stands at the desk, or an empty page to find one."""
        page: Any = self._work.open("customer")
        page.show_customer(self._work.customer)

    def document(self, document_id: DocumentId) -> None:
        """Show a receipt or voucher."""
        page: Any = self._work.open("document")
        page.show_document(document_id)

    def reprint(self) -> None:
        """Show the document that was made last at this desk, if there was one since the start."""
        if self.last_document:
            self.document(self.last_document)

    def show_booking(self, booking: Booking) -> None:
        """Go on with a held booking; show any other with what can be done to it."""
        self._work.news.seen(booking.id)
        if booking.state is BookingState.HELD:
            self.pay(booking.id)
            return
        page: Any = self._work.open("booking")
        page.show_booking(booking.id)

    def back(self) -> None:
        """One step back; from a booking that is paid, on to the next customer."""
        finish = getattr(self._window.pages.page, "finish", None)
        if finish is None or not finish():
            self._window.pages.back()

    def end_sale(self) -> None:
        """End the sale of a paid booking that is left, whatever comes next: its customer has gone."""
        page: Any = self._window.pages.existing("payment")
        if page is not None and self._window.pages.is_on_the_way("payment"):
            page.finish()

    def tell_customer(self, customer: Customer | None) -> None:
        """Tell the pages that want to know who stands at the desk."""
        page: Any = self._window.pages.existing("quote")
        if page is not None:
            page.set_customer(customer)

    def refresh_open_page(self) -> None:
        """Let the open page read again what it shows."""
        refresh = getattr(self._window.pages.page, "refresh", None)
        if refresh is not None:
            refresh()

    def press_on_page(self, key: Qt.Key) -> bool:
        """Press a key on the open page, as if it were typed there; False when the page has no use for it."""
        if self._window.pages.name == HOME:
            return False
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        press.ignore()
        self._window.pages.page.keyPressEvent(press)
        return press.isAccepted()

    def _connect(self, name: str, page: QWidget) -> None:
        wanted: dict[str, Callable[..., object]] = {
            "back": self.back,
            "held": self._held,
            "finished": self._paid if name == "payment" else self._cancelled,
            "print_wanted": self.document,
            "booking_chosen": self._work.open_booking,
            "pay_wanted": self.pay,
            "cancel_wanted": self.cancel,
            "customer_chosen": self._customer_chosen,
            "customer_changed": self._work.set_customer,
            "text_typed": self._window.type_on,
        }
        for signal, slot in wanted.items():
            if hasattr(page, signal):
                getattr(page, signal).connect(slot)

    def _held(self, hold: Hold) -> None:
        self._work.feed.soon()
        self.pay(hold.booking_id)

    def _paid(self, result: PaymentResult) -> None:
        self.last_document = result.document_id or self.last_document
        sold: Any = self._window.pages.existing("payment")
        if self._work.customer is not None and self._work.customer.id == sold.customer_id:
            self._work.set_customer(None)
        page: Any = self._window.pages.existing("quote")
        if page is not None and hasattr(page, "next_customer"):
            page.next_customer()
        self._window.errors.clear()
        self._window.pages.open(HOME)
        self._work.feed.soon()
        sentence = QCoreApplication.translate(
            "PageLinks", "{reference} is confirmed. Ctrl+P shows its receipt again."
        )
        self._work.done(sentence.format(reference=result.reference))

    def _cancelled(self, result: CancellationResult) -> None:
        self.last_document = result.document_id or self.last_document
        self._work.open(HOME)
        self._work.feed.soon()
        sentence = QCoreApplication.translate("PageLinks", "{reference} is cancelled, {amount} goes back.")
        self._work.done(
            sentence.format(reference=result.reference, amount=formats.rupees(result.refund_paise))
        )

    def _customer_chosen(self, customer: Customer) -> None:
        self._work.set_customer(customer)
        self._window.pages.back()
