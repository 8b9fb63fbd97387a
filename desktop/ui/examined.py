"""What `doctor` asks of Qt, in its own process: Qt holds Python's lock while a print server is silent."""

from __future__ import annotations

from PySide6.QtGui import QFont, QGuiApplication, QRawFont

from desktop.ui.fonts import load_fonts
from desktop.ui.theme import FAMILIES


def list_printers() -> tuple[list[str], str]:
    """Return the names of all printers and the default one's, which may be empty."""
    from PySide6.QtPrintSupport import QPrinterInfo

    application = QGuiApplication.instance() or QGuiApplication([])
    names = QPrinterInfo.availablePrinterNames()
    default = QPrinterInfo.defaultPrinterName()
    del application
    return names, default


def missing_signs(signs: str) -> tuple[list[str], list[str]]:
    """Return the program's families and those signs that none of them can draw."""
    application = QGuiApplication.instance() or QGuiApplication([])
    try:
        load_fonts()
    except OSError:
        return [], list(signs)
    drawn = [QRawFont.fromFont(QFont(family)) for family in FAMILIES]
    missing = [sign for sign in signs if not any(font.supportsCharacter(ord(sign)) for font in drawn)]
    del drawn, application
    return sorted(FAMILIES), missing
