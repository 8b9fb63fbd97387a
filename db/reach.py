"""How the database can be reached: words that every layer may use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ServerState(StrEnum):
    """What a desk is told of its server, or of the file that another program keeps."""

    ANSWERS = "answers"
    # It is stopped, unreachable, or ended.
    SILENT = "silent"
    # It takes no writes.
    STANDBY = "standby"
    # Commits wait for its standby, which does not answer.
    UNCONFIRMED = "unconfirmed"
    # Another program keeps the write lock of the file.
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Reach:
    """How the database can be reached. `since`: for `silent`, when it answered last (aware, UTC)."""

    state: ServerState
    since: datetime
