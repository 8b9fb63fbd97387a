"""Light or dark, larger or smaller, which language, and where the window stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.ui.theme import apply_theme, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.preferences import Preferences
    from desktop.ui.theme import Scheme

ZOOMS = (0.75, 0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


class Appearance:
    """What a person changes about the look, kept for the next start."""

    def __init__(self, window: QWidget, preferences: Preferences | None) -> None:
        self._window = window
        self._preferences = preferences

    def switch(self) -> None:
        """Light if it is dark now, dark if it is light."""
        self.apply("light" if theme.is_dark else "dark", theme.zoom)

    def larger(self) -> None:
        """One size up."""
        self.apply(theme.scheme, next((zoom for zoom in ZOOMS if zoom > theme.zoom + 0.01), ZOOMS[-1]))

    def smaller(self) -> None:
        """One size down."""
        self.apply(theme.scheme, next((zoom for zoom in ZOOMS[::-1] if zoom < theme.zoom - 0.01), ZOOMS[0]))

    def normal(self) -> None:
        """Back to 100 %."""
        self.apply(theme.scheme, 1.0)

    def apply(self, scheme: Scheme, zoom: float) -> None:
        """Show this now and at the next start."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, scheme, zoom)
        if self._preferences is not None:
            self._preferences.scheme, self._preferences.zoom = scheme, zoom

    def keep_geometry(self) -> None:
        """Remember where the window stands."""
        if self._preferences is not None:
            self._preferences.geometry = self._window.saveGeometry()
