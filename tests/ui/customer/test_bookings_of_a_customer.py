"""The bookings on the customer page: seen with the customer, opened by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.ids import BookingId, BookingReference, CustomerId
from db.states import BookingState
from desktop.services.domain.customer_bookings import CustomerBooking, CustomerBookings
from desktop.services.domain.people import Customer
from desktop.ui.customer.customer_window import CustomerWindow
from desktop.ui.routes import OpenBooking, Route
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

Key = Qt.Key
UNTIL = datetime(2026, 11, 22, 5, 22, tzinfo=UTC)
ASHA = Customer(CustomerId("c1"), "+919876504321", "Asha Rao", 500_000)
BELA = Customer(CustomerId("c2"), "", "Bela Sen", 0)


def row(number: int, state: BookingState, travels_with: str = "") -> CustomerBooking:
    return CustomerBooking(
        BookingId(f"b{number}"),
        BookingReference(f"BK-7F3K2{number}"),
        f"Deluxe 20{number}, 24-26 Nov",
        state,
        state is not BookingState.HELD,
        840_000,
        UNTIL,
        travels_with,
    )


FOUND = CustomerBookings((row(1, BookingState.HELD), row(2, BookingState.CONFIRMED, "Ravi Kulkarni")), 5)


@pytest.fixture
def window(qtbot: QtBot, runner: Runner) -> CustomerWindow:
    empty = CustomerBookings((), 0)
    services = replace(
        sample_services(),
        list_customer_bookings=lambda key: FOUND if key != CustomerId("c3") else empty,
    )
    window = CustomerWindow(services, runner)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.show_customer(ASHA)
    qtbot.waitUntil(lambda: not window.bookings.isHidden())
    return window


def cells(window: CustomerWindow) -> list[str]:
    table = window.bookings.table
    return [
        "  ".join(str(table.model().index(place, column).data()) for column in range(4))
        for place in range(table.rowCount())
    ]


def test_each_is_told_with_its_state_and_until_when_it_is_held(window: CustomerWindow) -> None:
    assert cells(window) == [
        "Deluxe 201, 24-26 Nov  held until 10:52  BK-7F3K21  8,400.00",
        "Deluxe 202, 24-26 Nov · travels with Ravi Kulkarni  confirmed  BK-7F3K22  8,400.00",
    ]
    assert window.bookings.more.text() == "5 more in the review, F12"


def test_down_and_enter_open_the_second(window: CustomerWindow) -> None:
    wanted: list[Route] = []
    window.wanted.connect(wanted.append)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Return):
        QTest.keyClick(QApplication.focusWidget() or window, key)
    assert wanted == [OpenBooking(BookingReference("BK-7F3K22"))]


def test_alt_b_goes_to_them_and_esc_goes_back_from_there(window: CustomerWindow) -> None:
    went: list[bool] = []
    window.back.connect(lambda: went.append(True))
    QTest.keyClick(window.query, Key.Key_B, Qt.KeyboardModifier.AltModifier)
    assert window.bookings.table.hasFocus()
    QTest.keyClick(window.bookings.table, Key.Key_Escape)
    assert went == [True]


def test_a_buyer_without_a_mobile_has_them_and_nobody_has_none(window: CustomerWindow, qtbot: QtBot) -> None:
    window.show_customer(BELA)
    qtbot.waitUntil(lambda: not window.bookings.isHidden())
    window.show_customer(Customer(CustomerId("c3"), "+919876511111", "Ravi Kulkarni", 0))
    QApplication.processEvents()
    assert window.bookings.isHidden()
    window.show_customer(None)
    assert window.bookings.isHidden()
    QTest.keyClick(window.query, Key.Key_Down)
    assert window.query.hasFocus()
