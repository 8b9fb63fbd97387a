"""One part of the page Books: a heading, sentences below each other, and its keys in a row."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui.theme import scaled
from desktop.ui.widgets.flow_layout import FlowLayout


class Section(QWidget):
    """Every part is laid out alike; what has no room in its row of keys goes into the next."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(6))
        self.add_sentence(heading).setProperty("role", "strong")

    def add_sentence(self, text: str = "") -> QLabel:
        """Return a new label below what is there; a path without a space does not widen the page."""
        label = QLabel(text)
        label.setWordWrap(True)
        label.setMinimumWidth(1)
        self._column.addWidget(label)
        return label

    def add_keys(self, *keys: QWidget) -> None:
        """Put a row of buttons and fields below what is there."""
        holder = QWidget()
        row = FlowLayout(holder, spacing=8, line_spacing=8)
        for key in keys:
            row.addWidget(key)
        self._column.addWidget(holder)

    def add_below(self, widget: QWidget) -> None:
        """Put anything else below what is there."""
        self._column.addWidget(widget)
