"""What the screen says of the server, or of a file that another program keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.reach import ServerState
from desktop.ui import formats

if TYPE_CHECKING:
    from db.reach import Reach

translate = QCoreApplication.translate


def server_sentence(reach: Reach | None, time_zone: str) -> str:
    """Return what is wrong and what it means; empty while a halt says it, or where nothing is wrong."""
    if reach is None:
        return ""
    since = formats.clock(reach.since, time_zone)
    if reach.state is ServerState.SILENT:
        return translate(
            "Server",
            "The server has been silent since {time}: nothing is sold until it answers. What is shown is as"
            " of {time}; nothing that was typed is lost.",
        ).format(time=since)
    if reach.state is ServerState.LOCKED:
        return translate(
            "Server",
            "Another program has kept the books since {time}: what was pressed waits for it. Reading works.",
        ).format(time=since)
    return ""


def server_label(reach: Reach, time_zone: str) -> tuple[str, str]:
    """Return the role and the few words for the line at the top."""
    words = {
        ServerState.ANSWERS: translate("Server", "● server answers"),
        ServerState.SILENT: translate("Server", "▲ server silent since {time}"),
        ServerState.STANDBY: translate("Server", "▲ server only reads"),
        ServerState.UNCONFIRMED: translate("Server", "▲ standby does not answer"),
        ServerState.LOCKED: translate("Server", "▲ books kept since {time}"),
    }
    role = "ok" if reach.state is ServerState.ANSWERS else "warning"
    return role, words[reach.state].format(time=formats.clock(reach.since, time_zone))
