"""The real review: filters that apply at once, a list that grows, a story, and a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.ids import BookingReference
from db.states import BookingState, Kind
from desktop.services.domain.review import ReviewFilter
from desktop.services.errors import DatabaseLost
from desktop.ui.review.review_view import Column, Period
from desktop.ui.review.review_window import ReviewWindow
from desktop.ui.review.save_csv import save_lines
from desktop.ui.routes import OpenBooking, Route

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.review.conftest import FakeDesk

    Open = Callable[[], ReviewWindow]


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def press(window: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key)
    settle()


def test_it_opens_with_the_last_seven_days(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    wanted = ReviewFilter(first_day=date(2026, 11, 16), last_day=date(2026, 11, 22))
    assert desk.asked[0] == (wanted, None)
    assert window.filters.periods[Period.WEEK].isChecked()
    assert "250 found" in window.totals.text()


def test_filters_apply_at_once_and_combine(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    window.filters.kinds[Kind.BUS].click()
    window.filters.states[BookingState.CANCELLED].click()
    window.filters.states[BookingState.CONFIRMED].click()
    window.filters.periods[Period.ALL].click()
    settle()
    assert desk.asked[-1][0] == ReviewFilter(
        kinds=frozenset({Kind.BUS}),
        states=frozenset({BookingState.CANCELLED, BookingState.CONFIRMED}),
    )
    shown = {window.model.index(row, 2).data() for row in range(window.model.rowCount())}
    assert shown == {"✓ confirmed", "✕ cancelled"}


def test_desks_can_be_chosen_once_there_are_several(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    window.filters.desks["D2"].click()
    settle()
    assert desk.asked[-1][0].desk_codes == frozenset({"D2"})
    assert "125 found" in window.totals.text()


def test_typing_asks_once_when_it_pauses(desk: FakeDesk, open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    before = len(desk.asked)
    window.filters.text.setFocus()
    QTest.keyClicks(window.filters.text, "imran")
    assert len(desk.asked) == before
    qtbot.waitUntil(lambda: len(desk.asked) > before)
    settle()
    assert desk.asked[-1][0].text == "imran"
    assert len(desk.asked) == before + 1


def test_the_list_grows_page_by_page_to_its_end(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    assert window.model.rowCount() == 100
    for _ in range(3):
        window.table.scrollToBottom()
        settle()
    assert window.model.rowCount() == 250
    assert [after for _, after in desk.asked] == [None, "100", "200"]
    assert window.table.currentIndex().row() == 0


def test_the_story_follows_the_cursor(desk: FakeDesk, open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    qtbot.waitUntil(lambda: desk.told == ["booking-0"])
    window.table.setFocus()
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: desk.told[-1] == "booking-2")
    settle()
    assert window.story.head.text() == "Story of BK-000002"
    cells = [
        [item.text() if (item := window.story.table.item(row, column)) else "" for column in (2, 3)]
        for row in range(window.story.table.rowCount())
    ]
    assert cells[0] == ["Held for ten minutes", "total 8,400.00, expires 22 Nov 10:52:00"]
    assert cells[2] == ["Ledger: payment", "wallet 5,000.00, sales -5,000.00"]


def test_enter_opens_the_booking_and_escape_goes_back(open_window: Open) -> None:
    window = open_window()
    opened: list[Route] = []
    left: list[bool] = []
    window.wanted.connect(opened.append)
    window.back.connect(lambda: left.append(True))
    window.table.setFocus()
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Escape)
    assert opened == [OpenBooking(BookingReference("BK-000001"))]
    assert left == [True]


def test_typing_in_the_list_searches(open_window: Open) -> None:
    window = open_window()
    window.table.setFocus()
    QTest.keyClicks(window.table, "g")
    assert window.filters.text.text() == "g"
    assert window.filters.text.hasFocus()
    press(window, Qt.Key.Key_Return)
    assert window.table.hasFocus()


def test_an_empty_list_says_so_and_offers_the_way_out(
    desk: FakeDesk, open_window: Open, snapshot: Callable[[QWidget], str]
) -> None:
    desk.rows = ()
    window = open_window()
    assert window.splitter.isHidden()
    assert 'label "No booking matches these filters."' in snapshot(window)
    window.empty_button.click()
    settle()
    assert desk.asked[-1][0] == ReviewFilter()
    assert 'label "Nothing has been booked yet."' in snapshot(window)
    assert window.empty_button.isHidden()


def test_refreshing_keeps_the_chosen_booking(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    window.table.setCurrentIndex(window.model.index(5, 0))
    desk.rows = desk.rows[2:]
    window.refresh()
    settle()
    row = window.model.row_at(window.table.currentIndex().row())
    assert row is not None
    assert row.reference == "BK-000005"


def test_a_lost_database_leaves_the_rows_where_they_are(desk: FakeDesk, open_window: Open) -> None:
    window = open_window()
    desk.failure = DatabaseLost()
    window.refresh()
    settle()
    assert window.error_bar.text
    assert window.model.rowCount() == 100


def test_what_is_listed_is_saved_as_a_whole_file(open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    window.filters.kinds[Kind.TOUR].click()
    settle()
    window.save()
    settle()
    files = list((tmp_path / "lists").iterdir())
    assert len(files) == 1
    assert str(files[0]) in window.error_bar.text
    lines = files[0].read_bytes().decode("utf-8-sig").split("\r\n")
    assert lines[0] == "reference,total"
    assert len(lines) == 1 + 83 + 1


def test_a_file_that_cannot_be_written_is_told(open_window: Open, tmp_path: Path) -> None:
    (tmp_path / "lists").write_text("in the way")
    window = open_window()
    window.save()
    settle()
    assert "could not be written" in window.error_bar.text
    assert window.save_button.isEnabled()


def test_a_failing_export_leaves_no_file_behind(tmp_path: Path) -> None:
    def lines() -> object:
        yield "reference\r\n"
        raise DatabaseLost

    with pytest.raises(DatabaseLost):
        save_lines(lines(), tmp_path, "bookings")  # type: ignore[arg-type]  # a generator of text
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    first = save_lines(["a"], tmp_path, "bookings")
    second = save_lines(["b"], tmp_path, "bookings")
    assert (first.name, second.name) == ("bookings.csv", "bookings 2.csv")


def test_a_narrow_window_leaves_out_columns_instead_of_scrolling_sideways(open_window: Open) -> None:
    window = open_window()
    names = list(Column)
    window.resize(1400, 640)
    settle()
    assert not any(window.table.isColumnHidden(at) for at in range(len(names)))
    window.resize(620, 640)
    settle()
    shown = [name for at, name in enumerate(names) if not window.table.isColumnHidden(at)]
    assert {Column.REFERENCE, Column.STATE, Column.TITLE, Column.TOTAL} <= set(shown)
    assert window.table.horizontalHeader().length() <= window.table.viewport().width()
