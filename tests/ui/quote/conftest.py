"""A quote window on a small desk, active and ready for keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.ui.quote.quote_window import QuoteWindow
from tests.ui.quote.small_desk import SmallDesk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner


@pytest.fixture
def desk() -> SmallDesk:
    """Everything free."""
    return SmallDesk()


@pytest.fixture
def window(qtbot: QtBot, runner: Runner, desk: SmallDesk) -> Iterator[QuoteWindow]:
    """As it stands in the desk window on a screen of 1366 by 768."""
    shown = QuoteWindow(desk.services(), runner)
    qtbot.addWidget(shown)
    shown.resize(1090, 640)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    qtbot.waitUntil(lambda: bool(shown.session.sale.offerings))
    yield shown
    shown.hide()
