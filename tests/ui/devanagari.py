"""Whether a window speaks Hindi, told from what can be read in it."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

DEVANAGARI = re.compile("[\u0900-\u097f]")


def in_hindi(window: QWidget) -> bool:
    """Whether anything that is seen in the window is written in Devanagari."""
    texts = []
    for part in window.findChildren(QWidget):
        if not part.isVisibleTo(window):
            continue
        if isinstance(part, QLabel | QAbstractButton):
            texts.append(part.text())
        elif isinstance(part, QLineEdit):
            texts.append(part.placeholderText())
    return any(DEVANAGARI.search(text) for text in texts)
