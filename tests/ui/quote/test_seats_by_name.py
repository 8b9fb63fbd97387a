"""A seat's name chooses that seat and no other; children without an adult are asked about once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.ids import UnitId
from desktop.services.domain.catalogue import CellState
from tests.ui.quote.small_desk import PRIYA, TODAY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.quote.quote_window import QuoteWindow
    from tests.ui.quote.small_desk import SmallDesk

ENTER = Qt.Key.Key_Return


def look(window: QuoteWindow, qtbot: QtBot, line: str) -> list[str]:
    """Type a line at the desk, and return the names of the seats that are chosen."""
    window.start(line)
    qtbot.waitUntil(lambda: window.session.sale.stock is not None and not window.session.sale.looking)
    window.grab()
    return chosen(window)


def chosen(window: QuoteWindow) -> list[str]:
    return [unit.partition("-")[2] for unit in window.session.sale.choice.unit_ids]


def said(window: QuoteWindow) -> str:
    return window.parts.day_offer.text


def press_enter(window: QuoteWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.session.sale.looking and not window.session.sale.price.pending)
    window.grab()
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, ENTER)


@pytest.mark.parametrize(
    ("line", "seats"),
    [
        ("goa21 2a", ["2A"]),
        ("goa21 4a 4b", ["4A", "4B"]),
        ("goa21 28 nov 4A,4B", ["4A", "4B"]),
        ("goa21 28 nov ४A ४B", ["4A", "4B"]),
        ("goa22 l5 u1", ["L5", "U1"]),
    ],
)
def test_seats_named_in_a_line_are_chosen(
    window: QuoteWindow, qtbot: QtBot, line: str, seats: list[str]
) -> None:
    assert look(window, qtbot, line) == seats
    assert window.session.sale.choice.by_hand
    assert "28 nov" not in line or window.session.sale.choice.first_day == date(2026, 11, 28)


def test_a_seat_that_is_taken_is_named_and_no_other_chosen(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    desk.take("goa21-4A", holder="Asha Rao")
    assert look(window, qtbot, "goa21 4a 4b") == ["4B"]
    assert said(window) == "Seat 4A is sold; no other seat is chosen instead"
    assert window.session.sale.choice.first_day == TODAY


def test_a_seat_that_is_held_alone_leaves_nothing_chosen(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    desk.take("goa21-4A", state=CellState.HELD, holder="D2", seconds=300)
    assert look(window, qtbot, "goa21 4a") == []
    assert said(window) == "Seat 4A is held; no other seat is chosen instead"
    window.set_customer(PRIYA)
    press_enter(window, qtbot)
    assert desk.asked("place_hold") == []


def test_a_seat_that_the_coach_has_not_is_named(window: QuoteWindow, qtbot: QtBot) -> None:
    assert look(window, qtbot, "goa21 44z 4b") == ["4B"]
    assert said(window) == "No seat here is called 44Z; no other seat is chosen instead"


def test_a_ladies_seat_is_chosen_and_asks_for_a_lady(window: QuoteWindow, qtbot: QtBot) -> None:
    assert look(window, qtbot, "goa21 3d") == ["3D"]
    assert said(window) == "Seat 3D is for ladies: choose F, or another seat."


def test_another_seat_chosen_by_hand_ends_the_sentence(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    desk.take("goa21-4A")
    look(window, qtbot, "goa21 4a 4b")
    window.session.toggle(UnitId("goa21-5A"))
    assert chosen(window) == ["4B", "5A"]
    assert said(window) == ""


def test_a_named_seat_taken_meanwhile_is_not_replaced(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    look(window, qtbot, "goa21 4a 4b")
    desk.take("goa21-4A", holder="D2")
    window.refresh()
    qtbot.waitUntil(lambda: not window.session.sale.looking)
    assert chosen(window) == ["4B"]
    assert "4A: taken by somebody else just now. No other seat is chosen instead." in window.parts.bar.text


def test_two_adults_of_a_tour_are_still_two_adults(window: QuoteWindow, qtbot: QtBot) -> None:
    assert len(look(window, qtbot, "heri 2a")) == 2
    assert window.session.sale.choice.party.adults == 2


def test_named_seats_are_for_the_sale_that_named_them(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    look(window, qtbot, "goa21 4a")
    assert window.session.sale.after_hold().choice.party.seats == ()


@pytest.mark.parametrize("line", ["goa21 2 children", "heri 2c", "dlx 2n 1c"])
def test_children_without_an_adult_are_asked_about_once(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot, line: str
) -> None:
    window.set_customer(PRIYA)
    look(window, qtbot, line)
    press_enter(window, qtbot)
    assert window.parts.bar.text == "Only children and no adult. Enter once more holds it so."
    assert desk.asked("place_hold") == []
    with qtbot.waitSignal(window.held):
        press_enter(window, qtbot)


def test_children_beside_an_adult_of_the_basket_are_not_asked_about(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.set_customer(PRIYA)
    look(window, qtbot, "goa21 1 adult")
    window.session.add_to_basket()
    look(window, qtbot, "goa21 1 child")
    with qtbot.waitSignal(window.held):
        press_enter(window, qtbot)


def test_children_of_another_item_without_an_adult_are_asked_about(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.set_customer(PRIYA)
    look(window, qtbot, "goa21 1 adult")
    window.session.add_to_basket()
    look(window, qtbot, "heri 1c")
    press_enter(window, qtbot)
    assert window.parts.bar.text == "Only children and no adult. Enter once more holds it so."
    assert desk.asked("place_hold") == []
