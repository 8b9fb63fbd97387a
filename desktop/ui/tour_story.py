"""What the tour does, in the order in which a desk does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from db.states import BookingState, Tender
from desktop.ui.formats import amount
from desktop.ui.routes import PageName
from desktop.ui.tour_after import TourAfter
from desktop.ui.tour_hands import TourFailed
from desktop.ui.tour_steps import GUARD_MS, new_slip

if TYPE_CHECKING:
    from desktop.ui.tour_after import Outside
    from desktop.ui.tour_steps import TourSteps

KEYS = Qt.Key


class TourStory:
    """Every step goes through the windows and their keys; `outside` is what happens beside them."""

    def __init__(self, steps: TourSteps, outside: Outside) -> None:
        self._do = steps
        self._outside = outside

    def tell(self) -> None:
        """Do everything. Raises TourFailed at the first thing that did not happen."""
        self._first_look()
        room = self._sell_room()
        self._sell_seats()
        tour = self._sell_tour()
        self._leave_a_hold()
        self._cancel(room)
        self._look_around()
        TourAfter(self._do, self._outside).tell(tour)
        self._audit()
        self._count_pages()

    def _first_look(self) -> None:
        from desktop.ui.desk.board_view import BoardRowButton

        home = self._do.window.home
        self._do.hands.wait(lambda: self._do.window.foot.fresh.text() != "", "the day's numbers")
        self._do.hands.wait(lambda: bool(home.findChildren(BoardRowButton)), "the board")
        self._do.picture("desk-empty")

    def _sell_room(self) -> str:
        self._do.new_customer("Asha Verma", 1_900_000, picture=True)
        reference = self._do.hold("dlx +3 2", "quote-room")
        page = self._do.pages.make(self._do.pages.payment)
        self._do.hands.wait(lambda: not page.primary.isHidden(), "the payment page")
        if not page.gateway.isHidden():
            raise TourFailed("the wallet covers the room, so no gateway on the screen")
        self._do.picture("payment-wallet-only")
        self._do.press_when_open(KEYS.Key_F9)
        self._do.finish(reference, "room", "paid from the wallet", "payment-done")
        return reference

    def _sell_seats(self) -> None:
        self._do.new_customer("राहुल शर्मा", 50_000)
        reference = self._do.hold("goa22 +1 2", "quote-seats")
        page = self._do.pages.make(self._do.pages.payment)
        self._do.hands.wait(lambda: not page.gateway.isHidden(), "the gateway's tenders")
        self._do.press_when_open(KEYS.Key_U)
        self._do.hands.press(KEYS.Key_F9)
        self._do.hands.wait(lambda: not page.instrument.isHidden(), "the UPI QR code")
        self._do.hands.wait(lambda: not page.primary.busy, "the end of asking for the code")
        self._do.picture("payment-upi-qr")
        # Taken without being opened: a second window would take the keyboard from the desk.
        self._do.album.take(page.display, "customer-display")
        payment = self._do.booking(reference).open_payment
        if payment is None:
            raise TourFailed("an open payment behind the QR code")
        self._outside.pay(payment)
        if page.receipt.isHidden():
            self._do.hands.press(KEYS.Key_F9)
        self._do.finish(reference, "seats", "paid from the wallet and by UPI QR", "payment-upi-done")

    def _sell_tour(self) -> str:
        self._do.new_customer("Meera Nair", 0)
        reference = self._do.hold("kaas sat 2", "quote-tour")
        page = self._do.pages.make(self._do.pages.payment)
        self._do.hands.wait(lambda: not page.gateway.isHidden(), "the tenders")
        self._do.press_when_open(KEYS.Key_C)
        self._do.hands.type("1000")
        self._do.picture("payment-cash-part")
        due = self._do.booking(reference).due_paise
        self._do.hands.press(KEYS.Key_F9)
        self._do.hands.wait(lambda: self._do.booking(reference).due_paise == due - 100_000, "the cash")
        self._do.hands.wait(lambda: not page.primary.busy, "the end of taking cash")
        self._do.hands.pause(GUARD_MS)
        self._do.hands.press(KEYS.Key_K)
        self._do.hands.wait(lambda: page.tenders.references[Tender.CARD].hasFocus(), "the slip's field")
        self._do.hands.type(new_slip())
        self._do.picture("payment-card-slip")
        self._do.hands.press(KEYS.Key_F9)
        self._do.finish(reference, "tour", "paid in cash and by card slip", "payment-cash-card-done")
        return reference

    def _leave_a_hold(self) -> None:
        self._do.new_customer("Imran Khan", 0)
        self._do.hold("heri +1 3", "")
        self._do.hands.press(KEYS.Key_F8)
        reference = self._do.hold("fam +1 1", "")
        self._do.hands.press(KEYS.Key_F8)
        holds = self._do.window.side.holds.holds
        self._do.hands.wait(lambda: any(h.reference == reference for h in holds.holds), "the parked hold")
        self._do.picture("desk-with-holds")
        self._do.account.append(f"held    {reference}  {self._do.booking(reference).title}  parked with F8")

    def _cancel(self, reference: str) -> None:
        before = self._do.booking(reference).customer.wallet_paise
        self._do.hands.line(reference)
        self._do.hands.wait(lambda: self._do.pages.name is PageName.BOOKING, "the booking's page")
        page = self._do.pages.make(self._do.pages.booking)
        self._do.hands.wait(lambda: not page.cancel.isHidden(), "the booking")
        self._do.picture("booking")
        self._do.hands.press(KEYS.Key_M)
        self._do.hands.wait(lambda: self._do.pages.name is PageName.MOVE, "the page to move a line")
        self._do.hands.pause(GUARD_MS)
        self._do.picture("moving")
        self._do.hands.press(KEYS.Key_Escape)
        self._do.hands.wait(lambda: self._do.pages.name is PageName.BOOKING, "the booking's page")
        self._do.hands.press(KEYS.Key_F10)
        self._do.hands.wait(lambda: self._do.pages.name is PageName.CANCELLATION, "the cancellation")
        cancellation = self._do.pages.make(self._do.pages.cancellation)
        self._do.hands.wait(lambda: not cancellation.plan.isHidden(), "the refund plan")
        self._do.hands.press(KEYS.Key_1)
        self._do.hands.pause(GUARD_MS)
        self._do.picture("cancellation-plan")
        self._do.hands.press(KEYS.Key_F9)
        self._do.hands.wait(lambda: not cancellation.cancelled.isHidden(), "the cancellation's result")
        booking = self._do.booking(reference)
        if booking.state is not BookingState.CANCELLED:
            raise TourFailed(f"{reference} to be cancelled")
        back = booking.customer.wallet_paise - before
        self._do.picture("cancellation-done")
        self._do.keep_paper("voucher")
        self._do.hands.press(KEYS.Key_Return)
        self._do.hands.wait(lambda: self._do.pages.name is PageName.HOME, "the desk")
        self._do.account.append(
            f"cancel  {reference}  {amount(back)} back in the wallet, the room is free again"
        )

    def _look_around(self) -> None:
        self._do.hands.press(KEYS.Key_F12)
        self._do.hands.wait(lambda: self._do.pages.name is PageName.REVIEW, "the review")
        self._do.hands.pause(GUARD_MS)
        self._do.picture("review")
        self._do.hands.press(KEYS.Key_F11)
        stock = self._do.pages.make(self._do.pages.stock)
        self._do.hands.wait(lambda: bool(stock.offerings.current()), "the stock")
        self._do.picture("stock")
        self._do.hands.press(KEYS.Key_F8)
        self._do.hands.wait(lambda: self._do.pages.name is PageName.HOME, "the desk")
        self._do.hands.press(KEYS.Key_F1)
        self._do.picture("keys")
        self._do.hands.press(KEYS.Key_Escape)

    def _audit(self) -> None:
        lines = self._do.services.audit()
        broken = [line for line in lines if not line.passed]
        if broken:
            raise TourFailed(f"a clean audit: {broken}")
        self._do.account.append(f"audit   {len(lines)} rules hold")

    def _count_pages(self) -> None:
        missing = set(PageName) - self._do.pictured
        if missing:
            raise TourFailed(f"a picture of every page, also of {sorted(missing)}")
        self._do.account.append(f"pages   {' '.join(sorted(self._do.pictured))}")
