"""Under another layout letters are keys by their place, and what is typed into a field stays text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from desktop.ui import routes
from desktop.ui.keys.key_places import EVDEV, latin_sign
from desktop.ui.preferences import Preferences
from tests.ui.hand import HINDI

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.keys.busy_desk import BusyDesk

PLACE = {sign: code for code, sign in EVDEV.items()}


def key(text: str, at: str) -> QKeyEvent:
    """A key that types `text` at the place of a letter."""
    none = Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, ord(text[0]), none, PLACE[at], 0, 0, text)


@pytest.mark.parametrize(
    ("text", "at", "meant"),
    [("म", "C", "C"), ("े", "S", "S"), ("१", "1", "1"), ("©", "C", ""), ("₹", "4", ""), ("c", "J", "C")],
    ids=["letter", "vowel sign", "figure", "AltGr and C", "rupee sign", "another Latin layout"],
)
def test_a_letter_is_the_one_on_its_key_and_a_sign_is_none(text: str, at: str, meant: str) -> None:
    assert latin_sign(key(text, at)) == meant


def test_a_room_is_found_by_figures_of_any_script(busy_desk: BusyDesk) -> None:
    busy_desk.open("quote")
    rooms = busy_desk.window.pages.make(busy_desk.window.pages.quote).parts.stock.rooms
    for sign, at in zip("२०३", "203", strict=True):
        rooms.keyPressEvent(key(sign, at))
    assert rooms.views[rooms.current].unit.name == "203"


def test_a_seat_is_found_by_the_letter_on_its_key(busy_desk: BusyDesk) -> None:
    busy_desk.go(routes.OpenQuote(f"goa21 {busy_desk.counter.day(4):%d %b}"))
    coach = busy_desk.window.pages.make(busy_desk.window.pages.quote).parts.stock.coach
    coach.keyPressEvent(key("4", "4"))
    coach.keyPressEvent(key(HINDI["B"], "B"))
    assert coach.views[coach.current].unit.name == "4B"


def test_a_name_typed_in_hindi_stays_a_name(busy_desk: BusyDesk) -> None:
    busy_desk.go(routes.OpenCustomer("9812345678"))
    page = busy_desk.window.pages.make(busy_desk.window.pages.customer)
    busy_desk.hand.layout = HINDI
    page.name.setFocus()
    busy_desk.hand.type("rmk")
    assert page.name.text() == HINDI["R"] + HINDI["M"] + HINDI["K"]
    assert (busy_desk.window.pages.name, busy_desk.shown.done) == ("customer", [])


def test_a_desk_with_tools_that_type_turns_scans_off_in_its_settings_file(tmp_path: Path) -> None:
    file = tmp_path / "Counterfoil.conf"
    assert Preferences(file).reads_scans
    file.write_text("[General]\nscanner=off\n", encoding="utf-8")
    assert not Preferences(file).reads_scans
