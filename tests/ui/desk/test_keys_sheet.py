"""The sheet of keys names every key, fits at every zoom, and gives examples that are understood."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.states import Kind
from desktop.ui.desk.keys_overlay import KeysOverlay
from desktop.ui.payment.tender_block import METHOD_KEYS
from desktop.ui.theme import apply_theme
from desktop.ui.typed.day_text import parse_stay
from desktop.ui.typed.party_text import parse_party

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget

    from desktop.ui.desk_window import DeskWindow

TODAY = date(2026, 11, 22)


def open_sheet(desk: DeskWindow) -> KeysOverlay:
    QTest.keyClick(desk.focusWidget() or desk, Qt.Key.Key_F1)
    sheet = desk.findChild(KeysOverlay)
    assert sheet is not None
    return sheet


def test_every_letter_of_the_pages_stands_on_it(desk: DeskWindow, snapshot: Callable[[QWidget], str]) -> None:
    shown = snapshot(open_sheet(desk))
    assert f'label "{" ".join(METHOD_KEYS.values())}"' in shown
    for letter in "WSPXM":
        assert f'label "{letter}"' in shown


def test_its_examples_of_days_and_numbers_are_understood(
    desk: DeskWindow, snapshot: Callable[[QWidget], str]
) -> None:
    shown = snapshot(open_sheet(desk))
    for day in ("24 nov", "24-26 nov", "24/11", "sat", "tomorrow", "+3"):
        assert f"   {day}" in shown or f"  {day}" in shown
        assert parse_stay(day, TODAY) is not None
    assert "2n 2r 2a1c" in shown
    assert parse_party("2n 2r 2a1c", Kind.ROOM) is not None


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("zoom", [0.75, 1.0, 1.5, 2.0])
def test_it_fits_a_small_screen(desk: DeskWindow, qapp: QApplication, zoom: float, language: str) -> None:
    if language == "hi":
        desk.switch_language()
    apply_theme(qapp, "light", zoom)
    desk.resize(1366, 768)
    sheet = open_sheet(desk)
    for _ in range(5):
        qapp.processEvents()
    needed = sheet.sizeHint()
    assert (sheet.width(), sheet.height()) == (needed.width(), needed.height())
    assert desk.rect().contains(sheet.geometry())
