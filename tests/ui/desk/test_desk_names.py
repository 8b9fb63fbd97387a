"""A screen reader finds a name on everything that can be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from desktop.ui.desk.board_view import BoardRowButton
from desktop.ui.routes import GoHome, OpenCustomer, Route

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.ui.desk_window import DeskWindow

USED = (
    QAccessible.Role.Button,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
    QAccessible.Role.SpinBox,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.List,
    QAccessible.Role.Table,
)
PARTS_OF_OTHERS = ("qt_spinbox_lineedit",)


def everything(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for index in range(node.childCount()):
        child = node.child(index)
        if child is not None and child.isValid():
            yield child
            yield from everything(child)


def unnamed(window: QWidget) -> list[str]:
    """Controls on the screen without a name, or with only their value as a name."""
    root = QAccessible.queryAccessibleInterface(window)
    if root is None:
        raise AssertionError("the window has no place in the accessibility tree")
    found = []
    for node in everything(root):
        thing = node.object()
        if node.role() not in USED or not isinstance(thing, QWidget) or thing.isHidden():
            continue
        name = node.text(QAccessible.Text.Name)
        if thing.objectName() not in PARTS_OF_OTHERS and not name.strip():
            found.append(f"{type(thing).__name__} {thing.objectName()}")
    return found


@pytest.mark.parametrize("route", [GoHome(), OpenCustomer()], ids=["home", "customer"])
def test_no_control_is_without_a_name(desk: DeskWindow, qtbot: QtBot, route: Route) -> None:
    QAccessible.setActive(True)
    qtbot.waitUntil(lambda: len(desk.home.findChildren(BoardRowButton)) == 10)
    if desk.work is None:
        raise AssertionError("the desk works")
    desk.work.links.go(route)
    assert unnamed(desk) == []


def test_a_row_of_the_board_is_read_as_a_whole(desk: DeskWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(desk.home.findChildren(BoardRowButton)) == 10)
    row = desk.home.findChildren(BoardRowButton)[0]
    assert row.accessibleName() == "STD Standard 14 free 2,400.00"
