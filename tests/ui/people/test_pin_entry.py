"""Code and PIN at the screen: nine keys, nothing of the PIN to see, a wait that counts down."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.services.staff_errors import PinWaits, WrongPin
from desktop.ui.widgets.pin_entry import PinEntry
from tests.ui.snapshot import dump

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key = Qt.Key


class Steady:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def steady() -> Steady:
    return Steady()


@pytest.fixture
def entry(qtbot: QtBot, steady: Steady) -> PinEntry:
    entry = PinEntry(steady=steady)
    qtbot.addWidget(entry)
    with qtbot.waitActive(entry):
        entry.show()
    entry.take_focus()
    return entry


def strike(entry: PinEntry, text: str) -> None:
    for sign in text:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
        QApplication.sendEvent(entry.focusWidget(), event)


def enter(entry: PinEntry) -> None:
    QTest.keyClick(entry.focusWidget(), Key.Key_Return)


def test_two_figures_six_figures_and_enter(entry: PinEntry) -> None:
    heard: list[tuple[str, str]] = []
    entry.entered.connect(lambda code, pin: heard.append((code, pin)))
    strike(entry, "11482915")
    enter(entry)
    assert heard == [("11", "482915")]
    assert (entry.code.text(), entry.pin.text()) == ("", "")


def test_figures_of_another_script_count_and_letters_do_not(entry: PinEntry) -> None:
    heard: list[tuple[str, str]] = []
    entry.entered.connect(lambda code, pin: heard.append((code, pin)))
    strike(entry, "१x१४8२९1५9")
    enter(entry)
    assert heard == [("11", "482915")]


def test_a_pin_is_nowhere_to_be_seen_or_heard(entry: PinEntry) -> None:
    strike(entry, "11482915")
    told = QAccessible.queryAccessibleInterface(entry.pin)
    assert told is not None
    for text in (dump(entry), told.text(QAccessible.Text.Value), repr(entry), repr(entry.pin)):
        assert "482915" not in text
    entry.pin.selectAll()
    entry.pin.copy()
    assert entry.pin.displayText() != "482915"


def test_what_is_missing_is_said_and_is_no_guess(entry: PinEntry) -> None:
    heard: list[str] = []
    entry.entered.connect(lambda code, _pin: heard.append(code))
    strike(entry, "1")
    enter(entry)
    assert "two figures" in entry.said.text()
    strike(entry, "148")
    enter(entry)
    assert "six figures" in entry.said.text()
    assert heard == []


def test_backspace_leads_back_to_the_code(entry: PinEntry) -> None:
    strike(entry, "11")
    assert entry.pin.hasFocus()
    QTest.keyClick(entry.focusWidget(), Key.Key_Backspace)
    assert entry.code.hasFocus()


@pytest.mark.parametrize(
    "error", [WrongPin(wait_seconds=5), PinWaits(until=datetime(2026, 11, 29, tzinfo=UTC), seconds=5)]
)
def test_a_wait_counts_down_and_takes_nothing_meanwhile(
    entry: PinEntry, steady: Steady, error: Exception
) -> None:
    heard: list[str] = []
    entry.entered.connect(lambda code, _pin: heard.append(code))
    entry.refuse(error)
    assert "5 s" in entry.said.text()
    strike(entry, "11482915")
    enter(entry)
    assert (heard, entry.code.text()) == ([], "")
    steady.now += 2
    entry.tick()
    assert "3 s" in entry.said.text()
    steady.now += 3
    entry.tick()
    assert "s." not in entry.said.text()
    strike(entry, "11482915")
    enter(entry)
    assert heard == ["11"]


def test_wrong_without_a_wait_is_said_and_typed_anew(entry: PinEntry) -> None:
    entry.refuse(WrongPin(wait_seconds=0))
    assert "wrong" in entry.said.text()
    strike(entry, "9")
    assert (entry.code.text(), entry.said.text().strip()) == ("9", "")
