"""The first window fits the screen it opens on, keys of the footer included."""

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from desktop.ui.desk_window import DeskWindow
from desktop.ui.qt_app import has_room_for


@pytest.mark.parametrize(
    ("screen", "fits"), [((1920, 1080), True), ((1366, 768), False), ((800, 600), False)]
)
def test_a_window_as_large_as_its_screen_is_maximised(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, screen: tuple[int, int], fits: bool
) -> None:
    window = DeskWindow()
    qtbot.addWidget(window)
    monkeypatch.setattr(type(window.screen()), "availableSize", lambda _self: QSize(*screen))
    assert has_room_for(window) is fits
