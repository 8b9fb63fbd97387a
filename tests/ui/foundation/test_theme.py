"""Both themes can be read, and everything follows a change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.ui import style_sheet, tokens
from desktop.ui.preferences import Preferences
from desktop.ui.theme import apply_theme, color, scaled, set_role, theme

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pytestqt.qtbot import QtBot

THEMES = {"light": tokens.LIGHT, "dark": tokens.DARK}
GROUNDS = ("window", "surface", "panel")
TEXT = (
    *((ink, ground) for ink in ("ink", "muted", "ok", "warning", "danger", "accent") for ground in GROUNDS),
    *((ink, "surface") for ink in ("free", "held", "sold", "blocked", "ladies")),
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    ("on_band", "band"),
    ("accent", "accent_soft"),
    ("accent_strong", "accent_soft"),
    ("ink", "accent_soft"),
    ("muted", "accent_soft"),
    ("ok", "ok_soft"),
    ("danger", "danger_soft"),
    ("ink", "warning_soft"),
    ("held", "held_soft"),
    ("sold", "sold_soft"),
    ("blocked", "blocked_soft"),
    ("free", "free_soft"),
    ("muted", "line"),
    ("print", "paper"),
    ("surface", "ink"),
)
CONTROLS = (
    *(("edge", ground) for ground in GROUNDS),
    *(("accent", ground) for ground in GROUNDS),
    *((state, "surface") for state in ("free", "held", "sold", "blocked")),
    ("danger", "danger_soft"),
    ("ok", "ok_soft"),
    ("on_accent", "accent"),
)


def luminance(name: str) -> float:
    """The relative luminance of WCAG 2.2."""
    colour = QColor(name)

    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_formula_knows_black_on_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", THEMES)
def test_every_text_stands_out_from_its_ground(scheme: str) -> None:
    colours = THEMES[scheme]
    weak = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in TEXT}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", THEMES)
def test_every_control_stands_out_from_its_ground(scheme: str) -> None:
    colours = THEMES[scheme]
    weak = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in CONTROLS}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 3} == {}


def test_both_themes_have_the_same_colours() -> None:
    assert set(tokens.LIGHT) == set(tokens.DARK)


def test_only_the_tokens_name_a_colour() -> None:
    sheet = (
        style_sheet.TEXT + style_sheet.FRAMES + style_sheet.BUTTONS + style_sheet.FIELDS + style_sheet.LISTS
    )
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", sheet) == []


def test_there_are_four_sizes_of_text() -> None:
    sizes = {tokens.CAPTION, tokens.BODY, tokens.HEADING, tokens.TITLE}
    assert len(sizes) == 4


def test_widgets_on_the_screen_follow_theme_and_zoom(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field, button, label = QLineEdit(), QPushButton("Hold"), QLabel("8,400.00")
    button.setProperty("role", "primary")
    column = QVBoxLayout(window)
    for part in (field, button, label):
        column.addWidget(part)
    window.show()
    before = (field.fontMetrics().height(), button.palette().button().color().name())
    with qtbot.waitSignal(theme.changed):
        apply_theme(qapp, "dark", 1.5)
    assert field.fontMetrics().height() > before[0]
    assert button.palette().buttonText().color().name() == tokens.DARK["on_accent"]
    assert label.palette().windowText().color().name() == tokens.DARK["ink"]
    assert color("surface").name() == tokens.DARK["surface"]
    assert scaled(10) == 15


def test_a_role_can_change_while_it_is_shown(qtbot: QtBot) -> None:
    label = QLabel("12:00")
    qtbot.addWidget(label)
    label.show()
    set_role(label, "error")
    assert label.palette().windowText().color().name() == tokens.LIGHT["danger"]
    set_role(label, "ok")
    assert label.palette().windowText().color().name() == tokens.LIGHT["ok"]


@pytest.mark.parametrize(("asked", "given"), [(0.1, 0.75), (1.15, 1.15), (9, 2)])
def test_zoom_stays_within_its_limits(qapp: QApplication, asked: float, given: float) -> None:
    apply_theme(qapp, "light", asked)
    assert theme.zoom == given


def test_what_was_chosen_is_there_at_the_next_start(tmp_path: Path) -> None:
    chosen = Preferences(tmp_path / "settings.ini")
    chosen.scheme, chosen.zoom = "dark", 1.3
    again = Preferences(tmp_path / "settings.ini")
    assert (again.scheme, again.zoom) == ("dark", 1.3)


def test_damaged_settings_are_those_of_the_first_start(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[General]\nscheme=purple\nzoom=huge\ngeometry=none\n", encoding="utf-8")
    damaged = Preferences(file)
    assert (damaged.scheme, damaged.zoom, damaged.geometry.isEmpty()) == ("system", 1.0, True)


def test_the_sheet_has_no_place_left_open(tmp_path: Path) -> None:
    def sheet(colours: Mapping[str, str]) -> str:
        return style_sheet.style_sheet(colours, 1.0, ["A"], tmp_path, False)

    assert "$" not in sheet(tokens.LIGHT)
    assert "$" not in sheet(tokens.DARK)
