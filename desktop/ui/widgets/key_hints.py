"""The footer: which key does what here and now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence


class KeyHints(QFrame):
    """Shows keys with their words; a click on one does the same and emits `chosen` with its key."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 2)
        holder = QWidget()
        self._hints: list[tuple[str, str, bool]] = []
        self._flow = FlowLayout(holder, spacing=4, line_spacing=0)
        row.addWidget(holder, 1)

    def set_hints(self, hints: Sequence[tuple[str, str, bool]]) -> None:
        """Show (key, word, whether it does something now) in this order."""
        if list(hints) == self._hints:
            return
        self._hints = list(hints)
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for key, word, enabled in hints:
            button = QPushButton(f"{key}  {word}")
            button.setProperty("role", "hint")
            button.setFocusPolicy(button.focusPolicy().NoFocus)
            button.setEnabled(enabled)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._flow.addWidget(button)
        self._flow.invalidate()
