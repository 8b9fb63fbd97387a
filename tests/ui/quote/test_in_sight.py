"""What is proposed, marked or chosen is in sight, at every zoom."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListWidget, QScrollArea, QWidget

from db.ids import UnitId
from desktop.ui.theme import apply_theme
from desktop.ui.widgets.bring_into_view import MarkedInSight
from tests.ui.quote.small_catalogue import UNITS
from tests.ui.quote.small_desk import TODAY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.on_sale.unit_map import UnitMap
    from desktop.ui.quote.quote_window import QuoteWindow
    from tests.ui.quote.small_desk import SmallDesk

ZOOMS = (0.75, 1.0, 1.5, 2.0)


def zoom_to(zoom: float) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light", zoom)


def look(window: QuoteWindow, qtbot: QtBot, line: str) -> None:
    window.start(line)
    qtbot.waitUntil(lambda: window.session.sale.stock is not None and not window.session.sale.looking)


def is_seen(widget: QWidget, box: QRect) -> bool:
    """Whether the middle of a part of a widget is inside of every area around it."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            viewport = around.viewport()
            if not viewport.rect().contains(widget.mapTo(viewport, box.center())):
                return False
        around = around.parentWidget()
    return True


def chosen_is_seen(map_: UnitMap) -> bool:
    box = map_.box_of_chosen().toAlignedRect()
    return not box.isEmpty() and is_seen(map_, box)


def row_is_seen(view: QAbstractItemView) -> bool:
    return view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())


@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_last_free_room_of_many_is_in_sight(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot, zoom: float
) -> None:
    zoom_to(zoom)
    desk.take(*(unit.id for unit in UNITS[desk.services().list_offerings()[0].id][:-1]))
    look(window, qtbot, "dlx 1")
    qtbot.waitUntil(lambda: chosen_is_seen(window.parts.stock.rooms), timeout=3000)


@pytest.mark.parametrize("zoom", ZOOMS)
def test_a_seat_in_the_last_row_of_the_coach_is_in_sight(
    window: QuoteWindow, qtbot: QtBot, zoom: float
) -> None:
    zoom_to(zoom)
    look(window, qtbot, "goa21 10d")
    assert window.session.sale.choice.unit_ids == (UnitId("goa21-10D"),)
    qtbot.waitUntil(lambda: chosen_is_seen(window.parts.stock.coach), timeout=3000)


def test_another_zoom_keeps_the_seat_in_sight(window: QuoteWindow, qtbot: QtBot) -> None:
    look(window, qtbot, "goa21 10d")
    for zoom in ZOOMS:
        zoom_to(zoom)
        qtbot.waitUntil(lambda: chosen_is_seen(window.parts.stock.coach), timeout=3000)


@pytest.mark.parametrize("zoom", ZOOMS)
def test_a_tour_date_far_ahead_is_in_sight(window: QuoteWindow, qtbot: QtBot, zoom: float) -> None:
    zoom_to(zoom)
    late = TODAY + timedelta(days=83)
    look(window, qtbot, f"heri {late:%d/%m/%Y}")
    qtbot.waitUntil(lambda: row_is_seen(window.parts.stock.dates), timeout=3000)
    marked = window.parts.stock.dates.day_at(window.parts.stock.dates.currentIndex().row())
    assert marked is not None
    assert abs((marked.day - late).days) < 7


def test_a_list_that_becomes_lower_keeps_its_marked_row_in_sight(qtbot: QtBot) -> None:
    shown = QListWidget()
    qtbot.addWidget(shown)
    MarkedInSight(shown)
    shown.addItems([str(number) for number in range(40)])
    shown.resize(200, 700)
    shown.show()
    shown.setCurrentRow(20)
    QTest.qWaitForWindowExposed(shown)
    shown.resize(200, 120)
    qtbot.waitUntil(lambda: row_is_seen(shown), timeout=3000)


def test_what_is_told_is_of_the_map_that_is_shown(window: QuoteWindow, qtbot: QtBot) -> None:
    for line, kind in (("goa21 1", "Seat"), ("dlx 1", "Room"), ("goa21 1", "Seat"), ("dlx 1", "Room")):
        look(window, qtbot, line)
        assert window.parts.stock.told.text().startswith(kind)
