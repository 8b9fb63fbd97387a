"""The foot says that F9 pays only while F9 pays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from db.states import BookingState
from desktop.ui.routes import GoHome
from tests.ui.desk.conftest import ASHA, RAVI, FakeDesk
from tests.ui.sample_bookings import sample_booking

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.domain.people import Customer
    from desktop.ui.desk_window import DeskWindow

Key = Qt.Key
WAIT_MS = 3000


def word(desk: DeskWindow) -> str:
    """What stands beside F9; empty where F9 is not named."""
    QApplication.processEvents()
    shown = [
        key.text().split(maxsplit=1) for key in desk.foot.keys.findChildren(QPushButton) if not key.isHidden()
    ]
    return next((words[1] for words in shown if words[0] == "F9"), "")


def read(desk: DeskWindow) -> None:
    assert desk.work is not None
    desk.work.feed.read_today()


def serve(desk: DeskWindow, customer: Customer | None) -> None:
    assert desk.work is not None
    desk.work.served.set_customer(customer)


def test_it_pays_the_marked_hold_while_there_is_one(desk: DeskWindow, fake: FakeDesk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: word(desk) == "pay", timeout=WAIT_MS)
    fake.holds = ()
    read(desk)
    qtbot.waitUntil(lambda: word(desk) == "", timeout=WAIT_MS)


def test_it_pays_for_who_stands_there_only_what_is_theirs(
    desk: DeskWindow, fake: FakeDesk, qtbot: QtBot
) -> None:
    fake.holds = tuple(replace(one, customer_id=ASHA.id) for one in fake.holds)
    read(desk)
    qtbot.waitUntil(lambda: word(desk) == "pay", timeout=WAIT_MS)
    serve(desk, RAVI)
    assert word(desk) == ""
    serve(desk, ASHA)
    assert word(desk) == "pay"
    serve(desk, None)
    assert word(desk) == "pay"


def test_a_quote_of_nobody_is_not_paid_yet(desk: DeskWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: word(desk) == "pay", timeout=WAIT_MS)
    QTest.keyClick(desk, Key.Key_F3)
    qtbot.waitUntil(lambda: desk.pages.name == "quote", timeout=WAIT_MS)
    assert word(desk) == ""


def test_a_hold_that_has_ended_is_held_again(desk: DeskWindow, fake: FakeDesk, qtbot: QtBot) -> None:
    fake.holds = (replace(fake.holds[0], is_over=True), *fake.holds[1:])
    read(desk)
    qtbot.waitUntil(lambda: word(desk) == "hold again", timeout=WAIT_MS)
    desk.side.holds.setCurrentIndex(desk.side.holds.holds.index(1))
    assert word(desk) == "pay"


@pytest.mark.parametrize(("state", "said"), [(BookingState.HELD, "pay"), (BookingState.CONFIRMED, "")])
def test_a_booking_is_paid_only_while_it_is_held(
    desk: DeskWindow, fake: FakeDesk, qtbot: QtBot, state: BookingState, said: str
) -> None:
    held, booking = sample_booking(), sample_booking(state=state)
    fake.bookings = {booking.reference: booking, booking.id: booking}
    assert desk.work is not None
    page = desk.pages.make(desk.pages.booking)
    desk.pages.open(desk.pages.booking)
    page.show_booking(booking.id)
    qtbot.waitUntil(lambda: page.customer_shown == held.customer, timeout=WAIT_MS)
    assert word(desk) == said


def test_the_review_pays_what_the_desk_pays(desk: DeskWindow, fake: FakeDesk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: word(desk) == "pay", timeout=WAIT_MS)
    fake.holds = ()
    read(desk)
    assert desk.work is not None
    desk.pages.open(desk.pages.counter_acts)
    qtbot.waitUntil(lambda: word(desk) == "", timeout=WAIT_MS)
    desk.work.links.go(GoHome())
    assert word(desk) == ""
