"""What a start of the program is told."""

from dataclasses import dataclass

from desktop.paths import Paths

TIME_ZONE = "Asia/Kolkata"


@dataclass(frozen=True, slots=True)
class Config:
    """One start. Without a `database_url` the embedded database in the data folder is used."""

    paths: Paths
    database_url: str | None = None
    desk_code: str = "D1"
    clerk: str = "clerk"
    time_zone: str = TIME_ZONE
    # Live keys come from the system's keyring; without them the desk practises.
    practice: bool = True
    grace_seconds: int = 0

    @property
    def url(self) -> str:
        """The database's address."""
        return self.database_url or f"sqlite:///{self.paths.database}"
