"""A screen reader finds every amount as the value of something with a name, and every seat as a child."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from db.ids import UnitId
from desktop.services.domain.catalogue import CellState
from desktop.services.domain.today import Today
from desktop.ui.desk.side_column import SideColumn
from desktop.ui.on_sale.coach_map import CoachMap
from desktop.ui.on_sale.unit_handles import UnitHandle
from desktop.ui.payment.customer_display import CustomerDisplay, DisplayView, Facing
from desktop.ui.quote.quote_window import QuoteWindow
from desktop.ui.steady_clock import NodeTime
from tests.ui.pages.test_pages_fit import PAGES, settle
from tests.ui.quote.small_desk import SmallDesk
from tests.ui.sample_bookings import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

AMOUNT = re.compile(r"[-+₹]*[\d,]+\.\d\d")
Text = QAccessible.Text


def tree(thing: QObject) -> Iterator[QAccessibleInterface]:
    def below(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
        for index in range(node.childCount()):
            child = node.child(index)
            if child is not None and child.isValid():
                yield child
                yield from below(child)

    root = QAccessible.queryAccessibleInterface(thing)
    assert root is not None
    yield from below(root)


def amounts(page: QWidget) -> dict[str, str]:
    """Return the visible amounts by their names; an amount without a name has itself for one."""
    found = {}
    for node in tree(page):
        thing = node.object()
        if isinstance(thing, QLabel) and thing.isVisibleTo(page) and AMOUNT.fullmatch(thing.text().strip()):
            found[node.text(Text.Name)] = node.text(Text.Value)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_every_amount_of_every_page_is_the_value_of_a_name(name: str, qtbot: QtBot, runner: Runner) -> None:
    page = PAGES[name](runner)
    qtbot.addWidget(page)
    page.show()
    settle()
    found = amounts(page)
    assert {said: value for said, value in found.items() if AMOUNT.search(said) or not said.strip()} == {}
    assert all(AMOUNT.fullmatch(value) for value in found.values())


def test_the_payment_page_tells_total_wallet_and_what_is_left(qtbot: QtBot, runner: Runner) -> None:
    page = PAGES["payment by UPI"](runner)
    qtbot.addWidget(page)
    page.show()
    settle()
    found = amounts(page)
    assert (found["Total"], found["Left to pay"]) == ("8,400.00", "3,400.00")


def test_the_numbers_of_the_day_are_values(qtbot: QtBot) -> None:
    column = SideColumn()
    qtbot.addWidget(column)
    column.show_today(Today(NOW, (), 14, 6_214_500, 2, 0), NodeTime(NOW))
    column.show()
    assert amounts(column)["Amount sold today"] == "62,145.00"


def test_the_plan_of_a_cancellation_is_read_by_tender_and_column(qtbot: QtBot, runner: Runner) -> None:
    page = PAGES["cancellation of lines"](runner)
    qtbot.addWidget(page)
    page.show()
    settle()
    found = amounts(page)
    assert found["Pune-Goa 21:30 3A Sat 28 Nov · Asha Rao"] == "1,575.00"
    assert (found["cash, paid"], found["cash, back"]) == ("18,900.00", "1,575.00")
    assert (found["together, back"], found["kept"]) == ("1,575.00", "0.00")


def test_the_customers_own_screen_says_what_the_amount_is(qtbot: QtBot) -> None:
    display = CustomerDisplay(practice=False)
    qtbot.addWidget(display)
    display.show()
    display.show_view(DisplayView(Facing.AMOUNT, 340_000, "", None), None)
    assert amounts(display) == {"To pay": "₹3,400.00"}


def seats(window: QuoteWindow) -> dict[str, QAccessibleInterface]:
    """Return the units that can be seen, by the first part of their names."""
    map_ = window.parts.stock.page
    handles = (node for node in tree(map_) if isinstance(node.object(), UnitHandle))
    return {node.text(Text.Name).split(",")[0]: node for node in handles}


@pytest.fixture
def quote(qtbot: QtBot, runner: Runner) -> QuoteWindow:
    """The quote of a coach, in which seats are held, sold and blocked."""
    desk = SmallDesk()
    desk.take("goa21-2B", state=CellState.HELD, holder="D2", seconds=95)
    desk.take("goa21-2C")
    desk.take("goa21-2D", state=CellState.BLOCKED, holder="broken recliner")
    window = QuoteWindow(desk.services(), runner)
    qtbot.addWidget(window)
    window.resize(1090, 640)
    window.show()
    window.start("goa21 tomorrow 1")
    qtbot.waitUntil(
        lambda: isinstance(window.parts.stock.page, CoachMap) and bool(window.parts.stock.coach.handles)
    )
    return window


def test_seats_are_children_with_names_and_states(quote: QuoteWindow) -> None:
    found = seats(quote)
    said = {name: node.text(Text.Name) for name, node in found.items()}
    assert re.fullmatch(r"Seat 1A, window, chosen, [\d,]+\.00", said["Seat 1A"])
    assert re.fullmatch(r"Seat 4D, window, free, [\d,]+\.00", said["Seat 4D"])
    assert said["Seat 2B"] == "Seat 2B, held, D2"
    assert said["Seat 2D"].endswith("blocked, broken recliner")
    assert [name for name, node in found.items() if node.state().selected] == ["Seat 1A"]
    off = {name for name, node in found.items() if node.state().disabled}
    assert off == {"Seat 2B", "Seat 2C", "Seat 2D"}
    assert all(not node.rect().isEmpty() for node in found.values())


def test_another_seat_is_chosen_by_its_action(quote: QuoteWindow, qtbot: QtBot) -> None:
    seat, chosen = seats(quote)["Seat 4D"], seats(quote)["Seat 1A"]
    action = seat.actionInterface()
    assert action.actionNames() == [action.pressAction()]
    action.doAction(action.pressAction())
    qtbot.waitUntil(lambda: bool(seat.state().selected))
    assert not chosen.state().selected
    assert UnitId("goa21-4D") in quote.session.sale.choice.unit_ids


def test_a_taken_seat_has_no_action(quote: QuoteWindow) -> None:
    action = seats(quote)["Seat 2C"].actionInterface()
    assert action.actionNames() == []
    action.doAction(action.pressAction())
    assert quote.session.sale.choice.unit_ids == (UnitId("goa21-1A"),)


def test_the_mouse_reaches_the_map_below_its_children(quote: QuoteWindow, qtbot: QtBot) -> None:
    coach = quote.parts.stock.coach
    middle = coach.boxes[UnitId("goa21-4D")].center().toPoint()
    QTest.mouseClick(coach, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.waitUntil(lambda: UnitId("goa21-4D") in quote.session.sale.choice.unit_ids)
    assert coach.childAt(middle) is None
