"""The answer to a hold is lost: the page looks up what has come of it and goes on with that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.services.errors import DatabaseLost
from desktop.ui.failures import explain
from tests.ui.quote.small_desk import PRIYA, SmallDesk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.domain.booking import Hold
    from desktop.ui.quote.quote_window import QuoteWindow

UNKNOWN = DatabaseLost(unknown=True)


@pytest.fixture
def held(window: QuoteWindow) -> list[Hold]:
    holds: list[Hold] = []
    window.held.connect(holds.append)
    return holds


def hold(window: QuoteWindow, qtbot: QtBot) -> None:
    window.set_customer(PRIYA)
    window.start("goa21 tomorrow 2")
    session = window.session
    qtbot.waitUntil(lambda: not session.sale.looking and not session.sale.price.pending)
    qtbot.waitUntil(lambda: session.sale.price.current is not None)
    press(window, qtbot)


def press(window: QuoteWindow, qtbot: QtBot) -> None:
    window.parts.foot.hold.setFocus()
    QTest.keyClick(window.parts.foot.hold, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.session.sale.busy)


def test_what_was_held_is_gone_on_with(
    window: QuoteWindow, desk: SmallDesk, held: list[Hold], qtbot: QtBot
) -> None:
    desk.lose_answer = True
    hold(window, qtbot)
    qtbot.waitUntil(lambda: bool(held))
    assert held == list(desk.holds.values())
    assert len(desk.asked("place_hold")) == 1


def test_where_nothing_was_held_that_is_said_and_one_more_press_holds(
    window: QuoteWindow, desk: SmallDesk, held: list[Hold], qtbot: QtBot
) -> None:
    desk.refuse = {"place_hold": [UNKNOWN]}
    hold(window, qtbot)
    qtbot.waitUntil(lambda: "nothing was held" in window.parts.bar.text)
    assert held == []
    qtbot.waitUntil(lambda: not window.session.sale.looking)
    press(window, qtbot)
    qtbot.waitUntil(lambda: bool(held))
    first, second = desk.asked("place_hold")
    assert first == second


def test_while_nobody_answers_it_stays_not_known_and_nothing_more_is_asked_for(
    window: QuoteWindow, desk: SmallDesk, held: list[Hold], qtbot: QtBot
) -> None:
    desk.lose_answer = True
    desk.refuse = {"find_hold": [DatabaseLost(), DatabaseLost()]}
    hold(window, qtbot)
    qtbot.waitUntil(lambda: len(desk.asked("find_hold")) == 1)
    press(window, qtbot)
    qtbot.waitUntil(lambda: window.parts.bar.text == explain(UNKNOWN))
    assert len(desk.asked("find_hold")) == 2
    assert len(desk.asked("place_hold")) == 1
    window.refresh()  # as when the server is heard of again
    qtbot.waitUntil(lambda: bool(held))
    assert len(desk.asked("place_hold")) == 1
    assert window.parts.bar.text == ""


def test_the_next_customer_is_not_led_into_the_hold_of_the_last(
    window: QuoteWindow, desk: SmallDesk, held: list[Hold], qtbot: QtBot
) -> None:
    desk.lose_answer = True
    desk.refuse = {"find_hold": [DatabaseLost()]}
    hold(window, qtbot)
    qtbot.waitUntil(lambda: len(desk.asked("find_hold")) == 1)
    window.next_customer()
    window.refresh()
    assert len(desk.asked("find_hold")) == 1
    assert not window.session.sale.busy
    assert held == []
