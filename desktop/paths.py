"""Where data, logs and settings live on each system; `--data-dir` moves all of them."""

from dataclasses import dataclass
from pathlib import Path

NAME = "Counterfoil"
# Beside the data folder and never in it, on every system: who puts back a folder of yesterday leaves it.
MARKS = "Counterfoil-marks"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of this desk: those of the system for this user, or everything in the folder `given`."""

    given: Path | None = None
    # For what leaves no trace on this machine, such as a tour.
    given_marks: Path | None = None

    @property
    def data_dir(self) -> Path:
        """The folder for everything that belongs to this desk."""
        if self.given is not None:
            return self.given
        import platformdirs  # not before the first frame

        return Path(platformdirs.user_data_dir(NAME, appauthor=False))

    @property
    def database(self) -> Path:
        """The embedded database of practice."""
        return self.data_dir / "counterfoil.sqlite3"

    @property
    def live_database(self) -> Path:
        """The embedded database of real money: another file, so that practice never gets into it."""
        return self.data_dir / "counterfoil-live.sqlite3"

    @property
    def practice(self) -> Path:
        """The practice gateway's own file."""
        return self.data_dir / "practice.sqlite3"

    @property
    def backups(self) -> Path:
        """Where backups of the books are kept."""
        return self.data_dir / "backups"

    @property
    def lists(self) -> Path:
        """Where the lists of the day go that are made by themselves."""
        return self.data_dir / "lists"

    @property
    def second_backups(self) -> Path:
        """The file with the name of this PC's second place for backups."""
        return self.data_dir / "second-backups.txt"

    @property
    def log(self) -> Path:
        """The log that is being written; older ones stand beside it."""
        return self.data_dir / "logs" / "counterfoil.log"

    @property
    def marks(self) -> Path:
        """How far each desk has written, outside the data folder wherever that is: docs/decisions/18."""
        if self.given_marks is not None:
            return self.given_marks
        import platformdirs  # not before the first frame

        return Path(platformdirs.user_state_dir(MARKS, appauthor=False))

    @property
    def live_desk(self) -> Path:
        """The file with the code of the desk that sells for real money here, if it is not the usual one."""
        return self.data_dir / "live-desk.txt"

    @property
    def machine(self) -> Path:
        """The file with this machine's own id: beside the marks, so that no copy of the books carries it."""
        return self.marks / "machine.txt"

    @property
    def copies(self) -> tuple[Path, ...]:
        """Where backups and books of this desk lie."""
        return (self.data_dir / "backups", self.data_dir / "books")

    @property
    def settings(self) -> Path | None:
        """Theme, zoom and place of the window; None for the system's own place for a user's settings."""
        return None if self.given is None else self.given / "settings.ini"
