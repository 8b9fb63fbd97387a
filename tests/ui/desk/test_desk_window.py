"""The desk window, driven by keys only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from db.ids import BookingReference
from db.states import BookingState
from desktop.services.domain.disturbance import Disturbance, GatewayAnswer, GatewayState, Severity
from desktop.services.domain.review import FoundBooking
from desktop.services.errors import DatabaseLost
from desktop.services.events import GatewayAnswered, GatewayDisturbed, StockChanged
from desktop.ui.customer.customer_window import CustomerWindow
from desktop.ui.desk_window import FRAME_MS, DeskWindow
from desktop.ui.event_relay import EventRelay
from desktop.ui.theme import theme
from tests.ui.sample_bookings import sample_booking

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner
    from tests.ui.desk.conftest import FakeDesk

Key = Qt.Key


def press(
    window: DeskWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifier)


def type_line(window: DeskWindow, text: str) -> None:
    window.command.setFocus()
    QTest.keyClicks(window.command, text)
    QTest.keyClick(window.command, Key.Key_Return)


def test_a_desk_that_starts_says_what_to_do_in_one_sentence(
    qtbot: QtBot, snapshot: Callable[[QWidget], str]
) -> None:
    window = DeskWindow()
    qtbot.addWidget(window)
    window.show()
    window.furnish()
    said = "Type what the customer wants in the line above and press Enter."
    qtbot.waitUntil(lambda: said in snapshot(window))
    assert window.command.hasFocus() or window.focusWidget() is window.command


def test_what_is_entered_before_the_services_are_there_is_done_after(
    qtbot: QtBot, runner: Runner, fake: FakeDesk
) -> None:
    window = DeskWindow()
    qtbot.addWidget(window)
    window.show()
    type_line(window, "4321")
    assert not window.is_furnished
    window.attach(fake.services(), runner, EventRelay())
    qtbot.waitUntil(lambda: not window.customer.isHidden())
    assert "Asha Rao" in window.customer.accessibleName()


def test_a_window_gone_within_its_first_frame_tells_nobody(qtbot: QtBot) -> None:
    window = DeskWindow()
    window.show()
    window.grab()  # the frame begins with the first paint
    shiboken6.delete(window)
    later = QTimer(singleShot=True, interval=3 * FRAME_MS)
    with qtbot.waitSignal(later.timeout):
        later.start()


def test_holds_numbers_and_board_are_shown(
    desk: DeskWindow, qtbot: QtBot, snapshot: Callable[[QWidget], str]
) -> None:
    qtbot.waitUntil(lambda: 'button "FAM Family full 3,020.00"' in snapshot(desk))
    shown = snapshot(desk)
    assert (
        "▲ 01:12 ends soon  Lakshmi Venkataraman ...4323  Sinhagad sunrise trek 29 Nov x3  BK-7F3K23" in shown
    )
    assert "09:41  Asha Rao ...4321  Deluxe 203, 24-26 Nov  BK-7F3K21" in shown
    assert 'label "62,145.00"' in shown
    assert "▲ 1 case to decide   F6" in shown
    assert 'button "FAM Family full 3,020.00"' in shown
    assert 'label "PRACTICE"' in shown
    assert 'label "Sun 22 Nov   10:42"' in shown


def test_the_end_of_a_number_finds_the_customer(desk: DeskWindow, qtbot: QtBot) -> None:
    type_line(desk, "1111")
    qtbot.waitUntil(lambda: not desk.customer.isHidden())
    assert "Ravi Kulkarni" in desk.customer.accessibleName()
    assert desk.command.text() == ""
    assert desk.focusWidget() is desk.command


def test_a_number_that_fits_several_offers_them(desk: DeskWindow, qtbot: QtBot) -> None:
    type_line(desk, "98765")
    qtbot.waitUntil(lambda: desk.command.suggestions.count() == 2)
    press(desk, Key.Key_Down)
    press(desk, Key.Key_Return)
    qtbot.waitUntil(lambda: not desk.customer.isHidden())
    assert "Ravi Kulkarni" in desk.customer.accessibleName()


def test_an_unknown_number_opens_a_new_customer(desk: DeskWindow, qtbot: QtBot) -> None:
    type_line(desk, "9000000001")
    qtbot.waitUntil(lambda: desk.pages.name == "customer")
    page = desk.pages.page
    assert isinstance(page, CustomerWindow)
    assert page.mobile.text() == "9000000001"
    assert desk.focusWidget() is page.name
    press(desk, Key.Key_Escape)
    assert desk.pages.name == "home"
    assert desk.focusWidget() is desk.command


def test_six_letters_are_looked_up_before_they_mean_nothing(
    desk: DeskWindow, fake: FakeDesk, qtbot: QtBot
) -> None:
    booking = sample_booking(state=BookingState.CONFIRMED)
    fake.bookings = {"BK-NDRFGP": booking, booking.id: booking}
    fake.named = {"ndrfgp": (FoundBooking(BookingReference("BK-NDRFGP"), "Deluxe 203"),)}
    type_line(desk, "ndrfgp")
    qtbot.waitUntil(lambda: desk.pages.name == "booking")
    assert desk.errors.text == ""


def test_a_passenger_shared_by_two_bookings_is_a_choice(
    desk: DeskWindow, fake: FakeDesk, qtbot: QtBot
) -> None:
    booking = sample_booking(state=BookingState.CONFIRMED)
    fake.bookings = {"BK-7F3K2Z": booking, booking.id: booking}
    names = (("BK-7F3K2Y", "Élodie Roy"), ("BK-7F3K2Z", "Élodie Rao"))
    fake.named = {"elodie": tuple(FoundBooking(BookingReference(r), "Goa 4A", guest) for r, guest in names)}
    type_line(desk, "elodie")
    qtbot.waitUntil(lambda: desk.command.suggestions.count() == 2)
    assert desk.pages.name == "home"
    press(desk, Key.Key_Down)
    press(desk, Key.Key_Return)
    qtbot.waitUntil(lambda: desk.pages.name == "booking")


def test_a_line_that_means_nothing_says_what_would_do(desk: DeskWindow, qtbot: QtBot) -> None:
    type_line(desk, "zzz")
    qtbot.waitUntil(lambda: "Nothing here is called “zzz”" in desk.errors.text)
    QTest.keyClicks(desk.command, "d")
    assert desk.errors.text == ""


def test_events_bring_fresh_numbers_and_the_gateway(qtbot: QtBot, runner: Runner, fake: FakeDesk) -> None:
    window, relay = DeskWindow(), EventRelay()
    qtbot.addWidget(window)
    window.attach(fake.services(), runner, relay)
    qtbot.waitUntil(lambda: window.side.hold_count.text() == "3")
    fake.holds = fake.holds[:1]
    relay(StockChanged())
    relay(GatewayAnswered(GatewayAnswer.SILENT))
    qtbot.waitUntil(lambda: window.side.hold_count.text() == "1")
    assert window.top.gateway.text().startswith("▲ gateway does not answer")


def test_a_disturbance_of_upi_stands_beside_the_gateway(
    qtbot: QtBot, runner: Runner, fake: FakeDesk, snapshot: Callable[[QWidget], str]
) -> None:
    window, relay = DeskWindow(), EventRelay()
    qtbot.addWidget(window)
    # The gateway was asked before the window listened.
    known = GatewayState(GatewayAnswer.GOOD, (Disturbance("upi", Severity.MEDIUM),))
    window.attach(replace(fake.services(), show_gateway=lambda: known), runner, relay)
    qtbot.waitUntil(lambda: 'label "▲ UPI disturbed"' in snapshot(window))
    assert 'label "● gateway answers"' in snapshot(window)
    assert "many UPI payments fail now" in window.top.disturbed.accessibleDescription()
    relay(GatewayDisturbed((Disturbance("upi", Severity.UNKNOWN),)))
    qtbot.waitUntil(lambda: "UPI is disturbed now" in window.top.disturbed.toolTip())
    relay(GatewayAnswered(GatewayAnswer.SILENT))
    qtbot.waitUntil(lambda: window.top.disturbed.isHidden())
    relay(GatewayAnswered(GatewayAnswer.GOOD))
    qtbot.waitUntil(lambda: not window.top.disturbed.isHidden())
    relay(GatewayDisturbed((Disturbance("netbanking", Severity.HIGH),)))
    qtbot.waitUntil(lambda: window.top.disturbed.isHidden())


def test_a_lost_database_is_said_and_found_again(desk: DeskWindow, fake: FakeDesk, qtbot: QtBot) -> None:
    fake.failure = DatabaseLost(busy=False)
    press(desk, Key.Key_F5)
    qtbot.waitUntil(lambda: "database can't be reached" in desk.errors.text)
    fake.failure, fake.holds = None, ()
    press(desk, Key.Key_F5)
    qtbot.waitUntil(lambda: desk.side.hold_count.text() == "0")
    assert not desk.side.empty.isHidden()


def test_control_d_and_control_plus_change_the_look(desk: DeskWindow) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    press(desk, Key.Key_D, control)
    assert theme.is_dark
    press(desk, Key.Key_Plus, control)
    assert theme.zoom > 1
    press(desk, Key.Key_0, control)
    assert theme.zoom == 1
    press(desk, Key.Key_D, control)
    assert not theme.is_dark


def test_f1_shows_the_keys_and_any_key_hides_them(desk: DeskWindow) -> None:
    press(desk, Key.Key_F1)
    sheet = desk.focusWidget()
    assert sheet is not None
    assert sheet.accessibleName() == "Keys"
    press(desk, Key.Key_A)
    assert sheet.isHidden()
    assert desk.focusWidget() is desk.command


def test_control_k_comes_back_from_anywhere(desk: DeskWindow) -> None:
    press(desk, Key.Key_F2)
    assert desk.pages.name == "customer"
    press(desk, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert desk.focusWidget() is desk.command
