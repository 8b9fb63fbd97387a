"""The controls that every window shares."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from desktop.services.events import CasesChanged
from desktop.ui.event_relay import EventRelay
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.hold_countdown import HoldCountdown, countdown_view
from desktop.ui.widgets.money_edit import MoneyEdit
from desktop.ui.widgets.practice_band import PracticeBand

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NOW = datetime(2026, 11, 22, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "paise"),
    [
        ("3,400", 340_000),
        ("₹ 99.5", 9_950),
        ("0", 0),
        ("", None),
        ("12a", None),
        ("-5", None),
        ("1.234", None),
    ],
)
def test_what_is_typed_as_money(qtbot: QtBot, typed: str, paise: int | None) -> None:
    edit = MoneyEdit()
    qtbot.addWidget(edit)
    edit.setText(typed)
    assert edit.paise() == paise
    assert bool(edit.property("wrong")) == (paise is None and typed != "")


def test_money_is_tidied_when_the_field_is_left(qtbot: QtBot) -> None:
    edit = MoneyEdit()
    qtbot.addWidget(edit)
    edit.setText("123456.5")
    edit.editingFinished.emit()
    assert edit.text() == "1,23,456.50"


def test_a_busy_button_takes_one_click_and_keeps_the_keyboard(qtbot: QtBot) -> None:
    window, clicks = QWidget(), list[bool]()
    qtbot.addWidget(window)
    button, other = BusyButton("Pay"), QPushButton("Other")
    column = QVBoxLayout(window)
    column.addWidget(button)
    column.addWidget(other)

    def begin() -> None:
        clicks.append(True)
        button.set_busy(True)

    button.clicked.connect(begin)
    with qtbot.waitActive(window):
        window.show()
    button.setFocus()
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Space)
    assert len(clicks) == 1
    assert not other.hasFocus()
    button.set_busy(False)
    assert button.isEnabled()
    assert button.hasFocus()


def test_a_button_that_was_made_ready_meanwhile_is_ready_after_the_work(qtbot: QtBot) -> None:
    button = BusyButton("Pay")
    qtbot.addWidget(button)
    button.set_busy(True)
    button.set_ready(False)
    button.set_busy(False)
    assert not button.isEnabled()


def test_work_that_takes_long_is_shown_on_the_button(qtbot: QtBot) -> None:
    button = BusyButton("Pay")
    qtbot.addWidget(button)
    button.set_busy(True)
    assert button.text() == "Pay"
    qtbot.waitUntil(lambda: button.text() != "Pay")
    assert button.text().endswith("Pay")
    button.set_busy(False)
    assert button.text() == "Pay"


@pytest.mark.parametrize(
    ("seconds", "text", "role"),
    [
        (600, "10:00", "clock"),
        (120, "02:00", "clock"),
        (119, "▲ 01:59 ends soon", "urgent"),
        (1, "▲ 00:01 ends soon", "urgent"),
        (0, "■ 00:00 ended", "ended"),
    ],
)
def test_the_clock_of_a_hold_changes_its_weight_at_two_minutes(seconds: int, text: str, role: str) -> None:
    view = countdown_view(seconds)
    assert (view.text, view.role) == (text, role)


def test_a_hold_ends_once_and_exactly(qtbot: QtBot) -> None:
    steady, ended = [50.0], list[bool]()
    countdown = HoldCountdown(steady=lambda: steady[0])
    qtbot.addWidget(countdown)
    countdown.ended.connect(lambda: ended.append(True))
    countdown.start(NOW + timedelta(seconds=600), NOW + timedelta(seconds=103))
    assert countdown.text() == "08:17"
    steady[0] += 496.9
    countdown.tick()
    assert (countdown.text(), ended) == ("▲ 00:01 ends soon", [])
    steady[0] += 0.1
    countdown.tick()
    countdown.tick()
    assert (countdown.text(), ended) == ("■ 00:00 ended", [True])


def test_a_hold_that_is_over_already_says_so_at_once(qtbot: QtBot) -> None:
    countdown = HoldCountdown()
    qtbot.addWidget(countdown)
    with qtbot.waitSignal(countdown.ended):
        countdown.start(NOW, NOW + timedelta(seconds=5))


def test_the_error_bar_is_there_only_while_it_says_something(qtbot: QtBot) -> None:
    bar = ErrorBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.show_error("The wallet is empty.")
    assert (bar.isHidden(), bar.text, bar.accessibleName()) == (False, "The wallet is empty.", bar.text)
    bar.clear()
    assert (bar.isHidden(), bar.text) == (True, "")


def test_the_practice_band_never_opens_as_a_window_of_its_own(qapp: QApplication) -> None:
    band = PracticeBand(True)
    assert band not in [window for window in qapp.topLevelWidgets() if not window.isHidden()]
    assert PracticeBand(False).isHidden()


def test_an_event_from_anywhere_arrives_in_a_later_turn(qtbot: QtBot) -> None:
    relay, seen = EventRelay(), list[object]()
    relay.happened.connect(seen.append)
    relay(CasesChanged())
    assert seen == []
    qtbot.waitUntil(lambda: seen == [CasesChanged()])
