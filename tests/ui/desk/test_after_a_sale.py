"""Leaving a paid booking ends the sale, whichever way one leaves."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.bootstrap import open_desk
from desktop.config import Config
from desktop.paths import Paths
from desktop.ui.desk_window import DeskWindow
from desktop.ui.event_relay import EventRelay
from desktop.ui.runner import Runner
from desktop.ui.steady_clock import steady_seconds
from tests.ui.hand import Hand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.keys.key_rule import KeyRule

# A customer of the sample data whose wallet pays for a room of two nights.
MOBILE = "9876500001"
TIMEOUT_MS = 60_000
GUARDED_SECONDS = 0.4


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[DeskWindow]:
    """The desk on real services."""
    relay = EventRelay()
    runner = Runner(ThreadPoolExecutor(2))
    with open_desk(Config(Paths(tmp_path)), relay) as desk:
        shown = DeskWindow()
        qtbot.addWidget(shown)
        with qtbot.waitActive(shown):
            shown.show()
        shown.attach(desk.services, runner, relay)
        qtbot.waitUntil(lambda: shown.foot.fresh.text() != "", timeout=TIMEOUT_MS)
        yield shown
        runner.close()


def type_line(window: DeskWindow, text: str) -> None:
    window.command.setFocus()
    QTest.keyClicks(window.command, text)
    QTest.keyClick(window.command, Qt.Key.Key_Return)


def hold_a_room(window: DeskWindow, qtbot: QtBot) -> Any:
    type_line(window, MOBILE)
    qtbot.waitUntil(lambda: not window.customer.isHidden(), timeout=TIMEOUT_MS)
    type_line(window, "dlx 2")
    qtbot.waitUntil(lambda: window.pages.name == "quote", timeout=TIMEOUT_MS)
    assert window.pages.quote.page is not None
    QApplication.processEvents()
    window.pages.quote.page.advance()
    qtbot.waitUntil(lambda: window.pages.name == "payment", timeout=TIMEOUT_MS)
    payment: Any = window.pages.page
    qtbot.waitUntil(lambda: bool(payment.title.text()), timeout=TIMEOUT_MS)
    return payment


def pay(payment: Any, qtbot: QtBot) -> None:
    # The page takes no key for its first moment, so that an Enter too many pays nothing.
    opened = steady_seconds()
    qtbot.waitUntil(lambda: steady_seconds() > opened + GUARDED_SECONDS)
    QTest.keyClick(payment, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: not payment.receipt.isHidden(), timeout=TIMEOUT_MS)


@pytest.mark.parametrize("way", ["page", "window", "footer"])
def test_esc_on_a_confirmed_booking_goes_on_to_the_next_customer(
    window: DeskWindow, qtbot: QtBot, way: str
) -> None:
    payment = hold_a_room(window, qtbot)
    pay(payment, qtbot)
    work: Any = window.work
    if way == "footer":
        window.foot.keys.chosen.emit("Esc")
    else:
        QTest.keyClick(payment if way == "page" else window, Qt.Key.Key_Escape)
    assert window.pages.name == "home"
    assert window.command.hasFocus()
    assert work.served.customer is None
    assert window.customer.isHidden()
    assert "is confirmed" in window.errors.text
    quote: Any = window.pages.quote.page
    assert [field.text for field in quote.parts.fields] == [""] * 6
    assert quote.session.sale.request() is None
    assert quote.session.sale.customer is None
    assert not quote.parts.foot.hold.isEnabled()


def test_esc_before_it_is_paid_still_leads_back_to_the_quote(window: DeskWindow, qtbot: QtBot) -> None:
    payment = hold_a_room(window, qtbot)
    QTest.keyClick(payment, Qt.Key.Key_Escape)
    assert window.pages.name == "quote"
    quote: Any = window.pages.page
    assert quote.session.sale.customer is not None


def end_by_key(window: DeskWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.focusWidget() or window, key)


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Qt.Key.Key_F8, "home"),
        (Qt.Key.Key_F2, "customer"),
        (Qt.Key.Key_F3, "quote"),
        (Qt.Key.Key_F11, "stock"),
    ],
)
def test_no_way_out_of_a_paid_booking_takes_its_customer_along(
    window: DeskWindow, qtbot: QtBot, key: Qt.Key, page: str
) -> None:
    pay(hold_a_room(window, qtbot), qtbot)
    end_by_key(window, key)
    assert window.pages.name == page
    assert window.customer.isHidden()
    quote: Any = window.pages.quote.page
    assert quote.session.sale.customer is None


def test_what_is_typed_next_is_for_the_next_customer(window: DeskWindow, qtbot: QtBot) -> None:
    pay(hold_a_room(window, qtbot), qtbot)
    type_line(window, "fam 1")
    qtbot.waitUntil(lambda: window.pages.name == "quote", timeout=TIMEOUT_MS)
    quote: Any = window.pages.page
    assert quote.session.sale.customer is None
    assert window.customer.isHidden()


def test_a_customer_named_on_a_paid_booking_stays(window: DeskWindow, qtbot: QtBot) -> None:
    pay(hold_a_room(window, qtbot), qtbot)
    type_line(window, "9876500002")
    work: Any = window.work
    qtbot.waitUntil(lambda: work.served.customer is not None and work.served.customer.mobile.endswith("2"))
    end_by_key(window, Qt.Key.Key_F12)
    assert not window.customer.isHidden()


def test_the_receipt_is_still_a_part_of_the_sale(window: DeskWindow, qtbot: QtBot) -> None:
    payment = hold_a_room(window, qtbot)
    pay(payment, qtbot)
    QTest.keyClick(payment, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.name == "document"
    assert not window.customer.isHidden()
    QTest.keyClick(window.pages.page, Qt.Key.Key_Escape)
    assert window.pages.name == "payment"
    QTest.keyClick(payment, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    end_by_key(window, Qt.Key.Key_F8)
    assert window.pages.name == "home"
    assert window.customer.isHidden()


def test_letters_typed_on_a_payment_never_leave_it(window: DeskWindow, qtbot: QtBot) -> None:
    payment = hold_a_room(window, qtbot)
    for letter in "kaas sat":
        QTest.keyClicks(window.focusWidget() or window, letter)
    assert window.command.text() == ""
    assert window.pages.name == "payment"
    assert payment.receipt.isHidden()


def test_a_scan_on_a_payment_is_offered_and_goes_where_the_clerk_sends_it(
    window: DeskWindow, qtbot: QtBot, keys: KeyRule
) -> None:
    payment = hold_a_room(window, qtbot)
    hand = Hand(window, keys)
    hand.scan("court", (Qt.Key.Key_Return,), pause=0.02)
    hand.rest()
    assert window.notices.text == "Scanned: court"
    assert (window.command.text(), window.pages.name) == ("", "payment")
    window.notices.open_first()
    assert window.command.text() == "court"
    assert window.command.hasFocus()
    qtbot.waitUntil(lambda: window.command.suggestions.count() > 0)
    assert window.command.suggestions.chosen() is None, "text from elsewhere preselects nothing"
    assert payment.receipt.isHidden()
