"""F9 on the desk pays for the customer in front of the clerk and for nobody else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.ids import BookingId, CustomerId
from db.states import BookingState
from desktop.ui.desk.page_links import PageLinks
from desktop.ui.desk.pages import Pages
from desktop.ui.desk_window import DeskWindow
from desktop.ui.event_relay import EventRelay
from desktop.ui.routes import PageName
from tests.ui.desk.conftest import ASHA, RAVI, FakeDesk
from tests.ui.sample_bookings import sample_booking

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.domain.booking import Booking
    from desktop.services.domain.people import Customer
    from desktop.ui.runner import Runner

Key = Qt.Key
# Somebody else whose number ends as Asha's does.
TWIN = replace(ASHA, id=CustomerId("customer-9"), name="Usha Rao", mobile="+919000004321")


class Counter:
    """A desk where booking-1 is Asha's, and what F9 opened on it."""

    def __init__(self, window: DeskWindow, owners: dict[str, Customer]) -> None:
        self.window = window
        self.owners = owners
        self.state = BookingState.HELD
        self.paid: list[str] = []

    def find(self, name: str) -> Booking:
        return replace(
            sample_booking(state=self.state), id=BookingId(name), customer=self.owners.get(name, RAVI)
        )

    def serve(self, customer: Customer | None) -> None:
        assert self.window.work is not None
        self.window.work.served.set_customer(customer)

    def press_f9(self) -> None:
        QTest.keyClick(self.window, Key.Key_F9)


@pytest.fixture
def counter(qtbot: QtBot, runner: Runner, fake: FakeDesk, monkeypatch: pytest.MonkeyPatch) -> Counter:
    window = DeskWindow()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    shown = Counter(window, {"booking-1": ASHA})
    monkeypatch.setattr(PageLinks, "go", lambda _self, route: shown.paid.append(route.booking_id))
    window.attach(replace(fake.services(), find_booking=shown.find), runner, EventRelay())
    qtbot.waitUntil(lambda: window.side.hold_count.text() == "3")
    return shown


def test_nobody_is_there_so_it_opens_the_selected_hold(counter: Counter) -> None:
    counter.press_f9()
    assert counter.paid == ["booking-3"]


def test_a_customer_is_there_so_it_opens_their_hold_and_not_the_selected_one(
    counter: Counter, qtbot: QtBot
) -> None:
    counter.serve(ASHA)
    counter.press_f9()
    qtbot.waitUntil(lambda: counter.paid == ["booking-1"])


@pytest.mark.parametrize("customer", [RAVI, TWIN], ids=["another number", "the same last digits"])
def test_a_customer_without_a_hold_pays_for_nobody_else(
    counter: Counter, qtbot: QtBot, customer: Customer
) -> None:
    counter.serve(customer)
    counter.press_f9()
    qtbot.waitUntil(lambda: "nothing to pay" in counter.window.errors.text)
    assert customer.name in counter.window.errors.text
    assert counter.paid == []


def test_a_hold_that_has_ended_meanwhile_is_not_opened(counter: Counter, qtbot: QtBot) -> None:
    counter.state = BookingState.EXPIRED
    counter.serve(ASHA)
    counter.press_f9()
    qtbot.waitUntil(lambda: "nothing to pay" in counter.window.errors.text)
    assert counter.paid == []


def test_of_two_holds_the_one_opened_last_is_paid(counter: Counter, qtbot: QtBot, fake: FakeDesk) -> None:
    work: Any = counter.window.work
    fake.holds = tuple(replace(hold, masked_mobile=ASHA.masked_mobile) for hold in fake.holds)
    counter.owners = dict.fromkeys(("booking-1", "booking-2", "booking-3"), ASHA)
    work.feed.read_today()
    qtbot.waitUntil(lambda: counter.window.side.holds.holds.holds == fake.holds)
    work.links.last_payment = "booking-2"
    counter.serve(ASHA)
    counter.press_f9()
    qtbot.waitUntil(lambda: counter.paid == ["booking-2"])


def test_an_unheld_quote_has_nothing_to_pay(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pages, "name", PageName.QUOTE)
    counter.press_f9()
    assert "not held yet" in counter.window.errors.text
    assert counter.paid == []
