"""Where data, logs and settings live on each system; `--data-dir` moves all of them."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs

NAME = "Counterfoil"


@dataclass(frozen=True, slots=True)
class Paths:
    """One folder for everything that belongs to this desk."""

    data_dir: Path

    @property
    def database(self) -> Path:
        """The embedded database."""
        return self.data_dir / "counterfoil.sqlite3"

    @property
    def practice(self) -> Path:
        """The practice gateway's own file."""
        return self.data_dir / "practice.sqlite3"

    @property
    def log(self) -> Path:
        """The log that is being written; older ones stand beside it."""
        return self.data_dir / "logs" / "counterfoil.log"

    @property
    def settings(self) -> Path:
        """Theme, zoom and language of this desk."""
        return self.data_dir / "settings.ini"

    @property
    def documents(self) -> Path:
        """Receipts saved as PDF."""
        return self.data_dir / "documents"


def default_paths() -> Paths:
    """Return the user's own folder for this program."""
    return Paths(Path(platformdirs.user_data_dir(NAME, appauthor=False)))
