"""What a key takes, holds or gives back, and since when it has stood on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from desktop.ui.keys.key_rule import key_rule

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Offer(QObject):
    """Belongs to the widget that says what the key does: a button with its amount, a row of a list.

    It stands there from the first time it is painted after it came or changed.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._said: object = None
        self._rule = key_rule()
        self.renew()
        widget.installEventFilter(self)

    def renew(self) -> None:
        """Something else stands there from now on."""
        self._since = self._rule.clock()
        self._is_seen = False
        self._widget.update()

    def says(self, content: object) -> None:
        """Say what the key does; another content than before starts to be read now."""
        if content != self._said:
            self._said = content
            self.renew()

    def counts(self) -> bool:
        """Whether the key of now, if it is a key, may do it; too early it is told that it did nothing."""
        return self._rule.permits(self._stands_since)

    @property
    def is_seen(self) -> bool:
        """Whether what it does was painted since it came or changed."""
        return self._is_seen

    @property
    def _stands_since(self) -> float:
        is_to_be_painted = not self._is_seen and not self._widget.visibleRegion().isEmpty()
        return float("inf") if is_to_be_painted else self._since

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note when it comes and when it is painted."""
        if event.type() == QEvent.Type.Show:
            self.renew()
        elif event.type() == QEvent.Type.Paint and not self._is_seen:
            self._is_seen = True
            self._since = self._rule.clock()
        return super().eventFilter(watched, event)
