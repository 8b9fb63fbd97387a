"""The manager's pages are reached by a key and by a word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.desk.keys_overlay import KeysOverlay
from desktop.ui.desk_window import DeskWindow
from desktop.ui.event_relay import EventRelay
from desktop.ui.setup.setup_window import SetupWindow
from desktop.ui.stock.stock_window import StockWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner
    from tests.ui.desk.conftest import FakeDesk

Key = Qt.Key


@pytest.fixture
def manager(qtbot: QtBot, runner: Runner, fake: FakeDesk) -> Iterator[DeskWindow]:
    """A desk whose stock and set-up pages have what they ask."""
    window = DeskWindow()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    services = replace(fake.services(), list_blocks=lambda *_asked: (), name_live_keys=lambda: "56Gh")
    window.attach(services, runner, EventRelay())
    qtbot.waitUntil(lambda: window.side.hold_count.text() == "3")
    yield window
    window.hide()


def press(window: DeskWindow, key: Key) -> None:
    QTest.keyClick(window.focusWidget() or window, key)


@pytest.mark.parametrize(
    ("key", "word", "name", "kind"),
    [(Key.Key_F11, "stock", "stock", StockWindow), (Key.Key_F7, "setup", "setup", SetupWindow)],
)
def test_a_key_and_a_word_open_the_page_with_the_keyboard_in_it(
    manager: DeskWindow, qtbot: QtBot, key: Key, word: str, name: str, kind: type[QWidget]
) -> None:
    press(manager, key)
    assert isinstance(manager.pages.page, kind)
    focused = manager.focusWidget()
    assert focused is not None
    assert manager.pages.page.isAncestorOf(focused)
    press(manager, Key.Key_Escape)
    assert manager.pages.name == "home"
    manager.command.setFocus()
    QTest.keyClicks(manager.command, word)
    QTest.keyClick(manager.command, Key.Key_Return)
    qtbot.waitUntil(lambda: manager.pages.name == name)


def test_the_sheet_of_keys_names_both(manager: DeskWindow, snapshot: Callable[[QWidget], str]) -> None:
    press(manager, Key.Key_F1)
    sheet = manager.findChild(KeysOverlay)
    assert sheet is not None
    text = snapshot(sheet)
    assert "F7" in text
    assert 'label "F11"' in text
    assert "set-up" in text
