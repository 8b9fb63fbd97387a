"""A clerk at the real desk window: types, and counts every key. There is no mouse."""

from __future__ import annotations

import itertools
import json
import re
import urllib.request
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.ids import RequestKey
from db.node_clock import wall_clock
from desktop.services.domain.payment_request import TakePaymentRequest
from desktop.services.domain.quote import BasketItem, QuoteRequest
from desktop.ui.payment.payment_window import PaymentWindow
from desktop.ui.quote.quote_window import QuoteWindow
from tests.counter import parts_of

if TYPE_CHECKING:
    from typing import Any

    from pytestqt.qtbot import QtBot

    from desktop.bootstrap import Desk
    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking, Hold, Payment
    from desktop.ui.desk_window import DeskWindow
    from desktop.ui.page import Page

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.TouchBegin)
# The practice gateway writes its own QR code's id into the text that the customer's telephone reads.
QR_ID = re.compile(r"tr=RZP(\w+?)qrv2")
PATIENCE_SECONDS = 60.0


@dataclass
class Later:
    """The machine's clock, set forward as far as a test says."""

    by: timedelta = timedelta(0)

    def __call__(self) -> datetime:
        """Return the time."""
        return wall_clock() + self.by


class MouseWatch(QObject):
    """Counts what only a mouse does, anywhere in the application."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen += event.type() in MOUSE
        return False


@dataclass
class Clerk:
    """`keys` counts what was struck; a chord is two. What is not a key goes through the services."""

    window: DeskWindow
    desk: Desk
    qtbot: QtBot
    mouse: MouseWatch
    later: Later
    keys: int = 0
    _acts: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def services(self) -> Services:
        """The desk's."""
        return self.desk.services

    # -- the hands

    def type(self, text: str) -> None:
        """Strike a key for each sign."""
        for letter in text:
            QTest.keyClicks(self._target, letter)
            self.keys += 1

    def press(self, *keys: Qt.Key) -> None:
        """Strike keys one after the other."""
        for key in keys:
            QTest.keyClick(self._target, key)
            self.keys += 1

    def chord(self, key: Qt.Key) -> None:
        """Strike a key with Ctrl: two."""
        QTest.keyClick(self._target, key, CONTROL)
        self.keys += 2

    def shifted(self, key: Qt.Key) -> None:
        """Strike a key with Ctrl and Shift: three."""
        QTest.keyClick(self._target, key, CONTROL | Qt.KeyboardModifier.ShiftModifier)
        self.keys += 3

    def line(self, text: str) -> None:
        """Type a line and Enter."""
        self.type(text)
        self.press(Key.Key_Return)

    @property
    def _target(self) -> Any:
        QApplication.processEvents()
        return QApplication.focusWidget() or self.window.focusWidget() or self.window

    # -- the eyes

    def see(self, is_there: Any) -> None:
        """Wait until something is on the screen."""
        self.qtbot.waitUntil(is_there)

    def see_page(self, name: str) -> Page:
        """Wait for a page."""
        self.see(lambda: self.window.pages.name == name)
        return self.window.pages.page

    def see_customer(self) -> None:
        """Wait until somebody stands at the desk."""
        self.see(lambda: not self.window.customer.isHidden())

    def see_price(self) -> QuoteWindow:
        """Wait until the quote has a proposal and its price, and the hold's button says so."""
        page = self.see_page("quote")
        if not isinstance(page, QuoteWindow):
            raise TypeError("the quote page is another one")
        self.see(lambda: is_priced(page))
        QApplication.processEvents()
        return page

    def see_payment(self) -> PaymentWindow:
        """Wait for a booking's payment, ready for a key that takes money."""
        page = self.see_page("payment")
        if not isinstance(page, PaymentWindow):
            raise TypeError("the payment page is another one")
        self.see(lambda: bool(page.title.text()) and not page.primary.busy)
        QApplication.processEvents()
        return page

    def see_receipt(self, page: PaymentWindow) -> None:
        """Wait for the confirmation."""
        self.see(lambda: not page.receipt.isHidden())
        QApplication.processEvents()

    def is_home_with(self, most: int) -> None:
        """The sale is over within its keys, no mouse was touched, and the books are in order."""
        self.see_page("home")
        self.within(most)

    def within(self, most: int) -> None:
        """The journey took no more keys than its budget, no mouse, and left the books in order."""
        assert self.keys <= most, f"{self.keys} keys"
        assert self.mouse.seen == 0
        assert [line for line in self.services.audit() if not line.passed] == []

    # -- what happened before, or beside the desk

    def booking(self, page: PaymentWindow) -> Booking:
        """Return the booking that the payment's page names."""
        return self.services.find_booking(page.title.text().split()[0])

    def act(self) -> RequestKey:
        """Return a request key that nobody has used."""
        return RequestKey(f"journey-{next(self._acts)}")

    def hold(self, mobile: str, code: str, ahead: int = 3, nights: int = 2) -> Hold:
        """Hold the proposed unit for a sample customer."""
        services = self.services
        (customer,) = services.find_customers(mobile)
        offering = next(one for one in services.list_offerings() if one.code == code)
        first = services.show_today().as_of.date() + timedelta(days=ahead)
        last = first + timedelta(days=nights)
        found = services.find_availability(offering.id, first, last, 1)
        item = BasketItem(offering.id, found.suggested_unit_ids, first, last)
        quote = services.make_quote(QuoteRequest((item,), customer_id=customer.id), actor=services.actor())
        return services.place_hold(quote.id, customer.id, self.act(), actor=services.actor())

    def take(self, hold: Hold, **tenders: Any) -> None:
        """Take tenders for a hold."""
        request = TakePaymentRequest(hold.booking_id, self.act(), parts_of(**tenders))
        self.services.take_payment(request, actor=self.services.actor())

    def approve(self, payment: Payment, **more: object) -> None:
        """Pay like the customer's telephone."""
        found = QR_ID.search(payment.instrument_content)
        if found is None:
            raise ValueError("the content of no QR code of the practice gateway")
        self.tell_gateway("pay", {"target": f"qr_{found[1]}", "outcome": "approve", **more})

    def tell_gateway(self, path: str, content: dict[str, object]) -> None:
        """Tell the practice gateway what happens outside."""
        request = urllib.request.Request(  # noqa: S310  this machine's own practice gateway
            f"{self.desk.practice_url}/__practice/{path}",
            json.dumps(content).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS):  # noqa: S310  as above
            pass


def is_priced(page: QuoteWindow) -> bool:
    """Whether what is chosen stands there with its price."""
    sale = page.session.sale
    return not sale.looking and sale.price.current is not None and not sale.price.pending
