"""The quote window on the real services, with the sample catalogue in a real database."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.catalogue_words import Gender
from db.states import BookingState
from desktop.services.catalogue.find_availability import FindAvailability
from desktop.services.catalogue.list_offerings import ListOfferings
from desktop.services.customers.find_customers import FindCustomers
from desktop.services.customers.save_customer import SaveCustomer
from desktop.services.domain.business_date import business_date
from desktop.services.holding.place_hold import PlaceHold
from desktop.services.holding.show_today import ShowToday
from desktop.services.quoting.make_quote import MakeQuote
from desktop.services.reviewing.find_booking import FindBooking
from desktop.ui.quote.chosen.guest_rows import PassengerRow
from desktop.ui.quote.quote_window import QuoteWindow
from desktop.ui.runner import Runner
from tests.actors import actor_of
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from db.database import Database
    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking


@pytest.fixture
def services(database: Database, publish: Any) -> Services:
    """What the window asks of the desk, all of it real."""
    return replace(
        sample_services(),
        actor=lambda: actor_of(database),
        list_offerings=ListOfferings(database),
        show_today=ShowToday(database, actor_of(database).desk_id, "Asia/Kolkata"),
        find_availability=FindAvailability(database),
        find_customers=FindCustomers(database),
        save_customer=SaveCustomer(database),
        make_quote=MakeQuote(database),
        place_hold=PlaceHold(database, publish),
        find_booking=FindBooking(database),
    )


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    """Threads, as the program has them."""
    with ThreadPoolExecutor(2) as executor:
        yield executor


def open_window(services: Services, pool: ThreadPoolExecutor, qtbot: QtBot) -> QuoteWindow:
    window = QuoteWindow(services, Runner(pool))
    qtbot.addWidget(window)
    window.resize(1090, 640)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(lambda: bool(window.session.sale.offerings))
    return window


def sell(window: QuoteWindow, services: Services, qtbot: QtBot, *keys: str | Qt.Key) -> Booking:
    """Type until it is held; return the booking that the database has."""
    with qtbot.waitSignal(window.held) as held:
        for key in keys:
            target = QApplication.focusWidget()
            assert target is not None
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key)
    return services.find_booking(held.args[0].booking_id)


ENTER = Qt.Key.Key_Return


def settled(window: QuoteWindow, qtbot: QtBot) -> None:
    session = window.session
    qtbot.waitUntil(
        lambda: not session.sale.looking and (session.sale.price.refused or not session.sale.price.pending)
    )


def test_a_room_for_a_new_customer(services: Services, pool: ThreadPoolExecutor, qtbot: QtBot) -> None:
    window = open_window(services, pool, qtbot)
    window.start("dlx 2")
    settled(window, qtbot)
    assert window.parts.stock.rooms.hasFocus()
    QTest.keyClick(window.parts.stock.rooms, ENTER)
    QTest.keyClicks(window.parts.customer.mobile.edit, "9812345678")
    QTest.keyClick(window.parts.customer.mobile.edit, ENTER)
    qtbot.waitUntil(window.parts.customer.name.edit.hasFocus)
    shown = window.parts.foot.total.text()
    booking = sell(window, services, qtbot, "Meera Joshi", ENTER)
    assert booking.state is BookingState.HELD
    assert booking.customer.name == "Meera Joshi"
    assert (booking.expires_at - booking.reserved_at).total_seconds() == 600
    assert shown == f"₹{booking.total_paise // 100:,}.{booking.total_paise % 100:02d}"
    assert len(booking.lines) == 2


def test_a_ladies_seat_and_a_tour_in_one_hold(
    services: Services, pool: ThreadPoolExecutor, qtbot: QtBot
) -> None:
    window = open_window(services, pool, qtbot)
    window.set_customer(services.save_customer("9812345678", "Meera Joshi", actor=services.actor()))
    window.start("goa21 tomorrow 1")
    settled(window, qtbot)
    QTest.keyClicks(window.parts.stock.coach, "3c")
    QTest.keyClick(window.parts.stock.coach, ENTER)
    assert "3C is for ladies" in window.parts.details.error.text()
    row = window.parts.details.rows[0]
    assert isinstance(row, PassengerRow)
    gender = row.gender
    QTest.keyClicks(gender, "m")
    settled(window, qtbot)
    assert "3C is for ladies only" in window.parts.details.error.text()
    QTest.keyClicks(gender, "f")
    settled(window, qtbot)
    assert window.session.add_to_basket()
    window.start("heri 2a1c")
    settled(window, qtbot)
    booking = sell(window, services, qtbot, ENTER)
    assert [line.kind.value for line in booking.lines] == ["bus", "tour", "tour", "tour"]
    assert booking.lines[0].guest_gender is Gender.FEMALE
    assert [line.children for line in booking.lines[1:]] == [0, 0, 1]


def test_a_bus_that_has_left_is_not_sold_today(
    services: Services, pool: ThreadPoolExecutor, qtbot: QtBot
) -> None:
    window = open_window(services, pool, qtbot)
    window.start("mum06")
    settled(window, qtbot)
    assert window.session.sale.choice.first_day is not None
    assert window.session.now is not None
    offering = window.session.sale.choice.offering
    assert offering is not None
    today = business_date(offering, window.session.now)
    assert (window.session.sale.choice.first_day - today).days == 1
    window.start("mum06 today")
    settled(window, qtbot)
    assert "already left" in window.parts.search.when.note
    assert window.session.sale.choice.unit_ids == ()


def test_two_desks_want_the_same_room_and_the_second_gets_the_next_best(
    services: Services, pool: ThreadPoolExecutor, qtbot: QtBot
) -> None:
    customer = services.save_customer("9812345678", "Meera Joshi", actor=services.actor())
    windows = [open_window(services, pool, qtbot) for _ in range(2)]
    for window in windows:
        window.set_customer(customer)
        window.start("dlx 1")
        settled(window, qtbot)
    first, second = windows
    wanted = first.session.sale.choice.unit_ids
    assert second.session.sale.choice.unit_ids == wanted
    with qtbot.waitSignal(first.held):
        first.advance()
    second.advance()
    qtbot.waitUntil(lambda: "Chosen instead" in second.parts.bar.text)
    settled(second, qtbot)
    assert second.session.sale.choice.unit_ids != wanted
    with qtbot.waitSignal(second.held):
        second.advance()
    names = {view.unit.id: view.state.value for view in first.parts.stock.rooms.views.values()}
    first.refresh()
    settled(first, qtbot)
    assert names
    assert first.parts.stock.rooms.views[wanted[0]].state.value == "held"


def test_every_promo_of_the_sample_is_taken_or_refused_in_words(
    services: Services, pool: ThreadPoolExecutor, qtbot: QtBot
) -> None:
    window = open_window(services, pool, qtbot)
    window.start("dlx 2")
    settled(window, qtbot)
    plain = window.parts.foot.total.text()
    window.set_promo("stay15")
    settled(window, qtbot)
    assert window.parts.foot.total.text() != plain
    for code in ("MONSOON", "TREK20", "BUS50", "NOPE"):
        window.set_promo(code)
        qtbot.waitUntil(lambda: window.parts.price.promo.is_wrong)
        settled(window, qtbot)
        assert window.parts.foot.total.text() == plain
