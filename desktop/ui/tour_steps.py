"""Steps that a tour takes again and again: through the windows and their keys."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from db.states import BookingState
from desktop.ui.formats import amount
from desktop.ui.routes import PageName
from desktop.ui.tour_hands import TourFailed

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking
    from desktop.ui.desk.pages import Pages
    from desktop.ui.desk_window import DeskWindow
    from desktop.ui.tour_album import Album
    from desktop.ui.tour_hands import Hands

KEYS = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
# The payment page takes no key for its first 300 ms.
GUARD_MS = 350


def new_slip() -> str:
    """Return a card slip's reference: the same one again on the same books would be asked about."""
    return f"A{secrets.randbelow(10**8):08d}"


class TourSteps:
    """Each raises TourFailed where what it did had no effect. The services are only asked whether it is true.

    `account` is what the tour tells, `pictured` the pages of which it took a picture.
    """

    def __init__(self, window: DeskWindow, services: Services, hands: Hands, album: Album, out: Path) -> None:
        self.window = window
        self.services = services
        self.hands = hands
        self.album = album
        self._out = out
        self._papers: list[Path] = []
        self.account: list[str] = []
        self.pictured: set[PageName] = set()

    @property
    def files(self) -> list[Path]:
        """Every picture and paper made so far."""
        return [*self.album.files, *self._papers]

    def picture(self, name: str) -> None:
        """Keep the window as it is. Raises AlbumFull after the last picture that is wanted."""
        self.album.take(self.window, name)
        self.pictured.add(self.pages.name)

    def see_page(self, name: PageName) -> None:
        """Wait for a page."""
        self.hands.wait(lambda: self.pages.name is name, f"the page {name}")

    def go_home(self) -> None:
        """Go back to the desk."""
        self.hands.press(KEYS.Key_F8)
        self.see_page(PageName.HOME)

    def new_customer(self, name: str, wallet_paise: int, *, picture: bool = False) -> None:
        """Enter a customer with so much in the wallet, who stands at the desk afterwards."""
        mobile = f"98{secrets.randbelow(10**8):08d}"
        self.hands.line(mobile)
        self.hands.wait(lambda: self.pages.name is PageName.CUSTOMER, "the customer's page")
        page = self.pages.make(self.pages.customer)
        self.hands.type(name)
        self.hands.press(KEYS.Key_Return)
        self.hands.wait(lambda: not page.choose.isHidden(), "the new customer")
        if wallet_paise:
            page.cash.setFocus()
            self.hands.type(amount(wallet_paise))
            if picture:
                self.picture("customer-wallet")
            self.hands.press(KEYS.Key_Return)
            self.hands.wait(lambda: page.balance.text() == amount(wallet_paise), "the wallet's top-up")
        self.hands.press(KEYS.Key_F9)
        self.hands.wait(lambda: self.pages.name is PageName.HOME, "the desk with its customer")

    def hold(self, line: str, picture: str) -> str:
        """Hold what a line means; return the hold's reference, with its payment open."""
        before = {hold.reference for hold in self.services.show_today().holds}
        self.hands.line(line)
        self.hands.wait(lambda: self.pages.name is PageName.QUOTE, "the quote")
        page = self.pages.make(self.pages.quote)
        self.hands.wait(lambda: page.session.sale.request() is not None, "a proposed unit")
        self.hands.wait(lambda: page.session.sale.price.current is not None, "the price")
        self.hands.wait(lambda: not page.session.sale.price.pending, "the price")
        self.hands.wait(lambda: page.parts.foot.hold.offer.is_seen, "the price on the screen")
        if picture:
            self.picture(picture)
        self.hands.press(KEYS.Key_Return)
        self.hands.wait(lambda: self.pages.name is PageName.PAYMENT, f"the hold of {line}")
        new = [hold for hold in self.services.show_today().holds if hold.reference not in before]
        if len(new) != 1:
            raise TourFailed(f"one new hold for {line}")
        payment = self.pages.make(self.pages.payment)
        self.hands.wait(lambda: new[0].reference in payment.title.text(), "the hold's payment")
        return new[0].reference

    def finish(self, reference: str, what: str, how: str, picture: str) -> None:
        """See a paid booking through to its receipt and back to the desk."""
        page = self.pages.make(self.pages.payment)
        self.hands.wait(lambda: not page.receipt.isHidden(), f"the confirmation of {reference}")
        booking = self.booking(reference)
        if booking.state is not BookingState.CONFIRMED or booking.due_paise:
            raise TourFailed(f"{reference} to be confirmed and paid")
        self.picture(picture)
        self.keep_paper(f"receipt-{what}")
        self.hands.press(KEYS.Key_Return)
        self.hands.wait(lambda: self.pages.name is PageName.HOME, "the desk")
        self.account.append(f"sold    {reference}  {booking.title}  {amount(booking.total_paise)}  {how}")

    def keep_paper(self, picture: str) -> None:
        """Show the page's document, save it as a PDF, and go back."""
        behind = self.pages.name
        self.hands.press(KEYS.Key_P, CONTROL)
        self.hands.wait(lambda: self.pages.name is PageName.DOCUMENT, "the document")
        page = self.pages.make(self.pages.document)
        page.folder = self._out
        self.hands.wait(lambda: page.paper.sizeHint().height() > 0, "the paper")
        self.picture(picture)
        saved: list[str] = []
        page.saved.connect(saved.append)
        self.hands.press(KEYS.Key_S, CONTROL)
        self.hands.wait(lambda: bool(saved), "the PDF")
        page.saved.disconnect(saved.append)
        self._papers.append(self._out / saved[0].rsplit("/", 1)[-1])
        self.hands.wait(lambda: "COPY" in page.paper.accessibleDescription(), "the counted copy")
        self.hands.press(KEYS.Key_Escape)
        self.hands.wait(lambda: self.pages.name == behind, "the page behind the document")

    def press_when_open(self, key: Qt.Key) -> None:
        """Press a key on a page that has just come up."""
        self.hands.pause(GUARD_MS)
        self.hands.press(key)

    def booking(self, reference: str) -> Booking:
        """Return a booking as it is now."""
        return self.services.find_booking(reference)

    @property
    def pages(self) -> Pages:
        """The desk's."""
        return self.window.pages
