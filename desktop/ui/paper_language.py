"""The language of what is printed."""

from PySide6.QtCore import QLocale

# What is printed speaks English, whatever the screen speaks.
PAPER = QLocale("en_IN")


def translate(_context: str, text: str) -> str:
    """Return the text in the language of the paper. Called like Qt's, so that the texts are collected."""
    return text
