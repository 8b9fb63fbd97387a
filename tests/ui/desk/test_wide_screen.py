"""On 1920 x 1080 the room is used: what comes after the next night and departure, and wider rows of holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.ids import SlotId
from db.states import Kind
from desktop.ui.desk.board import read_board
from desktop.ui.desk.board_view import BoardRowButton
from desktop.ui.desk.side_column import WIDE_WIDTH, WIDTH
from desktop.ui.routes import OpenQuote, Route
from desktop.ui.theme import apply_theme, scaled
from tests.ui.desk.conftest import NOW

if TYPE_CHECKING:
    from datetime import date

    from pytestqt.qtbot import QtBot

    from db.ids import OfferingId
    from desktop.services.domain.catalogue import Availability
    from desktop.ui.desk_window import DeskWindow
    from tests.ui.desk.conftest import FakeDesk


@pytest.fixture
def fake(fake: FakeDesk, monkeypatch: pytest.MonkeyPatch) -> FakeDesk:
    """Everything is sold on the next day as well, with five left."""
    one_day = fake.availability

    def days(offering_id: OfferingId, first_day: date, last_day: date, wanted_count: int) -> Availability:
        found = one_day(offering_id, first_day, last_day, wanted_count)
        (sale,) = found.days
        ahead = timedelta(days=1)
        after = replace(
            sale,
            slot_id=SlotId(f"{sale.slot_id}-after"),
            day=sale.day + ahead,
            starts_at=sale.starts_at + ahead,
            sold_until=sale.sold_until + ahead,
            free_count=5,
        )
        return replace(found, days=(sale, after))

    monkeypatch.setattr(fake, "availability", days)
    return fake


def shown(desk: DeskWindow) -> list[BoardRowButton]:
    rows = desk.home.findChildren(BoardRowButton)
    return [row for row in rows if row.isVisibleTo(desk)]


def resize(desk: DeskWindow, width: int, height: int) -> None:
    desk.resize(width, height)
    for _ in range(10):
        QApplication.processEvents()


def test_what_comes_then_is_read_in_the_order_of_its_hours(fake: FakeDesk) -> None:
    board = read_board(fake.services(), NOW)
    assert {row.code for row in board.then} == {row.code for row in board.rows}
    starts = [row.starts_at for row in board.then if row.starts_at is not None]
    assert starts == sorted(starts)
    deluxe = next(row for row in board.then if row.code == "DLX")
    assert (deluxe.line, deluxe.starts, deluxe.free_count) == ("DLX 23 Nov", "Mon", 5)


def test_a_wide_screen_shows_the_second_day_and_wider_holds(desk: DeskWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(desk.home.findChildren(BoardRowButton)) == 20)
    resize(desk, 1366, 768)
    assert len(shown(desk)) == 10
    assert desk.side.width() == scaled(WIDTH)
    resize(desk, 1920, 1080)
    assert len(shown(desk)) == 20
    assert desk.side.width() == scaled(WIDE_WIDTH)
    second = [row for row in shown(desk) if row.row.line]
    first = [row for row in shown(desk) if not row.row.line]
    left = max(row.mapTo(desk, row.rect().topRight()).x() for row in first)
    assert all(row.mapTo(desk, row.rect().topLeft()).x() > left for row in second)
    assert {row.row.kind for row in second} == set(Kind)


def test_at_twice_the_size_a_wide_screen_is_laid_out_as_a_small_one(
    desk: DeskWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    qtbot.waitUntil(lambda: len(desk.home.findChildren(BoardRowButton)) == 20)
    apply_theme(qapp, "light", 2.0)
    resize(desk, 1920, 1080)
    assert len(shown(desk)) == 10
    assert desk.side.width() == scaled(WIDTH)


def test_a_row_of_the_second_day_is_quoted_with_its_day(desk: DeskWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(desk.home.findChildren(BoardRowButton)) == 20)
    resize(desk, 1920, 1080)
    wanted: list[Route] = []
    desk.home.wanted.disconnect()
    desk.home.wanted.connect(wanted.append)
    row = next(row for row in shown(desk) if row.row.line.startswith("DLX "))
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert wanted == [OpenQuote("DLX 23 Nov")]
