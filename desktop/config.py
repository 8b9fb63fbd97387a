"""What a start of the program is told."""

from dataclasses import dataclass, field
from pathlib import Path

from desktop.paths import Paths
from desktop.services.domain.desk_code import normal_desk_code

TIME_ZONE = "Asia/Kolkata"
USUAL_DESK = "D1"


@dataclass(frozen=True, slots=True)
class Config:
    """One start. Without a `database_url` the embedded one of its mode in the data folder is used."""

    paths: Paths
    # Never shown with the rest: it may hold a password.
    database_url: str | None = field(default=None, repr=False)
    desk_code: str = USUAL_DESK
    clerk: str = "clerk"
    time_zone: str = TIME_ZONE
    # Live keys come from the system's keyring; without them the desk practises.
    practice: bool = True
    grace_seconds: int = 0
    # Where the pulse goes that opens this machine's cash drawer: host:port or a device's file; '' nowhere.
    cash_drawer: str = ""
    # A command that writes asks nobody who acts: it acts under the login of the system.
    as_system: bool = False

    @property
    def url(self) -> str:
        """The database's address."""
        from db.engine import sqlite_url  # not before the first frame

        return self.database_url or sqlite_url(self.file)

    @property
    def file(self) -> Path:
        """The embedded database of this mode."""
        return self.paths.database if self.practice else self.paths.live_database

    @property
    def database_file(self) -> Path | None:
        """The file of the database that is used; None where that is a server's."""
        from db.engine import file_of  # not before the first frame

        return self.file if self.database_url is None else file_of(self.database_url)


def kept_desk_code(paths: Paths) -> str:
    """Return the code under which this computer's live desk was opened last."""
    try:
        return normal_desk_code(paths.live_desk.read_text(encoding="utf-8")) or USUAL_DESK
    except (OSError, ValueError):
        return USUAL_DESK
