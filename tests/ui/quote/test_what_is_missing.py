"""Enter on Hold with something missing says what, in one sentence, where it is entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.services.errors import BadRequest
from tests.ui.quote.small_desk import PRIYA, TODAY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.quote.quote_window import QuoteWindow
    from tests.ui.quote.small_desk import SmallDesk

ENTER = Qt.Key.Key_Return
WHO = "Whose booking is it? Type a mobile number, or a name."


def look(window: QuoteWindow, qtbot: QtBot, line: str) -> None:
    window.start(line)
    qtbot.waitUntil(lambda: window.session.sale.stock is not None and not window.session.sale.looking)
    qtbot.waitUntil(lambda: not window.session.sale.price.pending)
    window.grab()


def press_enter() -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, ENTER)


def test_enter_on_hold_without_a_customer_asks_whose_booking_it_is(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    look(window, qtbot, "dlx 2")
    window.parts.foot.hold.setFocus()
    press_enter()
    mobile = window.parts.customer.mobile
    assert mobile.note == f"▲ {WHO}"
    assert mobile.is_wrong
    assert mobile.edit.hasFocus()
    assert desk.asked("place_hold") == []


def test_a_click_on_hold_without_a_customer_asks_too(window: QuoteWindow, qtbot: QtBot) -> None:
    look(window, qtbot, "dlx 2")
    window.parts.foot.hold.click()
    assert window.parts.customer.mobile.note == f"▲ {WHO}"


def test_the_walk_to_the_customer_tells_it_calmly_then_aloud(window: QuoteWindow, qtbot: QtBot) -> None:
    look(window, qtbot, "dlx 2")
    press_enter()
    mobile, name = window.parts.customer.mobile, window.parts.customer.name
    assert (mobile.note, mobile.is_wrong) == (WHO, False)
    press_enter()
    assert name.edit.hasFocus()
    press_enter()
    assert mobile.is_wrong
    assert mobile.edit.hasFocus()


def test_typing_a_name_takes_the_question_away(window: QuoteWindow, qtbot: QtBot) -> None:
    look(window, qtbot, "dlx 2")
    window.parts.foot.hold.click()
    QTest.keyClicks(window.parts.customer.name.edit, "Asha")
    assert not window.parts.customer.mobile.is_wrong


def test_hold_without_anything_asks_what_is_wanted(window: QuoteWindow) -> None:
    window.press_hold()
    what = window.parts.search.what
    assert what.note == "▲ What is wanted? Type a code, a name or a route."
    assert what.edit.hasFocus()


def test_hold_without_a_seat_says_that_none_is_chosen(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    desk.left[TODAY] = 0
    window.set_customer(PRIYA)
    look(window, qtbot, "goa21")
    window.press_hold()
    assert window.parts.bar.text.startswith("Nothing is chosen to be held")


def test_hold_on_a_day_that_is_refused_leaves_its_own_sentence(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    desk.stopped[TODAY] = "road closed"
    window.set_customer(PRIYA)
    look(window, qtbot, "goa21")
    window.press_hold()
    assert window.parts.bar.text == ""
    assert "road closed" in window.parts.search.when.note


def test_a_card_number_in_a_passengers_name_is_refused_there(window: QuoteWindow, qtbot: QtBot) -> None:
    look(window, qtbot, "goa21 2")
    details = window.parts.details
    _, seat, _ = details._view.units[1] if details._view else ("", "", False)
    window.session.failed.emit(BadRequest("guest_name", "card_number", name=seat))
    assert details.error.text() == (
        "▲ This could be the number of a card, which is never kept. Leave it out."
    )
    assert QApplication.focusWidget() in details.rows[1].findChildren(QWidget)
    assert not window.parts.customer.name.is_wrong
    window.session.priced.emit()
    assert details.error.isHidden()
