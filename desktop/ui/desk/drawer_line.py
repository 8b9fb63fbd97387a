"""Keeps the line about the open shift beside the work true."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.shift import ShiftNow
    from desktop.ui.desk.side_column import SideColumn
    from desktop.ui.event_relay import EventRelay
    from desktop.ui.runner import Runner


class DrawerLine(QObject):
    """Books that are only read have no shift of their own; what is not known is not shown."""

    def __init__(
        self, side: SideColumn, services: Services, runner: Runner, relay: EventRelay, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._side = side
        self._services = services
        self._runner = runner
        relay.happened.connect(self._happened)
        self.read()

    def read(self) -> None:
        """Read whose shift is open."""
        if self._services.desk_code:
            read = partial(self._services.show_shift, self._services.actor())
            self._runner.run(read, owner=self, done=self._show, failed=lambda _error: None, is_quiet=True)

    def _happened(self, event: object) -> None:
        """Read it anew after an event that may have changed it."""
        from desktop.services import events

        if isinstance(event, events.ShiftChanged | events.PersonChanged):
            self.read()

    def _show(self, now: ShiftNow) -> None:
        self._side.show_shift(now, self._services.time_zone)
