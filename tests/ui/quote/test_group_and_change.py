"""A group beyond its limits is sold by a key on purpose; a change of room is taken like any proposal."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.ids import UnitId
from desktop.services.domain.catalogue import CellState, RoomPart
from desktop.ui.on_sale.unit_view import UnitState
from desktop.ui.quote.chosen.stock_on_screen import units_on_screen
from desktop.ui.quote.cost.price_lines import group_title
from tests.ui.quote.small_catalogue import UNITS
from tests.ui.quote.small_desk import PRIYA, TODAY, SmallDesk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.quote.quote_window import QuoteWindow

ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
ROOMS = tuple(unit.id for unit in UNITS["dlx"])
CHANGE = (
    RoomPart(UnitId("dlx-102"), TODAY, TODAY + timedelta(days=2)),
    RoomPart(UnitId("dlx-101"), TODAY + timedelta(days=2), TODAY + timedelta(days=5)),
)


def settled(window: QuoteWindow, qtbot: QtBot) -> None:
    session = window.session
    qtbot.waitUntil(
        lambda: not session.sale.looking and (session.sale.price.refused or not session.sale.price.pending)
    )


def two_groups(window: QuoteWindow, qtbot: QtBot) -> None:
    """Four places and three of one date, where six are sold together."""
    window.set_customer(PRIYA)
    window.start("heri 4")
    qtbot.waitUntil(window.parts.stock.dates.hasFocus)
    settled(window, qtbot)
    QTest.keyClick(window.parts.stock.dates, ENTER, CTRL)
    window.start("heri 3")
    qtbot.waitUntil(window.parts.stock.dates.hasFocus)
    settled(window, qtbot)


def test_two_lines_above_the_limit_are_refused_with_the_key_that_sells_them(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    two_groups(window, qtbot)
    note = window.parts.search.count.note
    assert "At most 6 in one booking" in note
    assert "Ctrl+G" in note
    QTest.keyClick(window.parts.stock.dates, ENTER)
    settled(window, qtbot)
    assert desk.asked("place_hold") == []


def test_ctrl_g_sells_to_the_larger_group_and_the_quote_says_so(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    two_groups(window, qtbot)
    QTest.keyClick(window.parts.stock.dates, Qt.Key.Key_G, CTRL)
    settled(window, qtbot)
    assert not window.parts.price.lines.beyond.isHidden()
    with qtbot.waitSignal(window.held):
        QTest.keyClick(window.parts.stock.dates, ENTER)
    assert desk.asked("make_quote")[-1].beyond_group_limits
    assert not window.session.sale.beyond_group_limits


def test_ctrl_g_means_nothing_while_no_limit_is_in_the_way(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.set_customer(PRIYA)
    window.start("heri 4")
    qtbot.waitUntil(window.parts.stock.dates.hasFocus)
    settled(window, qtbot)
    QTest.keyClick(window.parts.stock.dates, Qt.Key.Key_G, CTRL)
    settled(window, qtbot)
    assert not window.session.sale.beyond_group_limits
    assert window.parts.price.lines.beyond.isHidden()


def test_a_change_of_room_is_told_shown_and_sold_by_enter(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    desk.take(*ROOMS)
    desk.room_change = CHANGE
    window.set_customer(PRIYA)
    window.start("dlx 5")
    qtbot.waitUntil(window.parts.stock.rooms.hasFocus)
    settled(window, qtbot)
    said = window.parts.stock.advice.text()
    assert said == "★ Proposed: 102 for 22–24 Nov, then 101 for 24–27 Nov: a change of room"
    looks = {view.unit.name: view.state for view in units_on_screen(window.session.sale)}
    assert [name for name, state in looks.items() if state is UnitState.CHOSEN] == ["101", "102"]
    assert len(window.parts.details.rows) == 1
    price = window.parts.price.lines
    assert len(price.groups) == 1
    desk.taken.clear()
    with qtbot.waitSignal(window.held):
        QTest.keyClick(window.parts.stock.rooms, ENTER)
    (item,) = desk.asked("make_quote")[-1].items
    assert (item.unit_ids, item.change) == (("dlx-102", "dlx-101"), CHANGE)
    assert (item.first_day, item.last_day, len(item.guests)) == (TODAY, TODAY + timedelta(days=5), 1)
    lines = desk.quotes[desk.asked("place_hold")[-1][0]].lines
    assert [line.unit_id for line in lines] == ["dlx-102"] * 2 + ["dlx-101"] * 3


def test_the_price_names_each_room_with_its_nights(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    desk.take(*ROOMS)
    desk.room_change = CHANGE
    window.start("dlx 5")
    qtbot.waitUntil(window.parts.stock.rooms.hasFocus)
    settled(window, qtbot)
    view = window.parts.price.lines._view
    assert view is not None
    assert group_title(view.groups[0]) == "Deluxe 102, 22–24 Nov, then 101, 24–27 Nov"


def test_a_change_of_room_waits_in_the_basket_as_one_line(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    desk.take(*ROOMS)
    desk.room_change = CHANGE
    window.start("dlx 5")
    qtbot.waitUntil(window.parts.stock.rooms.hasFocus)
    settled(window, qtbot)
    QTest.keyClick(window.parts.stock.rooms, ENTER, CTRL)
    settled(window, qtbot)
    assert len(window.session.sale.basket.entries) == 1
    window.refresh()
    settled(window, qtbot)
    assert window.session.sale.basket.items[0].change == CHANGE


def test_a_room_that_gets_free_for_every_night_takes_the_place_of_the_change(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    desk.take(*ROOMS)
    desk.room_change = CHANGE
    window.start("dlx 5")
    qtbot.waitUntil(window.parts.stock.rooms.hasFocus)
    settled(window, qtbot)
    del desk.taken["dlx-203"]
    window.refresh()
    settled(window, qtbot)
    assert (window.session.sale.choice.unit_ids, window.session.sale.choice.change) == (("dlx-203",), ())


def test_a_change_whose_room_others_took_is_told(window: QuoteWindow, desk: SmallDesk, qtbot: QtBot) -> None:
    desk.take(*ROOMS, state=CellState.SOLD)
    desk.room_change = CHANGE
    window.start("dlx 5")
    qtbot.waitUntil(window.parts.stock.rooms.hasFocus)
    settled(window, qtbot)
    desk.room_change = (RoomPart(UnitId("dlx-103"), TODAY, TODAY + timedelta(days=2)), CHANGE[1])
    window.refresh()
    settled(window, qtbot)
    assert window.session.sale.choice.rooms == ("dlx-103", "dlx-101")
    assert "102: taken by somebody else" in window.parts.bar.text
