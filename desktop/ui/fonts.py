"""The fonts that come with the program: one family, Latin and Devanagari, figures of equal width."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from desktop.ui.theme import FAMILIES, RESOURCES

_loaded: list[str] = []


def load_fonts() -> list[str]:
    """Make the shipped fonts known to Qt, once, and return their families. Raises OSError without them."""
    if not _loaded:
        for path in sorted((RESOURCES / "fonts").glob("*.ttf")):
            number = QFontDatabase.addApplicationFont(str(path))
            _loaded.extend(QFontDatabase.applicationFontFamilies(number))
        if not set(FAMILIES) <= set(_loaded):
            raise OSError(f"the fonts of the program are missing in {RESOURCES / 'fonts'}")
    return _loaded
