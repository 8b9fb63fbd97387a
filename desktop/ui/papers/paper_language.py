"""The language of what is printed: English, whatever the screen speaks."""

from __future__ import annotations

from PySide6.QtCore import QLocale

PAPER = QLocale("en_IN")


def translate(_context: str, text: str) -> str:
    """Return the text in the language of the paper. Called like Qt's, so that the texts are collected."""
    return text
