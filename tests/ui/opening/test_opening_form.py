"""The form of the first live start, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.services.domain.house import Asked, Business, HouseTold
from desktop.services.domain.recovery_code import bare_recovery_code
from desktop.ui.opening.opening_form import OpeningForm
from desktop.ui.theme import apply_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    Shown = Callable[[Asked], tuple[OpeningForm, list[HouseTold]]]

Key = Qt.Key
LINES = (
    *("Sahyadri Stays", "12 MG Road", "", "Panaji 403001", "goa"),
    *("D1", "Front desk", "90", "Meena Naik", "730264", "730264"),
)


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def enter(form: OpeningForm, text: str) -> None:
    """Type over the field that has the focus, then Enter."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClick(field, Key.Key_Backspace)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Key.Key_Return)
    settle()


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    def show(asked: Asked) -> tuple[OpeningForm, list[HouseTold]]:
        form = OpeningForm(asked, "D1")
        qtbot.addWidget(form)
        told: list[HouseTold] = []
        form.told.connect(told.append)
        with qtbot.waitActive(form):
            form.show()
        settle()
        return form, told

    return show


def test_enter_walks_through_every_field_and_opens_the_desk(shown: Shown) -> None:
    form, told = shown(Asked.HOUSE)
    for line in LINES:
        enter(form, line)
    assert form.go.hasFocus()
    assert told == []
    QTest.keyClick(form.go, Key.Key_Return)
    (house,) = told
    assert house.business == Business("Sahyadri Stays", ("12 MG Road", "Panaji 403001"), "30")
    assert (house.desk_code, house.desk_name) == ("D1", "Front desk")
    assert house.manager is not None
    assert (house.manager.code, house.manager.name, house.manager.pin) == ("90", "Meena Naik", "730264")
    assert bare_recovery_code(house.manager.recovery_code)
    assert "730264" not in repr(house)
    assert house.manager.recovery_code not in repr(house)


@pytest.mark.parametrize(
    ("place", "typed", "said"),
    [
        (0, "  ", "Enter the name of the business."),
        (1, "", "Enter the address"),
        (4, "Atlantis", "“Atlantis” is no State of today"),
        (4, "", "Enter the State"),
        (5, "D-12", "one to four letters or figures"),
        (5, "DESK1", "one to four letters or figures"),
        (7, "9", "A code has two figures."),
        (9, "12345", "A PIN has six figures."),
        (9, "121212", "tried first"),
        (10, "730265", "The two PINs differ"),
    ],
)
def test_each_mistake_is_told_at_its_field_and_the_rest_stays(
    shown: Shown, place: int, typed: str, said: str
) -> None:
    form, told = shown(Asked.HOUSE)
    for line in (*LINES[:place], typed):
        enter(form, line)
    boxes = list(form.fields.boxes.values())
    assert said in boxes[place].note
    assert boxes[place].edit.hasFocus()
    for line in LINES[place:]:
        enter(form, line)
    QTest.keyClick(form.go, Key.Key_Return)
    assert len(told) == 1
    assert boxes[0].text == LINES[0]


def test_f9_leads_to_what_is_missing(shown: Shown) -> None:
    form, told = shown(Asked.HOUSE)
    for line in LINES[:5]:
        enter(form, line)
    QTest.keyClick(form, Key.Key_F9)
    assert form.fields.boxes["desk_name"].edit.hasFocus()
    assert told == []


def test_what_the_books_refuse_is_told_and_nothing_is_lost(shown: Shown) -> None:
    form, told = shown(Asked.HOUSE)
    for line in LINES:
        enter(form, line)
    QTest.keyClick(form.go, Key.Key_Return)
    QTest.keyClick(form, Key.Key_Escape)  # the desk is opening just now
    assert not form.isHidden()
    form.not_opened("The disk is full.")
    assert form.errors.text == "The disk is full."
    assert [box.text for box in form.fields.boxes.values()] == list(LINES)
    form.go.setFocus()
    QTest.keyClick(form.go, Key.Key_Return)
    assert len(told) == 2
    assert told[0].manager == told[1].manager


def test_escape_leaves_and_keeps_no_pin(shown: Shown) -> None:
    form, told = shown(Asked.HOUSE)
    for line in LINES:
        enter(form, line)
    rejected: list[bool] = []
    form.rejected.connect(lambda: rejected.append(True))
    QTest.keyClick(form, Key.Key_Escape)
    assert (rejected, told) == ([True], [])
    assert form.fields.boxes["pin"].text == ""


def test_a_second_desk_is_asked_for_its_name_alone(shown: Shown) -> None:
    form, told = shown(Asked.DESK)
    assert list(form.fields.boxes) == ["desk_name"]
    enter(form, "Gate")
    QTest.keyClick(form.go, Key.Key_Return)
    assert told == [HouseTold("D1", "Gate")]


def test_a_pin_is_never_shown(shown: Shown, snapshot: Callable[[OpeningForm], str]) -> None:
    form, _told = shown(Asked.HOUSE)
    for line in LINES:
        enter(form, line)
    for name in ("pin", "pin_again"):
        assert form.fields.boxes[name].edit.echoMode() is QLineEdit.EchoMode.Password
        assert "730264" not in form.fields.boxes[name].edit.displayText()


@pytest.mark.parametrize("zoom", [0.75, 1.0, 2.0])
def test_it_fits_a_small_screen(shown: Shown, qapp: QApplication, zoom: float) -> None:
    apply_theme(qapp, "light", zoom)
    form, _told = shown(Asked.HOUSE)
    room = form.screen().availableSize()
    assert form.width() <= room.width()
    assert form.height() <= room.height()
    assert not form.go.visibleRegion().isEmpty()
