"""Light and dark: applies the tokens to the whole program and tells painted widgets when they change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from desktop.ui import tokens
from desktop.ui.style_sheet import style_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

Scheme = Literal["light", "dark", "system"]
FAMILIES = ["IBM Plex Sans", "IBM Plex Sans Devanagari"]
RESOURCES = Path(__file__).resolve().parents[2] / "resources"
HALF_LIGHT = 128
ZOOM_MIN, ZOOM_MAX = 0.75, 2.0


class Theme(QObject):
    """What is applied now. `changed` comes after the style sheet was set; re-tint icons then."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scheme: Scheme = "light"
        self.zoom = 1.0
        self.colours: Mapping[str, str] = tokens.LIGHT
        self.system_is_dark: bool | None = None

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are on the screen now, also when the system chose them."""
        return self.colours is tokens.DARK


theme = Theme()


def color(name: str) -> QColor:
    """Return a token's colour in the theme that is applied now. Ask in paintEvent, never keep it."""
    return QColor(theme.colours[name])


def scaled(pixels: float) -> int:
    """Return a length at the zoom that is applied now."""
    return max(round(pixels * theme.zoom), 1)


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget its role in the style sheet; also when it is on the screen already."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    for styled in (widget, *widget.findChildren(QWidget)):
        styled.style().unpolish(styled)
        styled.style().polish(styled)


def apply_theme(app: QApplication, scheme: Scheme, zoom: float = 1.0) -> None:
    """Set style, palette, font and style sheet for `scheme` at `zoom` (kept within 0.75 and 2)."""
    theme.scheme = scheme
    theme.zoom = min(max(zoom, ZOOM_MIN), ZOOM_MAX)
    if theme.system_is_dark is None:
        # Before a palette of ours is set, the window's colour is the system's choice.
        theme.system_is_dark = app.palette().color(QPalette.ColorRole.Window).lightness() < HALF_LIGHT
    dark = scheme == "dark" or (scheme == "system" and theme.system_is_dark)
    theme.colours = tokens.DARK if dark else tokens.LIGHT
    if not app.styleSheet():
        app.setStyle(QStyleFactory.create("fusion"))
    font = QFont(FAMILIES)
    font.setPixelSize(round(tokens.BODY * theme.zoom))
    app.setFont(font)
    app.setPalette(_palette())
    # Styled widgets keep the fonts and colours of the sheet they saw last, so it is made anew each time.
    app.setStyleSheet(style_sheet(theme.colours, theme.zoom, FAMILIES, RESOURCES / "icons", dark))
    theme.changed.emit()


def _palette() -> QPalette:
    roles = QPalette.ColorRole
    names = {
        roles.Window: "window",
        roles.WindowText: "ink",
        roles.Base: "surface",
        roles.AlternateBase: "panel",
        roles.Text: "ink",
        roles.PlaceholderText: "muted",
        roles.Button: "surface",
        roles.ButtonText: "ink",
        roles.BrightText: "danger",
        roles.Highlight: "accent",
        roles.HighlightedText: "on_accent",
        roles.Accent: "accent",
        roles.Link: "accent",
        roles.ToolTipBase: "ink",
        roles.ToolTipText: "surface",
        roles.Mid: "line",
        roles.Dark: "edge",
    }
    palette = QPalette()
    for role, name in names.items():
        palette.setColor(role, color(name))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, color("muted"))
    return palette
