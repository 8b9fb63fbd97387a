"""One customer is on the screen: the one of the page. A sale that is started from it is theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.ids import BookingReference
from db.states import BookingState
from desktop.ui.routes import OpenBooking
from tests.ui.desk.conftest import ASHA, RAVI, FakeDesk
from tests.ui.sample_bookings import sample_booking

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.domain.people import Customer
    from desktop.ui.desk_window import DeskWindow

Key = Qt.Key


def type_line(desk: DeskWindow, text: str) -> None:
    desk.command.setFocus()
    QTest.keyClicks(desk.command, text)
    QTest.keyClick(desk.command, Key.Key_Return)


def serve(desk: DeskWindow, customer: Customer | None) -> None:
    assert desk.work is not None
    desk.work.served.set_customer(customer)


def look_at(desk: DeskWindow, customer: Customer) -> None:
    """Open the customer page and have somebody on it without choosing them."""
    QTest.keyClick(desk.focusWidget() or desk, Key.Key_F2)
    page: Any = desk.pages.page
    page.show_customer(customer)


def sale_of(desk: DeskWindow) -> Customer | None:
    quote: Any = desk.pages.quote.page
    found: Customer | None = quote.session.sale.customer
    return found


@pytest.mark.parametrize("how", ["F3", "line"])
def test_a_sale_started_from_the_customer_page_is_theirs(desk: DeskWindow, qtbot: QtBot, how: str) -> None:
    look_at(desk, RAVI)
    if how == "F3":
        QTest.keyClick(desk.focusWidget() or desk, Key.Key_F3)
    else:
        type_line(desk, "dlx 2")
    qtbot.waitUntil(lambda: desk.pages.name == "quote")
    assert sale_of(desk) == RAVI
    quote: Any = desk.pages.page
    assert quote.parts.customer.name.text == "Ravi Kulkarni"
    assert "Ravi Kulkarni" in desk.customer.accessibleName()


def test_the_page_wins_over_whoever_stood_at_the_desk_before(desk: DeskWindow, qtbot: QtBot) -> None:
    serve(desk, ASHA)
    look_at(desk, RAVI)
    assert desk.customer.isHidden()
    type_line(desk, "dlx 2")
    qtbot.waitUntil(lambda: desk.pages.name == "quote")
    assert sale_of(desk) == RAVI


def test_a_sale_begun_for_another_says_that_it_is_theirs_no_longer(
    desk: DeskWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(desk, ASHA)
    QTest.keyClick(desk, Key.Key_F3)
    quote: Any = desk.pages.page
    monkeypatch.setattr(type(quote), "customer_shown", property(lambda page: page.session.sale.customer))
    look_at(desk, RAVI)
    QTest.keyClick(desk.focusWidget() or desk, Key.Key_F3)
    assert sale_of(desk) == RAVI
    assert desk.errors.text == "This sale is for Ravi Kulkarni, no longer for Asha Rao."


def test_a_line_typed_on_a_booking_is_for_its_customer(
    desk: DeskWindow, fake: FakeDesk, qtbot: QtBot
) -> None:
    booking = replace(sample_booking(state=BookingState.CONFIRMED), customer=RAVI)
    fake.bookings = {"BK-7F3K2Q": booking, booking.id: booking}
    serve(desk, ASHA)
    assert desk.work is not None
    desk.work.links.go(OpenBooking(BookingReference("BK-7F3K2Q")))
    qtbot.waitUntil(lambda: desk.pages.page.customer_shown == RAVI)
    assert desk.customer.isHidden()
    type_line(desk, "dlx 2")
    qtbot.waitUntil(lambda: desk.pages.name == "quote")
    assert sale_of(desk) == RAVI


def test_a_customer_named_on_somebodys_page_is_the_one(desk: DeskWindow, qtbot: QtBot) -> None:
    look_at(desk, RAVI)
    type_line(desk, "4321")
    qtbot.waitUntil(lambda: not desk.customer.isHidden())
    type_line(desk, "dlx 2")
    qtbot.waitUntil(lambda: desk.pages.name == "quote")
    assert sale_of(desk) == ASHA
