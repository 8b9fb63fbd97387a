"""The promo field: Enter applies the code and goes on, and no code outlives its sale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.quote.small_desk import PRIYA, SmallDesk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.quote.quote_window import QuoteWindow

FULL, REDUCED = "₹8,820.00", "₹7,497.00"


def ready(window: QuoteWindow, qtbot: QtBot, line: str) -> None:
    window.start(line)
    session = window.session
    qtbot.waitUntil(lambda: not session.sale.looking and not session.sale.price.pending)
    qtbot.waitUntil(lambda: session.sale.price.current is not None)


def enter(window: QuoteWindow, text: str) -> None:
    window.focus_promo()
    QTest.keyClicks(window.parts.price.promo.edit, text)
    press_enter()


def press_enter() -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)


def test_enter_applies_the_code_and_the_next_one_holds(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.set_customer(PRIYA)
    ready(window, qtbot, "dlx 2")
    enter(window, "stay15")
    assert desk.asked("place_hold") == []
    qtbot.waitUntil(window.parts.foot.hold.hasFocus)
    assert window.parts.foot.total.text() == REDUCED
    with qtbot.waitSignal(window.held) as held:
        press_enter()
    assert held.args[0].total_paise == 7_497_00


def test_enter_in_the_empty_field_goes_on_too(window: QuoteWindow, desk: SmallDesk, qtbot: QtBot) -> None:
    window.set_customer(PRIYA)
    ready(window, qtbot, "dlx 2")
    window.focus_promo()
    press_enter()
    qtbot.waitUntil(window.parts.foot.hold.hasFocus)
    assert desk.asked("place_hold") == []
    with qtbot.waitSignal(window.held):
        press_enter()


def test_a_refused_code_keeps_the_cursor_with_its_sentence(window: QuoteWindow, qtbot: QtBot) -> None:
    window.set_customer(PRIYA)
    ready(window, qtbot, "dlx 2")
    promo = window.parts.price.promo
    enter(window, "nothing")
    qtbot.waitUntil(lambda: promo.is_wrong)
    assert promo.edit.hasFocus()
    assert window.parts.foot.total.text() == FULL
    enter(window, "stay15")
    qtbot.waitUntil(window.parts.foot.hold.hasFocus)
    assert not promo.is_wrong


def test_the_cursor_is_not_taken_from_who_types_on(window: QuoteWindow, qtbot: QtBot) -> None:
    window.set_customer(PRIYA)
    ready(window, qtbot, "dlx 2")
    enter(window, "stay15")
    QTest.keyClicks(window.parts.price.promo.edit, "x")
    qtbot.waitUntil(lambda: window.parts.foot.total.text() == REDUCED)
    assert window.parts.price.promo.edit.hasFocus()


def test_without_anything_to_price_enter_goes_to_what_is_missing(window: QuoteWindow) -> None:
    enter(window, "stay15")
    assert window.parts.search.what.edit.hasFocus()
    assert window.session.sale.promo_code == "STAY15"


def test_a_code_that_was_typed_only_is_applied_before_the_hold(window: QuoteWindow, qtbot: QtBot) -> None:
    window.set_customer(PRIYA)
    ready(window, qtbot, "dlx 2")
    window.focus_promo()
    QTest.keyClicks(window.parts.price.promo.edit, "stay15")
    with qtbot.waitSignal(window.held) as held:
        QTest.mouseClick(window.parts.foot.hold, Qt.MouseButton.LeftButton)
    assert held.args[0].total_paise == 7_497_00


def test_a_code_that_was_typed_only_and_is_refused_holds_nothing(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.set_customer(PRIYA)
    ready(window, qtbot, "dlx 2")
    window.focus_promo()
    QTest.keyClicks(window.parts.price.promo.edit, "nothing")
    window.parts.foot.hold.click()
    qtbot.waitUntil(lambda: window.parts.price.promo.is_wrong)
    assert not window.session.sale.busy
    assert desk.asked("place_hold") == []


@pytest.mark.parametrize("line", ["dlx 2", ""])
def test_after_a_hold_the_field_is_empty_for_the_next_sale(
    window: QuoteWindow, qtbot: QtBot, line: str
) -> None:
    window.set_customer(PRIYA)
    window.set_promo("stay15")
    ready(window, qtbot, "dlx 2")
    with qtbot.waitSignal(window.held):
        window.advance()
    window.start(line)
    assert window.parts.price.promo.text == ""
    assert window.session.sale.promo_code == ""
    if line:
        ready(window, qtbot, line)
        assert window.parts.foot.total.text() == FULL
