"""A stock page on a small stock, active and ready for keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.ui.stock.stock_window import StockWindow
from tests.ui.stock.small_stock import SmallStock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner


@pytest.fixture
def stock() -> SmallStock:
    """Everything free and on sale."""
    return SmallStock()


@pytest.fixture
def window(qtbot: QtBot, runner: Runner, stock: SmallStock) -> Iterator[StockWindow]:
    """As it stands in the desk window on a screen of 1366 by 768."""
    shown = StockWindow(stock.services(), runner)
    qtbot.addWidget(shown)
    shown.resize(1074, 640)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.setFocus()
    qtbot.waitUntil(lambda: shown.offerings.current() is not None)
    yield shown
    shown.hide()
