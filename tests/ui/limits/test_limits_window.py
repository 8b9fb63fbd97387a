"""The limits page by keys: every act in words, changed by Enter, refused where it is nonsense."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.states import Role
from desktop.services.domain.permission import ALWAYS, NEVER, Allowed, Limit, ManagerAct, usual
from desktop.ui.act_words import act_words
from desktop.ui.commands import suggest
from desktop.ui.limits.limit_text import limit_text, read_limit, typed_text
from desktop.ui.limits.limits_window import LimitsWindow
from desktop.ui.routes import OpenLimits
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from db.actor import Actor
    from desktop.ui.runner import Runner

Key = Qt.Key


class House:
    """What the house has set."""

    def __init__(self) -> None:
        self.rows: dict[tuple[Role, ManagerAct], Allowed] = {}

    def limits(self) -> tuple[Limit, ...]:
        return tuple(
            Limit(role, act, self.rows.get((role, act), usual(role, act)), (role, act) in self.rows)
            for act in ManagerAct
            for role in Role
        )

    def put(self, role: Role, act: ManagerAct, allowed: Allowed, *, actor: Actor) -> None:
        self.rows[(role, act)] = allowed


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def page(house: House, qtbot: QtBot, runner: Runner) -> LimitsWindow:
    services = replace(sample_services(), list_limits=house.limits, set_limit=house.put)
    page = LimitsWindow(services, runner)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    page.refresh()
    page.setFocus()
    settle()
    return page


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def press(page: LimitsWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or page, key)
        settle()


def test_every_act_has_words(page: LimitsWindow) -> None:
    assert act_words().keys() == set(ManagerAct)
    assert page.table.rowCount() == len(ManagerAct)
    assert len(set(act_words().values())) == len(ManagerAct)


def test_a_limit_is_set_by_keys(page: LimitsWindow, house: House) -> None:
    page.table.setCurrentCell(page.table.acts.index(ManagerAct.PAY_OUT), 1)
    press(page, Key.Key_Return)
    assert page.field.text() == "500.00"
    QTest.keyClicks(page.field, "750 20%")
    press(page, Key.Key_Return)
    assert house.rows == {(Role.CLERK, ManagerAct.PAY_OUT): Allowed(True, 750_00, 20)}
    item = page.table.item(page.table.currentRow(), 1)
    assert item is not None
    assert item.text() == "up to 750.00   20%  •"


def test_esc_leaves_a_limit_as_it_is(page: LimitsWindow, house: House) -> None:
    left: list[bool] = []
    page.back.connect(lambda: left.append(True))
    press(page, Key.Key_Return)
    QTest.keyClicks(page.field, "always")
    press(page, Key.Key_Escape)
    assert (house.rows, left, page.asked.isHidden()) == ({}, [], True)
    press(page, Key.Key_Escape)
    assert left == [True]


def test_nonsense_is_told(page: LimitsWindow, house: House) -> None:
    press(page, Key.Key_Return)
    for text in ("-5", "5%%", "1 2", "perhaps", ""):
        page.field.setText(text)
        press(page, Key.Key_Return)
        assert "no limit" in page.error_bar.text
    assert house.rows == {}


@pytest.mark.parametrize(
    "allowed", [NEVER, ALWAYS, Allowed(True, 1_234_50), Allowed(True, None, 5), Allowed(True, 99_00, 100)]
)
def test_what_is_shown_can_be_typed(allowed: Allowed) -> None:
    assert read_limit(typed_text(allowed)) == allowed
    assert limit_text(allowed)


def test_the_page_has_a_word() -> None:
    assert any(one.goal == OpenLimits() for one in suggest("limits", (), (), ()))
