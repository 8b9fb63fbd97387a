"""What the desk window makes of a server that falls silent and comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from db.reach import ServerState
from desktop.services.errors import DatabaseLost
from desktop.ui.failures import explain

if TYPE_CHECKING:
    from db.reach import Reach
    from desktop.services.domain.condition import Condition
    from desktop.ui.desk.desk_feed import DeskFeed
    from desktop.ui.desk.desk_parts import DeskParts


class ServerSight(QObject):
    """Feeds the line at the top; what is on the screen stays, with its age, and is read anew afterwards."""

    def __init__(self, desk: DeskParts, feed: DeskFeed, time_zone: str) -> None:
        super().__init__(feed)
        self._desk = desk
        self._feed = feed
        self._zone = time_zone
        self._reach: Reach | None = None
        desk.halt_line.known.connect(self._show)

    def explains(self, error: Exception) -> bool:
        """Whether the line of the silence says it already: it need not be said at every reading."""
        is_silent = self._reach is not None and self._reach.state is ServerState.SILENT
        return is_silent and isinstance(error, DatabaseLost) and not error.unknown

    def _show(self, condition: Condition) -> None:
        before, self._reach = self._reach, condition.server
        self._desk.top.show_server(condition.server, self._zone)
        was_silent = before is not None and before.state is ServerState.SILENT
        if was_silent and (self._reach is None or self._reach.state is not ServerState.SILENT):
            if self._desk.errors.text == explain(DatabaseLost(busy=False, unknown=False)):
                self._desk.errors.clear()
            self._feed.read_today()
            self._feed.read_board()
