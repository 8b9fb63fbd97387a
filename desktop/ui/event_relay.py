"""Brings the services' events from whatever thread they come from to the windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from desktop.services.events import Event


class EventRelay(QObject):
    """Callable as `events.Publish` from any thread; `happened` is emitted on the thread that made it."""

    happened = Signal(object)
    _came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._came.connect(self.happened, Qt.ConnectionType.QueuedConnection)

    def __call__(self, event: Event) -> None:
        """Pass the event on, in a later turn of the GUI loop; silently dropped once the windows are gone."""
        if shiboken6.isValid(self):
            self._came.emit(event)
