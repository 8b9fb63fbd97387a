"""What of a booking ends is chosen on the page, by keys only; what a key gives back stands there before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.ids import DeskId
from db.states import BookingState, RefundRule
from desktop.services.domain.cancellation import CancellationResult
from desktop.services.errors import NotVoidable
from desktop.ui.cancellation.cancellation_window import CancellationWindow
from desktop.ui.routes import OpenDocument
from tests.ui.cancellation.line_desk import VOUCHER, LineDesk
from tests.ui.sample_bookings import NOW, sample_basket

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

    Open = Callable[[], CancellationWindow]

DOWN, RIGHT, SPACE, F9 = Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_F9


@pytest.fixture
def desk() -> LineDesk:
    return LineDesk()


@pytest.fixture
def open_window(desk: LineDesk, qtbot: QtBot, runner: Runner) -> Open:
    def open_() -> CancellationWindow:
        window = CancellationWindow(desk.services(), runner)
        window.resize(900, 700)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        window.show_booking("BK-7F3K2Q")
        settle()
        return window

    return open_


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def press(window: QWidget, *keys: Any) -> None:
    for key in keys:
        target = QApplication.focusWidget() or window
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)
        settle()


def sold_now(desk: LineDesk) -> None:
    """It was sold four minutes ago at this desk: eleven are left to void it."""
    sold_at = NOW - timedelta(minutes=4)
    desk.booking = replace(
        desk.booking,
        confirmed_at=sold_at,
        void_until=sold_at + timedelta(minutes=15),
        sold_desk_id=DeskId("desk-1"),
    )


def test_one_seat_of_four_is_cancelled_by_keys(desk: LineDesk, open_window: Open) -> None:
    window = open_window()
    assert window.primary.text().startswith("Cancel and give back")
    # Nothing, then the last row.
    press(window, "a", *[DOWN] * 4, SPACE)
    assert window.primary.text() == "Cancel 1 of 7 and give back 1,575.00   F9"
    press(window, "1", F9)
    assert [plan.numbers for plan in desk.cancels] == [{7}]
    assert desk.cancels[0].refund_paise == 157_500


def test_the_last_night_of_a_stay_is_given_back_by_its_policy(desk: LineDesk, open_window: Open) -> None:
    window = open_window()
    press(window, "a", RIGHT, *[DOWN] * 3, SPACE)
    assert window.primary.text() == "Cancel 1 of 7 and give back 2,100.00   F9"
    press(window, "1", Qt.Key.Key_Return)
    assert [plan.numbers for plan in desk.cancels] == [{3}]


def test_the_row_of_a_stay_takes_all_its_nights(desk: LineDesk, open_window: Open) -> None:
    window = open_window()
    press(window, "a", SPACE)
    assert window.primary.text() == "Cancel 3 of 7 and give back 6,300.00   F9"
    press(window, RIGHT, DOWN, DOWN, DOWN, SPACE)
    assert window.lines.boxes[0].checkState() is Qt.CheckState.PartiallyChecked
    assert window.primary.text() == "Cancel 2 of 7 and give back 4,200.00   F9"


def test_a_stay_is_closed_and_opened_by_arrows(desk: LineDesk, open_window: Open) -> None:
    window = open_window()
    assert len(window.lines.boxes) == 5
    press(window, RIGHT)
    assert len(window.lines.boxes) == 8
    press(window, DOWN, Qt.Key.Key_Left)
    assert len(window.lines.boxes) == 5
    assert window.lines.boxes[0].hasFocus()


def test_a_hole_in_a_stay_is_refused_and_nothing_can_be_pressed(desk: LineDesk, open_window: Open) -> None:
    window = open_window()
    press(window, "a", RIGHT, DOWN, DOWN, SPACE)
    assert "middle of a stay" in window.error_bar.text
    assert not window.primary.isEnabled()
    assert window.legs.isHidden()
    press(window, "1", F9)
    assert desk.cancels == []
    # The night after it is taken as well: both lie at the end.
    press(window, DOWN, SPACE)
    assert window.error_bar.text == ""
    assert window.primary.isEnabled()


def test_what_the_house_cancelled_is_chosen_already(desk: LineDesk, open_window: Open) -> None:
    for number in (4, 5, 6, 7):
        desk.change_line(number, departure_cancelled=True)
    window = open_window()
    assert window.primary.text() == "Cancel 4 of 7 and give back 6,300.00   F9"
    press(window, "5", F9)
    assert {line.rule for line in desk.cancels[0].lines} == {RefundRule.HOUSE_CANCELLED}


def test_a_completed_booking_ends_for_what_the_house_cancelled(desk: LineDesk, open_window: Open) -> None:
    for number in range(1, 8):
        desk.change_line(number, is_over=True, departure_cancelled=number == 7)
    desk.booking = replace(desk.booking, state=BookingState.COMPLETED)
    window = open_window()
    assert len(window.lines.boxes) == 1
    press(window, "5", F9)
    assert desk.cancels[0].numbers == {7}


def test_a_hold_ends_whole(desk: LineDesk, open_window: Open) -> None:
    desk.booking = sample_basket(BookingState.HELD)
    window = open_window()
    assert window.lines.boxes == []
    press(window, "a")
    assert desk.asked == [((), False)]
    assert window.chosen.text() == "A hold ends as a whole."


def test_until_the_plan_of_the_choice_stands_there_no_key_gives_back(
    desk: LineDesk, open_window: Open
) -> None:
    window = open_window()
    press(window, "1")
    target = QApplication.focusWidget() or window
    QTest.keyClick(target, Qt.Key.Key_A)
    window.lines.toggled.emit(frozenset({7}))
    QTest.keyClick(target, F9)
    assert desk.cancels == []
    assert not window.primary.isEnabled()
    settle()
    assert window.primary.text() == "Cancel 1 of 7 and give back 1,575.00   F9"


def test_the_answer_to_an_earlier_choice_is_dropped(desk: LineDesk, open_window: Open) -> None:
    window = open_window()
    press(window, "a")
    window.lines.toggled.emit(frozenset({7}))
    window.lines.toggled.emit(frozenset({6}))
    settle()
    assert desk.asked[-2:] == [((7,), False), ((6, 7), False)]
    assert window.primary.text() == "Cancel 2 of 7 and give back 3,150.00   F9"


def test_with_nothing_chosen_there_is_nothing_to_press(desk: LineDesk, open_window: Open) -> None:
    window = open_window()
    press(window, "a", "1", F9)
    assert window.primary.text() == "Choose what is to be cancelled   F9"
    assert desk.cancels == []


def test_every_figure_of_a_part_agrees(desk: LineDesk, open_window: Open, snapshot: Any) -> None:
    window = open_window()
    press(window, "a", *[DOWN] * 4, SPACE)
    text = snapshot(window)
    # Paid 18,900.00: 1,575.00 back, nothing kept, 17,325.00 for what goes on.
    for word in ('"18,900.00"', '"1,575.00"', '"17,325.00 for what goes on"'):
        assert word in text


def test_the_result_tells_what_ended_and_what_goes_on(
    desk: LineDesk, open_window: Open, snapshot: Any
) -> None:
    window = open_window()
    finished: list[CancellationResult] = []
    wanted: list[object] = []
    window.finished.connect(finished.append)
    window.wanted.connect(wanted.append)
    press(window, "a", *[DOWN] * 4, SPACE, "1", F9)
    text = snapshot(window)
    assert "1 of 7 cancelled, the rest goes on" in text
    assert 'label "Ended: Pune-Goa 21:30 4B, Sat 28 Nov"' in text
    assert 'label "Goes on: what goes on"' in text
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert wanted == [OpenDocument(VOUCHER)]
    press(window, Qt.Key.Key_Return)
    assert [result.state for result in finished] == [BookingState.CONFIRMED]


def test_a_sale_by_mistake_is_voided_by_v(desk: LineDesk, open_window: Open, snapshot: Any) -> None:
    sold_now(desk)
    window = open_window()
    assert not window.void.isHidden()
    assert window.void.left.seconds_left in (659, 660)
    press(window, "v")
    assert window.primary.text() == "Void the sale and give back 18,900.00   F9"
    assert "Sold 4 min ago by mistake" in window.void_note.text()
    assert window.lines.boxes == []
    press(window, "2", F9)
    assert [plan.is_void for plan in desk.cancels] == [True]
    assert "is voided" in snapshot(window)


def test_news_of_the_booking_does_not_overtake_the_answer(desk: LineDesk, open_window: Open) -> None:
    window = open_window()
    press(window, "1")
    assert window.lines.boxes[0].hasFocus()
    QTest.keyClick(window.lines.boxes[0], F9)
    window.refresh()
    settle()
    assert window.cancelled.next_button.hasFocus()


def test_a_booking_that_ends_elsewhere_keeps_the_focus_on_the_page(desk: LineDesk, open_window: Open) -> None:
    window = open_window()
    assert window.lines.boxes[0].hasFocus()
    desk.booking = replace(desk.booking, state=BookingState.CANCELLED, cancelled_at=NOW)
    window.refresh()
    settle()
    assert window.hasFocus()


def test_a_night_is_read_out_with_its_room(desk: LineDesk, open_window: Open) -> None:
    window = open_window()
    press(window, RIGHT, DOWN)
    spoken = window.lines.boxes[1]
    assert spoken.hasFocus()
    assert spoken.accessibleName() == "Deluxe 203 Tue 24 Nov"
    assert spoken.accessibleDescription() == "2,100.00 50 % until 24 h before the start"


def test_v_again_goes_back_to_the_policy(desk: LineDesk, open_window: Open) -> None:
    sold_now(desk)
    window = open_window()
    before = window.primary.text()
    press(window, "v", "v")
    assert window.primary.text() == before
    assert window.void_note.isHidden()


def test_another_desk_is_told_why_it_cannot_void(desk: LineDesk, open_window: Open) -> None:
    sold_now(desk)
    desk.booking = replace(desk.booking, sold_desk_id=DeskId("desk-2"))
    window = open_window()
    assert window.void.isHidden()
    press(window, "v")
    assert "another drawer took the money" in window.error_bar.text
    assert window.primary.text().startswith("Cancel and give back")


def test_a_void_that_is_refused_leaves_the_policy_on_the_page(desk: LineDesk, open_window: Open) -> None:
    sold_now(desk)
    desk.refusal = NotVoidable(desk.booking.reference, "used")
    window = open_window()
    press(window, "v")
    assert "it has begun since it was sold" in window.error_bar.text
    assert window.primary.text().startswith("Cancel and give back")
    assert window.primary.isEnabled()


def test_after_a_quarter_of_an_hour_v_says_that_the_time_is_over(desk: LineDesk, open_window: Open) -> None:
    sold_now(desk)
    desk.booking = replace(desk.booking, void_until=None)
    window = open_window()
    press(window, "v")
    assert "the time for that is over" in window.error_bar.text
