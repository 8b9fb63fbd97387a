"""Papers with a wrong name or GSTIN are made anew on the booking's own page, with a reason."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.actor import Actor
from db.ids import BookingId, DocumentId
from db.states import BookingState, Tender
from desktop.services.domain.place_of_supply import NOBODY, Buyer
from desktop.services.errors import BadRequest, DeskError
from desktop.ui.booking.booking_window import BookingWindow
from desktop.ui.failures import explain
from tests.ui.sample_bookings import sample_booking, sample_payment
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.domain.booking import Booking
    from desktop.ui.runner import Runner

Key = Qt.Key
COMPANY = Buyer("29AACCB1234C1ZF", "29")


@dataclass
class Books:
    """The books of one booking; `refused` is what the next attempt comes to."""

    buyer: Buyer = COMPANY
    refused: DeskError | None = None
    asked: list[tuple[str, str]] = field(default_factory=list)

    def find(self, _name: str) -> Booking:
        found = sample_booking(payments=(sample_payment(Tender.CASH, 840_000),), state=BookingState.CONFIRMED)
        return replace(found, customer=replace(found.customer, buyer=self.buyer))

    def correct(self, booking_id: BookingId, reason: str, *, actor: Actor) -> tuple[DocumentId, ...]:
        self.asked.append((booking_id, reason))
        if self.refused is not None:
            raise self.refused
        return (DocumentId("new"),)


@pytest.fixture
def books() -> Books:
    return Books()


@pytest.fixture
def window(books: Books, qtbot: QtBot, runner: Runner) -> BookingWindow:
    services = replace(sample_services(), find_booking=books.find, correct_invoice=books.correct)
    made = BookingWindow(services, runner)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.show_booking(BookingId("booking-1"))
    qtbot.waitUntil(lambda: "BK-7F3K2Q" in made.title.text())
    return made


def test_papers_are_made_anew_by_two_keys_and_a_reason(
    window: BookingWindow, books: Books, qtbot: QtBot
) -> None:
    QTest.keyClick(window, Key.Key_N)
    part = window.new_papers
    assert part.reason.hasFocus()
    assert window.step == "make the papers anew"
    QTest.keyClicks(part.reason, "the GSTIN was another branch's")
    QTest.keyClick(part.reason, Key.Key_F9)
    qtbot.waitUntil(part.isHidden)
    assert books.asked == [("booking-1", "the GSTIN was another branch's")]


def test_what_is_refused_stands_beside_the_reason(window: BookingWindow, books: Books, qtbot: QtBot) -> None:
    refused = books.refused = BadRequest("buyer", "same")
    QTest.keyClick(window, Key.Key_N)
    QTest.keyClicks(window.new_papers.reason, "wrong")
    QTest.keyClick(window.new_papers.reason, Key.Key_Return)
    qtbot.waitUntil(lambda: window.new_papers.errors.text == explain(refused))
    assert window.new_papers.reason.text() == "wrong"


def test_who_has_told_nothing_for_papers_has_no_such_button(
    window: BookingWindow, books: Books, qtbot: QtBot
) -> None:
    books.buyer = NOBODY
    window.refresh()
    qtbot.waitUntil(window.anew.isHidden)
    QTest.keyClick(window, Key.Key_N)
    assert window.new_papers.isHidden()
    assert books.asked == []
