"""What the tour does, in the order in which a desk does it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from db.states import BookingState, Tender
from desktop.ui.formats import amount
from desktop.ui.routes import PageName
from desktop.ui.tour_hands import TourFailed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking, Payment
    from desktop.ui.desk.pages import Pages
    from desktop.ui.desk_window import DeskWindow
    from desktop.ui.tour_album import Album
    from desktop.ui.tour_hands import Hands

KEYS = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
# The payment page takes no key for its first 300 ms.
GUARD_MS = 350


class TourStory:
    """Every step goes through the windows and their keys; the services are only asked whether it is true."""

    def __init__(
        self,
        window: DeskWindow,
        services: Services,
        hands: Hands,
        album: Album,
        out: Path,
        pay_qr: Callable[[Payment], None],
    ) -> None:
        self._window = window
        self._services = services
        self._hands = hands
        self._album = album
        self._out = out
        self._pay_qr = pay_qr
        self._papers: list[Path] = []
        self.account: list[str] = []

    @property
    def files(self) -> list[Path]:
        """Every picture and paper made so far."""
        return [*self._album.files, *self._papers]

    def tell(self) -> None:
        """Do everything. Raises TourFailed at the first thing that did not happen."""
        self._first_look()
        room = self._sell_room()
        self._sell_seats()
        self._sell_tour()
        self._leave_a_hold()
        self._cancel(room)
        self._look_around()
        self._audit()

    def _first_look(self) -> None:
        from desktop.ui.desk.board_view import BoardRowButton

        home = self._window.home
        self._hands.wait(lambda: self._window.foot.fresh.text() != "", "the day's numbers")
        self._hands.wait(lambda: bool(home.findChildren(BoardRowButton)), "the board")
        self._album.take(self._window, "desk-empty")

    def _sell_room(self) -> str:
        self._new_customer("Asha Verma", 2_000_000, picture=True)
        reference = self._hold("dlx +3 2", "quote-room")
        page = self._pages.make(self._pages.payment)
        self._hands.wait(lambda: not page.primary.isHidden(), "the payment page")
        if not page.gateway.isHidden():
            raise TourFailed("the wallet covers the room, so no gateway on the screen")
        self._album.take(self._window, "payment-wallet-only")
        self._press_when_open(KEYS.Key_F9)
        self._finish(reference, "room", "paid from the wallet", "payment-done")
        return reference

    def _sell_seats(self) -> None:
        self._new_customer("राहुल शर्मा", 50_000)
        reference = self._hold("goa22 +1 2", "quote-seats")
        page = self._pages.make(self._pages.payment)
        self._hands.wait(lambda: not page.gateway.isHidden(), "the gateway's tenders")
        self._press_when_open(KEYS.Key_U)
        self._hands.press(KEYS.Key_F9)
        self._hands.wait(lambda: not page.instrument.isHidden(), "the UPI QR code")
        self._hands.wait(lambda: not page.primary.busy, "the end of asking for the code")
        self._album.take(self._window, "payment-upi-qr")
        payment = self._booking(reference).open_payment
        if payment is None:
            raise TourFailed("an open payment behind the QR code")
        self._pay_qr(payment)
        if page.receipt.isHidden():
            self._hands.press(KEYS.Key_F9)
        self._finish(reference, "seats", "paid from the wallet and by UPI QR", "payment-upi-done")

    def _sell_tour(self) -> None:
        self._new_customer("Meera Nair", 0)
        reference = self._hold("kaas sat 2", "quote-tour")
        page = self._pages.make(self._pages.payment)
        self._hands.wait(lambda: not page.gateway.isHidden(), "the tenders")
        self._press_when_open(KEYS.Key_C)
        self._hands.type("1000")
        self._album.take(self._window, "payment-cash-part")
        due = self._booking(reference).due_paise
        self._hands.press(KEYS.Key_F9)
        self._hands.wait(lambda: self._booking(reference).due_paise == due - 100_000, "the cash")
        self._hands.wait(lambda: not page.primary.busy, "the end of taking cash")
        self._hands.pause(GUARD_MS)
        self._hands.press(KEYS.Key_K)
        self._hands.wait(lambda: page.tenders.references[Tender.CARD].hasFocus(), "the slip's field")
        self._hands.type("A41907")
        self._album.take(self._window, "payment-card-slip")
        self._hands.press(KEYS.Key_F9)
        self._finish(reference, "tour", "paid in cash and by card slip", "payment-cash-card-done")

    def _leave_a_hold(self) -> None:
        self._new_customer("Imran Khan", 0)
        self._hold("heri +1 3", "")
        self._hands.press(KEYS.Key_F8)
        reference = self._hold("fam +1 1", "")
        self._hands.press(KEYS.Key_F8)
        holds = self._window.side.holds.holds
        self._hands.wait(lambda: any(h.reference == reference for h in holds.holds), "the parked hold")
        self._album.take(self._window, "desk-with-holds")
        self.account.append(f"held    {reference}  {self._booking(reference).title}  parked with F8")

    def _cancel(self, reference: str) -> None:
        before = self._booking(reference).customer.wallet_paise
        self._hands.line(reference)
        self._hands.wait(lambda: self._pages.name is PageName.BOOKING, "the booking's page")
        page = self._pages.make(self._pages.booking)
        self._hands.wait(lambda: not page.cancel.isHidden(), "the booking")
        self._album.take(self._window, "booking")
        self._hands.press(KEYS.Key_M)
        self._hands.wait(lambda: self._pages.name is PageName.MOVE, "the page to move a line")
        self._hands.pause(GUARD_MS)
        self._album.take(self._window, "moving")
        self._hands.press(KEYS.Key_Escape)
        self._hands.wait(lambda: self._pages.name is PageName.BOOKING, "the booking's page")
        self._hands.press(KEYS.Key_F10)
        self._hands.wait(lambda: self._pages.name is PageName.CANCELLATION, "the cancellation")
        cancellation = self._pages.make(self._pages.cancellation)
        self._hands.wait(lambda: not cancellation.plan.isHidden(), "the refund plan")
        self._hands.press(KEYS.Key_1)
        self._hands.pause(GUARD_MS)
        self._album.take(self._window, "cancellation-plan")
        self._hands.press(KEYS.Key_F9)
        self._hands.wait(lambda: not cancellation.cancelled.isHidden(), "the cancellation's result")
        booking = self._booking(reference)
        if booking.state is not BookingState.CANCELLED:
            raise TourFailed(f"{reference} to be cancelled")
        back = booking.customer.wallet_paise - before
        self._album.take(self._window, "cancellation-done")
        self._print("voucher")
        self._hands.press(KEYS.Key_Return)
        self._hands.wait(lambda: self._pages.name is PageName.HOME, "the desk")
        self.account.append(f"cancel  {reference}  {amount(back)} back in the wallet, the room is free again")

    def _look_around(self) -> None:
        self._hands.press(KEYS.Key_F12)
        self._hands.wait(lambda: self._pages.name is PageName.REVIEW, "the review")
        self._hands.pause(GUARD_MS)
        self._album.take(self._window, "review")
        self._hands.press(KEYS.Key_F11)
        stock = self._pages.make(self._pages.stock)
        self._hands.wait(lambda: bool(stock.offerings.current()), "the stock")
        self._album.take(self._window, "stock")
        self._hands.press(KEYS.Key_F6)
        self._hands.wait(lambda: self._pages.name is PageName.CASES, "the cases")
        self._album.take(self._window, "cases")
        self._hands.press(KEYS.Key_F7)
        self._hands.wait(lambda: self._pages.name is PageName.SETUP, "the setup")
        self._album.take(self._window, "setup")
        self._hands.press(KEYS.Key_F8)
        self._hands.wait(lambda: self._pages.name is PageName.HOME, "the desk")
        self._hands.press(KEYS.Key_F1)
        self._album.take(self._window, "keys")
        self._hands.press(KEYS.Key_Escape)

    def _audit(self) -> None:
        lines = self._services.audit()
        broken = [line for line in lines if not line.passed]
        if broken:
            raise TourFailed(f"a clean audit: {broken}")
        self.account.append(f"audit   {len(lines)} rules hold")

    # -- steps that return

    def _new_customer(self, name: str, wallet_paise: int, *, picture: bool = False) -> None:
        mobile = f"98{secrets.randbelow(10**8):08d}"
        self._hands.line(mobile)
        self._hands.wait(lambda: self._pages.name is PageName.CUSTOMER, "the customer's page")
        page = self._pages.make(self._pages.customer)
        self._hands.type(name)
        self._hands.press(KEYS.Key_Return)
        self._hands.wait(lambda: not page.choose.isHidden(), "the new customer")
        if wallet_paise:
            page.cash.setFocus()
            self._hands.type(amount(wallet_paise))
            if picture:
                self._album.take(self._window, "customer-wallet")
            self._hands.press(KEYS.Key_Return)
            self._hands.wait(lambda: page.balance.text() == amount(wallet_paise), "the wallet's top-up")
        self._hands.press(KEYS.Key_F9)
        self._hands.wait(lambda: self._pages.name is PageName.HOME, "the desk with its customer")

    def _hold(self, line: str, picture: str) -> str:
        before = {hold.reference for hold in self._services.show_today().holds}
        self._hands.line(line)
        self._hands.wait(lambda: self._pages.name is PageName.QUOTE, "the quote")
        page = self._pages.make(self._pages.quote)
        self._hands.wait(lambda: page.session.sale.request() is not None, "a proposed unit")
        self._hands.wait(lambda: page.session.sale.price.current is not None, "the price")
        self._hands.wait(lambda: not page.session.sale.price.pending, "the price")
        self._hands.wait(lambda: page.parts.foot.hold.offer.is_seen, "the price on the screen")
        if picture:
            self._album.take(self._window, picture)
        self._hands.press(KEYS.Key_Return)
        self._hands.wait(lambda: self._pages.name is PageName.PAYMENT, f"the hold of {line}")
        new = [hold for hold in self._services.show_today().holds if hold.reference not in before]
        if len(new) != 1:
            raise TourFailed(f"one new hold for {line}")
        payment = self._pages.make(self._pages.payment)
        self._hands.wait(lambda: new[0].reference in payment.title.text(), "the hold's payment")
        return new[0].reference

    def _finish(self, reference: str, what: str, how: str, picture: str) -> None:
        page = self._pages.make(self._pages.payment)
        self._hands.wait(lambda: not page.receipt.isHidden(), f"the confirmation of {reference}")
        booking = self._booking(reference)
        if booking.state is not BookingState.CONFIRMED or booking.due_paise:
            raise TourFailed(f"{reference} to be confirmed and paid")
        self._album.take(self._window, picture)
        self._print(f"receipt-{what}")
        self._hands.press(KEYS.Key_Return)
        self._hands.wait(lambda: self._pages.name is PageName.HOME, "the desk")
        self.account.append(f"sold    {reference}  {booking.title}  {amount(booking.total_paise)}  {how}")

    def _print(self, picture: str) -> None:
        behind = self._pages.name
        self._hands.press(KEYS.Key_P, CONTROL)
        self._hands.wait(lambda: self._pages.name is PageName.DOCUMENT, "the document")
        page = self._pages.make(self._pages.document)
        page.folder = self._out
        self._hands.wait(lambda: page.paper.sizeHint().height() > 0, "the paper")
        self._album.take(self._window, picture)
        saved: list[str] = []
        page.saved.connect(saved.append)
        self._hands.press(KEYS.Key_S, CONTROL)
        self._hands.wait(lambda: bool(saved), "the PDF")
        page.saved.disconnect(saved.append)
        self._papers.append(self._out / saved[0].rsplit("/", 1)[-1])
        self._hands.wait(lambda: "COPY" in page.paper.accessibleDescription(), "the counted copy")
        self._hands.press(KEYS.Key_Escape)
        self._hands.wait(lambda: self._pages.name == behind, "the page behind the document")

    def _press_when_open(self, key: Qt.Key) -> None:
        self._hands.pause(GUARD_MS)
        self._hands.press(key)

    def _booking(self, reference: str) -> Booking:
        return self._services.find_booking(reference)

    @property
    def _pages(self) -> Pages:
        return self._window.pages
