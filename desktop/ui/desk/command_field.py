"""The command field and the list of what the line may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.ui.commands import Suggestion
    from desktop.ui.desk.suggestion_list import SuggestionList


class CommandField(QLineEdit):
    """One line for everything. `entered` carries the highlighted suggestion or None, and the line.

    A text from elsewhere, `is_from_elsewhere` until somebody types here, highlights no suggestion by itself.
    """

    entered = Signal(object, str)
    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "command")
        self.setPlaceholderText(self.tr("Mobile number, reference, room type, route or tour"))
        self.setAccessibleName(self.tr("Command: mobile number, reference, room type, route or tour"))
        self.setClearButtonEnabled(False)
        self.setMaxLength(120)
        self._list: SuggestionList | None = None
        self.is_from_elsewhere = False

    @property
    def suggestions(self) -> SuggestionList:
        """The list below the field, made when it is needed first."""
        if self._list is None:
            from desktop.ui.desk.suggestion_list import SuggestionList

            self._list = SuggestionList(self.window())
            self._list.clicked.connect(lambda _index: self._enter())
        return self._list

    def offer(self, found: Sequence[Suggestion]) -> None:
        """Show what the line may mean, the first highlighted; nothing hides the list."""
        if self._list is None and not found:
            return
        shown = found if self.hasFocus() else ()
        self.suggestions.show_below(self, shown, highlight=not self.is_from_elsewhere)

    def take_over(self, text: str) -> None:
        """Put a text from elsewhere in the place of the line."""
        self.is_from_elsewhere = True
        self.selectAll()
        self.insert(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The namespace of keys takes as long to load as half the window: not before the first key.
        from PySide6.QtCore import Qt

        keys = Qt.Key
        open_list = self._list is not None and not self._list.isHidden()
        match event.key():
            case keys.Key_Return | keys.Key_Enter:
                self._enter()
            case keys.Key_Down | keys.Key_Up if open_list:
                self.suggestions.step(1 if event.key() == keys.Key_Down else -1)
            case keys.Key_Down:
                self.left_downwards.emit()
            case keys.Key_Escape if open_list or self.text():
                self.offer(())
                self.clear()
            case _:
                if event.text().isprintable() and event.text():
                    self.is_from_elsewhere = False
                super().keyPressEvent(event)

    def _enter(self) -> None:
        chosen = self._list.chosen() if self._list is not None and not self._list.isHidden() else None
        line = self.text().strip()
        if chosen is None and self.is_from_elsewhere and self._has_choice:
            return
        self.offer(())
        if line:
            self.entered.emit(chosen, line)

    @property
    def _has_choice(self) -> bool:
        """Whether the list offers more than one meaning, of which a person has to choose."""
        return self._list is not None and not self._list.isHidden() and self._list.count() > 1
