"""The stock page, driven by keys only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.catalogue_words import ClosureKind
from desktop.services.domain.catalogue import CellState
from desktop.services.errors import SlotTaken
from desktop.ui.on_sale.unit_view import UnitState
from desktop.ui.routes import OpenDepartureRefunds
from desktop.ui.stock.stock_view import Act
from tests.ui.stock.small_stock import GOA, PAINTING, TODAY, SmallStock

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.stock.stock_window import StockWindow

Key = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
WEDDING = (date(2026, 11, 24), date(2026, 11, 26))


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def press(window: QWidget, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
    settle()


def enter(window: QWidget, *texts: str) -> None:
    for text in texts:
        QTest.keyClicks(QApplication.focusWidget() or window, text)
        # What was typed is seen before it is entered.
        QApplication.processEvents()
        press(window, Key.Key_Return)


def test_a_sale_is_stopped_with_four_entries(window: StockWindow, stock: SmallStock) -> None:
    enter(window, "dlx", "24-26 nov", "", "private wedding")
    assert stock.calls == [("stop_sale", "dlx", *WEDDING, True, "private wedding")]
    assert window.errors.text == "3 days are off sale."
    assert window.foot.primary.text() == "Sell 24–26 Nov again   F9"
    assert window.foot.reason.text == ""


def test_stopped_days_say_so_by_shape_word_and_reason(
    window: StockWindow, stock: SmallStock, snapshot: Callable[[QWidget], str]
) -> None:
    stock.stopped = {TODAY: "private wedding"}
    stock.cancelled = {date(2026, 11, 23)}
    enter(window, "dlx", "22 nov")
    text = snapshot(window)
    assert "Sun 22 Nov | 14:00 | 4,000.00 | 4 of 4 | ■ stopped: private wedding" in text
    assert "Mon 23 Nov | 14:00 | 4,000.00 | 4 of 4 | ✕ cancelled" in text
    assert "Tue 24 Nov | 14:00 | 4,000.00 | 4 of 4 | ● on sale" in text


def test_days_are_sold_again_without_a_reason(window: StockWindow, stock: SmallStock) -> None:
    stock.stopped = {TODAY: "wedding"}
    enter(window, "dlx", "today")
    press(window, Key.Key_F9)
    assert stock.calls == [("stop_sale", "dlx", TODAY, TODAY, False, "")]
    assert window.errors.text == "1 day is on sale again."


def test_nothing_is_stopped_without_a_reason(window: StockWindow, stock: SmallStock) -> None:
    enter(window, "dlx", "today")
    press(window, Key.Key_F9)
    assert stock.calls == []
    assert window.foot.reason.note == "▲ Say why, in a word or two."
    assert QApplication.focusWidget() is window.foot.reason.edit


def test_units_are_kept_back_by_their_numbers(window: StockWindow, stock: SmallStock) -> None:
    enter(window, "dlx", "24-26 nov", "201-202 204")
    assert window.foot.primary.text() == "Keep 201, 202, 204 back 24–26 Nov   F9"
    enter(window, "painting")
    assert stock.calls == [("block_units", "dlx", ("dlx-201", "dlx-202", "dlx-204"), *WEDDING, "painting")]
    assert window.errors.text == "201, 202, 204 kept back 24–26 Nov."
    assert window.blocks.rowCount() == 1


def test_units_are_chosen_on_the_map_as_well(window: StockWindow) -> None:
    enter(window, "goa21", "today")
    press(window, Key.Key_Down)
    press(window, Key.Key_Space)
    assert window.foot.units.text == "1A"
    assert window.foot.primary.text() == "Keep Seat 1A back 22 Nov   F9"


def test_what_is_not_free_is_told_at_the_field(window: StockWindow, stock: SmallStock) -> None:
    stock.taken = {"203": CellState.SOLD}
    enter(window, "dlx", "today", "203, 204")
    assert window.foot.units.note == "▲ Not free: 203."
    looks = [view.state for view in window.units.map.views.values()]
    assert looks == [UnitState.FREE, UnitState.FREE, UnitState.SOLD, UnitState.CHOSEN]
    window.foot.units.take_focus()
    enter(window, "999")
    assert window.foot.units.note == "▲ There is no 999 here."


def test_a_refusal_is_explained_and_the_entries_stay(window: StockWindow, stock: SmallStock) -> None:
    enter(window, "dlx", "today", "203")
    stock.failure = SlotTaken(names=["203"])
    enter(window, "painting")
    assert window.errors.text == "203: somebody else has just taken it. Choose another one."
    assert (window.foot.units.text, window.foot.reason.text) == ("203", "painting")


def test_a_block_is_lifted_from_the_list(window: StockWindow, stock: SmallStock) -> None:
    stock.blocks = [PAINTING]
    enter(window, "dlx", "24-26 nov")
    row = [window.blocks.model().index(0, column).data() for column in range(3)]
    assert row == ["204", "24–26 Nov", "painting"]
    window.blocks.setFocus()
    press(window, Key.Key_Delete)
    assert stock.calls == [("lift_block", "block-1")]
    assert window.errors.text == "204 on sale again."
    assert window.blocks.isHidden()


def test_delete_in_a_text_lifts_nothing(window: StockWindow, stock: SmallStock) -> None:
    stock.blocks = [PAINTING]
    enter(window, "dlx", "24-26 nov")
    press(window, Key.Key_Delete)
    assert stock.calls == []


def test_days_are_chosen_in_the_strip_with_shift(window: StockWindow, qtbot: QtBot) -> None:
    enter(window, "dlx")
    press(window, Key.Key_Down)
    press(window, Key.Key_Down)
    press(window, Key.Key_Down, SHIFT)
    assert window.days.text == "23 nov - 24 nov"
    assert window.days.note == "Mon 23 Nov – Tue 24 Nov, 2 days"
    qtbot.waitUntil(lambda: window.foot.primary.text() == "Stop the sale 23–24 Nov   F9")


def test_a_departure_is_cancelled_in_two_steps_and_leads_on_to_whom_it_hits(
    window: StockWindow, stock: SmallStock
) -> None:
    stock.taken = {"1A": CellState.SOLD, "1B": CellState.SOLD, "1C": CellState.HELD}
    opened: list[OpenDepartureRefunds] = []
    window.wanted.connect(opened.append)
    enter(window, "goa21", "24 nov")
    press(window, Key.Key_X, ALT)
    assert stock.calls == []
    assert window.foot.warning.text().startswith("▲ Goa 21:30 on Tue 24 Nov: 3 of 4 are taken.")
    enter(window, "landslide")
    assert stock.calls == [], "Enter in the reason leads to the button, the button cancels"
    press(window, Key.Key_Return)
    assert stock.calls == [("cancel_departure", "goa21", date(2026, 11, 24), "landslide")]
    assert opened == [OpenDepartureRefunds(GOA.id, "Goa 21:30", date(2026, 11, 24), "landslide")]
    assert window.foot.view.primary is Act.REFUND


def test_escape_takes_a_cancellation_back_before_it_leaves_the_page(
    window: StockWindow, stock: SmallStock
) -> None:
    left: list[bool] = []
    window.back.connect(lambda: left.append(True))
    enter(window, "goa21", "24 nov")
    press(window, Key.Key_X, ALT)
    press(window, Key.Key_Escape)
    assert window.foot.warning.isHidden()
    assert left == []
    press(window, Key.Key_Escape)
    assert left == [True]
    assert stock.calls == []


def test_another_day_takes_a_cancellation_back(window: StockWindow) -> None:
    enter(window, "goa21", "24 nov")
    press(window, Key.Key_X, ALT)
    window.days.take_focus()
    enter(window, "25 nov")
    assert window.foot.warning.isHidden()
    assert window.foot.primary.text() == "Stop the sale 25 Nov   F9"


def test_rooms_have_no_departure_to_cancel(window: StockWindow, stock: SmallStock) -> None:
    enter(window, "dlx", "24 nov")
    press(window, Key.Key_X, ALT)
    assert window.foot.warning.isHidden()
    assert stock.calls == []


def test_days_that_mean_nothing_are_told_at_the_field(window: StockWindow) -> None:
    enter(window, "dlx", "never")
    assert window.days.note == "▲ “never” is no day. Try 24 nov, 24-26 nov, sat, +3 or today."
    window.days.take_focus()
    enter(window, "2026-11-26 - 2026-11-24")
    assert window.days.note == "▲ The last day is before the first one."


def test_what_is_not_sold_is_told_at_the_field(window: StockWindow) -> None:
    enter(window, "zeppelin")
    assert window.what.note == "▲ The desk sells nothing called “zeppelin”."


def test_a_change_elsewhere_is_seen_and_keeps_what_was_typed(window: StockWindow, stock: SmallStock) -> None:
    enter(window, "dlx", "today", "203, 204")
    QTest.keyClicks(window.foot.reason.edit, "pain")
    stock.taken = {"203": CellState.HELD}
    window.refresh()
    settle()
    assert window.foot.reason.text == "pain"
    assert window.foot.primary.text() == "Keep Room 204 back 22 Nov   F9"


def test_a_stop_of_days_without_a_price_says_how_many_it_covers(
    window: StockWindow, stock: SmallStock
) -> None:
    stock.priced = 1
    enter(window, "dlx", "24-26 nov", "", "private wedding")
    assert window.errors.text == "Off sale 24–26 Nov: 3 days, 1 of them were on sale."


def test_a_stop_stands_in_the_list_and_is_lifted_there(window: StockWindow, stock: SmallStock) -> None:
    stock.blocks = [replace(PAINTING, unit_names=(), kind=ClosureKind.STOP)]
    enter(window, "dlx", "24-26 nov")
    assert window.blocks.model().index(0, 0).data() == "■ sale stopped"
    window.blocks.setFocus()
    press(window, Key.Key_Delete)
    assert stock.calls == [("lift_block", "block-1")]
    assert window.errors.text == "The stop 24–26 Nov is lifted."
