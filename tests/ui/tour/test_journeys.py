"""The clerk's journeys in the real windows on real services, by keys, within their budgets."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.states import BookingState
from desktop.bootstrap import open_desk
from desktop.config import Config
from desktop.paths import Paths
from desktop.ui.desk_window import DeskWindow
from desktop.ui.event_relay import EventRelay
from desktop.ui.payment.payment_window import PaymentWindow
from desktop.ui.runner import Runner

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.services.application import Services

Key = Qt.Key
# A customer of the sample data whose wallet pays for a room of two nights.
MOBILE = "9876500001"
TIMEOUT_MS = 60_000


class Clerk:
    """Types, and counts every key."""

    def __init__(self, window: DeskWindow, services: Services, qtbot: QtBot) -> None:
        self.window = window
        self.services = services
        self.keys = 0
        self._qtbot = qtbot

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.window.focusWidget() or self.window, letter)
            self.keys += 1

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key)
        self.keys += 1

    def see_page(self, name: str) -> None:
        self._qtbot.waitUntil(lambda: self.window.pages.name == name, timeout=TIMEOUT_MS)

    def see_price(self) -> None:
        """See what Enter would hold, and for how much."""
        self.see_page("quote")
        foot = self.window.pages.make(self.window.pages.quote).parts.foot
        self._qtbot.waitUntil(lambda: "₹" in foot.hold.text() and foot.hold.offer.is_seen, timeout=TIMEOUT_MS)

    def see_customer(self) -> None:
        self._qtbot.waitUntil(lambda: not self.window.customer.isHidden(), timeout=TIMEOUT_MS)

    def see_payment(self) -> PaymentWindow:
        self.see_page("payment")
        page = self.window.pages.page
        if not isinstance(page, PaymentWindow):
            raise TypeError("the payment page is another one")
        self._qtbot.waitUntil(lambda: bool(page.title.text()), timeout=TIMEOUT_MS)
        # The page takes no key for its first moment, so that an Enter too many pays nothing.
        self._qtbot.wait(350)
        return page

    def see_receipt(self, page: PaymentWindow) -> None:
        self._qtbot.waitUntil(lambda: not page.receipt.isHidden(), timeout=TIMEOUT_MS)
        self._qtbot.wait(350)


@pytest.fixture
def clerk(tmp_path: Path, qtbot: QtBot) -> Iterator[Clerk]:
    relay = EventRelay()
    runner = Runner(ThreadPoolExecutor(4))
    with open_desk(Config(Paths(tmp_path)), relay) as desk:
        window = DeskWindow()
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        window.attach(desk.services, runner, relay)
        qtbot.waitUntil(lambda: window.foot.fresh.text() != "", timeout=TIMEOUT_MS)
        yield Clerk(window, desk.services, qtbot)
        runner.close()


@pytest.mark.parametrize(
    ("number", "keys_max"), [(MOBILE, 22), (MOBILE[-5:], 17)], ids=["whole number", "last five digits"]
)
def test_a_known_customer_takes_a_room_for_two_nights_from_the_wallet(
    clerk: Clerk, number: str, keys_max: int
) -> None:
    clerk.type(number)
    clerk.press(Key.Key_Return)
    clerk.see_customer()
    clerk.type("dlx 2")
    clerk.press(Key.Key_Return)
    clerk.see_price()
    clerk.press(Key.Key_Return)
    page = clerk.see_payment()
    assert page.gateway.isHidden()
    clerk.press(Key.Key_F9)
    clerk.see_receipt(page)
    clerk.press(Key.Key_Return)
    clerk.see_page("home")
    assert clerk.keys <= keys_max
    today = clerk.services.show_today()
    assert (today.sold_count, today.holds) == (1, ())
    customer = clerk.services.find_customers(MOBILE)[0]
    assert customer.wallet_paise == 25_000_00 - today.sold_paise


def test_a_sale_is_parked_and_taken_up_again(clerk: Clerk) -> None:
    clerk.type(MOBILE)
    clerk.press(Key.Key_Return)
    clerk.see_customer()
    clerk.type("fam")
    clerk.press(Key.Key_Return)
    clerk.see_price()
    clerk.press(Key.Key_Return)
    clerk.see_payment()
    before = clerk.services.show_today().holds
    clerk.keys = 0
    clerk.press(Key.Key_F8)
    clerk.see_page("home")
    assert clerk.keys <= 3
    clerk.keys = 0
    clerk.press(Key.Key_Return)
    page = clerk.see_payment()
    assert clerk.keys <= 4
    assert before[0].reference in page.title.text()
    assert clerk.services.show_today().holds == before
    assert clerk.services.find_booking(before[0].reference).state is BookingState.HELD


def test_a_double_enter_holds_once_and_pays_nothing(clerk: Clerk) -> None:
    clerk.type(MOBILE)
    clerk.press(Key.Key_Return)
    clerk.see_customer()
    clerk.type("dlx 2")
    clerk.press(Key.Key_Return)
    clerk.see_price()
    clerk.press(Key.Key_Return)
    clerk.press(Key.Key_Return)
    clerk.see_payment()
    holds = clerk.services.show_today().holds
    assert len(holds) == 1
    assert clerk.services.find_booking(holds[0].reference).paid_paise == 0
