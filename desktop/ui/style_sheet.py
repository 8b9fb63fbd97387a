"""The style sheet, made from the tokens at one zoom."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from desktop.ui import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

TEXT = """
QWidget { font-family: $families; font-size: $body; color: $ink; }
QMainWindow, QDialog, QWidget[role="page"] { background: $window; }
/* Every label is plain text, tool tips and message boxes too: a name is drawn as it was typed. */
QLabel { background: transparent; qproperty-textFormat: PlainText; }
QLabel[role="title"] { font-size: $title; font-weight: 600; }
QLabel[role="heading"] { font-size: $heading; font-weight: 600; }
QLabel[role="caption"] { font-size: $caption; color: $muted; }
QLabel[role="display"] { font-size: $display; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="amount"] { qproperty-alignment: 'AlignRight | AlignVCenter'; }
QLabel[role="total"] {
    font-size: $title; font-weight: 600; qproperty-alignment: 'AlignRight | AlignVCenter';
}
QLineEdit[role="total"] { font-size: $title; font-weight: 600; }
QLabel[role="error"] { color: $danger; }
QLabel[role="ok"] { color: $ok; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="clock"] { font-size: $heading; }
QLabel[role="urgent"] { font-size: $heading; font-weight: 600; color: $warning; }
QLabel[role="ended"] { font-size: $heading; font-weight: 600; color: $danger; }
QLabel[role="badge"] {
    font-size: $caption; font-weight: 600; color: $accent; background: $accent_soft;
    border-radius: $s1; padding: 1px $s2;
}
QLabel[role="key"] {
    font-size: $caption; font-weight: 600; color: $ink; background: $surface;
    border: 1px solid $line; border-bottom: 2px solid $edge; border-radius: $s1; padding: 0px $s1;
}
QToolTip {
    background: $ink; color: $surface; border: none; padding: $s1 $s2; font-size: $caption;
    qproperty-textFormat: PlainText;
}
"""
FRAMES = """
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: $s2; }
QFrame[role="sheet"] { background: $surface; border: 2px solid $edge; border-radius: $s2; }
QFrame[role="panel"] { background: $panel; border: none; }
QFrame[role="bar"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[role="foot"] { background: $surface; border: none; border-top: 1px solid $line; }
QFrame[role="band"] { background: $band; border: none; }
QFrame[role="band"] QLabel { color: $on_band; font-weight: 600; }
QFrame[role="failure"] { background: $danger_soft; border: 1px solid $danger; border-radius: $s1; }
QFrame[role="failure"] QLabel { color: $danger; }
QFrame[role="success"] { background: $ok_soft; border: 1px solid $ok; border-radius: $s1; }
QFrame[role="success"] QLabel { color: $ok; }
QFrame[role="notice"] { background: $warning_soft; border: 1px solid $warning; border-radius: $s1; }
QFrame[role="notice"] QLabel { color: $warning; }
QFrame[role="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QSplitter::handle { background: $line; }
"""
BUTTONS = """
QPushButton {
    background: $surface; color: $ink; border: 1px solid $edge; border-radius: $s1;
    padding: $p1 $s3; min-height: $line_height;
}
QPushButton:hover { background: $panel; border-color: $ink; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent; padding: $p0 $p3; }
QPushButton:checked {
    background: $accent_soft; border-color: $accent; color: $accent_strong; font-weight: 600;
}
QPushButton:disabled { color: $muted; background: $panel; border: 1px solid $line; }
QPushButton[role="primary"] {
    background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600;
    padding: $s2 $s4;
}
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed {
    background: $accent_strong; border-color: $accent_strong;
}
QPushButton[role="primary"]:focus { border: 3px solid $ink; padding: $r1 $r3; }
QPushButton[role="primary"]:disabled { background: $line; color: $muted; border-color: $line; }
QPushButton[role="quiet"] { background: transparent; border: 1px solid transparent; color: $accent; }
QPushButton[role="quiet"]:hover { background: $accent_soft; }
QPushButton[role="quiet"]:focus { border: 2px solid $accent; }
QPushButton[role="quiet"]:disabled { color: $muted; }
QPushButton[role="hint"] {
    background: transparent; border: none; color: $ink; font-size: $caption; padding: $s1 $s2;
    min-height: 0px;
}
QPushButton[role="hint"]:hover { background: $accent_soft; border-radius: $s1; }
QPushButton[role="hint"]:disabled { color: $muted; }
QPushButton[role="danger"] { color: $danger; border-color: $danger; }
QPushButton[role="danger"]:hover { background: $danger_soft; }
QPushButton[role="danger"]:focus { border: 2px solid $danger; }
"""
FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit {
    background: $surface; color: $ink; border: 1px solid $edge; border-radius: $s1;
    padding: $p1 $s2; min-height: $line_height;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {
    border: 2px solid $accent; padding: $p0 $p2;
}
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDateEdit:disabled {
    color: $muted; background: $panel; border-color: $line;
}
QLineEdit:read-only { background: $panel; }
QLineEdit[wrong="true"] { border: 2px solid $danger; }
QLineEdit[role="command"] { font-size: $heading; padding: $s2 $s3; }
QComboBox::drop-down { border: none; width: $s6; }
QComboBox::down-arrow { image: url("$icons/chevron-down-$theme.svg"); width: $s4; height: $s4; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $edge; outline: none; }
QSpinBox::up-button, QDateEdit::up-button, QSpinBox::down-button, QDateEdit::down-button {
    border: none; background: transparent; width: $s5;
}
QSpinBox::up-arrow, QDateEdit::up-arrow {
    image: url("$icons/chevron-up-$theme.svg"); width: $s3; height: $s3;
}
QSpinBox::down-arrow, QDateEdit::down-arrow {
    image: url("$icons/chevron-down-$theme.svg"); width: $s3; height: $s3;
}
QDateEdit::drop-down { border: none; width: $s6; }
QCheckBox, QRadioButton {
    spacing: $s2; background: transparent; padding: $s1; border: 1px solid transparent;
}
QCheckBox:focus, QRadioButton:focus { border: 1px solid $accent; border-radius: $s1; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
    width: $s4; height: $s4; border: 1px solid $edge; background: $surface;
}
QCheckBox::indicator, QAbstractItemView::indicator { border-radius: $s1; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$icons/check-$theme.svg");
}
QRadioButton::indicator { border-radius: $radio; }
QRadioButton::indicator:checked { border: $s1 solid $accent; width: $dot; height: $dot; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
"""
LISTS = """
QAbstractItemView {
    background: $surface; alternate-background-color: $panel; border: 1px solid $line; border-radius: $s1;
    outline: none; gridline-color: $line;
    selection-background-color: $accent_soft; selection-color: $ink;
}
QAbstractItemView[role="bare"] { background: transparent; border: none; }
QAbstractItemView::item { padding: $s1 $s2; border: none; }
QAbstractItemView::item:hover { background: $panel; }
QAbstractItemView::item:selected { background: $accent_soft; color: $ink; }
QAbstractItemView:focus { border: 1px solid $accent; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section {
    background: $panel; color: $muted; font-size: $caption; font-weight: 600; border: none;
    border-bottom: 1px solid $line; padding: $s1 $s2;
}
QTableCornerButton::section { background: $panel; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[role="scrolled"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: $s3; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $s3; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: $s1; margin: 3px; }
QScrollBar::handle:vertical { min-height: $s8; }
QScrollBar::handle:horizontal { min-width: $s8; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabBar::tab {
    background: transparent; color: $muted; padding: $s2 $s3; border: none;
    border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $ink; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:focus { color: $accent; }
QMenu { background: $surface; border: 1px solid $edge; padding: $s1; }
QMenu::item { padding: $s1 $s4; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QProgressBar { background: $line; border: none; border-radius: 2px; max-height: $s1; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
"""


def style_sheet(
    colours: Mapping[str, str], zoom: float, families: Sequence[str], icons: Path, dark: bool
) -> str:
    """Return the whole sheet; every length is scaled, hairlines stay one pixel."""

    def px(length: float) -> str:
        return f"{max(round(length * zoom), 1)}px"

    step = tokens.STEP
    lengths = {f"s{count}": px(step * count) for count in (1, 2, 3, 4, 5, 6, 8)}
    # Focused controls have a thicker edge: the padding gives way, so that nothing moves.
    paddings = {
        "p1": px(5),
        "p0": f"{max(round(5 * zoom), 1) - 1}px",
        "p2": f"{round(step * 2 * zoom) - 1}px",
        "p3": f"{round(step * 3 * zoom) - 1}px",
        "r1": f"{max(round(step * 2 * zoom) - 2, 0)}px",
        "r3": f"{round(step * 4 * zoom) - 2}px",
    }
    dot = round(step * 4 * zoom) - 2 * round(step * zoom) + 2
    values = {
        **colours,
        **lengths,
        **paddings,
        "dot": f"{dot}px",
        "radio": f"{(round(step * 4 * zoom) + 2) // 2}px",
        # Tall enough for Devanagari, which may stand in a name whatever the screen speaks.
        "line_height": px(22),
        "caption": px(tokens.CAPTION),
        "body": px(tokens.BODY),
        "heading": px(tokens.HEADING),
        "title": px(tokens.TITLE),
        # The customer reads across the desk.
        "display": px(tokens.TITLE * 2),
        "families": ", ".join(f'"{family}"' for family in families),
        "icons": icons.as_posix(),
        "theme": "dark" if dark else "light",
    }
    return Template(TEXT + FRAMES + BUTTONS + FIELDS + LISTS).substitute(values)
