"""What a wrong clock completed is opened again on the booking's own page, with a reason."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from db.actor import Actor
from db.ids import BookingId, BookingReference
from db.states import BookingState, Tender
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import BadRequest, DeskError, NotPermitted
from desktop.services.halted import NotReopened
from desktop.ui.booking.booking_window import BookingWindow
from desktop.ui.failures import explain
from desktop.ui.keys.key_rule import KeyRule
from tests.ui.hand import Hand
from tests.ui.sample_bookings import sample_booking, sample_payment
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.domain.booking import Booking
    from desktop.ui.runner import Runner

Key = Qt.Key
REFERENCE = BookingReference("BK-7F3K2Q")


@dataclass
class Reopened:
    """The books of one booking; `refused` is what the next attempt comes to."""

    state: BookingState = BookingState.COMPLETED
    refused: DeskError | None = None
    asked: list[tuple[str, str]] = field(default_factory=list)

    def find(self, _name: str) -> Booking:
        return sample_booking(payments=(sample_payment(Tender.CASH, 840_000),), state=self.state)

    def reopen(self, booking_id: BookingId, reason: str, *, actor: Actor) -> None:
        self.asked.append((booking_id, reason))
        if self.refused is not None:
            raise self.refused
        self.state = BookingState.CONFIRMED


@pytest.fixture
def books() -> Reopened:
    return Reopened()


@pytest.fixture
def window(books: Reopened, qtbot: QtBot, runner: Runner) -> BookingWindow:
    services = replace(sample_services(), find_booking=books.find, reopen_booking=books.reopen)
    made = BookingWindow(services, runner)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.show_booking(BookingId("booking-1"))
    qtbot.waitUntil(lambda: "BK-7F3K2Q" in made.title.text())
    return made


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_F9])
def test_a_completed_booking_is_opened_again(
    key: Key, window: BookingWindow, books: Reopened, qtbot: QtBot
) -> None:
    QTest.keyClick(window, Key.Key_O)
    part = window.reopening
    assert part.reason.hasFocus()
    assert "BK-7F3K2Q becomes confirmed again" in part.said.text()
    assert window.step == "Open it again"
    QTest.keyClicks(part.reason, "the clock was a month ahead")
    QTest.keyClick(part.reason, key)
    qtbot.waitUntil(lambda: window.state.text() == "✓ confirmed")
    assert books.asked == [("booking-1", "the clock was a month ahead")]
    assert part.isHidden()
    assert window.reopen.isHidden()
    assert window.step is None


@pytest.mark.parametrize("state", [state for state in BookingState if state is not BookingState.COMPLETED])
def test_no_other_booking_has_the_button(
    state: BookingState, window: BookingWindow, books: Reopened, qtbot: QtBot
) -> None:
    books.state = state
    window.refresh()
    qtbot.waitUntil(window.reopen.isHidden)
    QTest.keyClick(window, Key.Key_O)
    assert window.reopening.isHidden()


@pytest.mark.parametrize(
    "error",
    [
        NotReopened(REFERENCE, "used_up"),
        NotReopened(REFERENCE, "too_late"),
        NotPermitted(ManagerAct.REOPEN_COMPLETED),
        BadRequest("reason", "too_long", most=300),
        BadRequest("reason", "card_number"),
    ],
    ids=lambda error: f"{type(error).__name__} {error}",
)
def test_a_refusal_stands_where_the_reason_was_typed(
    error: DeskError, window: BookingWindow, books: Reopened, qtbot: QtBot
) -> None:
    books.refused = error
    QTest.keyClick(window, Key.Key_O)
    part = window.reopening
    QTest.keyClicks(part.reason, "they never came")
    QTest.keyClick(part.reason, Key.Key_Return)
    qtbot.waitUntil(lambda: part.errors.text == explain(error))
    assert window.errors.text == ""
    assert part.reason.text() == "they never came"
    assert part.reason.hasFocus()


def test_without_a_reason_nothing_is_asked(window: BookingWindow, books: Reopened) -> None:
    QTest.keyClick(window, Key.Key_O)
    QTest.keyClick(window.reopening.reason, Key.Key_Return)
    assert window.reopening.errors.text == explain(BadRequest("reason", "blank"))
    assert books.asked == []


def test_what_is_typed_stays_when_the_booking_is_read_again(window: BookingWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Key.Key_O)
    QTest.keyClicks(window.reopening.reason, "they never came")
    window.title.clear()
    window.refresh()
    qtbot.waitUntil(lambda: window.title.text() != "")
    assert window.reopening.reason.text() == "they never came"
    assert window.reopening.reason.hasFocus()


def test_an_enter_that_comes_too_early_opens_nothing(
    window: BookingWindow, books: Reopened, keys: KeyRule
) -> None:
    hand = Hand(window, keys)
    hand.strike("o")
    hand.type("they never came")
    hand.strike(Key.Key_Return, pause=0.1)
    assert books.asked == []
    hand.rest()
    hand.strike(Key.Key_Return)
    assert books.asked == [("booking-1", "they never came")]


def test_what_it_asks_is_brought_into_sight_on_a_low_screen(window: BookingWindow, qtbot: QtBot) -> None:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(window)
    qtbot.addWidget(area)
    area.resize(900, 200)
    with qtbot.waitActive(area):
        area.show()
    window.setFocus()
    QTest.keyClick(window, Key.Key_O)
    button = window.reopening.button
    qtbot.waitUntil(lambda: not button.visibleRegion().isEmpty())
    bottom = button.mapTo(area.viewport(), QPoint(0, button.height())).y()
    assert bottom <= area.viewport().height()
    area.takeWidget()
