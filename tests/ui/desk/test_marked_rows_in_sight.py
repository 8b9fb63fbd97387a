"""The marked row of a long list stays in sight when the list becomes lower or its rows higher."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTableWidget, QWidget

from db.ids import CustomerId, SlotId
from desktop.services.domain.catalogue import DaySale
from desktop.services.domain.people import Customer
from desktop.ui.cases.rules_panel import RulesPanel
from desktop.ui.commands import ServeCustomer, Suggestion
from desktop.ui.counter_acts.act_table import ActTable
from desktop.ui.departures.refund_table import RefundTable
from desktop.ui.desk.hold_list import HoldList
from desktop.ui.desk.suggestion_list import SuggestionList
from desktop.ui.quote.search.customer_panel import CustomerPanel
from desktop.ui.steady_clock import NodeTime
from desktop.ui.stock.block_table import BlockTable
from desktop.ui.stock.sale_table import SaleTable
from desktop.ui.theme import apply_theme
from tests.ui.desk.conftest import NOW
from tests.ui.desk.test_many_holds import sixty
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

MARKED = 40


def holds() -> QAbstractItemView:
    made = HoldList()
    made.show_holds(sixty(), NodeTime(NOW, lambda: 0.0))
    made.setCurrentIndex(made.holds.index(MARKED))
    return made


def days() -> QAbstractItemView:
    made, start = SaleTable("Asia/Kolkata"), datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
    moments = [start + timedelta(days=ahead) for ahead in range(60)]
    sales = tuple(
        DaySale(SlotId(str(at)), at.date(), at, 4_000_00, 4, 4, False, "", False, at) for at in moments
    )
    made.show_sales(sales, "Asia/Kolkata", sales[MARKED].day, sales[MARKED].day)
    return made


def table(made: QTableWidget) -> QAbstractItemView:
    made.setRowCount(60)
    made.setCurrentCell(MARKED, 0)
    return made


LISTS: dict[str, Callable[[], QAbstractItemView]] = {
    "holds": holds,
    "days of the stock page": days,
    "blocks": lambda: table(BlockTable()),
    "money of a departure": lambda: table(RefundTable()),
    "counter-acts": lambda: table(ActTable("Asia/Kolkata")),
}


def row_is_seen(view: QAbstractItemView) -> bool:
    return view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())


@pytest.mark.parametrize("name", LISTS)
def test_the_marked_row_stays_in_sight(qtbot: QtBot, name: str) -> None:
    stays_in_sight(LISTS[name](), qtbot)


def test_the_marked_rule_stays_in_sight(qtbot: QtBot, runner: Runner) -> None:
    panel = RulesPanel(sample_services(), runner)
    qtbot.addWidget(panel)
    rules = panel.list
    rules.setParent(None)
    rules.addItems([str(number) for number in range(60)])
    rules.setCurrentRow(MARKED)
    stays_in_sight(rules, qtbot)


def stays_in_sight(view: QAbstractItemView, qtbot: QtBot) -> None:
    qtbot.addWidget(view)
    view.resize(700, 5_000)
    with qtbot.waitExposed(view):
        view.show()
    view.resize(700, 160)
    qtbot.waitUntil(lambda: row_is_seen(view), timeout=3000)


def test_suggestions_never_run_out_of_a_low_window(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light", 2.0)
    window = QWidget()
    qtbot.addWidget(window)
    field, found = QLineEdit(window), SuggestionList(window)
    window.resize(800, 300)
    with qtbot.waitExposed(window):
        window.show()
    goal = ServeCustomer(CustomerId("c"))
    found.show_below(field, [Suggestion(goal, f"Asha {number}") for number in range(7)])
    for _ in range(6):
        found.step(1)
    assert found.geometry().bottom() <= window.height()
    qtbot.waitUntil(lambda: row_is_seen(found), timeout=3000)


def test_the_marked_match_stays_in_sight_where_a_sale_asks_for_whom(qtbot: QtBot, runner: Runner) -> None:
    people = tuple(
        Customer(CustomerId(f"c{number}"), f"+91987650000{number}", "Asha Rao", 0) for number in range(5)
    )
    panel = CustomerPanel(sample_services(), runner)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    panel._set_found(people)
    panel._steer(4)
    panel.matches.setFixedHeight(40)
    qtbot.waitUntil(lambda: row_is_seen(panel.matches), timeout=3000)
