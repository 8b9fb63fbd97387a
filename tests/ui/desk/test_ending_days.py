"""Rates come to an end: the board and a notice say so before nothing is left to sell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.ui.desk.board import Board, BoardRow
from desktop.ui.desk.board_view import BoardRowButton, BoardView
from desktop.ui.desk.ending_notice import ending_notices
from desktop.ui.desk_window import DeskWindow
from desktop.ui.event_relay import EventRelay
from tests.ui.desk.conftest import FakeDesk
from tests.ui.sample_offerings import OFFERINGS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.application import Services
    from desktop.services.domain.catalogue import Offering
    from desktop.ui.runner import Runner

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


def ending(*ahead: int | None) -> tuple[Offering, ...]:
    """The first offerings with their last days, so many days from today."""
    return tuple(
        replace(offering, last_day=None if days is None else TODAY + days * DAY)
        for offering, days in zip(OFFERINGS, ahead, strict=False)
    )


@pytest.mark.parametrize(
    ("ahead", "is_told"), [(31, False), (30, True), (0, True), (-30, True), (-31, False)]
)
def test_the_end_is_told_from_thirty_days_before_it(ahead: int, is_told: bool) -> None:
    assert bool(ending_notices(ending(ahead), TODAY)) is is_told


def test_what_ends_together_is_told_together() -> None:
    texts = [notice.text for notice in ending_notices(ending(20, 20, None, 12, 89, -1), TODAY)]
    assert texts == [
        f"{OFFERINGS[5].code}: the last day on sale was 21 Nov. Import rates to go on.",
        f"{OFFERINGS[3].code}: on sale until 4 Dec only. Import rates for later days.",
        f"{OFFERINGS[0].code}, {OFFERINGS[1].code}: on sale until 12 Dec only. Import rates for later days.",
    ]


def test_the_board_says_until_when(qtbot: QtBot) -> None:
    rooms = ending(96, 20)
    row = BoardRow("DLX", "Deluxe", rooms[1].kind, "", 4, 4_000_00, rooms[1].last_day)
    view = BoardView()
    qtbot.addWidget(view)
    view.show_board(Board(rooms, (row,), TODAY))
    (button,) = view.findChildren(BoardRowButton)
    assert button.accessibleName().endswith("▲ until 12 Dec")
    headings = [label.text() for label in view.findChildren(QLabel)]
    assert "ROOMS  tonight, on sale until 12 Dec" in headings
    assert "BUSES  next departure" in headings


@dataclass
class EndingDesk(FakeDesk):
    """A desk whose Deluxe rooms are on sale for twenty days more."""

    ahead: int = 20

    def services(self) -> Services:
        return replace(super().services(), list_offerings=lambda: ending(None, self.ahead))


def test_the_notice_leads_to_the_stock_page_and_is_told_once(qtbot: QtBot, runner: Runner) -> None:
    fake, relay, seconds = EndingDesk(), EventRelay(), [0.0]
    window = DeskWindow(steady=lambda: seconds[0])
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.attach(fake.services(), runner, relay)
    qtbot.waitUntil(lambda: "on sale until 12 Dec only" in window.notices.text)
    assert window.notices.open_button.text() == "Stock   F11"
    seconds[0] += 1
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.name == "stock"
    assert window.work is not None
    with qtbot.waitSignal(window.work.feed.board):
        window.work.feed.read_board()
    assert window.notices.text == ""
