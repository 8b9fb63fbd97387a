"""What gets the keyboard is in sight on a low screen, whoever gave it the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop.ui.routes import OpenCustomer
from desktop.ui.theme import apply_theme
from tests.ui.desk.conftest import ASHA

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.desk_window import DeskWindow


def is_in_sight(widget: QWidget) -> bool:
    area = widget.parentWidget()
    while not isinstance(area, QScrollArea):
        assert area is not None
        area = area.parentWidget()
    top = widget.mapTo(area.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= area.viewport().height()


def test_cash_for_the_wallet_is_typed_in_sight_at_twice_the_size(
    desk: DeskWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    apply_theme(qapp, "light", 2.0)
    desk.resize(1366, 768)
    assert desk.work is not None
    desk.work.links.go(OpenCustomer())
    page = desk.pages.make(desk.pages.customer)
    page.show_customer(ASHA)
    qtbot.waitUntil(page.cash.isVisible)
    for _ in range(10):
        QApplication.processEvents()
    QTest.keyClick(page.query, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(page.cash.hasFocus)
    qtbot.waitUntil(lambda: is_in_sight(page.cash))
    assert is_in_sight(page.top_up)
