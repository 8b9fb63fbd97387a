"""A desk whose services could not start says why and offers nothing that it can't do."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.desk_window import DeskWindow
from desktop.ui.running import Running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.services.application import Services
    from desktop.services.events import Publish

SAID = "The data folder can't be written to. Ask for access to it."
ASKED = "Type what the customer wants"


def refuse(_publish: Publish) -> Services:
    raise PermissionError("inner words")


@pytest.fixture
def shut(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[DeskWindow]:
    """A shown window whose start fails."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    window = DeskWindow()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    running = Running(window, refuse, lambda _error: SAID)
    running.begin()
    yield window
    running.close()


def test_the_command_line_is_shut_when_the_start_fails(
    qtbot: QtBot, snapshot: Callable[[QWidget], str], shut: DeskWindow
) -> None:
    qtbot.waitUntil(lambda: shut.errors.text == SAID)
    assert not shut.command.isEnabled()
    assert shut.side.isHidden()
    assert ASKED not in snapshot(shut)
    QTest.keyClick(shut, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(shut, "4321")
    assert shut.command.text() == ""


def test_it_stays_shut_in_another_size_and_language(qtbot: QtBot, shut: DeskWindow) -> None:
    qtbot.waitUntil(lambda: shut.errors.text == SAID)
    shut.resize(1600, 900)
    shut.switch_language()
    QApplication.processEvents()
    assert shut.errors.text == SAID
    assert not shut.command.isEnabled()
    assert shut.side.isHidden()
